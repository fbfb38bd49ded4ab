"""An aansluitdossier is written by one and agreed to by another; what lapses is told to the process owner, once."""

from datetime import timedelta
from typing import Any

import pytest

from autorisatie.fouten import Achterhaald, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker
from catalogus import klok
from catalogus.dossier.predpia import VRAGEN
from catalogus.dossier.stand import Stand, lees
from catalogus.models import Aansluitdossier, Dossierakkoord, Proces, Verwerker
from catalogus.models import SoortDossierstap as S
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting.dossiers import (
    dossier_wijzigen,
    dossierakkoord_intrekken,
    dossierstap_bewaren,
    dossierstap_goedkeuren,
    verwerker_bewaren,
    verwerker_weghalen,
)
from mijnzaken.inrichting.toetsen import VOORUIT, meld_wat_afloopt
from mijnzaken.voorbeeld.dossiers import maak_dossiers
from mijnzaken.zaken.controle import toetsen
from tests.dossiers import laat_niet_lopen
from tests.fabrieken import REDEN, gebruiker, geef_rol, medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
JAAR = timedelta(days=365)


def proces() -> Proces:
    return Proces.objects.get(identificatie="parkeervergunning-bewoners")


def schrijf(soort: str, wie: str = "omar", **anders: Any) -> str:
    """What the page then shows as ``gezien``."""
    rij = lees(proces()).stappen[soort].rij
    waarden = {"eigenaar": "adviseur", "bevindingen": "Opnieuw bekeken."} | anders
    gezien = rij.gewijzigd_op.isoformat() if rij else ""
    with klok.op_moment(max(klok.nu(), rij.gewijzigd_op if rij else klok.nu()) + timedelta(minutes=1)):
        nieuw = dossierstap_bewaren(medewerker(wie), soort, waarden, proces=proces(), gezien=gezien)
    return nieuw.gewijzigd_op.isoformat()


def keur(soort: str, gezien: str, wie: str = "petra", **anders: Any) -> Dossierakkoord:
    return dossierstap_goedkeuren(
        medewerker(wie), soort, proces=proces(), gezien=gezien, **({"geldig_tot": klok.vandaag() + JAAR} | anders)
    )


def berichten() -> list[tuple[str, str]]:
    rijen = Bericht.objects.systeem(REDEN).filter(soort__startswith="toets_").select_related("gebruiker")
    return sorted((b.soort, b.gebruiker.gebruikersnaam) for b in rijen)


def test_de_dossiers_van_de_voorbeeldgemeente_zijn_in_orde():
    rijen = Proces.objects.filter(versies__isnull=False).distinct()
    assert {p.identificatie: p.getoetst_tot and p.getoetst_tot > klok.vandaag() for p in rijen} == {
        p.identificatie: True for p in rijen
    }
    maak_dossiers({naam: gebruiker(naam) for naam in ("omar", "petra")})
    assert Aansluitdossier.objects.count() == rijen.count()


def test_wie_schrijft_keurt_niet_goed_ook_niet_met_een_tweede_account():
    geef_rol("omar", "proceseigenaar", door=("ruud", "saskia"))
    gezien = schrijf(S.IB_TOETS)
    with pytest.raises(GeenRecht, match="schreef zelf"):
        keur(S.IB_TOETS, gezien, "omar")
    Gebruiker.objects.filter(gebruikersnaam__in=("omar", "petra")).update(partij=gebruiker("joost").partij)
    with pytest.raises(GeenRecht, match="schreef zelf"):
        keur(S.IB_TOETS, gezien)


def test_ook_wie_lang_geleden_schreef_keurt_niet_goed():
    geef_rol("omar", "proceseigenaar", door=("ruud", "saskia"))
    geef_rol("henk", "functioneel-beheerder", door=("ruud", "saskia"))
    gezien = schrijf(S.IB_TOETS, "henk")  # omar wrote the first text
    with pytest.raises(GeenRecht, match="schreef zelf"):
        keur(S.IB_TOETS, gezien, "omar")
    keur(S.IB_TOETS, gezien)


def test_zonder_recht_gebeurt_er_niets():
    with pytest.raises(GeenRecht):
        dossier_wijzigen(medewerker("petra"), {}, proces=proces())
    with pytest.raises(GeenRecht):
        keur(S.IB_TOETS, schrijf(S.IB_TOETS), "fleur")
    with pytest.raises(GeenRecht):
        dossierakkoord_intrekken(medewerker("omar"), S.IB_TOETS, "fout", proces=proces())


def test_een_akkoord_gaat_over_wat_er_stond():
    gezien = schrijf(S.IB_TOETS, bevindingen="Eerst.")
    schrijf(S.IB_TOETS, bevindingen="Later.")
    with pytest.raises(Achterhaald):
        keur(S.IB_TOETS, gezien)
    akkoord = keur(S.IB_TOETS, lees(proces()).stappen[S.IB_TOETS].rij.gewijzigd_op.isoformat())
    schrijf(S.IB_TOETS, bevindingen="Nog later.")
    akkoord.refresh_from_db()
    assert akkoord.inhoud["bevindingen"] == "Later."
    assert lees(proces()).stappen[S.IB_TOETS].stand == Stand.GEWIJZIGD


def test_twee_die_tegelijk_schrijven_verliezen_niets():
    gezien = schrijf(S.IB_TOETS)
    schrijf(S.IB_TOETS, bevindingen="Van de een.")
    with pytest.raises(Achterhaald):
        dossierstap_bewaren(
            medewerker("omar"), S.IB_TOETS, {"bevindingen": "Van de ander."}, proces=proces(), gezien=gezien
        )


def test_een_akkoord_vraagt_bevindingen_antwoorden_en_een_dag():
    with pytest.raises(OnjuisteToestand, match="geen bevindingen"):
        keur(S.ONTWERP, schrijf(S.ONTWERP, bevindingen=" "))
    with pytest.raises(OnjuisteToestand, match="niet alle vragen"):
        keur(S.PRE_DPIA, schrijf(S.PRE_DPIA, antwoorden={"schaal": True}))
    gezien = schrijf(S.PRE_DPIA, antwoorden=dict.fromkeys(VRAGEN, False))
    with pytest.raises(Invoerfout, match="na vandaag"):
        keur(S.PRE_DPIA, gezien, geldig_tot=klok.vandaag())
    keur(S.PRE_DPIA, gezien)
    with pytest.raises(OnjuisteToestand, match="al een akkoord"):
        keur(S.PRE_DPIA, gezien)


def test_live_gaan_vraagt_dat_al_het_andere_in_orde_is():
    schrijf(S.TEST, bevindingen="Nieuw.")
    with pytest.raises(OnjuisteToestand, match="test en training: gewijzigd na akkoord"):
        keur(S.LIVE, schrijf(S.LIVE))


def test_intrekken_stopt_en_een_nieuw_akkoord_begint_weer():
    akkoord = dossierakkoord_intrekken(medewerker("fleur"), S.DPIA, "Een risico gemist.", proces=proces())
    assert akkoord.ingetrokken_door_id == gebruiker("fleur").pk
    assert proces().toets_verviel(klok.vandaag())
    assert berichten() == [("toets_ingetrokken", "petra")]
    with pytest.raises(OnjuisteToestand, match="geen geldig akkoord"):
        dossierakkoord_intrekken(medewerker("fleur"), S.DPIA, "Nog eens.", proces=proces())
    with pytest.raises(OnjuisteToestand, match="wat er anders is"):
        keur(S.DPIA, lees(proces()).stappen[S.DPIA].rij.gewijzigd_op.isoformat())
    keur(S.DPIA, schrijf(S.DPIA))
    assert not proces().toets_verviel(klok.vandaag())
    assert Auditregel.objects.filter(handeling="dossierakkoord_intrekken", bijzonderheden__stap="dpia").exists()


def test_intrekken_vraagt_een_reden_en_van_geen_toets_krijgt_niemand_bericht():
    with pytest.raises(Invoerfout):
        dossierakkoord_intrekken(medewerker("petra"), S.TEST, "  ", proces=proces())
    dossierakkoord_intrekken(medewerker("petra"), S.TEST, "Training mislukt.", proces=proces())
    assert berichten() == []
    assert not proces().toets_verviel(klok.vandaag())


def test_de_eigenaar_hoort_een_keer_dat_een_toets_afloopt_en_een_keer_dat_zij_verlopen_is():
    einde = klok.vandaag() + VOORUIT + timedelta(days=5)
    keur(S.IB_TOETS, schrijf(S.IB_TOETS), geldig_tot=einde)
    assert meld_wat_afloopt() == 0
    for dagen in (10, 11):
        with klok.op_moment(klok.nu() + timedelta(days=dagen)):
            assert meld_wat_afloopt() == 1
    assert berichten() == [("toets_loopt_af", "petra")]
    with klok.op_moment(klok.nu() + VOORUIT + timedelta(days=5)):
        for _keer in range(2):
            assert meld_wat_afloopt() == 1
        assert proces().toets_verviel(klok.vandaag())
        assert any("parkeervergunning-bewoners" in zin or proces().naam in zin for zin in toetsen())
    assert berichten() == [("toets_loopt_af", "petra"), ("toets_verlopen", "petra")]


def test_wie_op_het_proces_staat_hoort_het_en_anders_wie_publiceert():
    Proces.objects.filter(pk=proces().pk).update(proceseigenaar_gebruiker_id=gebruiker("tess").pk)
    dossierakkoord_intrekken(medewerker("fleur"), S.IB_TOETS, "Lek.", proces=proces())
    assert berichten() == [("toets_ingetrokken", "tess")]
    bericht = Bericht.objects.systeem(REDEN).get(soort="toets_ingetrokken")
    assert "Lek" not in bericht.tekst  # the reason is behind the log-in
    assert "/zaaktypen/parkeervergunning-bewoners/dossier/" in bericht.tekst


def test_een_verwerker_komt_er_een_keer_in_en_gaat_eruit():
    waarden = {"naam": "Delta", "taak": "Meten.", "overeenkomst": "VO-1", "overeenkomst_van": klok.vandaag()}
    rij = verwerker_bewaren(medewerker("omar"), Verwerker(), waarden, proces=proces())
    with pytest.raises(Invoerfout, match="al in het dossier"):
        verwerker_bewaren(medewerker("omar"), Verwerker(), waarden, proces=proces())
    with pytest.raises(Invoerfout, match="na het begin"):
        verwerker_bewaren(medewerker("omar"), rij, {"overeenkomst_tot": klok.vandaag()}, proces=proces())
    with pytest.raises(OnjuisteToestand, match="gestopt"):
        verwerker_weghalen(medewerker("omar"), rij, proces=proces())
    laat_niet_lopen(proces())
    verwerker_weghalen(medewerker("omar"), rij, proces=proces())
    assert not Verwerker.objects.filter(dossier__proces=proces()).exists()

"""Who asks for erasure gets it, as far as the law lets it go; of what went nothing is left (AVG 17, 19)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Gebruiker
from catalogus import klok
from mijnzaken.klanten.handelingen import Deelnemer, klantcontact_vastleggen
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.voorbeeld.zaken import _ga_na
from mijnzaken.zaken import archiefonderhoud
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.avg import wisonderhoud
from mijnzaken.zaken.avg.gewist import teruggekomen
from mijnzaken.zaken.avg.plaatsen import MET_DE_ZAAK, PLAATSEN
from mijnzaken.zaken.avg.verzamelen import LOG, TABELLEN
from mijnzaken.zaken.avg.wissing import ZAAK, eis_gewist
from mijnzaken.zaken.controle import bewaren
from mijnzaken.zaken.handelingen.afronden import intrekken, stoppen
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen, notitie_schrijven
from mijnzaken.zaken.handelingen.beperken import gebruik_beperken
from mijnzaken.zaken.handelingen.gegevens_wissen import VAN_DE_LIJST, gegevens_wissen
from mijnzaken.zaken.handelingen.wissing import wissing_nagaan
from mijnzaken.zaken.models import Concept, Kennisgeving, Wisregel, Zaak
from tests.fabrieken import REDEN, begin_concept, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs
from tests.mijnzaken.documenten.proefbestanden import bestanden_in
from tests.mijnzaken.zaken.avg.wisverzoek import (
    bestaat,
    ga_na,
    keur_goed,
    kies,
    oude_melding,
    regel,
    regels,
    verlopen,
    vraag_wissing,
    wis_alles_wat_mag,
)
from tests.mijnzaken.zaken.test_vernietigen import GEHEIM, goedgekeurd, sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]


def klare_zaak(naam: str = "anna") -> Zaak:
    """Stopped, so with a result and a term of one day that is over."""
    zaak = ververs(dien_in(naam))
    in_behandeling_nemen(medewerker("vera"), zaak)
    stoppen(medewerker("vera"), ververs(zaak), reden="Dubbel.")
    return verlopen(ververs(zaak))


def contact(*wie: str, inhoud: str = GEHEIM) -> None:
    klantcontact_vastleggen(
        medewerker("mila"),
        kanaal="telefoon",
        onderwerp=inhoud,
        inhoud=inhoud,
        richting="inkomend",
        deelnemers=[Deelnemer(partij(naam)) for naam in wie],
    )


# -- nothing is left --------------------------------------------------------------------------------------------------


def test_van_wat_gewist_is_staat_nergens_meer_iets(verzoek: Zaak, opslagmap: Path) -> None:
    zaak = oude_melding()
    contact("anna")
    begin_concept(burger("anna"), "parkeervergunning-bewoners")
    voor = len(bestanden_in(opslagmap))
    assert len(sporen(GEHEIM)) >= 5
    assert wis_alles_wat_mag(verzoek) >= 3
    assert not bestaat(zaak)
    assert not Concept.objects.systeem(REDEN).filter(partij=partij("anna")).exists()
    assert sporen(GEHEIM) == []
    over = bestanden_in(opslagmap)
    assert len([pad for pad in over if pad.suffix != ".json"]) < voor
    assert not any(GEHEIM in pad.read_text() for pad in over if pad.suffix == ".json")


def test_de_regel_blijft_als_verklaring_en_noemt_niets_van_iemand(verzoek: Zaak) -> None:
    zaak = oude_melding()
    wis_alles_wat_mag(verzoek)
    rij = regel(verzoek, plaats=ZAAK, nummer=zaak.nummer)
    assert (rij.gewist_op, rij.over_zaak, rij.bestanden) == (klok.nu(), None, [])
    assert rij.documenten >= 1
    assert rij.goedgekeurd_door == gebruiker("hugo")
    assert GEHEIM not in f"{rij.omschrijving} {rij.uitleg}"


def test_elke_tabel_hoort_bij_een_zaak_of_bij_een_plaats() -> None:
    plaatsen = {label for plaats in PLAATSEN.values() for label in plaats.tabellen.split()}
    assert plaatsen | MET_DE_ZAAK == set(TABELLEN) | {LOG}
    assert not plaatsen & MET_DE_ZAAK
    for plaats in PLAATSEN.values():
        assert (plaats.wis is None) == plaats.oordeel.moet_blijven
        for label in plaats.tabellen.split():
            apps.get_model(label)


# -- what the law keeps -----------------------------------------------------------------------------------------------


def test_een_lopende_zaak_blijft_en_de_regel_zegt_waarom(verzoek: Zaak) -> None:
    zaak = ververs(dien_in("anna"))
    ga_na(verzoek)
    rij = regel(verzoek, nummer=zaak.nummer)
    assert (rij.moet_blijven, rij.grond) == (True, "wet")
    assert "loopt nog" in rij.uitleg
    assert rij.bron


def test_binnen_de_bewaartermijn_blijft_een_zaak_tot_een_dag(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(archiefactiedatum=klok.vandaag() + timedelta(days=3))
    ga_na(verzoek)
    rij = regel(verzoek, nummer=zaak.nummer)
    assert (rij.grond, rij.tot) == ("archief", klok.vandaag() + timedelta(days=2))
    assert "Selectielijst gemeenten" in rij.bron


def test_wat_voor_altijd_blijft_blijft(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(archiefnominatie="blijvend_bewaren", archiefactiedatum=None)
    ga_na(verzoek)
    assert regel(verzoek, nummer=zaak.nummer).uitleg == "Deze zaak blijft altijd bewaard."


def test_op_slot_voor_een_ander_verzoek_blijft_op_slot_door_dit_verzoek_mag_weg(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    ander = registreer("anna", "avg-beperking")
    in_behandeling_nemen(medewerker("lotte"), ander)
    for van, blijft in ((verzoek, False), (ander, True)):
        gebruik_beperken(medewerker("lotte"), ververs(van), zaken=[zaak.uuid], grond="nodig", toelichting="Rechter.")
        ga_na(verzoek)
        assert regel(verzoek, nummer=zaak.nummer).moet_blijven is blijft


def test_waar_een_ander_in_staat_blijft(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    voeg_rol_toe(zaak, "belanghebbende", partij("bram"))
    contact("anna", "bram")
    ga_na(verzoek)
    assert regel(verzoek, nummer=zaak.nummer).grond == "ander"
    assert regel(verzoek, plaats="gedeelde_contacten").grond == "ander"
    assert regels(verzoek, plaats="contacten") == []


def test_de_zaak_van_een_ander_en_wat_afgeschermd_is_heeft_geen_regel(verzoek: Zaak) -> None:
    van_bram = ververs(dien_in("bram"))
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    dicht = klare_zaak()
    afschermen(
        medewerker("peter"), dicht, reden="Bedreigd.", genoemden=[gebruiker("lotte")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )  # fmt: skip
    ga_na(verzoek)
    assert not {van_bram.nummer, dicht.nummer} & {rij.nummer for rij in regels(verzoek)}
    assert regel(verzoek, plaats="anderen").aantal == 1


def test_de_database_wist_niets_dat_moet_blijven_en_niets_zonder_tweede_paar_ogen(verzoek: Zaak) -> None:
    dien_in("anna")
    contact("anna")
    ga_na(verzoek)
    lotte, nu = gebruiker("lotte"), klok.nu()
    keuze = {"keuze": "wissen", "gekozen_door": lotte, "gekozen_op": nu}
    alle = Wisregel.objects.systeem(REDEN).filter(zaak=verzoek)
    for rijen, velden in (
        (alle.filter(moet_blijven=True), keuze),
        (alle.filter(moet_blijven=False), {**keuze, "uitleg": "x", "goedgekeurd_door": lotte, "goedgekeurd_op": nu}),
        (alle.filter(moet_blijven=False), {"gewist_op": nu}),
        (alle.filter(moet_blijven=False), keuze),
    ):
        assert rijen.exists()
        with pytest.raises(IntegrityError), transaction.atomic():
            rijen.update(**velden)


def test_wat_sinds_de_goedkeuring_moet_blijven_blijft(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    ga_na(verzoek)
    rij = regel(verzoek, nummer=zaak.nummer)
    kies(verzoek, rij)
    keur_goed(verzoek, rij)
    voeg_rol_toe(zaak, "belanghebbende", partij("bram"))
    assert wisonderhoud.wis() == 0
    assert bestaat(zaak)
    rij = regel(verzoek, nummer=zaak.nummer)
    assert (rij.moet_blijven, rij.keuze, rij.goedgekeurd_op) == (True, "", None)
    with klok.op_moment(klok.nu() + timedelta(days=40)):
        assert archiefonderhoud.vernietig_opnieuw(Systeem(REDEN)) == 0  # nothing remembers it as gone


def test_een_verzoek_dat_stopt_voor_het_programma_wist_laat_alles_staan(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    contact("anna")
    ga_na(verzoek)
    weg = regels(verzoek, moet_blijven=False)
    kies(verzoek, *weg)
    keur_goed(verzoek, *weg)
    intrekken(burger("anna"), ververs(verzoek))
    assert wisonderhoud.wis() == 0
    assert wisonderhoud.laat_los() == len(weg)
    assert wisonderhoud.laat_los() == 0
    assert bestaat(zaak)
    assert sporen(GEHEIM)


def test_wat_het_programma_niet_mag_wissen_komt_terug_bij_wie_het_verzoek_behandelt(verzoek: Zaak) -> None:
    contact("anna")
    ga_na(verzoek)
    rij = regel(verzoek, plaats="contacten")
    kies(verzoek, rij)
    keur_goed(verzoek, rij)
    ander = vraag_wissing()
    gebruik_beperken(medewerker("lotte"), ander, zaken=[verzoek.uuid], grond="nodig", toelichting="Rechter.")
    assert wisonderhoud.wis() == 0
    assert regel(verzoek, plaats="contacten").goedgekeurd_op is None
    assert sporen(GEHEIM)
    assert list(teruggekomen()) == []


# -- who and how ------------------------------------------------------------------------------------------------------


def test_kiezen_vraagt_een_keuze_een_reden_en_om_te_blijven_een_grond(verzoek: Zaak) -> None:
    contact("anna")
    dien_in("anna")
    ga_na(verzoek)
    rij = regel(verzoek, plaats="contacten")
    blijft = {"keuze": "blijft", "grond": "nodig"}
    for fout in (
        {"keuze": ""},
        {"reden": " "},
        {"keuze": "blijft"},
        {**blijft, "grond": "zomaar"},
        {**blijft, "tot": klok.vandaag() - timedelta(days=1)},
    ):
        with pytest.raises(Invoerfout):
            kies(verzoek, rij, **fout)
    with pytest.raises(Invoerfout, match="mag"):
        kies(verzoek, *regels(verzoek, moet_blijven=True))
    assert kies(verzoek, rij, **blijft) == 1
    assert kies(verzoek, rij) == 1  # he may think again


def test_een_collega_keurt_goed_niet_wie_koos_ook_niet_met_een_tweede_account(verzoek: Zaak) -> None:
    contact("anna")
    ga_na(verzoek)
    rij = regel(verzoek, plaats="contacten")
    with pytest.raises(Invoerfout):
        keur_goed(verzoek, rij)  # nothing was chosen
    kies(verzoek, rij)
    with pytest.raises(GeenRecht, match="Een collega"):
        keur_goed(verzoek, rij, door="lotte")
    Gebruiker.objects.filter(gebruikersnaam__in=["lotte", "hugo"]).update(partij=partij("bram"))
    with pytest.raises(GeenRecht, match="Een collega"):
        keur_goed(verzoek, rij)
    assert wisonderhoud.wis() == 0


def test_wie_iets_anders_koos_na_het_kijken_laat_niets_goedkeuren(verzoek: Zaak) -> None:
    contact("anna")
    ga_na(verzoek)
    rij = regel(verzoek, plaats="contacten")
    kies(verzoek, rij)
    kies(verzoek, rij, keuze="blijft", grond="nodig")
    with pytest.raises(Invoerfout, match="veranderd"):
        keur_goed(verzoek, rij)


def test_opnieuw_nagaan_houdt_een_keuze_zolang_er_niets_veranderde(verzoek: Zaak) -> None:
    contact("anna")
    begin_concept(burger("anna"), "parkeervergunning-bewoners")
    ga_na(verzoek)
    kies(verzoek, *regels(verzoek, moet_blijven=False))
    contact("anna")
    ga_na(verzoek)
    assert regel(verzoek, plaats="concepten").keuze == "wissen"
    assert (regel(verzoek, plaats="contacten").keuze, regel(verzoek, plaats="contacten").aantal) == ("", 2)


def test_alleen_wie_het_verzoek_behandelt_en_alleen_bij_dit_soort_verzoek(verzoek: Zaak) -> None:
    with pytest.raises(BestaatNiet):
        wissing_nagaan(medewerker("vera"), verzoek)
    with pytest.raises(GeenRecht):
        wissing_nagaan(burger("anna"), verzoek)
    ander = registreer("anna", "avg-rectificatie")
    with pytest.raises(OnjuisteToestand, match="geen verzoek"):
        wissing_nagaan(medewerker("lotte"), ander)


def test_het_programma_wist_alleen_wat_is_goedgekeurd(verzoek: Zaak) -> None:
    contact("anna")
    ga_na(verzoek)
    rij = regel(verzoek, plaats="contacten")
    kies(verzoek, rij)
    with pytest.raises(OnjuisteToestand, match="goedgekeurd"):
        gegevens_wissen(Systeem(REDEN), rij.uuid)


def test_het_voorbeeld_gaat_na_wat_er_is_en_laat_staan_wat_weg_mag() -> None:
    contact("anna")
    zaak = registreer("anna", "avg-wissing")
    in_behandeling_nemen(medewerker("lotte"), zaak)
    _ga_na(medewerker("lotte"), zaak)
    assert {rij.keuze for rij in regels(zaak, moet_blijven=False)} == {"blijft"}
    eis_gewist(ververs(zaak))


# -- what goes with it ------------------------------------------------------------------------------------------------


def test_wie_de_gegevens_kreeg_moet_het_horen_ook_al_is_de_zaak_weg(verzoek: Zaak) -> None:
    zaak = klare_zaak()
    wis_alles_wat_mag(verzoek)
    (rij,) = Kennisgeving.objects.systeem(REDEN).filter(zaak=verzoek)
    assert (rij.soort, rij.stand, rij.over_zaak, rij.over_nummer) == ("gewist", "open", None, zaak.nummer)


def test_een_lijst_van_het_archief_gaat_verder_zonder_de_gewiste_zaak(verzoek: Zaak) -> None:
    zaak, ander = oude_melding(), oude_melding("wil")
    lijst = goedgekeurd()
    wis_alles_wat_mag(verzoek)
    assert lijst.regels.get(nummer=zaak.nummer).uitzondering == VAN_DE_LIJST
    with klok.op_moment(klok.nu() + timedelta(days=20)):
        assert archiefonderhoud.voer_lijsten_uit(Systeem(REDEN)) == 1
    assert not bestaat(ander)


def test_een_oud_adres_gaat_en_dat_van_nu_blijft(verzoek: Zaak) -> None:
    nu = klok.nu()
    velden = {"verstrekt_door_partij": partij("anna"), "soort_digitaal_adres": "email", "aangemaakt_op": nu}
    DigitaalAdres.objects.create(adres="oud@voorbeeld.example", vervallen_op=nu, **velden)
    DigitaalAdres.objects.create(adres="nu@voorbeeld.example", **velden)
    wis_alles_wat_mag(verzoek)
    assert sporen("oud@voorbeeld.example") == []
    assert sporen("nu@voorbeeld.example") == ["klanten_digitaaladres"]


def test_bestanden_die_niet_weg_konden_gaan_bij_een_volgende_beurt(verzoek: Zaak, monkeypatch: Any) -> None:
    zaak = oude_melding()

    def weigert(pad: str) -> None:
        raise OSError("de opslag is weg")

    monkeypatch.setattr(archiefonderhoud, "verwijder", weigert)
    wis_alles_wat_mag(verzoek)
    assert regel(verzoek, nummer=zaak.nummer).bestanden
    monkeypatch.undo()
    assert wisonderhoud.ruim_bestanden_op() == 1
    assert regel(verzoek, nummer=zaak.nummer).bestanden == []


def test_een_teruggezette_kopie_brengt_niets_terug_dat_gewist_was(verzoek: Zaak) -> None:
    zaak = oude_melding()
    contact("anna")
    notitie_schrijven(medewerker("vera"), ververs(zaak), onderwerp=GEHEIM, tekst=GEHEIM)
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT kopie")
        wis_alles_wat_mag(verzoek)
        assert sporen(GEHEIM) == []
        cursor.execute("ROLLBACK TO SAVEPOINT kopie")
    assert sporen(GEHEIM)
    with klok.op_moment(klok.nu() + timedelta(days=40)):
        assert "op verzoek gewist" in " ".join(bewaren())
        assert archiefonderhoud.vernietig_opnieuw(Systeem(REDEN)) == 1
        assert wisonderhoud.wis_opnieuw() >= 1
        assert wisonderhoud.wis_opnieuw() == 0
        assert list(teruggekomen()) == []
    assert sporen(GEHEIM) == []

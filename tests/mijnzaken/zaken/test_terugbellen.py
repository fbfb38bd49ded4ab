"""The terugbelnotitie: answered by telephone within five working days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from autorisatie.fouten import Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.models import Fase, Team
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import onderhoud
from mijnzaken.zaken.handelingen import terugbellen
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, terugbelproces
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, VANDAAG, burger, gebruiker, laat_waarnemen, medewerker, partij, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
VRAAG = Terugbelvraag(
    onderwerp="Subsidie",
    vraag="Wanneer wordt er gemeten?",
    achternaam="de Vries",
    telefoonnummer="+31610000137",
    emailadres="beller@voorbeeld.example",
)


def maak(van: str | None = "anna", team: str = "Geluid en Lucht") -> Zaak:
    return terugbellen.terugbelnotitie_maken(
        medewerker("mila"),
        VRAAG,
        proces=terugbelproces(),
        team=Team.objects.get(naam=team),
        partij=partij(van) if van else None,
    )


def test_binnen_vijf_werkdagen_voor_vijf_uur():
    notitie = maak()
    assert notitie.terugbel.uiterlijk_om == datetime(2026, 3, 9, 16, 0, tzinfo=UTC)  # Monday a week later, 17:00 here
    assert notitie.uiterlijke_einddatum == notitie.termijnsleutel == date(2026, 3, 9)


def test_een_feestdag_is_geen_werkdag():
    with klok.op_moment(datetime(2026, 4, 2, 9, 0, tzinfo=UTC)):  # Thursday; Good Friday and Easter Monday follow
        assert maak().uiterlijke_einddatum == date(2026, 4, 13)


def test_wie_niet_geverifieerd_is_krijgt_niets_in_het_portaal_maar_wel_bericht():
    notitie = maak(van=None)
    assert not notitie.rollen.filter(partij__isnull=False).exists()
    assert notitie.aanvragernaam == "de Vries"
    bericht = Bericht.objects.systeem(REDEN).get(soort="terugbel_aangemaakt")
    assert (bericht.adres, bericht.partij) == ("beller@voorbeeld.example", None)


def test_elke_belpoging_staat_vast_en_een_gemiste_wordt_verteld():
    notitie = maak()
    with pytest.raises(Invoerfout):
        terugbellen.belpoging_vastleggen(
            medewerker("karim"), notitie, bereikt=False, volgende_poging=VANDAAG - timedelta(hours=1)
        )
    for bereikt in (False, False, True):
        terugbellen.belpoging_vastleggen(
            medewerker("karim"), notitie, bereikt=bereikt, volgende_poging=VANDAAG + timedelta(days=1)
        )
    assert notitie.belpogingen.count() == 3
    assert Bericht.objects.voor(burger("anna")).filter(soort="terugbel_poging").count() == 2
    assert ververs(notitie).is_open


def test_een_antwoord_sluit_de_notitie_en_zegt_wie_het_gaf():
    notitie = maak()
    with pytest.raises(Invoerfout):
        terugbellen.terugbelnotitie_beantwoorden(medewerker("karim"), notitie, antwoord="  ")
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        terugbellen.terugbelnotitie_beantwoorden(medewerker("karim"), notitie, antwoord="In mei.")
    nu = ververs(notitie)
    assert (nu.fase, nu.behandelaar, nu.terugbel.beantwoord_door) == (
        Fase.AFGEROND,
        gebruiker("karim"),
        gebruiker("karim"),
    )
    assert "In mei." in Bericht.objects.voor(burger("anna")).get(soort="terugbel_beantwoord").tekst
    with pytest.raises(OnjuisteToestand):
        terugbellen.terugbelnotitie_beantwoorden(medewerker("karim"), notitie, antwoord="Toch juni.")


def test_te_laat_wordt_eenmaal_gemeld_aan_de_klant_en_de_teamleider():
    maak()
    assert onderhoud.bewaak_terugbelnotities() == 0
    with klok.op_moment(datetime(2026, 3, 9, 16, 1, tzinfo=UTC)):
        assert onderhoud.bewaak_terugbelnotities() == 1
        assert onderhoud.bewaak_terugbelnotities() == 0
    aan_team = Bericht.objects.systeem(REDEN).get(soort="terugbel_te_laat_team")
    assert aan_team.gebruiker == gebruiker("tess")
    assert VRAAG.vraag not in aan_team.tekst
    assert Bericht.objects.voor(burger("anna")).get(soort="terugbel_te_laat")


def test_wat_beantwoord_is_wordt_niet_als_te_laat_gemeld():
    notitie = maak()
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        terugbellen.terugbelnotitie_beantwoorden(medewerker("karim"), notitie, antwoord="In mei.")
    with klok.op_moment(VANDAAG + timedelta(days=30)):
        assert onderhoud.bewaak_terugbelnotities() == 0


def test_doorgeven_gaat_naar_een_team_of_een_collega_daarvan_met_reden():
    notitie = maak()
    geluid, bezwaar = Team.objects.get(naam="Geluid en Lucht"), Team.objects.get(naam="Bezwaar")
    sanne = medewerker("sanne")
    for velden in (
        {"team": bezwaar, "reden": ""},
        {"team": geluid, "reden": "x"},
        {"team": geluid, "gebruiker": gebruiker("bea"), "reden": "x"},
    ):
        with pytest.raises(Invoerfout):
            terugbellen.terugbelnotitie_doorgeven(sanne, notitie, **velden)
    terugbellen.terugbelnotitie_doorgeven(
        sanne, notitie, team=geluid, gebruiker=gebruiker("karim"), reden="Hij weet het."
    )
    assert ververs(notitie).behandelaar == gebruiker("karim")
    terugbellen.terugbelnotitie_doorgeven(medewerker("karim"), notitie, team=bezwaar, reden="Dit is een bezwaar.")
    nu = ververs(notitie)
    assert (nu.team, nu.behandelaar) == (bezwaar, None)
    assert Zaak.objects.voor(medewerker("bea")).filter(pk=nu.pk).exists()
    assert not Zaak.objects.voor(medewerker("sanne")).filter(pk=nu.pk).exists()


def test_een_notitie_van_een_afwezige_collega_kan_worden_overgenomen():
    notitie = maak()
    terugbellen.terugbelnotitie_overnemen(medewerker("sanne"), notitie)
    laat_waarnemen("karim", voor="sanne")
    terugbellen.terugbelnotitie_overnemen(medewerker("karim"), notitie)
    assert ververs(notitie).behandelaar == gebruiker("karim")

"""What an administrator writes of a zaaktype in the editor: it is kept, shown, and refused where it can't be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from autorisatie.fouten import OnjuisteToestand
from catalogus.models import (
    Mandaat,
    Selectielijstprocestype,
    Selectielijstresultaat,
    Statustype,
    Team,
    Zaaktype,
)
from catalogus.selectielijst import adres_van, lees_selectielijst, werk_bij
from catalogus.verschillen import verschillen
from catalogus.versies import kopieer
from mijnzaken.inrichting import handelingen
from mijnzaken.zaken.handelingen import behandelen, besluiten, taken
from tests.fabrieken import medewerker, registreer, ververs, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
ECHT = Path(__file__).resolve().parents[4] / "shared" / "gegevens" / "selectielijst" / "selectielijst_2020.json"
SUBSIDIE = "subsidie-verkeerslawaai"


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    """A concept that omar began."""
    return kopieer(zaaktype(SUBSIDIE), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype, deel: str = "") -> str:
    begin = f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/"
    return f"{begin}{deel}/nieuw/" if deel else begin


def bladzijde(client: Client, versie: Zaaktype) -> str:
    return client.get(adres(versie)).content.decode()


# -- mandate -----------------------------------------------------------------------------------------------------------


def _mandaat(versie: Zaaktype, **anders: Any) -> dict[str, Any]:
    besluittype = versie.besluitmomenten.order_by("volgorde").first().besluittype_id
    return {"besluittype": besluittype, "rol": "teamleider", "tot_bedrag": "5.000"} | anders


def test_zonder_mandaat_zegt_het_scherm_dat_ieder_met_het_recht_mag(ingelogd: Inloggen, concept: Zaaktype) -> None:
    assert "Iedereen met het recht om te besluiten, mag elk besluit nemen." in bladzijde(ingelogd("omar"), concept)


def test_een_mandaat_in_euros_staat_er_in_centen_en_in_woorden(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    assert omar.post(adres(concept, "mandaten"), _mandaat(concept)).status_code == 302
    mandaat = concept.mandaten.get()
    assert mandaat.tot_bedrag == 500_000
    assert "tot en met €\u00a05.000,00" in bladzijde(omar, concept)
    formulier = omar.get(f"{adres(concept)}mandaten/{mandaat.pk}/").content.decode()
    assert 'value="5.000,00"' in formulier
    assert "Mandaat ‘Beschikking subsidie teamleider’ is nieuw." in [
        str(v).replace(str(mandaat.besluittype), "Beschikking subsidie")
        for v in verschillen(zaaktype(SUBSIDIE), concept)
    ]


@pytest.mark.parametrize("fout", [{"rol": "burgemeester"}, {"rol": "inwoner"}, {"tot_bedrag": "-1"}, {"rol": ""}])
def test_een_mandaat_dat_niet_kan_komt_terug(ingelogd: Inloggen, concept: Zaaktype, fout: dict[str, str]) -> None:
    assert ingelogd("omar").post(adres(concept, "mandaten"), _mandaat(concept, **fout)).status_code == 422
    assert not concept.mandaten.exists()


def test_een_rol_heeft_een_mandaat_per_besluit(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    for stand in (302, 422):
        assert omar.post(adres(concept, "mandaten"), _mandaat(concept)).status_code == stand


def test_een_mandaat_voor_een_rol_die_er_niet_is_wordt_niet_gepubliceerd(ingelogd: Inloggen, concept: Zaaktype) -> None:
    """As an import can bring it from another municipality: nobody could ever decide."""
    moment = concept.besluitmomenten.first()
    Mandaat.objects.create(zaaktype=concept, besluittype=moment.besluittype, rol="dijkgraaf")
    zin = "Het mandaat noemt de rol dijkgraaf, en die is er niet."
    assert zin in bladzijde(ingelogd("omar"), concept)
    with pytest.raises(OnjuisteToestand, match=zin):
        handelingen.zaaktype_publiceren(medewerker("petra"), concept, proces=concept.proces)


def test_de_zaak_zegt_wie_mag_besluiten_en_biedt_de_knop_alleen_hem(ingelogd: Inloggen) -> None:
    soort = zaaktype(SUBSIDIE)
    moment = soort.besluitmomenten.order_by("volgorde").first()
    zaak = registreer("anna", SUBSIDIE)
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    mandaten = [
        Mandaat.objects.create(zaaktype=soort, besluittype=moment.besluittype, rol=rol, tot_bedrag=tot)
        for rol, tot in (("teamleider", 500_000), ("proceseigenaar", None))
    ]
    besluiten.besluit_voorstellen(
        medewerker("sanne"),
        ververs(zaak),
        besluitmoment=moment,
        uitkomst="toegekend",
        motivering="Het is hard.",
        bedrag=500_001,
    )
    tess, pagina, knop = ingelogd("tess"), f"/backoffice/zaken/{zaak.nummer}/", f"/{zaak.nummer}/besluiten/"
    tekst = tess.get(pagina).content.decode()
    assert all(deel in tekst for deel in ("Proceseigenaar", "Teamleider, tot en met €\u00a05.000,00"))
    assert "Uw mandaat gaat tot en met €\u00a05.000,00." in tekst
    assert knop not in tekst
    Mandaat.objects.filter(pk=mandaten[0].pk).update(tot_bedrag=500_001)
    tekst = tess.get(pagina).content.decode()
    assert knop in tekst
    assert "Teamleider, tot en met" in tess.get(f"{pagina}besluiten/").content.decode()


def test_de_editor_stelt_evenveel_vragen_bij_meer_mandaten(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar, moment = ingelogd("omar"), concept.besluitmomenten.first()
    Mandaat.objects.create(zaaktype=concept, besluittype=moment.besluittype, rol="teamleider")
    omar.get(adres(concept))
    with CaptureQueriesContext(connection) as eerst:
        omar.get(adres(concept))
    for nummer in range(20):
        Mandaat.objects.create(zaaktype=concept, besluittype=moment.besluittype, rol=f"rol-{nummer}")
    with CaptureQueriesContext(connection) as daarna:
        assert "rol-19" in bladzijde(omar, concept)
    assert len(daarna) == len(eerst)


# -- to which team ----------------------------------------------------------------------------------------------------

PARKEREN = "parkeervergunning-bewoners"


@pytest.fixture
def parkeren(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(PARKEREN), auteur_id=medewerker("omar").gebruiker.pk)


def _regel(**anders: Any) -> dict[str, Any]:
    team = Team.objects.get(naam=anders.pop("naam", "Openbare Ruimte")).pk
    leeg = dict.fromkeys(("product", "postcode_van", "postcode_tot", "vraag", "woord", "antwoord"), "")
    return leeg | {"volgorde": "1", "team": team} | anders


def test_een_zaak_gaat_naar_het_team_van_de_regel_die_past(ingelogd: Inloggen, parkeren: Zaaktype) -> None:
    """omar writes it, petra publishes it, and what comes in from then on follows it; the rest goes as it went."""
    omar = ingelogd("omar")
    assert "Elke nieuwe zaak gaat naar het team van het proces." in bladzijde(omar, parkeren)
    vraag = _regel(vraag="kenteken", woord="is", antwoord="XX-99-XX")
    assert omar.post(adres(parkeren, "verdeling"), vraag).status_code == 302
    assert "Kenteken is XX-99-XX" in bladzijde(omar, parkeren).replace("Wat is uw kenteken?", "Kenteken")
    handelingen.zaaktype_publiceren(medewerker("petra"), parkeren, proces=parkeren.proces)
    assert registreer("anna", PARKEREN, waarden={"kenteken": "XX-99-XX"}).team.naam == "Openbare Ruimte"
    assert registreer("anna", PARKEREN, waarden={"kenteken": "AA-11-AA"}).team.naam == "Parkeren"


def test_een_regel_komt_terug_zoals_zij_getypt_is(ingelogd: Inloggen, parkeren: Zaaktype) -> None:
    omar = ingelogd("omar")
    omar.post(adres(parkeren, "verdeling"), _regel(vraag="kenteken", woord="is", antwoord="XX-99-XX"))
    regel = parkeren.verdeelregels.get()
    tekst = omar.get(f"{adres(parkeren)}verdeling/{regel.pk}/").content.decode()
    assert 'value="XX-99-XX"' in tekst
    assert '<option value="kenteken" selected>' in tekst


def test_een_samengestelde_voorwaarde_blijft_heel(ingelogd: Inloggen, parkeren: Zaaktype) -> None:
    """As an import can bring it; the three fields can't hold it."""
    heel = {"niet": {"gegeven": "kenteken", "ingevuld": True}}
    regel = parkeren.verdeelregels.create(volgorde=1, team=parkeren.proces.team, voorwaarde=heel)
    omar, waar = ingelogd("omar"), f"{adres(parkeren)}verdeling/{regel.pk}/"
    assert "ingevuld" in omar.get(waar).content.decode()
    assert omar.post(waar, _regel(voorwaarde=json.dumps(heel), volgorde="2")).status_code == 302
    regel.refresh_from_db()
    assert (regel.volgorde, regel.voorwaarde) == (2, heel)
    assert omar.post(waar, _regel(voorwaarde='{"kenteken": 1}')).status_code == 422


@pytest.mark.parametrize(
    "fout",
    [
        {"postcode_van": "2500"},
        {"postcode_van": "2599", "postcode_tot": "2500"},
        {"vraag": "bestaat_niet"},
        {"vraag": "kenteken", "woord": "meer_dan", "antwoord": "1"},
        {"vraag": "kenteken", "woord": "is", "antwoord": " "},
        {"team": ""},
    ],
)
def test_een_verdeelregel_die_niet_kan_komt_terug(ingelogd: Inloggen, parkeren: Zaaktype, fout: dict[str, str]) -> None:
    assert ingelogd("omar").post(adres(parkeren, "verdeling"), _regel(**fout)).status_code == 422
    assert not parkeren.verdeelregels.exists()


def test_een_team_waarvan_niemand_de_zaken_ziet_wordt_niet_gepubliceerd(ingelogd: Inloggen, parkeren: Zaaktype) -> None:
    parkeren.verdeelregels.create(volgorde=1, team=Team.objects.get(naam="Geluid en Lucht"))
    zin = "Niemand van team Geluid en Lucht mag deze zaken behandelen."
    assert zin in bladzijde(ingelogd("omar"), parkeren)
    with pytest.raises(OnjuisteToestand, match=zin):
        handelingen.zaaktype_publiceren(medewerker("petra"), parkeren, proces=parkeren.proces)


# -- what a status does, and when a task comes with it -----------------------------------------------------------------


def _gevolg(versie: Zaaktype, **anders: Any) -> dict[str, Any]:
    bij = stappen_in_behandeling(versie)[0]
    leeg = dict.fromkeys(("grond", "titel", "termijn", "informatieobjecttype"), "")
    return leeg | {"statustype": bij.pk, "soort": "opschorting", "uitleg": "Wij wachten op het buitenland."} | anders


def stappen_in_behandeling(versie: Zaaktype) -> list[Statustype]:
    return list(versie.statustypen.filter(fase="in_behandeling"))


@pytest.mark.parametrize(
    "velden, grond, titel",
    [
        ({"grond": "overmacht"}, "overmacht", ""),
        ({"grond": "overmacht", "titel": "Verdwaald"}, "overmacht", ""),
        ({"soort": "aanvulling", "titel": "Een tekening", "termijn": "P2W"}, "aanvulling", "Een tekening"),
    ],
)
def test_een_status_zet_de_termijn_stil(
    ingelogd: Inloggen, concept: Zaaktype, velden: dict[str, str], grond: str, titel: str
) -> None:
    omar = ingelogd("omar")
    assert "De termijn loopt door bij elke status." in bladzijde(omar, concept)
    assert omar.post(adres(concept, "gevolgen"), _gevolg(concept, **velden)).status_code == 302
    gevolg = concept.statusgevolgen.get()
    assert (gevolg.grond, gevolg.titel) == (grond, titel)
    assert (titel or gevolg.get_grond_display()) in bladzijde(omar, concept)
    assert omar.get(f"{adres(concept)}gevolgen/{gevolg.pk}/").status_code == 200


@pytest.mark.parametrize(
    "fout",
    [
        {},
        {"grond": "aanvulling"},
        {"grond": "overmacht", "uitleg": ""},
        {"soort": "aanvulling", "titel": "Een tekening"},
        {"soort": "aanvulling", "termijn": "P2W"},
        {"soort": "aanvulling", "titel": "Een tekening", "termijn": "twee weken"},
        {"grond": "overmacht", "statustype": ""},
    ],
)
def test_een_gevolg_dat_niet_kan_komt_terug(ingelogd: Inloggen, concept: Zaaktype, fout: dict[str, str]) -> None:
    assert ingelogd("omar").post(adres(concept, "gevolgen"), _gevolg(concept, **fout)).status_code == 422
    assert not concept.statusgevolgen.exists()


def test_een_taak_met_een_voorwaarde_en_vragen(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar, gegeven = ingelogd("omar"), concept.gegevens.get(naam="rol_woning")
    taak = {
        "naam": "Nog een vraag",
        "omschrijving": "Beantwoord deze vraag.",
        "uitvoerder": "inwoner",
        "soort": "formulier",
        "termijn": "P2W",
        "blokkerend": "on",
        "bij_statustype": stappen_in_behandeling(concept)[0].pk,
        "knoptekst": "Antwoorden",
        "gegevens": [gegeven.pk],
        "vraag": gegeven.naam,
        "woord": "is",
        "antwoord": gegeven.keuzes[0]["label"],
    }
    assert omar.post(adres(concept, "taaktypen"), taak).status_code == 302
    gemaakt = concept.taaktypen.get(naam="Nog een vraag")
    assert gemaakt.voorwaarde == {"gegeven": gegeven.naam, "is": gegeven.keuzes[0]["waarde"]}
    assert list(gemaakt.gegevens.all()) == [gegeven]
    tekst = bladzijde(omar, concept)
    assert f"{gegeven.label} is {gegeven.keuzes[0]['label']}; de zaak wacht erop" in tekst


def test_de_zaak_zegt_op_welke_taak_zij_wacht(ingelogd: Inloggen) -> None:
    soort = zaaktype(SUBSIDIE)
    soort.taaktypen.create(
        naam="Laat het zien",
        omschrijving="Laat het ons zien.",
        soort="bevestigen",
        termijn="P2W",
        blokkerend=True,
        bij_statustype=stappen_in_behandeling(soort)[0],
    )
    zaak = registreer("anna", SUBSIDIE)
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    sanne, pagina, knop = ingelogd("sanne"), f"/backoffice/zaken/{zaak.nummer}/", f"/{zaak.nummer}/besluit_voorstellen/"
    zin = "Eerst moet deze taak klaar zijn: Laat het zien."
    tekst = sanne.get(pagina).content.decode()
    assert zin in tekst
    assert knop not in tekst
    assert zin in sanne.get(f"{pagina}besluit_voorstellen/", follow=True).content.decode()
    taak = zaak.taken.get(titel="Laat het zien")
    taken.taak_intrekken(medewerker("sanne"), ververs(zaak), taak.uuid)
    tekst = sanne.get(pagina).content.decode()
    assert knop in tekst
    assert zin not in tekst


# -- a result out of the Selectielijst ---------------------------------------------------------------------------------


def _laad_lijst() -> Selectielijstresultaat:
    procestype = Selectielijstprocestype.objects.create(jaar=2020, nummer=8, naam="Voorzieningen verstrekken")
    Selectielijstresultaat.objects.create(
        procestype=procestype, volledig_nummer="8.9", naam="Weg", waardering="vernietigen", vervallen=True
    )
    return Selectielijstresultaat.objects.create(
        procestype=procestype,
        volledig_nummer="8.1",
        naam="Verstrekt",
        waardering="vernietigen",
        bewaartermijn="P7Y",
    )


def _resultaat(**anders: Any) -> dict[str, Any]:
    leeg = dict.fromkeys(("archiefnominatie", "archiefactietermijn", "toelichting", "naam_inwoner"), "")
    return (
        leeg
        | {"omschrijving": "Gekregen", "uitkomst": "toegekend", "brondatum_afleidingswijze": "afgehandeld"}
        | anders
    )


def test_een_resultaat_uit_de_selectielijst_brengt_zijn_bewaartermijn_mee(
    ingelogd: Inloggen, concept: Zaaktype
) -> None:
    rij, omar = _laad_lijst(), ingelogd("omar")
    formulier = omar.get(adres(concept, "resultaten")).content.decode()
    assert '<optgroup label="8. Voorzieningen verstrekken">' in formulier
    assert "8.1 Verstrekt" in formulier
    assert "8.9 Weg" not in formulier
    assert omar.post(adres(concept, "resultaten"), _resultaat(resultaat=str(rij.uuid))).status_code == 302
    gemaakt = concept.resultaattypen.get(omschrijving="Gekregen")
    assert (gemaakt.selectielijstklasse, gemaakt.selectielijstnummer) == (adres_van(rij), "8.1")
    assert (gemaakt.archiefnominatie, gemaakt.archiefactietermijn) == ("vernietigen", "P7Y")
    assert "8.1; vernietigen na 7 jaar" in bladzijde(omar, concept)
    terug = omar.get(f"{adres(concept)}resultaten/{gemaakt.pk}/").content.decode()
    assert f'<option value="{rij.uuid}" selected>' in terug


def test_wat_de_beheerder_zelf_invult_gaat_voor_de_lijst(ingelogd: Inloggen, concept: Zaaktype) -> None:
    rij, omar = _laad_lijst(), ingelogd("omar")
    zelf = _resultaat(resultaat=str(rij.uuid), archiefnominatie="vernietigen", archiefactietermijn="P10Y")
    assert omar.post(adres(concept, "resultaten"), zelf).status_code == 302
    assert concept.resultaattypen.get(omschrijving="Gekregen").archiefactietermijn == "P10Y"


def test_een_resultaat_zonder_keuze_uit_de_lijst_komt_terug(ingelogd: Inloggen, concept: Zaaktype) -> None:
    _laad_lijst()
    for fout in ({}, {"resultaat": "geen-uuid"}):
        assert ingelogd("omar").post(adres(concept, "resultaten"), _resultaat(**fout)).status_code == 422


def test_zonder_geladen_lijst_schrijft_men_het_adres(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar, klasse = ingelogd("omar"), "https://selectielijst.example/1"
    assert omar.post(adres(concept, "resultaten"), _resultaat(selectielijstklasse=klasse)).status_code == 302
    assert concept.resultaattypen.get(omschrijving="Gekregen").selectielijstklasse == klasse


@pytest.mark.skipif(not ECHT.exists(), reason="de echte Selectielijst is hier niet")
def test_uit_de_echte_selectielijst_kiest_men_zonder_trage_bladzijde(ingelogd: Inloggen, concept: Zaaktype) -> None:
    werk_bij(lees_selectielijst(ECHT.read_text(encoding="utf-8")))
    Zaaktype.objects.filter(pk=concept.pk).update(selectielijst_procestype="")  # then the whole list is shown
    omar = ingelogd("omar")
    omar.get(adres(concept, "resultaten"))
    with CaptureQueriesContext(connection) as vragen:
        tekst = omar.get(adres(concept, "resultaten")).content.decode()
    assert tekst.count("<optgroup") > 20
    assert len(vragen) < 20


def test_wat_bij_een_andere_manier_van_tellen_hoort_wordt_niet_bewaard(ingelogd: Inloggen, concept: Zaaktype) -> None:
    rij, omar = _laad_lijst(), ingelogd("omar")
    formulier = omar.get(adres(concept, "resultaten")).context["form"]
    assert list(formulier.fields)[3] == "resultaat", "het vult de velden die daarna komen"
    assert formulier.fields["brondatum_procestermijn"].toon_als == (
        '{"gegeven": "brondatum_afleidingswijze", "een_van": ["termijn"]}'
    )
    getypt = _resultaat(resultaat=str(rij.uuid), brondatum_datumkenmerk="einddatum", brondatum_procestermijn="8 weken")
    assert omar.post(adres(concept, "resultaten"), getypt | {"brondatum_afleidingswijze": "termijn"}).status_code == 302
    gemaakt = concept.resultaattypen.get(omschrijving="Gekregen")
    assert (gemaakt.brondatum_procestermijn, gemaakt.brondatum_datumkenmerk) == ("P8W", "")
    hier = f"{adres(concept)}resultaten/{gemaakt.pk}/"
    assert omar.post(hier, getypt | {"brondatum_afleidingswijze": "eigenschap"}).status_code == 302
    gemaakt.refresh_from_db()
    assert (gemaakt.brondatum_procestermijn, gemaakt.brondatum_datumkenmerk) == ("", "einddatum")

"""The example catalogue is whole: every process of the domain, with real terms, texts, retention and product names."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogus.controles import bezwaren
from catalogus.formulieren.formulier import Gegevensformulier
from catalogus.gegevensgebruik import punten
from catalogus.models import (
    Fase,
    Gegeven,
    Kruistabelregel,
    Proces,
    Product,
    Resultaattype,
    SoortGegeven,
    SoortTaak,
    Statustype,
    Taaktype,
    Termijnbedrag,
    Termijnregel,
    Vrijedag,
    Zaaktype,
)
from catalogus.termijnen.duur import Duur
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from catalogus.uitwisseling.opmaak import opmaak
from mijnzaken.zaken.verloop import OVERGANGEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demostad")]

ECHT = Path(__file__).resolve().parents[3] / "shared" / "gegevens"

TERMIJNEN = {  # recht.md: what the law says, per process
    "subsidie-verkeerslawaai": ("redelijk", "P8W", "P8W", "4:13"),
    "schuldhulpverlening": ("wettelijk", "P12W", "", "Wgs art. 4"),
    "avg-inzage": ("avg", "P1M", "P2M", "AVG art. 12 lid 3 en art. 15"),
    "avg-rectificatie": ("avg", "P1M", "P2M", "art. 16"),
    "avg-wissing": ("avg", "P1M", "P2M", "art. 17"),
    "avg-beperking": ("avg", "P1M", "P2M", "art. 18"),
    "avg-bezwaar": ("avg", "P1M", "P2M", "art. 21"),
    "bezwaar": ("wettelijk", "P6W", "P6W", "7:10"),
    "klacht": ("wettelijk", "P6W", "P4W", "9:11"),
    "parkeervergunning-bewoners": ("redelijk", "P8W", "P4W", "4:13"),
    "melding-openbare-ruimte": ("werkdagen", "P2W", "", ""),
    "omgevingsvergunning-dakkapel": ("wettelijk", "P8W", "P6W", "Omgevingswet art. 16.64"),
    "woo-verzoek": ("wettelijk", "P4W", "P2W", "Woo art. 4.4"),
    "terugbelnotitie": ("werkdagen", "P7D", "", ""),
}


def zaaktype(identificatie: str) -> Zaaktype:
    """The newest version."""
    return Zaaktype.objects.filter(proces__identificatie=identificatie).latest("versienummer")


def test_alle_processen_van_het_domein_zijn_er_met_hun_echte_termijn() -> None:
    gevonden = {
        rij.identificatie: (rij.termijnregime, rij.doorlooptijd, rij.verlengingstermijn)
        for rij in Zaaktype.objects.met_proces()
    }
    assert gevonden == {naam: waarden[:3] for naam, waarden in TERMIJNEN.items()}
    for naam, (*_, artikel) in TERMIJNEN.items():
        assert artikel in zaaktype(naam).termijn_grondslag


def test_elke_versie_is_gepubliceerd_en_komt_door_de_controles() -> None:
    for rij in Zaaktype.objects.all():
        assert not rij.concept
        assert bezwaren(rij) == [], rij


BEOORDEELD = (
    "subsidie-verkeerslawaai",
    "schuldhulpverlening",
    "parkeervergunning-bewoners",
    "melding-openbare-ruimte",
    "bezwaar",
    "klacht",
    "terugbelnotitie",
)


@pytest.mark.parametrize("naam", BEOORDEELD)
def test_elk_gegeven_is_beoordeeld(naam: str) -> None:
    """The newest version answers what every gegeven must stand up to; the one before it stays as it was published."""
    versie = zaaktype(naam)
    assert all(punten(gegeven).beoordeeld for gegeven in versie.gegevens.all())
    vorige = Zaaktype.objects.get(proces=versie.proces, versienummer=versie.versienummer - 1)
    assert vorige.einde_geldigheid == versie.begin_geldigheid
    assert not any(punten(gegeven).beoordeeld for gegeven in vorige.gegevens.all())


@pytest.mark.parametrize("naam", BEOORDEELD)
def test_elk_antwoord_is_van_dat_ene_gegeven(naam: str) -> None:
    """Who repeats a phrase did not look at the gegeven."""
    antwoorden = list(zaaktype(naam).gegevens.values_list("minder", flat=True))
    assert len(set(antwoorden)) == len(antwoorden)


def test_nog_een_keer_laden_verandert_niets() -> None:
    assert not laad(lees(paden(DEMOSTAD))).veranderde_iets


def test_de_bestanden_staan_in_de_opmaak_van_het_schrijven() -> None:
    """So that an export of the same catalogue gives a diff that a person can read."""
    for pad in paden(DEMOSTAD):
        tekst = pad.read_text()
        assert tekst == opmaak(json.loads(tekst)) + "\n", pad.name


def test_elke_soort_gegeven_en_elke_soort_taak_komt_voor_bij_de_subsidie() -> None:
    subsidie = zaaktype("subsidie-verkeerslawaai")
    op_formulier = subsidie.gegevens.filter(stap__isnull=False)
    assert set(op_formulier.values_list("soort", flat=True)) == set(SoortGegeven.values)
    assert subsidie.formulierstappen.count() == 5
    assert op_formulier.count() >= 20
    assert op_formulier.exclude(toon_als={}).count() >= 6
    assert set(subsidie.taaktypen.values_list("soort", flat=True)) == set(SoortTaak.values)
    assert subsidie.gegevens.get(eenmalige_code=True).verplicht


def test_elke_pagina_van_elk_formulier_is_te_maken_en_wil_antwoord() -> None:
    for rij in Zaaktype.objects.all():
        for stap in rij.formulierstappen.all():
            leeg = Gegevensformulier(stap.gegevens.all(), data={})
            altijd = {vraag.naam for vraag in stap.gegevens.filter(toon_als={})}
            assert altijd <= set(leeg.fields), (rij, stap)
            verplicht = {vraag.naam for vraag in stap.gegevens.filter(verplicht=True, toon_als={})}
            assert verplicht <= set(leeg.errors), (rij, stap, leeg.errors)


def test_voorvulling_komt_uit_bronnen_die_er_zijn() -> None:
    brp = {"brp.naam", "brp.voorletters", "brp.achternaam", "brp.geboortedatum", "brp.adres"}
    paden_in_gebruik = set(Gegeven.objects.exclude(voorvulling="").values_list("voorvulling", flat=True))
    assert paden_in_gebruik == brp | {"partij.email", "partij.telefoon", "kvk.nummer", "product.actie"}


def test_de_eigenaar_geeft_bij_de_subsidie_zelf_toestemming() -> None:
    eigenaar = zaaktype("subsidie-verkeerslawaai").roltypen.get(omschrijving="Eigenaar")
    assert eigenaar.toestemming_vereist
    assert eigenaar.ziet_zaak
    assert eigenaar.uitnodigen_op.soort == "email"


def test_de_subsidie_heeft_drie_besluiten_met_elk_een_eigen_termijn() -> None:
    momenten = list(zaaktype("subsidie-verkeerslawaai").besluitmomenten.all())
    assert [moment.rondt_zaak_af for moment in momenten] == [False, False, True]
    assert all(moment.beslistermijn and moment.termijn_grondslag for moment in momenten)


@pytest.mark.parametrize("naam", ["melding-openbare-ruimte", "klacht", "terugbelnotitie"])
def test_zonder_besluit_zijn_de_handelingen_van_een_besluit_uit(naam: str) -> None:
    rij = zaaktype(naam)
    assert not rij.besluitmomenten.exists()
    assert {"besluiten", "besluit_voorstellen"} <= set(rij.uitgeschakelde_handelingen)
    assert not rij.dwangsom_mogelijk


def test_uitgeschakelde_handelingen_bestaan() -> None:
    uit = {naam for rij in Zaaktype.objects.all() for naam in rij.uitgeschakelde_handelingen}
    assert uit <= set(OVERGANGEN)


def test_elke_fase_waar_een_zaak_kan_komen_heeft_woorden() -> None:
    """A zaak that waits, or of which a decision is proposed, says so in its own words."""
    naar = {"aanvulling_vragen": Fase.WACHT_OP_AANVRAGER, "besluit_voorstellen": Fase.BESLUIT_VOORGESTELD}
    for rij in Zaaktype.objects.all():
        fasen = {status.fase for status in rij.statustypen.all()}
        assert {Fase.ONTVANGEN, Fase.IN_BEHANDELING, Fase.AFGEROND} <= fasen, rij
        for handeling, fase in naar.items():
            if handeling not in rij.uitgeschakelde_handelingen:
                assert fase in fasen, (rij, fase)


def test_bijzondere_trekken_van_de_processen() -> None:
    assert zaaktype("bezwaar").termijn_vanaf == "einde_bezwaartermijn"
    assert set(zaaktype("bezwaar").opschortingsgronden) == {"buitenland", "toe_te_rekenen", "overmacht", "verzuim"}
    assert not zaaktype("woo-verzoek").dwangsom_mogelijk
    assert zaaktype("omgevingsvergunning-dakkapel").extern_behandeld
    assert zaaktype("melding-openbare-ruimte").anoniem_toegestaan
    terugbel = zaaktype("terugbelnotitie")
    assert (terugbel.werkdagen, str(terugbel.uiterlijk_tijdstip)) == (5, "17:00:00")
    moment = zaaktype("parkeervergunning-bewoners").besluitmomenten.get()
    assert (moment.geeft_product, moment.product_geldigheid) == ("Parkeervergunning bewoners", "P1Y")
    acties = Kruistabelregel.objects.filter(product__slug="parkeervergunning-bewoners").values_list("actie", flat=True)
    assert set(acties) == {"aanvragen", "wijzigen", "verlengen", "stoppen"}


def test_schuldhulp_houdt_gevoelige_gegevens_apart() -> None:
    groepen = set(zaaktype("schuldhulpverlening").gegevens.values_list("gegevensgroep", flat=True))
    assert {"bijzondere_persoonsgegevens", "financieel"} <= groepen
    assert zaaktype("schuldhulpverlening").get_vertrouwelijkheidaanduiding_display() == "vertrouwelijk"


def test_elk_product_is_volledig_en_aan_te_vragen() -> None:
    dag = date(2026, 11, 23)
    producten = list(Product.objects.gepubliceerd_op(dag))
    assert len(producten) == 14
    for product in producten:
        for veld in (
            "samenvatting",
            "tekst",
            "voorwaarden",
            "kosten",
            "duur_toelichting",
            "bezwaar",
            "contact",
            "doelgroep",
        ):
            assert getattr(product, veld), (product, veld)
        assert product.trefwoorden
        assert product.backoffice
        assert product.themas.exists()
        regel = product.kruistabel.get(actie="aanvragen")
        assert Zaaktype.objects.geldig(regel.proces, dag), product


def test_verzonnen_bedragen_zeggen_dat() -> None:
    for product in Product.objects.all():
        bedrag = "€" in product.kosten + product.kosten_toelichting
        assert product.verzonnen_bedragen == bedrag, product
        if bedrag:
            assert "voorbeeld" in product.kosten_toelichting


def test_upl_namen_zijn_echt_en_de_rest_zegt_dat_er_geen_is() -> None:
    met = Product.objects.filter(upl__isnull=False)
    assert met.count() == 7
    for product in met:
        assert product.upl.uri.startswith("http://standaarden.overheid.nl/owms/terms/")
    if not ECHT.is_dir():
        pytest.skip(f"overgeslagen: {ECHT} is er niet, de echte UPL staat buiten dit project")
    echt = (ECHT / "upl" / "UPL-actueel.csv").read_text(encoding="utf-8-sig")
    for product in met:
        assert f"{product.upl.naam},{product.upl.uri}," in echt, product


def test_bewaartermijnen_komen_uit_de_selectielijst() -> None:
    if not ECHT.is_dir():
        pytest.skip(f"overgeslagen: {ECHT} is er niet, de Selectielijst staat buiten dit project")
    rijen = json.loads((ECHT / "selectielijst" / "selectielijst_2020.json").read_text())
    echt: dict[str, Any] = {rij["fields"]["uuid"]: rij["fields"] for rij in rijen if "resultaat" in rij["model"]}
    for resultaat in Resultaattype.objects.all():
        klasse = echt[resultaat.selectielijstklasse.rsplit("/", 1)[-1]]
        assert resultaat.archiefnominatie == klasse["waardering"], resultaat
        assert (resultaat.archiefactietermijn or None) == klasse["bewaartermijn"], resultaat
        if klasse["procestermijn"] == "nihil":  # ztc-003
            assert resultaat.brondatum_afleidingswijze == "afgehandeld", resultaat


def test_termijnen_en_bedragen_van_de_wet_staan_in_tabellen() -> None:
    dag = date(2026, 11, 23)
    wet = {"bezwaartermijn": "P6W", "redelijke_termijn": "P8W", "niet_behandelen": "P4W", "ingebrekestelling": "P2W"}
    assert {code: Termijnregel.objects.termijn(code, dag) for code in wet} == wet
    per_dag = Termijnbedrag.objects.geldig_op(dag).filter(soort="dwangsom_per_dag")
    treden = per_dag.values_list("vanaf_dag", "tot_en_met_dag", "bedrag_in_centen")
    assert list(treden) == [(1, 14, 2300), (15, 28, 3500), (29, 42, 4500)]
    assert Termijnbedrag.objects.geldig_op(dag).get(soort="dwangsom_maximum").bedrag_in_centen == 144200
    assert not Termijnbedrag.objects.geldig_op(date(2009, 9, 30)).exists()


def test_feestdagen_zijn_die_van_de_termijnenwet() -> None:
    dagen = set(Vrijedag.objects.values_list("datum", flat=True))
    assert {date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)} <= dagen, "gelijkgestelde dagen"
    assert {date(jaar, 5, 5) for jaar in range(2018, 2036)} <= dagen, "5 mei is het elk jaar"
    assert {date(2025, 4, 26), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)} <= dagen
    assert date(2025, 4, 27) not in dagen


def test_teksten_voor_inwoners_zijn_kort_en_gewoon() -> None:
    """B1 can't be measured, but sentences of more than 35 words and words of the office can."""
    ambtelijk = re.compile(
        r"\b(conform|derhalve|middels|inzake|teneinde|alsmede|bovengenoemde|desbetreffende)\b", re.IGNORECASE
    )
    teksten = [
        *(tekst for rij in Zaaktype.objects.all() for tekst in (rij.doel_inwoner, rij.wat_gebeurt_er, rij.bewaarreden)),
        *Statustype.objects.values_list("statustekst", flat=True),
        *Gegeven.objects.values_list("hulptekst", flat=True),
        *Gegeven.objects.values_list("minder", flat=True),
        *Taaktype.objects.values_list("omschrijving", flat=True),
        *Product.objects.values_list("samenvatting", flat=True),
    ]
    for tekst in teksten:
        assert not ambtelijk.search(tekst), tekst
        for zin in re.split(r"[.!?\n]", tekst):
            assert len(zin.split()) <= 35, zin


def test_periodes_zijn_te_lezen() -> None:
    for rij in Zaaktype.objects.all():
        for periode in filter(None, (rij.doorlooptijd, rij.servicenorm, rij.verlengingstermijn)):
            assert Duur.lees(periode).in_woorden()


def test_elk_proces_ligt_bij_een_team_met_een_directeur_erboven() -> None:
    for proces in Proces.objects.all():
        assert proces.dienst.directeur
        assert proces.proceseigenaar

"""Walk 9: omar and petra connect a process that nobody made before, from nothing to live, by screens only; then anna
applies for it, and reads the decision with what she can do against it. No code, no restart, no line of a catalogue.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from catalogus import klok
from catalogus.models import Product, Zaaktype
from mijnzaken.zaken.models import Zaak
from tests.browser.aansluiten import Beheerder, Dossier, Versie
from tests.browser.conftest import Iemand
from tests.browser.test_medewerkers import handel
from tests.fabrieken import REDEN

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
PROCES, PRODUCT = "subsidie-groen-dak", "/producten/subsidie-groen-dak/"
_UUID = "5c6b1c1e-7a43-4f70-8c2e-0d6d9c4b7a0"
LIJST = [
    {
        "pk": 1,
        "model": "selectielijst.procestype",
        "fields": {"uuid": f"{_UUID}1", "jaar": 2020, "nummer": 2, "naam": "Subsidies verlenen"},
    },
    *(
        {
            "pk": nummer + 1,
            "model": "selectielijst.resultaat",
            "fields": {
                "uuid": f"{_UUID}{nummer + 1}", "proces_type": 1, "nummer": nummer, "naam": naam,
                "waardering": "vernietigen", "bewaartermijn": termijn,
            },
        }
        for nummer, naam, termijn in ((1, "Verleend", "P7Y"), (2, "Geweigerd", "P5Y"))
    ),
]  # fmt: skip


def test_9_een_nieuw_proces_van_niets_tot_live(iemand: Maak, tmp_path: Path) -> None:
    lijst = tmp_path / "selectielijst.json"
    lijst.write_text(json.dumps(LIJST))
    omar, petra = Beheerder(iemand("omar")), Beheerder(iemand("petra"))
    kies_selectielijst(omar, lijst)
    maak_product(omar)
    versie = begin_proces(omar)
    maak_soorten(omar)
    ontwerp_formulier(versie)
    ontwerp_verloop(versie)
    ontwerp_einde(versie)
    koppel(omar)
    maak_regels(omar)
    beoordeel_gegevens(versie)
    probeer_uit(versie)
    vul_dossier(omar, petra)
    publiceer(petra, versie)
    zet_op_de_website(omar)

    zaak = vraag_aan(iemand("anna"))
    besluit(iemand, zaak)
    anna = iemand("anna", 390)
    anna.ga(f"/mijn/zaken/{zaak.uuid}/")
    assert "omdat uw dak groen wordt" in anna.tekst()
    assert "U kunt bezwaar maken tot en met" in anna.tekst()
    expect(anna.pagina.get_by_role("link", name="Bezwaar maken")).to_be_visible()


def kies_selectielijst(omar: Beheerder, lijst: Path) -> None:
    omar.ga("/")
    omar.volg("Selectielijst")
    omar.bewaar("Laden", bestand=str(lijst))
    omar.ziet("Nieuw: 3.")


def maak_product(omar: Beheerder) -> None:
    omar.ga("/producten/")
    omar.volg("Nieuw product")
    omar.bewaar(
        "Product maken",
        naam="Subsidie groen dak",
        samenvatting="Geld voor planten op uw dak. Dat houdt de stad koel en vangt regen op.",
    )
    omar.bewaar(
        tekst="Legt u planten op uw dak? Dan betaalt de gemeente mee.",
        voorwaarden="- Het dak ligt op een woning in Demostad.\n- Het dak is ten minste 6 m².",
        benodigdheden="De oppervlakte van het dak.",
        grondslag="Subsidieverordening groene daken, artikel 4",
    )
    omar.ga(PRODUCT)
    omar.bewaar(trefwoorden="sedum, groendak, dakplanten")


def begin_proces(omar: Beheerder) -> Versie:
    omar.ga("/zaaktypen/")
    omar.volg("Nieuw proces")
    omar.bewaar(
        "Proces maken",
        naam="Subsidie groen dak",
        groep="subsidies",
        team="Geluid en Lucht",
        proceseigenaar="Afdelingshoofd Wonen",
    )
    omar.volg("Algemeen wijzigen")
    omar.bewaar(
        doel="Meer planten op daken, tegen hitte en wateroverlast.",
        aanleiding="Een aanvraag van een eigenaar.",
        doel_inwoner="Wij betalen mee aan planten op uw dak.",
        wat_gebeurt_er="Wij kijken of uw dak past in de regeling en besluiten daarna.",
        publiekstermijn="binnen 8 weken",
        doorlooptijd="8 weken",
        servicenorm="5 weken",
        verlenging_mogelijk=True,
        verlengingstermijn="4 weken",
        verlenging_aantal="1",
        verlenging_grondslag="Awb 4:14 lid 3",
        betrouwbaarheid_minimaal="Inloggen op niveau laag",
        bewaarreden="Zo lang kan de gemeente nagaan waarvoor zij subsidie gaf.",
        selectielijst_procestype="2. Subsidies verlenen",
    )
    return Versie(omar, PROCES)


def maak_soorten(omar: Beheerder) -> None:
    omar.ga("/soorten/")
    omar.volg("Nieuw: soort besluit")
    omar.bewaar(omschrijving="Besluit subsidie groen dak", reactietermijn="6 weken")
    omar.ga("/soorten/")
    omar.volg("Nieuw: soort document")
    omar.bewaar(omschrijving="Offerte groen dak", informatieobjectcategorie="bewijsstuk")


def ontwerp_formulier(versie: Versie) -> None:
    """Two steps; what is known is fetched, and a question is there only when it matters."""
    versie.wijzig("1. Uw aanvraag", titel="Uw dak")
    versie.deel("stappen", volgnummer="2", titel="Over u")
    grond = {"grondslag": "Subsidieverordening groene daken, artikel 4"}
    versie.deel(
        "gegevens", label="Hoeveel m² wordt groen?", naam="oppervlakte", soort="getal", verplicht=True,
        stap="1. Uw dak", doel="Daarvan hangt het bedrag af.", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Bent u eigenaar van het dak?", naam="eigenaar", soort="ja of nee", verplicht=True,
        stap="1. Uw dak", volgorde="2", doel="Alleen een eigenaar krijgt de subsidie.", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Wie is de eigenaar?", naam="wie_eigenaar", soort="tekst", stap="1. Uw dak", volgorde="3",
        vraag="Bent u eigenaar van het dak?", woord="is", antwoord="nee",
        doel="Om de eigenaar te vragen of hij het goed vindt.", gegevensgroep="persoonsgegevens", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Uw naam", naam="naam", soort="tekst", stap="2. Over u", voorvulling="de naam",
        bron="Basisregistratie Personen (BRP)", corrigeerbaar=False,
        correctie_uitleg="Klopt uw naam niet? Bel 14 070.", doel="Om u te schrijven.",
        gegevensgroep="persoonsgegevens", grondslag="Awb 4:2",
    )  # fmt: skip


def ontwerp_verloop(versie: Versie) -> None:
    versie.wijzig("3. Afgerond", volgnummer="9", statustekst="Wij hebben een besluit genomen.")
    versie.deel(
        "statustypen", volgnummer="3", omschrijving="Wacht op aanvrager", fase="wacht op aanvrager",
        statustekst="Wij wachten op een stuk van u.", informeren=True,
    )  # fmt: skip
    versie.deel(
        "statustypen", volgnummer="4", omschrijving="Advies", fase="advies", statustekst="Een collega kijkt mee."
    )
    versie.deel(
        "statustypen", volgnummer="5", omschrijving="Besluit voorgesteld", fase="besluit voorgesteld",
        statustekst="Wij schrijven het besluit.",
    )  # fmt: skip
    versie.deel(
        "documenten", volgnummer="1", informatieobjecttype="Offerte groen dak", richting="inkomend",
        inwoner_mag_toevoegen=True, inwoner_mag_zien=True,
    )  # fmt: skip
    versie.deel(
        "taaktypen", naam="Stuur uw offerte", omschrijving="Wij willen zien wat het dak kost.", soort="document sturen",
        termijn="3 weken", knoptekst="Offerte sturen", informatieobjecttype="Offerte groen dak",
    )  # fmt: skip


def ontwerp_einde(versie: Versie) -> None:
    versie.deel(
        "besluiten", volgorde="1", besluittype="Besluit subsidie groen dak", rondt_zaak_af=True, bezwaar=True,
        geeft_product="Subsidie groen dak",
    )  # fmt: skip
    versie.deel("mandaten", besluittype="Besluit subsidie groen dak", rol="Teamleider", tot_bedrag="10000")
    for naam, uitkomst, klasse in (
        ("Verleend", "toegekend", "2.1 Verleend"),
        ("Geweigerd", "afgewezen", "2.2 Geweigerd"),
        ("Niet behandeld", "niet behandeld", "2.2 Geweigerd"),
        ("Ingetrokken", "ingetrokken", "2.2 Geweigerd"),
    ):
        versie.deel(
            "resultaten", omschrijving=naam, uitkomst=uitkomst, resultaat=klasse,
            brondatum_afleidingswijze="afgehandeld",
        )  # fmt: skip
    versie.deel("rollen", omschrijving="Beslisser", omschrijving_generiek="beslisser")
    versie.deel("rollen", omschrijving="Adviseur", omschrijving_generiek="adviseur")
    versie.wie.ziet("vernietigen na 7 jaar")


def koppel(omar: Beheerder) -> None:
    omar.ga(PRODUCT)
    omar.volg("Zaaktype kiezen")
    omar.pagina.get_by_label("Subsidie groen dak, aanvragen").select_option(label="Subsidie groen dak")
    omar.druk("Opslaan")
    omar.ziet("1 wijziging opgeslagen.")


def maak_regels(omar: Beheerder) -> None:
    """Who may, and how much: each rule is tried, and what came out is kept as an example."""
    _begin_tabel(omar, "wie het mag aanvragen", "Bent u eigenaar van het dak?")
    _regel(omar, als_eigenaar="ja", mag="Ja, dat kan")
    _regel(omar, mag="Nee, dat kan niet", reden="Alleen de eigenaar van het dak kan de subsidie vragen.")
    _voorbeeld(omar, "een huurder", "Alleen de eigenaar", p_eigenaar="Nee")
    _voorbeeld(omar, "een eigenaar", "Ja, dat kan.", p_eigenaar="Ja")
    _neem_in_gebruik(omar)
    _begin_tabel(omar, "hoeveel iemand krijgt", "Hoeveel m² wordt groen?")
    _regel(omar, als_oppervlakte_tot_en_met="5", bedrag="0")
    _regel(omar, als_oppervlakte_tot_en_met="30", bedrag="25", eenheid="per m²")
    _regel(omar, bedrag="750")
    _voorbeeld(omar, "een dakkapel", "niets", p_oppervlakte="4")
    _voorbeeld(omar, "een gewoon dak", "€ 25,00 per m²", p_oppervlakte="20")
    _voorbeeld(omar, "een groot dak", "€ 750,00", p_oppervlakte="45")
    _neem_in_gebruik(omar)


def _begin_tabel(omar: Beheerder, soort: str, vraag: str) -> None:
    omar.ga(f"{PRODUCT}regels/")
    omar.druk(f"Tabel maken: {soort}")
    omar.volg("Vraag uit het formulier")
    omar.bewaar(gegeven=vraag)


def _regel(omar: Beheerder, **velden: str) -> None:
    omar.volg("Nieuwe regel")
    omar.bewaar(**velden)


def _voorbeeld(omar: Beheerder, naam: str, uitkomst: str, **antwoorden: str) -> None:
    omar.vul(**{veld.replace("_", "-", 1): waarde for veld, waarde in antwoorden.items()})
    omar.druk("Uitproberen")
    expect(omar.pagina.get_by_role("status").filter(has_text=uitkomst)).to_be_visible()
    omar.bewaar("Bewaren als voorbeeld", voorbeeldnaam=naam)


def _neem_in_gebruik(omar: Beheerder) -> None:
    assert omar.pagina.get_by_text("klopt niet", exact=True).count() == 0
    omar.druk("In gebruik nemen")
    omar.ziet("De tabel is klaar")


def beoordeel_gegevens(versie: Versie) -> None:
    omar = versie.wie
    omar.ga(f"{versie.pad}gegevensgebruik/")
    for vraag in ("Hoeveel m² wordt groen?", "Bent u eigenaar van het dak?", "Wie is de eigenaar?", "Uw naam"):
        omar.pagina.locator("summary", has_text=vraag).click()
        omar.volg(f"Beoordelen: {vraag}")
        omar.bewaar(minder="Nee: zonder dit antwoord is er geen besluit.", doelbinding="alleen voor dit proces")
    omar.ziet("Van 4 van de 4 gegevens zijn alle vragen beantwoord.")


def probeer_uit(versie: Versie) -> None:
    """omar walks through his concept as a resident and as a handler; nothing of it stays."""
    omar = versie.wie
    versie.open()
    omar.volg("Probeer dit concept uit")
    omar.bewaar("Volgende", oppervlakte="20", eigenaar="Ja")
    omar.druk("Volgende")
    omar.druk("Versturen")
    omar.ziet("Wij hebben uw aanvraag ontvangen.")
    omar.volg("In behandeling nemen")
    omar.druk("In behandeling nemen")
    omar.ziet("Wij bekijken uw aanvraag.")
    assert not Zaak.objects.systeem(REDEN).filter(proces__identificatie=PROCES).exists()


def vul_dossier(omar: Beheerder, petra: Beheerder) -> None:
    """What the risk demands: two marks make a DPIA due. omar writes, petra agrees."""
    dossier = Dossier(PROCES)
    omar.ga(f"{dossier.pad}rollen/")
    omar.bewaar(
        opdrachtgever="Directeur Stedelijke Ontwikkeling",
        functioneel_beheer="Functioneel beheer",
        technisch_beheer="Automatisering",
    )
    wat = {"eigenaar": "Afdelingshoofd Wonen", "bevindingen": "Onderzocht en in orde."}
    dossier.schrijf(
        omar, "pre-dpia", **wat,
        **{f"vraag_{v}": "Nee" for v in ("gevoelig", "kwetsbaar", "schaal", "automatisch", "complex", "bewijslast")},
        vraag_koppelen="Ja", vraag_misbruik="Ja",
    )  # fmt: skip
    omar.ga(dossier.pad)
    omar.ziet("Een DPIA is nodig:")
    stappen = ("doel", "ontwerp", "dpia", "ib-toets", "realisatie", "test")
    for stap in stappen:
        dossier.schrijf(omar, stap, **wat)
    assert omar.pagina.get_by_role("link", name="Akkoord geven").count() == 0
    dossier.keur_goed(petra, "pre-dpia", *stappen)
    petra.ga(dossier.pad)
    petra.ziet("Het dossier is in orde.")


def publiceer(petra: Beheerder, versie: Versie) -> None:
    versie.open()
    versie.wie.ziet("Alles is ingevuld.")
    assert versie.wie.pagina.get_by_role("button", name="Publiceren").count() == 0
    petra.ga(versie.pad)
    petra.ziet("besluittype Besluit subsidie groen dak")
    petra.druk("Publiceren")
    petra.ziet("Versie 1 geldt vanaf nu voor nieuwe zaken.")
    assert Zaaktype.objects.geldig(versie_van(), klok.vandaag()).versienummer == 1


def versie_van() -> object:
    return Zaaktype.objects.get(proces__identificatie=PROCES).proces


def zet_op_de_website(omar: Beheerder) -> None:
    omar.ga(PRODUCT)
    vandaag = klok.vandaag()
    omar.bewaar(gepubliceerd_van=f"{vandaag.day}-{vandaag.month}-{vandaag.year}")
    assert Product.objects.gepubliceerd_op(vandaag).filter(slug=PROCES).exists()


def vraag_aan(anna: Iemand) -> Zaak:
    """anna finds it by a word of her own, sees whether she may and what she would get, and applies."""
    anna.ga("/producten/?zoek=groendak")
    anna.klik("Subsidie groen dak", "link")
    anna.klik("Kom ik in aanmerking?", "link")
    pagina = anna.pagina
    pagina.get_by_label("Ja", exact=True).check()
    pagina.get_by_label("Hoeveel m² wordt groen?").fill("20")
    anna.klik("Bekijk de uitkomst")
    assert "Ja, dat kan." in anna.tekst()
    assert "25,00 per m²" in anna.tekst()
    anna.ga("/mijn/aanvragen/subsidie-groen-dak/")
    anna.klik("Beginnen")
    pagina.get_by_label("Hoeveel m² wordt groen?").fill("20")
    expect(pagina.get_by_label("Wie is de eigenaar?")).to_be_hidden()
    pagina.get_by_label("Ja", exact=True).check()
    expect(pagina.get_by_label("Wie is de eigenaar?")).to_be_hidden()
    anna.klik("Volgende", exact=True)
    expect(pagina.get_by_label("Uw naam")).to_have_value("A.M. de Vries")
    anna.klik("Volgende", exact=True)
    anna.klik("Versturen", exact=True)
    zaak: Zaak = Zaak.objects.systeem(REDEN).get(proces__identificatie=PROCES)
    assert zaak.nummer in anna.tekst()
    return zaak


def besluit(iemand: Maak, zaak: Zaak) -> None:
    """sanne handles and proposes; tess, who has the mandate up to this amount, decides."""
    sanne, tess = iemand("sanne"), iemand("tess")
    handel(sanne, zaak, "in_behandeling_nemen", "In behandeling nemen")
    assert "25,00 per m²" in sanne.tekst()
    handel(
        sanne, zaak, "besluit_voorstellen", "Voorstel doen", uitkomst="toegekend", bedrag="500",
        motivering="U krijgt € 500, omdat uw dak groen wordt.",
    )  # fmt: skip
    handel(tess, zaak, "besluiten", "Neem dit besluit")

"""Walk 9: omar and petra connect a process that nobody made before, from nothing to live, by screens only: under its
national name, with a team for large roofs, and in its own words. Then anna and bram apply for it, each at the right
team, and anna reads the decision with what she can do against it. No code, no restart, no line of a catalogue.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from catalogus import klok
from catalogus.models import Product, Zaaktype
from mijnzaken.zaken.models import Zaak
from tests.browser.aansluiten import Beheerder, Dossier, Versie
from tests.browser.conftest import Iemand
from tests.browser.groendak import (
    ANDER_TEAM,
    STAP,
    WOORDEN,
    beoordeel_gegevens,
    geef_team_recht,
    ontwerp_einde,
    ontwerp_formulier,
    ontwerp_verdeling,
    ontwerp_verloop,
    ontwerp_woorden,
)
from tests.browser.lijsten import schrijf_selectielijst, schrijf_upl
from tests.browser.test_medewerkers import handel
from tests.fabrieken import REDEN

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
PROCES, PRODUCT = "subsidie-groen-dak", "/producten/subsidie-groen-dak/"
UPL = ("milieuvriendelijk bouwsubsidie", "http://standaarden.overheid.nl/owms/terms/milieuvriendelijk_bouwsubsidie")


def test_9_een_nieuw_proces_van_niets_tot_live(iemand: Maak, tmp_path: Path) -> None:
    omar, petra = Beheerder(iemand("omar")), Beheerder(iemand("petra"))
    kies_selectielijst(omar, schrijf_selectielijst(tmp_path / "selectielijst.json"))
    maak_product(omar)
    geef_landelijke_naam(omar, schrijf_upl(tmp_path / "upl.csv", *UPL))
    versie = begin_proces(omar)
    maak_soorten(omar)
    ontwerp_formulier(versie)
    ontwerp_verloop(versie)
    ontwerp_einde(versie)
    koppel(omar)
    ontwerp_verdeling(versie)
    geef_team_recht(iemand("ruud"), iemand("saskia"))
    ontwerp_woorden(versie)
    maak_regels(omar)
    beoordeel_gegevens(versie)
    probeer_uit(versie)
    vul_dossier(omar, petra)
    publiceer(petra, versie)
    zet_op_de_website(omar)

    zaak = vraag_aan(iemand("anna"), naam="A.M. de Vries", oppervlakte="20")
    klein = vraag_aan(iemand("bram"), naam="B.P. Jansen", oppervlakte="8")
    heeft_werk(iemand("vera"), zaak, niet=klein)
    heeft_werk(iemand("sanne"), klein, niet=zaak)
    anna = iemand("anna", 390)
    neem_in_behandeling(iemand, zaak, anna)
    besluit(iemand, zaak)
    leest_eigen_woorden(anna, zaak)
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


def geef_landelijke_naam(omar: Beheerder, lijst: Path) -> None:
    naam, _ = UPL
    omar.ga("/")
    omar.volg("Landelijke namen (UPL)")
    omar.bewaar("Laden", bestand=str(lijst))
    omar.ziet("Nieuw: 1.")
    omar.ga(PRODUCT)
    omar.ziet("heeft geen landelijke naam")
    omar.volg("Landelijke naam kiezen")
    omar.pagina.get_by_label("Zoek een naam").fill("bouwsubsidie")
    omar.druk("Zoeken")
    omar.druk(f"Kiezen: {naam}")
    omar.ziet(naam)


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
    omar.ziet("Een medewerker kijkt of uw dak past in de regeling.")
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


def vraag_aan(anna: Iemand, naam: str, oppervlakte: str) -> Zaak:
    """Who wants it finds it by a word of his own and under its national name, sees whether he may and what he would
    get, and applies."""
    anna.ga("/producten/?zoek=groendak")
    anna.klik("Subsidie groen dak", "link")
    expect(anna.pagina.get_by_role("link", name=UPL[0])).to_have_attribute("href", UPL[1])
    anna.klik("Kom ik in aanmerking?", "link")
    pagina = anna.pagina
    pagina.get_by_label("Ja", exact=True).check()
    pagina.get_by_label("Hoeveel m² wordt groen?").fill(oppervlakte)
    anna.klik("Bekijk de uitkomst")
    assert "Ja, dat kan." in anna.tekst()
    assert "25,00 per m²" in anna.tekst()
    anna.ga("/mijn/aanvragen/subsidie-groen-dak/")
    anna.klik("Beginnen")
    pagina.get_by_label("Hoeveel m² wordt groen?").fill(oppervlakte)
    expect(pagina.get_by_label("Wie is de eigenaar?")).to_be_hidden()
    pagina.get_by_label("Ja", exact=True).check()
    expect(pagina.get_by_label("Wie is de eigenaar?")).to_be_hidden()
    anna.klik("Volgende", exact=True)
    expect(pagina.get_by_label("Uw naam")).to_have_value(naam)
    anna.klik("Volgende", exact=True)
    anna.klik("Versturen", exact=True)
    zaak: Zaak = Zaak.objects.systeem(REDEN).filter(proces__identificatie=PROCES).latest("pk")
    assert zaak.nummer in anna.tekst()
    return zaak


def heeft_werk(wie: Iemand, eigen: Zaak, *, niet: Zaak) -> None:
    """What the rule gave to the own team stands in the work list, also under the name of the process; what went to the
    other team is not in it."""
    wie.ga(f"/backoffice/?zaaktype={PROCES}")
    expect(wie.pagina.locator("main tbody tr", has_text=eigen.nummer)).to_have_count(1)
    for zaak, regels in ((eigen, 1), (niet, 0)):
        wie.ga(f"/backoffice/?zoek={zaak.nummer}")
        rij = wie.pagina.locator("main tbody tr", has_text="Subsidie groen dak").filter(has_text=zaak.nummer)
        expect(rij).to_have_count(regels)


def neem_in_behandeling(iemand: Maak, zaak: Zaak, anna: Iemand) -> None:
    """vera, of the team for large roofs, begins; anna reads where it stands in the words of the process."""
    assert zaak.team.naam == ANDER_TEAM
    vera = iemand("vera")
    handel(vera, zaak, "in_behandeling_nemen", "In behandeling nemen")
    assert "25,00 per m²" in vera.tekst()
    anna.ga(f"/mijn/zaken/{zaak.uuid}/")
    assert STAP in anna.tekst()
    assert "Een medewerker kijkt of uw dak past in de regeling." in anna.tekst()


def besluit(iemand: Maak, zaak: Zaak) -> None:
    """vera proposes; tess, who leads the team of the process and has the mandate up to this amount, decides."""
    handel(
        iemand("vera"), zaak, "besluit_voorstellen", "Voorstel doen", uitkomst="toegekend", bedrag="500",
        motivering="U krijgt € 500, omdat uw dak groen wordt.",
    )  # fmt: skip
    handel(iemand("tess"), zaak, "besluiten", "Neem dit besluit")


def leest_eigen_woorden(anna: Iemand, zaak: Zaak) -> None:
    """Each message about this zaak has the subject and the text that omar wrote, with her own values filled in."""
    verwacht = {
        "De aanvraag is ontvangen": f"Uw zaaknummer is {zaak.nummer}.",
        "De zaak is een stap verder": f"Met uw dak gaat het zo: {STAP}.",
        "Er is een besluit": "Over uw dak besloten wij:",
    }
    for gebeurtenis, zin in verwacht.items():
        anna.ga("/mijn/berichten/")
        anna.klik(WOORDEN[gebeurtenis]["onderwerp"], "link")
        assert zin in anna.tekst()
        assert "{" not in anna.tekst()

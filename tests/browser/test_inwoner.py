"""The walks of a resident: find, apply, receive, follow, supply, read a decision and object, read messages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mijnzaken.voorbeeld.hoofdrollen import CODES
from mijnzaken.voorbeeld.personas import partij_uuid
from mijnzaken.zaken.models import Concept, Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN
from tests.mijnzaken.documenten.proefbestanden import pdf

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
LANGZAAM = {"timeout": 10_000}


@pytest.fixture
def gevel(tmp_path: Path) -> Path:
    bestand = tmp_path / "gevel.pdf"
    bestand.write_bytes(pdf())
    return bestand


def _zaak(soort: str = "subsidie-verkeerslawaai") -> Zaak:
    """The newest one."""
    rij: Zaak = Zaak.objects.systeem(REDEN).filter(proces__identificatie=soort).latest("pk")
    return rij


def _vul_in(pagina: Page, gevel: Path) -> None:
    """The page that stands there, as anna would."""
    for naam, waarde in {"code_brief": CODES[1], "bouwjaar": "1960", "kamers_weg": "2"}.items():
        veld = pagina.locator(f"input[name={naam}]")
        if veld.count():
            veld.fill(waarde)
    for naam, waarde in {
        "rol_woning": "eigenaar_bewoner", "is_vve": "nee", "kozijnen_nieuw": "nee", "onderhoud": "nee",
        "dagdelen": "ma_ochtend",
    }.items():  # fmt: skip
        keuze = pagina.locator(f"input[name={naam}][value={waarde}]")
        if keuze.count() and keuze.is_visible():
            keuze.check()
    if pagina.locator("#foto_gevel-kies").count():
        pagina.locator("#foto_gevel-kies").set_input_files(gevel)
        expect(pagina.locator("input[type=hidden][name=foto_gevel]")).to_have_count(1, **LANGZAAM)


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_1_2_3_zoeken_aanvragen_ontvangst_en_volgen(iemand: Maak, gevel: Path, breedte: int) -> None:
    anna = iemand("anna", breedte)
    pagina = anna.ga("/")
    pagina.get_by_label("Zoek een product of onderwerp").fill("verkeerslawaai")
    anna.klik("Zoeken")
    anna.klik("Subsidie sanering verkeerslawaai", "link")
    assert "Voorwaarden" in anna.tekst()
    pagina.locator("main a.nl-button--primary").first.click()
    anna.kijk()
    anna.klik("Beginnen")
    for _ in range(8):
        if "Controleren en versturen" in pagina.locator("h1").inner_text():
            break
        _vul_in(pagina, gevel)
        anna.klik("Volgende", exact=True)
        assert not pagina.locator(".mz-foutsamenvatting").count(), anna.tekst()
    assert "Eigenaar-bewoner" in anna.tekst() or "eigenaar" in anna.tekst()
    assert "gevel.pdf" in anna.tekst()
    anna.klik("Versturen", exact=True)
    zaak = _zaak()
    assert zaak.nummer in anna.tekst()
    assert "besluit" in anna.tekst()
    assert "Ontvangstbevestiging" in anna.tekst()
    anna.ga("/mijn/")
    expect(pagina.get_by_role("link", name="Subsidie sanering verkeerslawaai").first).to_be_visible()


def test_1_concept_wordt_vanzelf_bewaard_en_staat_op_het_overzicht(iemand: Maak) -> None:
    anna = iemand("anna", 390)
    pagina = anna.ga("/mijn/aanvragen/parkeervergunning-bewoners/")
    anna.klik("Beginnen")
    veld = pagina.locator("main form input[type=text]:not([readonly]):not([disabled])").first
    naam = veld.get_attribute("name")
    with pagina.expect_response(lambda antwoord: "bewaar=1" in antwoord.url) as bewaard:
        veld.fill("Spoorlaan")
        veld.blur()
    assert bewaard.value.ok
    anna.ga("/mijn/")
    anna.klik("Verdergaan", "link")
    assert pagina.locator(f"input[name={naam}]").count() == 1
    anna.ga("/mijn/")
    anna.klik("Weggooien")
    assert "weggegooid" in anna.tekst()
    assert not Concept.objects.systeem(REDEN).exists()


def test_1_melding_zonder_inloggen_met_alleen_het_toetsenbord(iemand: Maak) -> None:
    """No mouse: tab to the button, type, choose with the arrow keys, Enter sends."""
    bezoeker = iemand("", 1280)
    pagina = bezoeker.ga("/aanvragen/melding-openbare-ruimte/")
    _tab_naar(pagina, "button", "Beginnen")
    with pagina.expect_navigation():
        pagina.keyboard.press("Enter")
    for _ in range(8):
        pagina.wait_for_load_state("load")
        bezoeker.kijk()
        if "Controleren en versturen" in pagina.locator("h1").inner_text():
            break
        _typ_alles(pagina)
        _tab_naar(pagina, "button", "Volgende")
        with pagina.expect_navigation():
            pagina.keyboard.press("Enter")
        assert not pagina.locator(".mz-foutsamenvatting").count(), bezoeker.tekst()
    _tab_naar(pagina, "button", "Versturen")
    with pagina.expect_navigation():
        pagina.keyboard.press("Enter")
    assert _zaak("melding-openbare-ruimte").nummer in bezoeker.kijk().locator("main").inner_text()


def _nu(pagina: Page) -> dict[str, Any]:
    return dict(
        pagina.evaluate("""() => { const e = document.activeElement; return {
        soort: e.tagName.toLowerCase(), type: e.type || "", naam: e.name || "", waarde: e.value || "",
        tekst: (e.innerText || "").trim(), gekozen: Boolean(e.checked), vak: Boolean(e.closest("main form")),
        verplicht: !e.closest(".mz-veld")?.innerText.includes("niet verplicht") }; }""")
    )


def _tab_naar(pagina: Page, soort: str, tekst: str) -> None:
    for _ in range(80):
        hier = _nu(pagina)
        if hier["soort"] == soort and hier["tekst"].startswith(tekst):
            return
        pagina.keyboard.press("Tab")
    raise AssertionError(f"{tekst} is niet te bereiken met Tab")


def _typ_alles(pagina: Page) -> None:
    """Every question that must be answered, from the top of the page."""
    antwoorden = {"postcode": "2900AB", "huisnummer": "12", "toevoeging": "A", "straat": "Spoorlaan"}
    antwoorden["woonplaats"] = "Demostad"
    pagina.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    begonnen = False
    for _ in range(80):
        pagina.keyboard.press("Tab")
        hier = _nu(pagina)
        if begonnen and hier["soort"] == "button" and hier["tekst"].startswith("Volgende"):
            return
        begonnen = begonnen or hier["vak"]
        if not hier["vak"] or not hier["verplicht"]:
            continue
        if hier["type"] in ("radio", "checkbox") and not hier["gekozen"]:
            pagina.keyboard.press("Space")
        elif hier["type"] in ("text", "textarea", "search") and not hier["waarde"]:
            tekst = next((w for deel, w in antwoorden.items() if deel in hier["naam"]), "Er ligt een tegel los.")
            pagina.keyboard.type(tekst)


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_3_volgen_en_sturen_wat_er_gevraagd_is(iemand: Maak, gevel: Path, breedte: int) -> None:
    anna = iemand("anna", breedte)
    pagina = anna.ga("/mijn/")
    anna.klik("Document sturen", "link")
    pagina.locator("#bestanden-kies").set_input_files(gevel)
    expect(pagina.locator("input[type=hidden][name=bestanden]")).to_have_count(1, **LANGZAAM)
    pagina.get_by_label("Wilt u er iets bij zeggen?").fill("De eerste twee bladzijden.")
    anna.klik("Versturen", exact=True)
    assert "Bedankt, wij hebben het ontvangen." in pagina.locator("body").inner_text()
    assert "Wat moet u doen?" not in anna.tekst()
    assert "De termijn staat stil" not in anna.tekst()


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_5_besluit_lezen_en_bezwaar_beginnen(iemand: Maak, breedte: int) -> None:
    anna = iemand("anna", breedte)
    pagina = anna.ga(f"/mijn/zaken/{_zaak('parkeervergunning-bewoners').uuid}/")
    assert "Wij geven u wat u hebt gevraagd" in anna.tekst()
    antwoord = pagina.request.get(pagina.get_by_role("link", name="Besluit lezen").get_attribute("href"))
    assert antwoord.ok
    assert antwoord.body().startswith(b"%PDF")
    anna.klik("Bezwaar maken", "link")
    anna.klik("Begin met uw bezwaar")
    assert "stap=" in pagina.url or "concept=" in pagina.url


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_8_berichten_met_een_merk_tot_ze_gelezen_zijn(iemand: Maak, breedte: int) -> None:
    anna = iemand("anna", breedte)
    pagina = anna.ga("/mijn/berichten/")
    ongelezen = pagina.get_by_text("ongelezen", exact=True).count()
    assert ongelezen > 3
    pagina.locator("main a.mz-sterk").first.click()
    assert "Beste" in anna.kijk().locator("main").inner_text()
    anna.ga("/mijn/berichten/")
    assert pagina.get_by_text("ongelezen", exact=True).count() == ongelezen - 1


PAGINAS = [
    *("taken/", "zaken/", "zaken/?toon=afgerond", "producten/", "gegevens/", "gegevens/adres/", "inzage/"),
    *("machtigingen/", "machtigingen/aanbieden/", "contact/", "contact/vraag/", "toestemming/"),
]
ZAKEN = ["subsidie-verkeerslawaai", "terugbelnotitie", "omgevingsvergunning-dakkapel", "melding-openbare-ruimte"]


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_elke_andere_pagina_is_te_gebruiken(iemand: Maak, breedte: int) -> None:
    anna = iemand("anna", breedte)
    for pagina in PAGINAS:
        anna.ga(f"/mijn/{pagina}")
    for pagina in ("/verwerkingsregister/", "/verwerkingsregister/avg-inzage/1/", "/toegankelijkheid/", "/privacy/"):
        anna.ga(pagina)
    van_anna = Zaak.objects.systeem(REDEN).filter(rollen__partij__uuid=partij_uuid("anna"))
    for soort in ZAKEN:
        anna.ga(f"/mijn/zaken/{van_anna.filter(proces__identificatie=soort)[0].uuid}/")

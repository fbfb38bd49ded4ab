"""The sample pages as a person meets them: small, zoomed, dark, in high contrast, on paper, by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGINAS = ["zaak", "overzicht", "formulier", "werkvoorraad", "404", "403", "403_csrf", "500"]
BREDER = """[...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.mz-visueel-verborgen'))
    .slice(0, 5).map(e => e.tagName + '.' + e.className)"""
MIDDENS = """[...document.querySelectorAll('.mz-stappen .denhaag-step-marker')]
    .map(e => { const v = e.getBoundingClientRect(); return Math.round(v.left + v.width / 2) })"""
RANDEN = """[...document.querySelectorAll('.mz-banner, .mz-melding, .nl-data-badge, .mz-kaart')]
    .map(e => getComputedStyle(e).borderTopWidth)"""
ACHTERGROND = ".denhaag-case-card__background"


def _keur(pagina):
    gevonden = Axe().run(pagina).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in gevonden] == []


@pytest.mark.parametrize("breedte", [1280, 390, 320])
@pytest.mark.parametrize("naam", PAGINAS)
def test_geen_bezwaar_van_axe_en_niets_opzij(open_pagina, naam, breedte):
    pagina = open_pagina(naam, breedte)
    pagina.wait_for_load_state("networkidle")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte, pagina.evaluate(BREDER)
    _keur(pagina)


@pytest.mark.parametrize("naam", PAGINAS[:4])
def test_donker(open_pagina, naam):
    pagina = open_pagina(naam, 1280, color_scheme="dark")
    assert pagina.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 21, 18)"
    _keur(pagina)


@pytest.mark.parametrize("naam", PAGINAS[:4])
def test_tweehonderd_procent(open_pagina, naam):
    """A window of 1280 at 200% is 640 wide for the page."""
    pagina = open_pagina(naam, 640, device_scale_factor=2)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 640, pagina.evaluate(BREDER)


@pytest.mark.parametrize("naam", PAGINAS[:4])
def test_grotere_letters_duwen_niets_van_de_pagina(open_pagina, naam):
    """Text at 200% in the browser's own setting: rem grows, nothing goes out at the side."""
    pagina = open_pagina(naam, 390)
    pagina.context.new_cdp_session(pagina).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    pagina.wait_for_timeout(100)
    assert pagina.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 390, pagina.evaluate(BREDER)


@pytest.mark.parametrize("naam", PAGINAS[:4])
def test_wie_met_tab_loopt_ziet_waar_hij_is(open_pagina, naam):
    pagina = open_pagina(naam, 1280)
    gezien = set()
    for _ in range(40):
        pagina.keyboard.press("Tab")
        plek = pagina.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), k = e.closest('.mz-kaart');
            const lijn = x => parseFloat(x.outlineWidth) >= 2 && x.outlineStyle !== 'none';
            return [e.tagName, lijn(s) || Boolean(k && lijn(getComputedStyle(k))), e.outerHTML.slice(0, 90)] }"""
        )
        if plek[0] == "BODY":
            break
        assert plek[1], f"geen zichtbare focus: {plek[2]}"
        gezien.add(plek[2])
    assert len(gezien) > 8


def test_eerste_tab_is_de_sprong_naar_de_inhoud(open_pagina):
    pagina = open_pagina("zaak", 1280)
    sprong = pagina.get_by_role("link", name="Naar de inhoud")
    assert not sprong.is_visible() or sprong.bounding_box()["y"] < 0
    pagina.keyboard.press("Tab")
    assert sprong.bounding_box()["y"] >= 0
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("naam", PAGINAS[:4])
def test_hoog_contrast_houdt_de_grenzen(open_pagina, naam):
    pagina = open_pagina(naam, 1280, forced_colors="active")
    randen = pagina.evaluate(RANDEN)
    assert all(rand != "0px" for rand in randen), randen


def test_wie_geen_beweging_wil_krijgt_er_geen(open_pagina):
    pagina = open_pagina("overzicht", 1280, reduced_motion="reduce")
    duur = pagina.evaluate(
        "getComputedStyle(document.querySelector('.denhaag-case-card__background')).transitionDuration"
    )
    assert float(duur.removesuffix("s")) < 0.001


def test_op_papier_licht_en_zonder_menu(open_pagina):
    pagina = open_pagina("zaak", 1280, color_scheme="dark")
    pagina.emulate_media(media="print")
    assert pagina.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    for deel in (".mz-navigatie", ".mz-voet", ".mz-kop__wie"):
        assert not pagina.locator(deel).first.is_visible(), deel
    assert pagina.get_by_text("U krijgt uiterlijk 12 januari 2027 een besluit").is_visible()


def test_lijn_van_de_stappen_heeft_geen_gat(open_pagina):
    """From the middle of the first marker to the middle of the last, some line covers every pixel."""
    pagina = open_pagina("zaak", 1280)
    gaten = pagina.evaluate(
        """() => {
        const vak = e => e.getBoundingClientRect();
        const stippen = [...document.querySelectorAll('.mz-stappen .denhaag-step-marker')].map(vak);
        const stukken = [...document.querySelectorAll('.mz-stappen .mz-stap__lijn')]
            .filter(e => getComputedStyle(e).display !== 'none').map(vak).concat(stippen)
            .map(v => [v.top, v.bottom]).sort((a, b) => a[0] - b[0]);
        let tot = stippen[0].top, gaten = [];
        for (const [boven, onder] of stukken) {
            if (boven > tot + 1) gaten.push([tot, boven]);
            tot = Math.max(tot, onder);
        }
        return gaten; }"""
    )
    assert gaten == []
    middens = pagina.evaluate(MIDDENS)
    assert max(middens) - min(middens) <= 1, "de stippen staan niet onder elkaar"

"""Log-in, the end of a session and log-out, by a person in Chromium."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from autorisatie.models import Partij
from mijnzaken.voorbeeld.personas import partij_uuid
from tests.oidc.fixtures import ANNA, BRAM, maak_partij
from tests.oidc.hulp import als

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BRIEF = "/mijn/brief/"


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> None:
    settings.DEMO = True
    settings.INLOGMIDDELEN = {}
    settings.ROOT_URLCONF = "tests.autorisatie.inloggen.demopaginas"
    cache.clear()


@pytest.fixture
def browser(chromium: Any, live_server: Any) -> Iterator[BrowserContext]:
    """A browser of one person; it ends with an error when a script failed or the policy stopped something."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 390, "height": 844}, locale="nl-NL")
    context.set_default_timeout(10_000)
    fouten: list[str] = []
    context.on("weberror", lambda fout: fouten.append(str(fout.error)))
    context.on("console", lambda regel: fouten.append(regel.text) if "Content Security" in regel.text else None)
    yield context
    context.close()
    assert fouten == []


def _binnen(browser: BrowserContext, partij: Partij, live_server: Any) -> Page:
    """A page of this resident, on the form."""
    sleutel = als(Client(), partij).cookies["sessionid"].value
    browser.add_cookies([{"name": "sessionid", "value": sleutel, "url": live_server.url}])
    pagina = browser.new_page()
    pagina.goto(BRIEF)
    return pagina


def _laat_verlopen() -> None:
    for rij in Session.objects.all():
        winkel = SessionStore(rij.session_key)
        winkel["sessie"] = {**winkel["sessie"], "laatst_actief": 0}
        winkel.save()


def test_kiezen_wie_u_bent_is_toegankelijk_en_logt_in(browser: BrowserContext) -> None:
    anna = Partij(uuid=partij_uuid("anna"), soort_partij="persoon", voornaam="Anna", achternaam="Vries")
    anna.werk_zoeknaam_bij()
    anna.save()
    pagina = browser.new_page()
    pagina.goto("/inloggen/")
    _toegankelijk(pagina)
    pagina.get_by_role("link", name="Inloggen met DigiD").click()
    _toegankelijk(pagina)
    pagina.get_by_role("button", name="Log in als Anna de Vries").click()
    pagina.goto(BRIEF)
    expect(pagina.get_by_label("Tekst")).to_be_visible()


def test_50_terug_na_uitloggen_toont_niets(browser: BrowserContext, live_server: Any) -> None:
    pagina = _binnen(browser, maak_partij(ANNA, "Anna"), live_server)
    pagina.get_by_label("Tekst").fill("iets van Anna")
    pagina.locator(".mz-kop, header").get_by_role("button", name="Uitloggen").click()
    expect(pagina.get_by_role("heading", name="U bent uitgelogd")).to_be_visible()
    _toegankelijk(pagina)
    pagina.go_back()
    expect(pagina.get_by_role("heading", name="Inloggen", exact=True)).to_be_visible()
    assert "iets van Anna" not in pagina.content()


def test_wat_er_getypt_was_overleeft_het_einde_van_de_sessie(browser: BrowserContext, live_server: Any) -> None:
    anna = maak_partij(ANNA, "Anna")
    pagina = _binnen(browser, anna, live_server)
    pagina.get_by_label("Tekst").fill("Het lawaai is 's nachts erger.")
    pagina.get_by_label("Dagen").select_option(["ma", "wo"])
    _laat_verlopen()
    with pagina.expect_response("**/sessie/bewaren/"):
        pagina.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    pagina.get_by_role("link", name="Opnieuw inloggen").click()
    expect(pagina.get_by_text("omdat u 15 minuten niets deed")).to_be_visible()
    pagina.close()
    _neem_mee(browser, anna, live_server)
    pagina = browser.new_page()
    pagina.goto(BRIEF)
    expect(pagina.get_by_text("U was uitgelogd. Wat u typte staat er nog.")).to_be_visible()
    expect(pagina.get_by_label("Tekst")).to_have_value("Het lawaai is 's nachts erger.")
    expect(pagina.get_by_label("Dagen")).to_have_values(["ma", "wo"])


def test_63_twee_tabbladen_twee_mensen(browser: BrowserContext, live_server: Any) -> None:
    een = _binnen(browser, maak_partij(ANNA, "Anna"), live_server)
    een.get_by_label("Tekst").fill("van Anna")
    _binnen(browser, maak_partij(BRAM, "Bram"), live_server)
    een.get_by_role("button", name="Verstuur").click()
    expect(een.get_by_role("heading", name="U bent nu als iemand anders ingelogd")).to_be_visible()
    _toegankelijk(een)


def _toegankelijk(pagina: Page) -> None:
    uitkomst = Axe().run(pagina)
    assert uitkomst.violations_count == 0, uitkomst.generate_report()


def _neem_mee(browser: BrowserContext, partij: Partij, live_server: Any) -> None:
    """Log in again, as log-in itself would: with what waits."""
    sleutel = als(Client(), partij).cookies["sessionid"].value
    winkel = SessionStore(sleutel)
    winkel["te_herstellen"] = True
    winkel.save()
    browser.clear_cookies()
    browser.add_cookies([{"name": "sessionid", "value": sleutel, "url": live_server.url}])

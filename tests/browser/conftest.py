"""The example municipality behind a live server, and persons in Chromium who look at every page with axe."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.db import connection
from django.test import Client
from playwright.sync_api import BrowserContext, Page

from autorisatie.models import Gebruiker, Partij
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from mijnzaken.voorbeeld.personas import OP_NAAM
from mijnzaken.voorbeeld.vullen import vul
from tests.fabrieken import REDEN, Momentopname, lege_tabellen
from tests.oidc.hulp import als

_opname = Momentopname()
BREEDTES = {"breed": 1280, "smal": 390}


@pytest.fixture
def stad(transactional_db: None) -> None:
    """The catalogue, the people and the zaken of the personas, today; committed, so that the server sees them."""
    cache.clear()
    if _opname.tabellen:
        _opname.zet_terug()
        return
    leeg = lege_tabellen()
    laad(lees(paden(DEMOSTAD)))
    vul(lambda _: None, deel=0.0)
    connection.check_constraints()
    _opname.neem(leeg)


class Iemand:
    """A person with a browser of an own width. Every page that is looked at, is looked at by axe."""

    def __init__(self, context: BrowserContext, breedte: int) -> None:
        self.breedte = breedte
        self.pagina: Page = context.new_page()
        self.fouten: list[str] = []
        self.pagina.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        self.pagina.on("console", self._luister)

    def _luister(self, regel: Any) -> None:
        if "Content Security" in regel.text:
            self.fouten.append(regel.text)

    def ga(self, adres: str) -> Page:
        antwoord = self.pagina.goto(adres)
        assert antwoord is not None
        assert antwoord.status == 200, f"{adres}: {antwoord.status}"
        return self.kijk()

    def kijk(self) -> Page:
        """What axe says of the page as it is, and whether it fits."""
        self.pagina.wait_for_load_state("load")
        bezwaren = Axe().run(self.pagina).response["violations"]
        kort = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in bezwaren]
        assert kort == [], f"{self.pagina.url}: {kort}"
        wijd = self.pagina.evaluate("document.documentElement.scrollWidth")
        assert wijd <= self.breedte, f"{self.pagina.url} is {wijd} breed"
        return self.pagina

    def klik(self, naam: str, rol: Any = "button", exact: bool = False) -> Page:
        """Press the button (or link) of this name and look at where it leads; a dialog that asks gets a yes."""
        self.pagina.get_by_role(rol, name=naam, exact=exact).first.click()
        ja = self.pagina.locator("dialog[open] button[value=ja]")
        if ja.count():
            with self.pagina.expect_navigation():
                ja.click()
        return self.kijk()

    def tekst(self) -> str:
        return str(self.pagina.locator("main").inner_text())


@pytest.fixture
def iemand(chromium: Any, live_server: Any, stad: None) -> Iterator[Callable[..., Iemand]]:
    """``iemand("anna", 390)``: logged in, with a browser of that width."""
    mensen: list[tuple[BrowserContext, Iemand]] = []

    def maak(persona: str = "", breedte: int = 1280) -> Iemand:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": breedte, "height": 900}, locale="nl-NL"
        )
        context.set_default_timeout(10_000)
        if persona:
            sleutel = _log_in(persona)
            context.add_cookies([{"name": "sessionid", "value": sleutel, "url": live_server.url}])
        mens = Iemand(context, breedte)
        mensen.append((context, mens))
        return mens

    yield maak
    for context, _ in mensen:
        context.close()
    assert [fout for _, mens in mensen for fout in mens.fouten] == []


def _log_in(persona: str) -> str:
    wie = OP_NAAM.get(persona)
    if wie is None or wie.is_medewerker:
        rij: Any = Gebruiker.objects.get(gebruikersnaam=persona)
        return str(als(Client(), rij).cookies["sessionid"].value)
    rij = Partij.objects.systeem(REDEN).get(uuid=wie.partij_uuid)
    return str(als(Client(), rij, middel=wie.middel).cookies["sessionid"].value)

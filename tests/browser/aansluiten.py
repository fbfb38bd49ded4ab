"""What somebody does at the screens of management, in a few words: fill in a form, make a part, sign a step off.

Each kind of page is looked at by axe the first time that it is passed.
"""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Iemand

BEHEER = "/backoffice/beheer"


class Formulier:
    """The form on a page, by the names of its fields."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina

    def vul(self, **velden: Any) -> None:
        """Text, a choice out of a list by its words, a day, yes or no for one tick, a list of values for several."""
        for naam, waarde in velden.items():
            self._vul(naam, waarde)

    def _vul(self, naam: str, waarde: Any) -> None:
        invoer = self.pagina.locator(f"main form [name={naam}]")
        soort = invoer.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if soort == "select":
            invoer.select_option(label=waarde)
        elif soort in ("checkbox", "radio") and not isinstance(waarde, bool):
            for een in waarde if isinstance(waarde, list) else [waarde]:
                self.pagina.locator("main form label", has_text=re.compile(f"^{re.escape(een)}$")).locator(
                    f"xpath=preceding-sibling::input[@name='{naam}']"
                ).check()
        elif soort == "checkbox":
            invoer.set_checked(waarde)
        elif soort == "file":
            invoer.set_input_files(waarde)
        else:
            invoer.fill(waarde)


class Beheerder:
    """A person of staff with his browser."""

    def __init__(self, mens: Iemand) -> None:
        self.mens, self.pagina = mens, mens.pagina
        self._bekeken: set[str] = set()

    def ga(self, adres: str) -> Page:
        antwoord = self.pagina.goto(f"{BEHEER}{adres}")
        assert antwoord is not None
        assert antwoord.status == 200, f"{adres}: {antwoord.status}"
        return self._kijk()

    def volg(self, naam: str) -> Page:
        """The link of this name; what stands behind a colon is for who can't see the page."""
        self._vind("link", naam).click()
        return self._kijk()

    def druk(self, naam: str) -> Page:
        """The button of this name; a dialog that asks gets a yes."""
        with self.pagina.expect_navigation():
            self._vind("button", naam).click()
            ja = self.pagina.locator("dialog[open] button[value=ja]")
            if ja.count():
                ja.click()
        return self._kijk()

    def vul(self, **velden: Any) -> None:
        Formulier(self.pagina).vul(**velden)

    def bewaar(self, knop: str = "Opslaan", **velden: Any) -> None:
        """Fill this form in and send it; it is taken."""
        self.vul(**velden)
        self.druk(knop)
        fouten = self.pagina.locator(".mz-foutsamenvatting")
        assert fouten.count() == 0, fouten.inner_text()

    def _vind(self, rol: Any, naam: str) -> Locator:
        woord = re.compile(re.escape(naam).replace(":", r"\s*:", 1))
        return self.pagina.locator("main").get_by_role(rol, name=woord).first

    def ziet(self, tekst: str) -> None:
        expect(self.pagina.locator("main").get_by_text(tekst).first).to_be_visible()

    def _kijk(self) -> Page:
        soort = re.sub(r"\d+", "n", self.pagina.url.partition("#")[0])
        if soort in self._bekeken:
            return self.pagina
        self._bekeken.add(soort)
        return self.mens.kijk()


class Versie:
    """The first version of a process, as its author designs it."""

    def __init__(self, wie: Beheerder, proces: str) -> None:
        self.wie, self.pad = wie, f"/zaaktypen/{proces}/1/"
        self.proces = f"/zaaktypen/{proces}/"

    def open(self) -> None:
        self.wie.ga(self.pad)

    def deel(self, sleutel: str, **velden: Any) -> None:
        """A new part of this kind."""
        self.wie.ga(f"{self.pad}{sleutel}/nieuw/")
        self.wie.bewaar(**velden)

    def wijzig(self, naam: str, **velden: Any) -> None:
        """A part that is there already, by its name in the list."""
        self.open()
        self.wie.volg(f"Wijzigen: {naam}")
        self.wie.bewaar(**velden)


class Dossier:
    """The aansluitdossier of a process: who writes a step, and who agrees to it."""

    def __init__(self, proces: str) -> None:
        self.pad = f"/zaaktypen/{proces}/dossier/"

    def schrijf(self, wie: Beheerder, stap: str, **velden: Any) -> None:
        wie.ga(f"{self.pad}stappen/{stap}/wijzigen/")
        wie.bewaar(**velden)

    def keur_goed(self, wie: Beheerder, *stappen: str) -> None:
        for stap in stappen:
            wie.ga(f"{self.pad}stappen/{stap}/goedkeuren/")
            wie.druk("Ik ga akkoord")
            wie.ziet("akkoord")

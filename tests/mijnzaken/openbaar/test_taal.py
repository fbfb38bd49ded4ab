"""The language of the screens: Dutch until the visitor chooses, and then what was chosen."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.start import vertalingen

pytestmark = pytest.mark.django_db

ENGELSE_BROWSER = {"Accept-Language": "en-GB,en;q=0.9"}


@pytest.fixture(scope="module", autouse=True)
def _gecompileerd() -> None:
    vertalingen.compileer()


@pytest.fixture
def browser() -> Client:
    """A visitor whose browser asks for English with every page."""
    return Client(headers=ENGELSE_BROWSER)


def _kies(browser: Client, taal: str, vanaf: str = "toegankelijkheid") -> None:
    antwoord = browser.post(reverse("taal"), {"language": taal, "next": reverse(vanaf)})
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"] == reverse(vanaf)


def _taal_en_kop(browser: Client, naam: str) -> tuple[str, str]:
    """The language a page says it has, and its heading."""
    antwoord = browser.get(reverse(naam))
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    taal = re.search(r'<html lang="(\w+)"', tekst)
    kop = re.search(r"<h1[^>]*>([^<]+)</h1>", tekst)
    assert taal
    assert kop
    assert antwoord.headers["Content-Language"] == taal[1]
    return taal[1], kop[1]


def test_nederlands_ook_als_de_browser_om_engels_vraagt(browser: Client) -> None:
    assert _taal_en_kop(browser, "toegankelijkheid") == ("nl", "Toegankelijkheid")


def test_engels_na_kiezen_en_dat_blijft_zo(browser: Client) -> None:
    _kies(browser, "en")
    assert _taal_en_kop(browser, "toegankelijkheid") == ("en", "Accessibility")
    assert _taal_en_kop(browser, "privacy") == ("en", "Privacy")
    assert _taal_en_kop(browser, "verwerkingsregister") == ("en", "Register of processing activities")
    assert _taal_en_kop(Client(headers=ENGELSE_BROWSER), "toegankelijkheid")[0] == "nl"


def test_terug_naar_nederlands(browser: Client) -> None:
    _kies(browser, "en")
    _kies(browser, "nl")
    assert _taal_en_kop(browser, "toegankelijkheid") == ("nl", "Toegankelijkheid")


def test_een_taal_die_er_niet_is_wordt_nederlands(browser: Client) -> None:
    _kies(browser, "de")
    assert _taal_en_kop(browser, "toegankelijkheid")[0] == "nl"


def test_elke_pagina_biedt_de_keuze_aan(browser: Client) -> None:
    tekst = browser.get(reverse("toegankelijkheid")).content.decode()
    keuze = re.search(rf'<form[^>]*action="{reverse("taal")}".*?</form>', tekst, re.S)
    assert keuze
    assert re.findall(r'name="language" value="(\w+)"', keuze[0]) == ["nl", "en"]
    assert f'name="next" value="{reverse("toegankelijkheid")}"' in keuze[0]

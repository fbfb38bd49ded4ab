"""Chromium before the sample pages. Without Chromium or a built look these tests are left out, and say so."""

from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings
from playwright.sync_api import Page

from tests.vormgeving.kijkdoos import GEBOUWD, Kijkdoos
from tests.vormgeving.stijlpagina import paginas


@pytest.fixture(scope="session")
def gebouwd():
    """The folder of the built look."""
    if not (GEBOUWD / "mijnzaken.css").is_file():
        pytest.skip("de vormgeving is niet gebouwd (make vormgeving)")
    return GEBOUWD


@pytest.fixture(scope="package")
def doos(gebouwd) -> Iterator[Kijkdoos]:
    with override_settings(ROOT_URLCONF="tests.vormgeving.adressen"):
        kijkdoos = Kijkdoos(paginas())
    server = kijkdoos.begin()
    yield kijkdoos
    server.shutdown()


@pytest.fixture
def kijkdoos(doos) -> Kijkdoos:
    doos.leeg()
    return doos


@pytest.fixture
def blad(chromium, kijkdoos) -> Iterator[Page]:
    """A page of Chromium; ends with an error when a script failed or the policy stopped something."""
    context = chromium.new_context(base_url=kijkdoos.adres, viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(8000)
    pagina = context.new_page()
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.on("console", lambda regel: fouten.append(regel.text) if "Content Security Policy" in regel.text else None)
    yield pagina
    context.close()
    assert fouten == []


@pytest.fixture
def open_pagina(chromium, kijkdoos) -> Iterator[Callable[..., Page]]:
    """Opens a sample page at a width, in a context of its own (dark, zoomed, high contrast)."""
    contexten = []

    def open_(naam: str, breedte: int = 1280, **opties: object) -> Page:
        context = chromium.new_context(
            base_url=kijkdoos.adres, viewport={"width": breedte, "height": 900}, locale="nl-NL", **opties
        )
        contexten.append(context)
        pagina = context.new_page()
        pagina.goto(f"/{naam}")
        return pagina

    yield open_
    for context in contexten:
        context.close()

"""Every address that takes an object, as every persona, for an object in every situation; and that what is forbidden
can't be told apart from what does not exist: by status, body, headers, nor by the work that it takes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from catalogus import klok
from tests.adressen.adressen import uitkomst, vul_in
from tests.adressen.test_adressen import WIE, _kaal
from tests.adressen.voorwerpen import NAMENS, lees_voorwerpen, maak_voorwerpen
from tests.fabrieken import VANDAAG, partij

Binnen = Callable[[str], Client]
VAKKEN = lees_voorwerpen()
ALLEN = [*WIE, NAMENS]


@pytest.fixture(scope="module")
def voorwerpen(bewoond: None, django_db_blocker: DjangoDbBlocker) -> dict[str, dict[str, str]]:
    with django_db_blocker.unblock(), klok.op_moment(VANDAAG), transaction.atomic():
        return maak_voorwerpen()


@pytest.fixture
def komt_binnen(binnen: Binnen) -> Binnen:
    def log_in(wie: str) -> Client:
        if wie != NAMENS:
            return binnen(wie)
        client = binnen("bram")
        machtiging = partij("wil").gegeven_machtigingen.get()
        assert client.post("/mijn/machtigingen/wissel/", {"machtiging": machtiging.uuid}).status_code == 302
        return client

    return log_in


def test_elke_persona_staat_bij_elk_adres_een_keer() -> None:
    plekken = [(vak.adres, vak.voorwerp, vak.wie) for vak in VAKKEN]
    assert len(plekken) == len(set(plekken))
    for adres in {vak.adres for vak in VAKKEN}:
        assert {vak.wie for vak in VAKKEN if vak.adres == adres} == set(ALLEN), adres
        assert {vak.voorwerp for vak in VAKKEN if vak.adres == adres} >= {"anna", "wil", "afgeschermd", "onbekend"}


@pytest.mark.parametrize("wie", ALLEN)
def test_wat_de_tabel_van_de_voorwerpen_zegt(
    komt_binnen: Binnen, voorwerpen: dict[str, dict[str, str]], wie: str
) -> None:
    client = komt_binnen(wie)
    anders = []
    for vak in VAKKEN:
        if vak.wie == wie:
            gekregen = uitkomst(client.get(vul_in(vak.adres, voorwerpen[vak.voorwerp])))
            if gekregen != vak.antwoord:
                anders.append(f"{vak.adres} {vak.voorwerp}: {gekregen} in plaats van {vak.antwoord}")
    assert anders == []


# What differs at every answer, whatever was asked.
ELKE_KEER = {"traceparent", "Set-Cookie"}
VORMEN: list[tuple[str, str, dict[str, str]]] = [
    ("get", "", {}), ("head", "", {}), ("options", "", {}), ("get", "format=json", {}),
    ("get", "format=csv&download=1", {}),
    ("get", "", {"Accept": "application/json"}), ("get", "", {"Accept": "text/csv", "HX-Request": "true"}),
    ("get", "", {"Range": "bytes=0-9", "If-None-Match": "*", "If-Modified-Since": "Mon, 02 Mar 2026 09:00:00 GMT"}),
]  # fmt: skip


def _antwoord(client: Client, vorm: tuple[str, str, dict[str, str]], adres: str) -> tuple[Any, list[str]]:
    """The answer without what differs each time, and the statements that it took without their values."""
    wijze, vraag, koppen = vorm
    volledig = f"{adres}{'&' if '?' in adres else '?'}{vraag}" if vraag else adres
    with CaptureQueriesContext(connection) as vragen:
        antwoord: Any = getattr(client, wijze)(volledig, headers=koppen)
    kop = {naam: waarde for naam, waarde in antwoord.headers.items() if naam not in ELKE_KEER}
    stellen = [re.sub(r"'[^']*'|\b\d+\b|s\d+_x\d+|\"s\d+[^\"]*\"", "?", v["sql"]) for v in vragen.captured_queries]
    return (antwoord.status_code, _kaal(antwoord.getvalue()), kop, sorted(antwoord.cookies)), stellen


@pytest.mark.parametrize("wie", ["anna", "bram", "korenaar", NAMENS, "sanne", "henk"])
def test_06_wat_verboden_is_verschilt_in_niets_van_wat_niet_bestaat(
    komt_binnen: Binnen, voorwerpen: dict[str, dict[str, str]], wie: str
) -> None:
    """gevaren 6 and 8: no status, body, header or statement more or less, in whatever form it is asked."""
    client = komt_binnen(wie)
    eigen = {vak.voorwerp for vak in VAKKEN if vak.wie == wie and vak.antwoord == "200"}  # its state may forbid
    gehad: set[str] = set()
    for vak in VAKKEN:
        if vak.wie != wie or vak.antwoord != "404" or vak.voorwerp == "onbekend":
            continue
        if vak.voorwerp in eigen and vak.adres.startswith("/mijn/zaken/"):
            continue
        verboden, onbekend = (vul_in(vak.adres, voorwerpen[naam]) for naam in (vak.voorwerp, "onbekend"))
        for vorm in VORMEN[:1] if vak.adres in gehad else VORMEN:
            if vak.adres not in gehad:
                _antwoord(client, vorm, onbekend)  # what is kept in memory for every visitor, is there now
            assert _antwoord(client, vorm, verboden) == _antwoord(client, vorm, onbekend), (vak, vorm)
        gehad.add(vak.adres)
    assert len(gehad) >= 5

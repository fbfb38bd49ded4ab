"""The way to a register over real HTTP."""

import logging
import time
from collections.abc import Iterator

import pytest

from mijnzaken.bronnen.bag import Bag
from mijnzaken.bronnen.brp import Brp
from mijnzaken.bronnen.client import BronNietBereikbaar, HttpVerbinding
from mijnzaken.bronnen.kvk import Kvk
from mijnzaken.bronnen.onderbreker import Onderbreker
from mijnzaken.bronnen.proefnummers import proef_bsn
from tests.mijnzaken.bronnen.register import Register, register

TERMIJN = 0.5


@pytest.fixture
def bron() -> Iterator[Register]:
    with register() as stand:
        yield stand


def verbinding(bron: Register, **rest) -> HttpVerbinding:
    return HttpVerbinding("BRP", bron.adres, {"X-API-KEY": "geheim"}, termijn=TERMIJN, **rest)


def test_een_bsn_gaat_in_het_lichaam_en_nooit_in_het_adres(bron: Register) -> None:
    bron.antwoord = {"personen": []}
    assert Brp(verbinding(bron)).persoon(proef_bsn(1)) is None
    [(soort, pad, lichaam)] = bron.verzoeken
    assert (soort, pad) == ("POST", "/personen")
    assert proef_bsn(1) in lichaam


@pytest.mark.parametrize("gedrag", ["traag", "druppelt", "kapot", "html", "reusachtig", "verwijst"])
def test_een_slecht_antwoord_is_binnen_de_termijn_een_bron_die_niet_antwoordt(
    bron: Register, gedrag: str, caplog: pytest.LogCaptureFixture
) -> None:
    bron.gedrag, bron.antwoord = gedrag, {"personen": []}
    begin = time.monotonic()
    with caplog.at_level(logging.DEBUG), pytest.raises(BronNietBereikbaar) as fout:
        Brp(verbinding(bron)).persoon(proef_bsn(1))
    assert time.monotonic() - begin < TERMIJN + 0.5
    assert proef_bsn(1) not in caplog.text + str(fout.value) + repr(fout.value)
    assert fout.value.__cause__ is None


def test_een_bron_die_uit_staat_is_niet_bereikbaar() -> None:
    with pytest.raises(BronNietBereikbaar):
        HttpVerbinding("BAG", "http://127.0.0.1:9", {}, termijn=TERMIJN).vraag("/adressen")


@pytest.mark.parametrize(
    "antwoord",
    [
        {"personen": [{"burgerservicenummer": proef_bsn(2), "naam": {"geslachtsnaam": "Anders"}}]},
        {"personen": [{"naam": {}}]},
        {"personen": "geen lijst"},
        ["een lijst"],
        {"personen": [{"naam": {"geslachtsnaam": "A"}}, {"naam": {"geslachtsnaam": "B"}}]},
    ],
)
def test_een_onmogelijk_antwoord_wordt_niet_geloofd(bron: Register, antwoord: object) -> None:
    bron.antwoord = antwoord
    with pytest.raises(BronNietBereikbaar):
        Brp(verbinding(bron)).persoon(proef_bsn(1))


def test_een_ander_bedrijf_of_adres_dan_gevraagd_wordt_niet_geloofd(bron: Register) -> None:
    bron.antwoord = {"kvkNummer": "90000002", "naam": "Een ander"}
    with pytest.raises(BronNietBereikbaar):
        Kvk(verbinding(bron)).onderneming("90000001")
    bron.antwoord = {"_embedded": {"adressen": [{"postcode": "2900AB", "huisnummer": 13}]}}
    with pytest.raises(BronNietBereikbaar):
        Bag(verbinding(bron)).adres("2900AB", 12)


def test_na_herhaalde_fouten_wordt_een_bron_met_rust_gelaten_en_daarna_weer_geprobeerd(bron: Register) -> None:
    tijd = [0.0]
    http = verbinding(bron, onderbreker=Onderbreker(grens=3, rust=30, klok=lambda: tijd[0]))
    bron.gedrag, bron.antwoord = "kapot", {"personen": []}
    for _ in range(6):
        with pytest.raises(BronNietBereikbaar):
            http.vraag("/personen", json={})
    assert len(bron.verzoeken) == 3

    tijd[0] = 31
    with pytest.raises(BronNietBereikbaar):
        http.vraag("/personen", json={})
    with pytest.raises(BronNietBereikbaar):
        http.vraag("/personen", json={})
    assert len(bron.verzoeken) == 4

    tijd[0], bron.gedrag = 62, "goed"
    assert http.vraag("/personen", json={}) == {"personen": []}
    assert http.vraag("/personen", json={}) == {"personen": []}
    assert len(bron.verzoeken) == 6

"""ISO 8601 periods, added as the law adds them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.termijnen import Duur, OngeldigeDuur


@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("P8W", Duur(weken=8)),
        ("P6M", Duur(maanden=6)),
        ("P1Y", Duur(jaren=1)),
        ("P20D", Duur(dagen=20)),
        ("P1Y6M", Duur(jaren=1, maanden=6)),
        ("P0D", Duur()),
    ],
)
def test_een_periode_wordt_gelezen(tekst: str, duur: Duur) -> None:
    assert Duur.lees(tekst) == duur
    assert str(duur) == tekst


@pytest.mark.parametrize(
    "tekst", ["", "P", "8W", "P8", "P8w", "P-8W", "P1.5M", "PT8H", "P8W ", "P8W\n", "P٨W", "P99999999999D", "P1D1Y"]
)
def test_wat_geen_periode_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(OngeldigeDuur):
        Duur.lees(tekst)


@pytest.mark.parametrize(
    ("begin", "tekst", "einde"),
    [
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2026, 8, 31), "P1M", date(2026, 9, 30)),
        (date(2026, 2, 28), "P1M", date(2026, 3, 28)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2028, 2, 29), "P4Y", date(2032, 2, 29)),
        (date(2026, 12, 31), "P2M", date(2027, 2, 28)),
        (date(2026, 11, 30), "P1Y3M", date(2028, 2, 29)),
        (date(2028, 2, 22), "P1W", date(2028, 2, 29)),
        (date(2026, 12, 15), "P20D", date(2027, 1, 4)),
        (date(2026, 1, 31), "P1M1D", date(2026, 3, 1)),
    ],
)
def test_een_dag_die_de_maand_niet_heeft_wordt_de_laatste(begin: date, tekst: str, einde: date) -> None:
    assert Duur.lees(tekst).na(begin) == einde


def test_een_termijn_die_buiten_de_kalender_valt_wordt_geweigerd() -> None:
    with pytest.raises(OngeldigeDuur):
        Duur.lees("P9999Y").na(date(2026, 1, 1))
    with pytest.raises(OngeldigeDuur):
        Duur.lees("P99999D").na(date(9999, 1, 1))


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [("P8W", "8 weken"), ("P1W", "1 week"), ("P1Y6M", "1 jaar en 6 maanden"), ("P1M2W1D", "1 maand, 2 weken en 1 dag")],
)
def test_een_periode_in_woorden(tekst: str, woorden: str) -> None:
    assert Duur.lees(tekst).in_woorden() == woorden


@given(st.builds(Duur, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 500)))
def test_schrijven_en_lezen_geeft_dezelfde_periode(duur: Duur) -> None:
    assert Duur.lees(str(duur)) == duur


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 200), st.integers(0, 200))
def test_meer_maanden_is_nooit_eerder(begin: date, minder: int, erbij: int) -> None:
    assert Duur(maanden=minder).na(begin) <= Duur(maanden=minder + erbij).na(begin)

"""BSN, KvK number, RSIN, vestigingsnummer."""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus import nummers


@pytest.mark.parametrize(
    ("lees", "getypt", "nummer"),
    [
        (nummers.bsn, "999990019", "999990019"),
        (nummers.bsn, "9999.90.019", "999990019"),
        (nummers.bsn, " 999 990 019 ", "999990019"),
        (nummers.kvk_nummer, "6859 9084", "68599084"),
        (nummers.kvk_nummer, "00000000", "00000000"),
        (nummers.rsin, "123456782", "123456782"),
        (nummers.vestigingsnummer, "0000 3782 3111", "000037823111"),
    ],
)
def test_een_goed_nummer_in_een_schrijfwijze(lees: Callable[[str], str], getypt: str, nummer: str) -> None:
    assert lees(getypt) == nummer


@pytest.mark.parametrize(
    ("lees", "getypt"),
    [
        (nummers.bsn, "999990018"),
        (nummers.bsn, "000000000"),
        (nummers.bsn, "1234567"),
        (nummers.bsn, "9999900190"),
        (nummers.bsn, "٩٩٩٩٩٠٠١٩"),
        (nummers.bsn, ""),
        (nummers.kvk_nummer, "1234567"),
        (nummers.kvk_nummer, "1234567a"),
        (nummers.rsin, "123456789"),
        (nummers.rsin, "000000000"),
        (nummers.vestigingsnummer, "12345678901"),
    ],
)
def test_een_fout_nummer_wordt_geweigerd_zonder_het_te_herhalen(lees: Callable[[str], str], getypt: str) -> None:
    with pytest.raises(nummers.OnjuistNummer) as fout:
        lees(getypt)
    assert not getypt or getypt not in str(fout.value)
    assert str(fout.value).endswith(".")


@given(st.integers(0, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_de_elfproef_ziet_elke_fout_in_een_cijfer(getal: int, plaats: int, verschil: int) -> None:
    nummer = f"{getal:09d}"
    anders = nummer[:plaats] + str((int(nummer[plaats]) + verschil) % 10) + nummer[plaats + 1 :]
    assert not (nummers.elfproef(nummer) and nummers.elfproef(anders))


@given(st.text())
def test_geen_tekst_loopt_vast(getypt: str) -> None:
    for lees in (nummers.bsn, nummers.kvk_nummer, nummers.rsin, nummers.vestigingsnummer):
        with contextlib.suppress(nummers.OnjuistNummer):
            assert lees(getypt).isdigit()

"""Atw art. 3: the computed holidays, the table, and what happens when the table lacks a year."""

from datetime import date, timedelta

import pytest

from catalogus.termijnen import FeestdagenOntbreken, Vrijedagen, einddatum, feestdagen
from catalogus.termijnen.feestdagen import pasen
from tests.catalogus.termijnen.kalender import GELIJKGESTELD, VRIJ


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2028, date(2028, 4, 16)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_pasen(jaar: int, dag: date) -> None:
    assert pasen(jaar) == dag


def test_de_feestdagen_van_2026() -> None:
    assert feestdagen(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }


@pytest.mark.parametrize("jaar", range(2010, 2061))
def test_vijf_mei_is_elk_jaar_vrij(jaar: int) -> None:
    assert "Bevrijdingsdag" in feestdagen(jaar)[date(jaar, 5, 5)]
    assert VRIJ.is_vrij(date(jaar, 5, 5))


def test_hemelvaart_en_bevrijdingsdag_op_een_dag() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2014, 4, 26), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2031, 4, 26), "Koningsdag"),
    ],
)
def test_koningsdag_valt_nooit_op_zondag(dag: date, naam: str) -> None:
    assert feestdagen(dag.year)[dag] == naam


@pytest.mark.parametrize("dag", GELIJKGESTELD)
def test_een_gelijkgestelde_dag_komt_uit_de_tabel(dag: date) -> None:
    assert VRIJ.is_vrij(dag)
    assert not Vrijedagen.berekend(range(2027, 2029)).is_vrij(dag)
    assert einddatum(dag - timedelta(days=14), "P2W", vrije_dagen=VRIJ) == dag + timedelta(days=3)


def test_een_jaar_zonder_tabel_is_een_fout() -> None:
    vrij = Vrijedagen.berekend([2026])
    with pytest.raises(FeestdagenOntbreken) as fout:
        einddatum(date(2026, 12, 15), "P4W", vrije_dagen=vrij)
    assert fout.value.jaar == 2027


def test_een_half_gevuld_jaar_telt_niet_als_gevuld() -> None:
    zonder_vijf_mei = [dag for dag in feestdagen(2026) if dag != date(2026, 5, 5)]
    assert Vrijedagen.van(zonder_vijf_mei).jaren == frozenset()
    assert Vrijedagen.van([date(2027, 5, 7)]).jaren == frozenset()
    gevuld = Vrijedagen.van([*feestdagen(2027), date(2027, 5, 7)])
    assert gevuld.jaren == {2027}
    assert gevuld.is_vrij(date(2027, 5, 7))


def test_een_weekend_is_vrij_zonder_tabel() -> None:
    leeg = Vrijedagen.van([])
    assert leeg.is_vrij(date(2026, 1, 3))
    with pytest.raises(FeestdagenOntbreken):
        leeg.is_vrij(date(2026, 1, 5))

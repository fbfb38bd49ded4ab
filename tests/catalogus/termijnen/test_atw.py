"""Algemene termijnenwet art. 1, 2 and 4, with dates."""

from datetime import date

import pytest

from catalogus.termijnen import Duur, Verlenging, atw, einddatum
from tests.catalogus.termijnen.kalender import VRIJ


@pytest.mark.parametrize(
    ("begin", "duur", "einde"),
    [
        (date(2026, 1, 5), "P8W", date(2026, 3, 2)),  # Monday to Monday
        (date(2026, 1, 3), "P8W", date(2026, 3, 2)),  # Saturday 28 February becomes Monday
        (date(2026, 1, 4), "P8W", date(2026, 3, 2)),  # Sunday 1 March becomes Monday
        (date(2026, 2, 9), "P8W", date(2026, 4, 7)),  # Easter Monday 6 April becomes Tuesday
        (date(2026, 2, 6), "P8W", date(2026, 4, 7)),  # Good Friday 3 April, weekend, Easter Monday
        (date(2026, 3, 2), "P8W", date(2026, 4, 28)),  # King's Day
        (date(2026, 3, 10), "P8W", date(2026, 5, 6)),  # 5 May, no lustrum year
        (date(2026, 10, 30), "P8W", date(2026, 12, 28)),  # 25 December is a Friday
        (date(2026, 12, 4), "P4W", date(2027, 1, 4)),  # 1 January 2027 is a Friday
    ],
)
def test_artikel_1_een_einde_op_een_vrije_dag_wordt_de_volgende_werkdag(begin: date, duur: str, einde: date) -> None:
    assert einddatum(begin, duur, vrije_dagen=VRIJ) == einde


@pytest.mark.parametrize(
    ("begin", "duur", "einde"),
    [
        (date(2026, 4, 2), "P5D", date(2026, 4, 8)),  # over Easter: 7 April is the first working day, 8 the second
        (date(2026, 1, 2), "P3D", date(2026, 1, 6)),  # Friday: Monday 5 alone is one working day
        (date(2026, 12, 24), "P5D", date(2026, 12, 29)),  # Thursday: Monday 28 and Tuesday 29
        (date(2026, 1, 5), "P3D", date(2026, 1, 8)),  # Tuesday, Wednesday, Thursday: nothing to add
    ],
)
def test_artikel_2_drie_dagen_of_meer_bevatten_twee_werkdagen(begin: date, duur: str, einde: date) -> None:
    assert einddatum(begin, duur, vrije_dagen=VRIJ) == einde


def test_artikel_2_geldt_niet_voor_twee_dagen() -> None:
    assert einddatum(date(2026, 1, 2), "P2D", vrije_dagen=VRIJ) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("duur", "buiten"),
    [
        ("P90D", False),
        ("P91D", True),
        ("P12W", False),
        ("P13W", True),
        ("P3M", False),
        ("P4M", True),
        ("P1Y", True),
        ("P2M5W", True),
        ("P1M2W", False),
    ],
)
def test_artikel_4_lange_termijnen_vallen_buiten_de_wet(duur: str, buiten: bool) -> None:
    assert Duur.lees(duur).buiten_atw is buiten


@pytest.mark.parametrize(
    ("begin", "duur", "einde"),
    [
        (date(2026, 1, 3), "P12W", date(2026, 3, 30)),  # Saturday 28 March moves
        (date(2026, 1, 3), "P13W", date(2026, 4, 4)),  # Saturday 4 April stays
        (date(2026, 1, 31), "P6M", date(2026, 7, 31)),
        (date(2026, 2, 1), "P6M", date(2026, 8, 1)),  # a Saturday, six months: stays
        (date(2026, 2, 1), "P3M", date(2026, 5, 1)),
        (date(2026, 3, 20), "P90D", date(2026, 6, 18)),
        (date(2026, 3, 14), "P91D", date(2026, 6, 13)),  # a Saturday, 91 days: stays
        (date(2026, 1, 3), "P1Y", date(2027, 1, 3)),  # a Sunday: stays
    ],
)
def test_artikel_4_een_lange_termijn_eindigt_ook_op_een_vrije_dag(begin: date, duur: str, einde: date) -> None:
    assert einddatum(begin, duur, vrije_dagen=VRIJ) == einde


def test_artikel_4_wordt_per_termijn_beoordeeld() -> None:
    # 8 + 6 weeks are more than 12 together, but each is a term of its own: Saturday 11 April moves
    zes_weken = [Verlenging("P6W", verlegt_datum=True)]
    assert einddatum(date(2026, 1, 3), "P8W", verlengingen=zes_weken, vrije_dagen=VRIJ) == date(2026, 4, 13)
    # after six months (outside the law) an extension of six weeks falls within it: Saturday 12 September moves
    assert einddatum(date(2026, 2, 1), "P6M", verlengingen=zes_weken, vrije_dagen=VRIJ) == date(2026, 9, 14)


def test_een_datum_verschuift_een_keer() -> None:
    # unshifted Saturday 28 February + 2 days = Monday 2 March; moved before adding it would be Wednesday 4 March
    assert einddatum(
        date(2026, 1, 3), "P8W", verlengingen=[Verlenging("P2D", verlegt_datum=True)], vrije_dagen=VRIJ
    ) == date(2026, 3, 2)


def test_een_kalendertermijn_verschuift_niet() -> None:
    assert einddatum(date(2026, 1, 3), "P8W", regime="kalender", vrije_dagen=VRIJ) == date(2026, 2, 28)


def test_de_grens_van_artikel_4_komt_uit_een_plek() -> None:
    assert [atw.geldt_voor(Duur.lees(duur)) for duur in ("P12W", "P13W")] == [True, False]

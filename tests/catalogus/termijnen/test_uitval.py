"""Awb 2:21: a term that ends while the portal is out of order. The objection term ends on Monday 16 February 2026."""

from datetime import date, datetime

import pytest

from catalogus.klok import AMSTERDAM
from catalogus.termijnen import Uitval, bezwaartermijn, einddatum
from tests.catalogus.termijnen.kalender import VRIJ


def om(maand: int, dag: int, uur: int = 0, minuut: int = 0) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("uitval", "laatste_dag"),
    [
        ([], date(2026, 2, 16)),
        ([Uitval(om(2, 16, 20), om(2, 16, 23))], date(2026, 2, 17)),
        ([Uitval(om(2, 15, 20), om(2, 16, 0, 1))], date(2026, 2, 17)),
        ([Uitval(om(2, 15, 8), om(2, 15, 23))], date(2026, 2, 16)),  # over before the last day
        ([Uitval(om(2, 17, 0), om(2, 17, 9))], date(2026, 2, 16)),  # began after it
        ([Uitval(om(2, 16, 20), om(2, 20, 9))], date(2026, 2, 23)),  # ended on Friday: Monday
        ([Uitval(om(2, 16, 20), om(2, 16, 21)), Uitval(om(2, 17, 9), om(2, 18, 9))], date(2026, 2, 19)),
        ([Uitval(om(2, 17, 9), om(2, 18, 9)), Uitval(om(2, 16, 20), om(2, 16, 21))], date(2026, 2, 19)),
        ([Uitval(om(2, 16, 20), None)], date(2026, 2, 17)),  # lasts: this day is lost, more is not known
        ([Uitval(om(2, 16, 20), None), Uitval(om(2, 17, 1), om(2, 17, 2))], date(2026, 2, 18)),
        ([Uitval(om(2, 18, 20), None)], date(2026, 2, 16)),
    ],
)
def test_een_storing_op_de_laatste_dag_verlengt_de_termijn(uitval: list[Uitval], laatste_dag: date) -> None:
    assert bezwaartermijn(date(2026, 1, 5), vrije_dagen=VRIJ, uitval=uitval) == laatste_dag


def test_een_storing_wordt_op_amsterdamse_dagen_beoordeeld() -> None:
    # 23:30 UTC on 15 February is 00:30 here on the last day
    kort = [(datetime.fromisoformat("2026-02-15T23:30:00+00:00"), datetime.fromisoformat("2026-02-15T23:40:00+00:00"))]
    assert bezwaartermijn(date(2026, 1, 5), vrije_dagen=VRIJ, uitval=kort) == date(2026, 2, 17)


def test_buiten_de_termijnenwet_wordt_het_de_volgende_dag() -> None:
    storing = [Uitval(datetime(2026, 7, 31, 9, tzinfo=AMSTERDAM), datetime(2026, 7, 31, 10, tzinfo=AMSTERDAM))]
    assert einddatum(date(2026, 1, 31), "P6M", vrije_dagen=VRIJ, uitval=storing) == date(2026, 8, 1)

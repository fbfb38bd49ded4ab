"""The clock: moments in UTC, dates in Amsterdam, settable without a trace."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from catalogus import klok


def test_nu_is_bewust_en_in_utc() -> None:
    assert klok.nu().utcoffset() == timedelta(0)
    assert abs(klok.nu() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 22, 59, 59, 900_000, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 7, 1, 2, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 6, 30)),
    ],
)
def test_een_moment_valt_op_de_amsterdamse_dag(moment: datetime, dag: date) -> None:
    assert klok.datum(moment) == dag


def test_een_gezette_klok_staat_stil_en_komt_terug() -> None:
    buiten, binnen = datetime(2026, 1, 5, 9, tzinfo=UTC), datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
    with klok.op_moment(buiten):
        with pytest.raises(RuntimeError, match="onderweg"):
            _mislukt_op(binnen)
        assert klok.nu() == buiten
        assert klok.vandaag() == date(2026, 1, 5)
    assert klok.nu() != buiten


def test_een_moment_zonder_tijdzone_wordt_geweigerd() -> None:
    naief = datetime.fromisoformat("2026-01-01T00:00")
    with pytest.raises(klok.NaiefMoment):
        klok.datum(naief)
    with pytest.raises(klok.NaiefMoment), klok.op_moment(naief):
        pytest.fail("het blok mag niet beginnen")


def _mislukt_op(moment: datetime) -> None:
    with klok.op_moment(moment):
        assert klok.nu() == moment
        assert klok.vandaag() == date(2026, 3, 1)
        raise RuntimeError("onderweg")

"""The terugbelnotitie: five working days, 17:00 Amsterdam time, with dates."""

from datetime import UTC, datetime, time

import pytest

from catalogus.klok import AMSTERDAM, NaiefMoment
from catalogus.termijnen import werkdag_einde
from tests.catalogus.termijnen.kalender import VRIJ


def hier(jaar: int, maand: int, dag: int, uur: int, minuut: int = 0) -> datetime:
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("gemaakt", "uiterlijk"),
    [
        (hier(2026, 1, 5, 9), hier(2026, 1, 12, 17)),  # Monday to Monday
        (hier(2026, 1, 5, 23, 59), hier(2026, 1, 12, 17)),
        (hier(2026, 1, 6, 0, 1), hier(2026, 1, 13, 17)),
        (hier(2026, 1, 10, 11), hier(2026, 1, 16, 17)),  # Saturday: Monday is the first day
        (hier(2026, 4, 2, 16), hier(2026, 4, 13, 17)),  # over Good Friday, the weekend and Easter Monday
        (hier(2026, 12, 23, 10), hier(2026, 12, 31, 17)),
        (hier(2026, 12, 28, 10), hier(2027, 1, 5, 17)),  # over New Year
        (hier(2027, 5, 3, 10), hier(2027, 5, 13, 17)),  # 5, 6 (Ascension) and 7 May (assimilated) are free
        (hier(2026, 3, 26, 10), hier(2026, 4, 2, 17)),  # summer time begins on 29 March
        (hier(2026, 10, 22, 10), hier(2026, 10, 29, 17)),  # and ends on 25 October
    ],
)
def test_vijf_werkdagen_om_vijf_uur(gemaakt: datetime, uiterlijk: datetime) -> None:
    assert werkdag_einde(gemaakt.astimezone(UTC), vrije_dagen=VRIJ) == uiterlijk


def test_het_einde_staat_in_utc() -> None:
    zomer = werkdag_einde(hier(2026, 3, 26, 10), vrije_dagen=VRIJ)
    assert zomer.isoformat() == "2026-04-02T15:00:00+00:00"


def test_aantal_en_tijd_zijn_te_kiezen() -> None:
    assert werkdag_einde(hier(2026, 1, 9, 9), 3, time(12, 30), vrije_dagen=VRIJ) == hier(2026, 1, 14, 12, 30)


def test_een_moment_zonder_tijdzone_wordt_geweigerd() -> None:
    with pytest.raises(NaiefMoment):
        werkdag_einde(datetime.fromisoformat("2026-01-05T09:00"), vrije_dagen=VRIJ)

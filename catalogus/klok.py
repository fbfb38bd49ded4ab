"""The one clock of the program: moments in UTC, dates in Europe/Amsterdam (recht.md, "Counting days").

Domain code asks this module for the time and nothing else, so that a test or the example municipality can set it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_gezet: ContextVar[datetime | None] = ContextVar("klok_gezet", default=None)


class NaiefMoment(ValueError):
    """A moment without a time zone: it is not known on which day it falls."""


def nu() -> datetime:
    """The present moment, aware, in UTC."""
    return _gezet.get() or datetime.now(UTC)


def vandaag() -> date:
    """Today's date in Europe/Amsterdam."""
    return datum(nu())


def datum(moment: datetime) -> date:
    """The Amsterdam date on which an aware moment falls: 31 December 22:30 UTC is still 31 December here.

    Raises NaiefMoment for a moment without a time zone.
    """
    return bewust(moment).astimezone(AMSTERDAM).date()


@contextmanager
def op_moment(moment: datetime) -> Iterator[datetime]:
    """Set the clock to this aware moment within the block, for this thread of execution only.

    The clock stands still in the block. Blocks nest; the previous setting returns at the end, also after an error.
    """
    teken = _gezet.set(bewust(moment).astimezone(UTC))
    try:
        yield nu()
    finally:
        _gezet.reset(teken)


def bewust(moment: datetime) -> datetime:
    """This moment, when it has a time zone; NaiefMoment otherwise."""
    if moment.utcoffset() is None:
        raise NaiefMoment(f"Dit moment heeft geen tijdzone: {moment.isoformat()}")
    return moment

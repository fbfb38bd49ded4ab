"""A term that ends while the portal is out of order is extended (Awb 2:21, 2:22).

This is for terms in which a citizen must send something; an outage gives the municipality no time to decide.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple

from catalogus.klok import datum
from catalogus.termijnen.feestdagen import EEN_DAG


class Uitval(NamedTuple):
    """The portal was out of order between two moments; ``einde`` is ``None`` while it lasts."""

    begin: datetime
    einde: datetime | None


def verleng(einde: date, uitval: Iterable[tuple[datetime, datetime | None]], afronden: Callable[[date], date]) -> date:
    """The last day, moved past every outage that touches it, in Amsterdam dates.

    The new last day is the first day after the outage; ``afronden`` makes that a working day where the Algemene
    termijnenwet holds. Of an outage that still lasts only this last day is known to be lost: compute again later.
    """
    rijen = list(uitval)
    voorbij = sorted((datum(begin), datum(eind)) for begin, eind in rijen if eind is not None)
    einde = _na_uitval(einde, voorbij, afronden)
    if any(eind is None and datum(begin) <= einde for begin, eind in rijen):
        einde = _na_uitval(afronden(einde + EEN_DAG), voorbij, afronden)
    return einde


def _na_uitval(einde: date, voorbij: list[tuple[date, date]], afronden: Callable[[date], date]) -> date:
    while geraakt := [laatste for eerste, laatste in voorbij if eerste <= einde <= laatste]:
        einde = afronden(max(geraakt) + EEN_DAG)
    return einde

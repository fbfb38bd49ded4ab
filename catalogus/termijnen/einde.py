"""The last day of a term, from its beginning, its length and everything that moved it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial, reduce
from operator import add

from catalogus.termijnen import atw
from catalogus.termijnen import uitval as storing
from catalogus.termijnen.duur import Duur
from catalogus.termijnen.feestdagen import EEN_DAG, Vrijedagen
from catalogus.termijnen.opschorting import Opschorting, Periode, perioden, stilstand

_Afronden = Callable[[date, list[Periode]], date]


class OnbekendRegime(ValueError):
    """Terms are counted by awb (Awb and Atw), avg (Regulation 1182/71) or kalender (no working days)."""


@dataclass(frozen=True)
class Verlenging:
    """One extension. ``verlegt_datum`` is False when it only informs: Awb 4:14 lid 1, the legal date stands."""

    duur: str
    verlegt_datum: bool


def einddatum(
    begin: date,
    duur: str,
    *,
    opschortingen: Iterable[Opschorting] = (),
    verlengingen: Iterable[Verlenging] = (),
    regime: str = "awb",
    vrije_dagen: Vrijedagen,
    uitval: Iterable[tuple[datetime, datetime | None]] = (),
    op: date | None = None,
) -> date:
    """The last day (uiterlijk, inclusive) of a term that starts the day after ``begin``.

    ``duur`` is ISO 8601; extensions that move the date are added to it, in the order in which they were given. The days
    that stood still are added to the unshifted end, and only then the date moves, once, by Atw 1 and 2 (art. 4 judged
    by the last of these terms) or Regulation 1182/71. Outages are for terms of citizens (Awb 2:21).
    An open suspension counts up to ``op``, and not at all without it. A suspension that begins after the term has ended
    does nothing.

    Raises OngeldigeDuur, OnbekendRegime, FeestdagenOntbreken.
    """
    termijnen = [Duur.lees(duur), *(Duur.lees(v.duur) for v in verlengingen if v.verlegt_datum)]
    stil = perioden(opschortingen, op=op)
    afronden = partial(_afronden, begin, termijnen[-1], regime, vrije_dagen)
    einde = _na_stilstand(reduce(add, termijnen).na(begin), stil, begin, afronden)
    return storing.verleng(afronden(einde, stil), uitval, partial(afronden, stil=stil))


def _afronden(
    begin: date, duur: Duur, regime: str, vrije_dagen: Vrijedagen, einde: date, stil: Iterable[Periode] = ()
) -> date:
    """The moved end by the days of the regime; ``kalender`` moves nothing."""
    if regime == "kalender":
        return einde
    if regime not in ("awb", "avg"):
        raise OnbekendRegime(f"Onbekende wijze van tellen: {regime!r}")
    return atw.verleng(begin, einde, duur, vrije_dagen, stil, verordening=regime == "avg")


def _na_stilstand(einde: date, stil: list[Periode], begin: date, afronden: _Afronden) -> date:
    """The unshifted end with the days that stood still added; after a standstill at least one day is left."""
    geteld: list[Periode] = []
    for periode in stil:
        if periode.van > afronden(einde, geteld):
            break
        binnen = Periode(max(periode.van, begin + EEN_DAG), periode.tot_en_met)
        if binnen.dagen > 0:
            einde = max(einde + timedelta(days=binnen.dagen), binnen.tot_en_met + EEN_DAG)
            geteld.append(binnen)
    return einde


def resterende_dagen(
    begin: date,
    duur: str,
    *,
    op: date,
    opschortingen: Iterable[Opschorting] = (),
    verlengingen: Iterable[Verlenging] = (),
    regime: str = "awb",
    vrije_dagen: Vrijedagen,
) -> int:
    """Calendar days of the term that are left after ``op``, or, while it stands still, after the standstill.

    The last day counts; 0 on the last day itself, negative when the term has passed.
    """
    alle = list(opschortingen)
    nu_stil = stilstand(alle, op)
    einde = einddatum(
        begin, duur, opschortingen=alle, verlengingen=verlengingen, regime=regime, vrije_dagen=vrije_dagen, op=op
    )
    vanaf = op if nu_stil is None else nu_stil.tot_en_met or max(op, *(p.tot_en_met for p in perioden(alle, op=op)))
    return (einde - vanaf).days

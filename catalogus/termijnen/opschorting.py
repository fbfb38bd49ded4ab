"""Days on which a term stands still (Awb 4:15, 7:10 lid 2), each counted once however many suspensions cover it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from catalogus.termijnen.feestdagen import EEN_DAG


@dataclass(frozen=True)
class Opschorting:
    """One suspension, as its row has it.

    It runs from the day after ``verzocht_op`` until, not including, ``tot``: the day the application was completed, the
    information came, or the cause ended. When nothing comes it runs up to and including ``uiterlijk``, the last day of
    the set term. With neither it is open: it stands still and nobody knows yet until when (overmacht, abroad).
    A ground that begins by itself (4:15 lid 2) has the day before its first day as ``verzocht_op``.
    """

    verzocht_op: date
    tot: date | None = None
    uiterlijk: date | None = None
    reden: str = ""

    @property
    def eerste_dag(self) -> date:
        return self.verzocht_op + EEN_DAG

    @property
    def laatste_dag(self) -> date | None:
        """The last day that stands still, ``None`` while that is unknown; before the first when no day stands still."""
        dagen = ([self.tot - EEN_DAG] if self.tot else []) + ([self.uiterlijk] if self.uiterlijk else [])
        return min(dagen, default=None)

    def staat_stil_op(self, dag: date) -> bool:
        return self.eerste_dag <= dag and (self.laatste_dag is None or dag <= self.laatste_dag)


@dataclass(frozen=True)
class Periode:
    """Days from and including ``van`` up to and including ``tot_en_met``."""

    van: date
    tot_en_met: date

    @property
    def dagen(self) -> int:
        return (self.tot_en_met - self.van).days + 1


@dataclass(frozen=True)
class Stilstand:
    """The term stands still: since when, up to and including when (``None``: unknown), and why."""

    sinds: date
    tot_en_met: date | None
    redenen: tuple[str, ...]

    @property
    def reden(self) -> str:
        return self.redenen[0]


def perioden(opschortingen: Iterable[Opschorting], op: date | None = None) -> list[Periode]:
    """The days that stand still, sorted; overlapping and adjacent suspensions are one period.

    An open suspension counts up to and including ``op``; without that day it counts no days yet.
    """
    samen: list[Periode] = []
    ruw = ((o.eerste_dag, o.laatste_dag or op or o.verzocht_op) for o in opschortingen)
    for van, tot_en_met in sorted(paar for paar in ruw if paar[0] <= paar[1]):
        if samen and van <= samen[-1].tot_en_met + EEN_DAG:
            samen[-1] = Periode(samen[-1].van, max(samen[-1].tot_en_met, tot_en_met))
        else:
            samen.append(Periode(van, tot_en_met))
    return samen


def stilstand(opschortingen: Iterable[Opschorting], op: date) -> Stilstand | None:
    """Whether the term stands still on this day; consecutive suspensions are one standstill."""
    alle = list(opschortingen)
    geldend = [o for o in alle if o.staat_stil_op(op)]
    if not geldend:
        return None
    periode = next(p for p in perioden(alle, op=op) if p.van <= op <= p.tot_en_met)
    # an open suspension that starts in, or the day after, this period keeps it from ending on a known day
    open_eind = any(o.laatste_dag is None and o.eerste_dag <= periode.tot_en_met + EEN_DAG for o in alle)
    redenen = tuple(dict.fromkeys(o.reden for o in sorted(geldend, key=lambda o: (o.verzocht_op, o.reden))))
    return Stilstand(periode.van, None if open_eind else periode.tot_en_met, redenen)

"""Dwangsom for deciding late: Awb 4:17 and 4:18. Amounts in cents, from a table that an administrator keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from catalogus.termijnen.duur import Duur
from catalogus.termijnen.einde import einddatum
from catalogus.termijnen.feestdagen import EEN_DAG, Vrijedagen


class TredeOntbreekt(LookupError):
    """The table has no amount, or two, for a day on which a dwangsom runs."""


class Trede(Protocol):
    """A row of the table: cents a day from and including one day up to and including another, counted from 1."""

    @property
    def vanaf_dag(self) -> int: ...
    @property
    def tot_en_met_dag(self) -> int: ...
    @property
    def bedrag_in_centen(self) -> int: ...


@dataclass(frozen=True)
class Dwangsom:
    """What is owed so far. ``laatste_dag`` is the last day on which one can run, or the day before the decision."""

    eerste_dag: date
    laatste_dag: date
    dagen: int
    bedrag_in_centen: int
    per_aanvrager: tuple[int, ...]
    ingebrekestelling_te_vroeg: bool

    @property
    def verschuldigd(self) -> bool:
        return self.dagen > 0


def twee_weken_na(dag: date, duur: str = "P2W") -> date:
    """4:17 lid 3: the last day of two full weeks since ``dag``; no dwangsom runs on it yet, and no Atw moves it."""
    return Duur.lees(duur).na(dag)


def dwangsom(
    einde_termijn: date,
    ingebreke_gesteld_op: date,
    *,
    op: date,
    besloten_op: date | None = None,
    treden: Iterable[Trede],
    maximum_in_centen: int,
    aanvragers: int = 1,
    wachttijd: str = "P2W",
) -> Dwangsom:
    """4:17: the dwangsom counted up to and including ``op``; the day of the decision no longer counts.

    The first day is the day after two full weeks since the later of the last day of the term and the day on which the
    written ingebrekestelling came in. It runs at most as many days as the table has (42); the Atw does not hold for
    them. Several applicants share equally: the shares add up to the whole, the first gets a cent that is left.
    That none is owed (lid 6, Woo 8.2) is a choice that the caller records, and then does not ask.
    """
    tabel = list(treden)
    eerste = twee_weken_na(max(einde_termijn, ingebreke_gesteld_op), wachttijd) + EEN_DAG
    laatste = eerste + timedelta(days=max((t.tot_en_met_dag for t in tabel), default=0) - 1)
    if besloten_op is not None:
        laatste = min(laatste, besloten_op - EEN_DAG)
    dagen = max(0, (min(op, laatste) - eerste).days + 1)
    bedrag = min(sum(_bedrag(tabel, dag) for dag in range(1, dagen + 1)), maximum_in_centen)
    return Dwangsom(
        eerste_dag=eerste,
        laatste_dag=laatste,
        dagen=dagen,
        bedrag_in_centen=bedrag,
        per_aanvrager=_verdeel(bedrag, aanvragers),
        ingebrekestelling_te_vroeg=ingebreke_gesteld_op <= einde_termijn,
    )


def dwangsombesluit_uiterlijk(laatste_dag: date, *, duur: str = "P2W", vrije_dagen: Vrijedagen) -> date:
    """4:18: the last day to set the dwangsom by decision, two weeks after the last day on which it was owed."""
    return einddatum(laatste_dag, duur, vrije_dagen=vrije_dagen)


def _bedrag(tabel: list[Trede], dag: int) -> int:
    passend = [t.bedrag_in_centen for t in tabel if t.vanaf_dag <= dag <= t.tot_en_met_dag]
    if len(passend) != 1:
        raise TredeOntbreekt(f"Voor dag {dag} van de dwangsom staan er {len(passend)} bedragen in de tabel, niet 1.")
    return passend[0]


def _verdeel(bedrag: int, aanvragers: int) -> tuple[int, ...]:
    deel, over = divmod(bedrag, aanvragers)
    return tuple(deel + (1 if nummer < over else 0) for nummer in range(aanvragers))

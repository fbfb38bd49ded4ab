"""Running a case many times and counting what it costs. Everything a case writes is rolled back."""

import json
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from mijnzaken.meten import rekentijd

_OPWARMEN = 2  # rounds that do not count
# Rows that PostgreSQL read for this transaction: by scans of whole tables, and from tables by way of an index.
_GELEZEN = "SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint FROM pg_stat_xact_user_tables"
_GEEN_VRAAG = ("SAVEPOINT", "RELEASE", "ROLLBACK")

Vloer = tuple[str, list[Any] | dict[str, Any]]  # one statement, with its values


@dataclass(frozen=True)
class Geval:
    """One thing to measure. ``doe`` does it and gives the page, or nothing; ``vooraf`` makes what it needs first.

    Each round starts from the same data, but for one that may be done again and again (``herhaalbaar``): its rounds run
    in one transaction, for a connection forgets at every rollback which plans the database keeps for it.
    """

    naam: str
    doe: Callable[[], HttpResponseBase | None]
    vloer: Vloer
    vooraf: Callable[[], object] = lambda: None
    herhaalbaar: bool = False


@dataclass(frozen=True)
class Uitslag:
    """Times in milliseconds; ``gelezen`` in rows; ``verhouding`` is the median over that of the floor.

    ``sql`` is the median over the rounds, ``sql_laagst`` the fastest of them. ``rekentijd`` is the median of the
    processor time that the database took, planning included; nothing when the server runs elsewhere.
    """

    naam: str
    queries: int
    gelezen: int
    mediaan: float
    p95: float
    sql: float
    sql_laagst: float
    rekentijd: float | None
    bytes: int
    verhouding: float


class Mislukt(Exception):
    """A page did not come: the message says which and why."""


@dataclass
class _Ronde:
    queries: int = 0
    sql: float = 0.0
    tijd: float = 0.0
    rekentijd: float | None = None
    bytes: int = 0
    gelezen: int = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Wraps every statement (Django's ``execute_wrapper``)."""
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            if not sql.startswith(_GEEN_VRAAG):
                self.queries += 1
                self.sql += time.perf_counter() - begin


@dataclass
class _Reeks:
    rondes: list[_Ronde] = field(default_factory=list)

    def deel(self, welk: Callable[[_Ronde], float], deel: float) -> float:
        """The value below which this part of the rounds lies."""
        waarden = sorted(welk(ronde) for ronde in self.rondes)
        return waarden[max(0, math.ceil(deel * len(waarden)) - 1)]


def meet(geval: Geval, keer: int) -> Uitslag:
    """Case and floor in turn, so that a busy machine hits both alike."""
    eigen, kaal = _Reeks(), _Reeks()
    gelezen, teller = _ronde(geval, tel=True).gelezen, rekentijd.teller()
    with _teruggedraaid() if geval.herhaalbaar else nullcontext():
        if geval.herhaalbaar:
            geval.vooraf()
        for nummer in range(keer + _OPWARMEN):
            laag, hoog = _ronde_van_vloer(geval), _ronde(geval, teller=teller, midden=geval.herhaalbaar)
            if nummer >= _OPWARMEN:
                kaal.rondes.append(laag)
                eigen.rondes.append(hoog)
    laatste, mediaan = eigen.rondes[-1], eigen.deel(lambda r: r.tijd, 0.5)
    return Uitslag(
        naam=geval.naam,
        queries=laatste.queries,
        gelezen=gelezen,
        mediaan=round(1000 * mediaan, 2),
        p95=round(1000 * eigen.deel(lambda r: r.tijd, 0.95), 2),
        sql=round(1000 * eigen.deel(lambda r: r.sql, 0.5), 2),
        sql_laagst=round(1000 * eigen.deel(lambda r: r.sql, 0.0), 2),
        rekentijd=round(1000 * eigen.deel(lambda r: r.rekentijd or 0.0, 0.5), 2) if teller else None,
        bytes=laatste.bytes,
        verhouding=round(mediaan / kaal.deel(lambda r: r.tijd, 0.5), 1),
    )


@contextmanager
def _teruggedraaid() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _ronde(geval: Geval, *, tel: bool = False, teller: Path | None = None, midden: bool = False) -> _Ronde:
    """``midden``: in the transaction that runs, in which all is ready."""
    ronde = _Ronde()
    with nullcontext() if midden else _teruggedraaid():
        if not midden:
            geval.vooraf()
        voor = _gelezen() if tel else 0
        vooraf = rekentijd.lees(teller)
        with connection.execute_wrapper(ronde):
            begin = time.perf_counter()
            antwoord = geval.doe()
            ronde.bytes = _omvang(geval, antwoord)
            ronde.tijd = time.perf_counter() - begin
        erna = rekentijd.lees(teller)
        ronde.rekentijd = erna - vooraf if erna is not None and vooraf is not None else None
        ronde.gelezen = _gelezen() - voor if tel else 0
    return ronde


def _gelezen() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_GELEZEN)
        return int(cursor.fetchone()[0])


def _omvang(geval: Geval, antwoord: HttpResponseBase | None) -> int:
    if antwoord is None:
        return 0
    if antwoord.status_code >= 400:
        raise Mislukt(f"{geval.naam}: de pagina gaf status {antwoord.status_code}.")
    if isinstance(antwoord, HttpResponse):
        return len(antwoord.content)
    return sum(len(deel) for deel in antwoord)  # type: ignore[attr-defined]


def _ronde_van_vloer(geval: Geval) -> _Ronde:
    ronde = _Ronde()
    with nullcontext() if geval.herhaalbaar else _teruggedraaid():
        begin = time.perf_counter()
        kale_view(RequestFactory().get("/"), geval.vloer)
        ronde.tijd = time.perf_counter() - begin
    return ronde


def kale_view(request: HttpRequest, vloer: Vloer) -> HttpResponse:
    """The floor: the rows of one statement, written out and nothing more."""
    with connection.cursor() as cursor:
        cursor.execute(*vloer)
        rijen = cursor.fetchall() if cursor.description else []
    return HttpResponse("\n".join("\t".join(map(str, rij)) for rij in rijen), content_type="text/plain")


# -- the table ---------------------------------------------------------------------------------------------------------

_KOPPEN = (
    *(("queries", 8), ("gelezen", 9), ("mediaan", 9), ("p95", 9), ("sql", 8), ("laagst", 8), ("reken", 8)),
    *(("bytes", 9), ("x vloer", 9), ("x eerder", 9)),
)
KOP = f"{'geval':<46}{''.join(f'{naam:>{breed}}' for naam, breed in _KOPPEN)}"
Eerder = dict[str, dict[str, Any]]  # of an earlier measurement, by name of the case


def groei(uitslag: Uitslag, eerder: Eerder) -> float | None:
    """How many times the SQL of an earlier measurement, in processor time where both have that."""
    toen = eerder.get(uitslag.naam)
    if not toen:
        return None
    maat = "rekentijd" if uitslag.rekentijd and toen.get("rekentijd") else "sql"
    return float(getattr(uitslag, maat) / toen[maat]) if toen[maat] else None


def regel(uitslag: Uitslag, eerder: Eerder) -> str:
    u, keer = uitslag, groei(uitslag, eerder)
    reken = "" if u.rekentijd is None else f"{u.rekentijd:.2f}"
    return (
        f"{u.naam:<46}{u.queries:>8}{u.gelezen:>9}{u.mediaan:>9.1f}{u.p95:>9.1f}{u.sql:>8.2f}{u.sql_laagst:>8.2f}"
        f"{reken:>8}{u.bytes:>9}{u.verhouding:>9.1f}{'' if keer is None else f'{keer:.1f}':>9}"
    )


def als_json(uitslagen: list[Uitslag]) -> str:
    return json.dumps([asdict(uitslag) for uitslag in uitslagen], indent=1)


def uit_json(tekst: str) -> Eerder:
    """What ``als_json`` wrote. Raises ``Mislukt`` for anything else."""
    try:
        return {str(rij["naam"]): rij for rij in json.loads(tekst)}
    except (ValueError, TypeError, KeyError) as fout:
        raise Mislukt("Dit is geen uitslag van meet --json.") from fout

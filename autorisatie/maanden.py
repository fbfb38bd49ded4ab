"""The logs by month: parts that are there before they are needed, and what to do with lines that had none.

A part is a table of its own that is attached to the log when it is whole, so that who writes meanwhile does not wait.
What falls outside every month lands in the part ``rest``, which must stay empty: it would be read with every question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction

from autorisatie.models import Auditregel, Verwerkingsregel
from catalogus import klok

LOGBOEKEN = {Auditregel._meta.db_table: "moment", Verwerkingsregel._meta.db_table: "start_time"}
VOORUIT = 6  # months that the task keeps ready
MINSTENS = 2  # months: fewer than this and somebody should look
_SLOT = 7_250_002  # advisory lock: one process at a time makes parts


@dataclass(frozen=True)
class Deel:
    naam: str
    tot: date | None  # the first day that is not in it; ``None`` for ``rest``


def volgende_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1)


def delen(tabel: str) -> list[Deel]:
    """The parts of a log, the oldest first, ``rest`` last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, substring(pg_get_expr(c.relpartbound, c.oid) from $$TO \\('([^ ']+)$$)"
            " FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = %s::regclass"
            " ORDER BY 2 NULLS LAST, 1",
            [tabel],
        )
        return [Deel(naam, date.fromisoformat(tot) if tot else None) for naam, tot in cursor.fetchall()]


def maak_vooruit(maanden: int = VOORUIT) -> list[str]:
    """Make the parts that are missing for the months to come; their names. A second process has nothing to do."""
    gemaakt: list[str] = []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SLOT])
        if not cursor.fetchone()[0]:
            return []
        tot = klok.vandaag()
        for _ in range(maanden):
            tot = volgende_maand(tot)
        for tabel in LOGBOEKEN:
            gemaakt += _geef_rest_een_plaats(tabel)
            gemaakt += _maak_tot(tabel, tot)
    return gemaakt


def _maak_tot(tabel: str, tot: date) -> Iterator[str]:
    einde = max(deel.tot for deel in delen(tabel) if deel.tot)
    while einde < tot:
        na = volgende_maand(einde)
        yield _hang_aan(tabel, f"{tabel}_{einde:%Y_%m}", einde, na)
        einde = na


def _hang_aan(tabel: str, naam: str, van: date, tot: date) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {naam} (LIKE {tabel} INCLUDING DEFAULTS, PRIMARY KEY (id))")
        _niet_leegmaken(cursor, naam)
        cursor.execute(
            f"ALTER TABLE {tabel} ATTACH PARTITION {naam} FOR VALUES FROM ('{van}T00:00:00Z') TO ('{tot}T00:00:00Z')"
        )
    return naam


def _geef_rest_een_plaats(tabel: str) -> Iterator[str]:
    """Lines that found no month become a part of their own, as they are: none is moved, and ``rest`` is empty again."""
    moment, rest = LOGBOEKEN[tabel], f"{tabel}_rest"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max({moment}) FROM {rest}")  # noqa: S608  names of our own tables
        (laatste,) = cursor.fetchone()
        if laatste is None:
            return
        van = max(deel.tot for deel in delen(tabel) if deel.tot)
        tot = volgende_maand(laatste.astimezone(UTC).date())
        naam = f"{tabel}_{van:%Y_%m}_{tot:%Y_%m}"
        cursor.execute(f"ALTER TABLE {tabel} DETACH PARTITION {rest}")
        cursor.execute(f"ALTER TABLE {rest} RENAME TO {naam}")
        cursor.execute(
            f"ALTER TABLE {tabel} ATTACH PARTITION {naam} FOR VALUES FROM ('{van}T00:00:00Z') TO ('{tot}T00:00:00Z')"
        )
        cursor.execute(f"CREATE TABLE {rest} PARTITION OF {tabel} (PRIMARY KEY (id)) DEFAULT")
        _niet_leegmaken(cursor, rest)
    yield naam


def _niet_leegmaken(cursor: object, naam: str) -> None:
    """A trigger on rows comes with the log itself, one on the whole table does not."""
    cursor.execute(  # type: ignore[attr-defined]
        f"CREATE TRIGGER niet_leegmaken BEFORE TRUNCATE ON {naam} FOR EACH STATEMENT "
        "EXECUTE FUNCTION logboek_alleen_toevoegen()"
    )


def nakijken() -> Iterator[str]:
    """What is wrong with the months, in sentences."""
    for tabel in LOGBOEKEN:
        alle = delen(tabel)
        einde = max((deel.tot for deel in alle if deel.tot), default=klok.vandaag())
        nodig = klok.vandaag()
        for _ in range(MINSTENS):
            nodig = volgende_maand(nodig)
        if einde < nodig:
            yield f"Van {tabel} zijn de maanden er tot {einde:%d-%m-%Y}: draait het rooster?"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT EXISTS (SELECT FROM {tabel}_rest)")  # noqa: S608  names of our own tables
            if cursor.fetchone()[0]:
                yield f"In {tabel}_rest staan regels zonder maand: dat maakt zoeken traag."
        yield from _zonder_slot(tabel, [deel.naam for deel in alle])


def _zonder_slot(tabel: str, namen: list[str]) -> Iterator[str]:
    """Parts on which the triggers that keep the log append-only are gone or off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c WHERE c.oid = ANY(%s::regclass[]) AND (SELECT count(*) FROM pg_trigger t"
            " JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid AND p.proname = 'logboek_alleen_toevoegen'"
            " AND t.tgenabled <> 'D') < 2 ORDER BY 1",
            [[tabel, *namen]],
        )
        for (naam,) in cursor.fetchall():
            yield f"{naam} is niet meer beschermd tegen wijzigen: de trekkers ontbreken of staan uit."


def tot_nu() -> datetime:
    """Until when a list looks: then the planner leaves out the months to come and ``rest``; the others are in order.

    A minute of grace, for the clocks of several machines.
    """
    return klok.nu() + timedelta(minutes=1)

"""Indexes and keys are taken away before a large fill and made again after it, which is several times faster.

What was taken away is written down first, in a table of our own and in the same transaction; a fill that was broken off
is whole again after the next call.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

_MAAK_BOEK = "CREATE TABLE IF NOT EXISTS meten_herstel (id bigserial PRIMARY KEY, ronde int, opdracht text NOT NULL)"
# Constraints but primary keys and checks: a key of another table onto these rows stays, for it needs the primary key.
_SLEUTELS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype = 'f' FROM pg_constraint
WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('u', 'f', 'x')
"""
_INDEXEN = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisprimary
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
"""
_GEHEUGEN = "1GB"  # of the server, for each index that is made
TEGELIJK = 2


def is_afgebroken() -> bool:
    """Was a fill broken off, so that indexes are missing?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('meten_herstel') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT EXISTS (SELECT 1 FROM meten_herstel)")
        return bool(cursor.fetchone()[0])


def haal_weg(tabellen: Iterable[str]) -> None:
    """Write down and drop what slows a fill, all or nothing."""
    namen = list(tabellen)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_MAAK_BOEK)
        cursor.execute(_SLEUTELS, [namen])
        for tabel, naam, omschrijving, verwijst in cursor.fetchall():
            _noteer(2 if verwijst else 1, f'ALTER TABLE {tabel} ADD CONSTRAINT "{naam}" {omschrijving}')
            cursor.execute(f'ALTER TABLE {tabel} DROP CONSTRAINT "{naam}"')
        cursor.execute(_INDEXEN, [namen])
        for naam, omschrijving in cursor.fetchall():
            _noteer(1, omschrijving)
            cursor.execute(f"DROP INDEX {naam}")


def _noteer(ronde: int, opdracht: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO meten_herstel (ronde, opdracht) VALUES (%s, %s)", [ronde, opdracht])


def zet_terug(zeg: Callable[[int], object], tegelijk: int = TEGELIJK) -> None:
    """Make everything again, some at a time: indexes first, then the keys that look things up in them."""
    for ronde in (1, 2):
        if tegelijk == 1:
            for werk in _op_te_maken(ronde):
                _maak(werk)
                zeg(1)
            continue
        with ThreadPoolExecutor(tegelijk) as werkers:
            for _ in werkers.map(_maak_apart, _op_te_maken(ronde)):
                zeg(1)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE meten_herstel")


def aantal_weg() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM meten_herstel")
        return int(cursor.fetchone()[0])


def _op_te_maken(ronde: int) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, opdracht FROM meten_herstel WHERE ronde = %s ORDER BY id", [ronde])
        return list(cursor.fetchall())


def _maak(werk: tuple[int, str]) -> None:
    """One index or key, and the note of it away, in one transaction."""
    pk, opdracht = werk
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{_GEHEUGEN}'")
        cursor.execute(opdracht)
        cursor.execute("DELETE FROM meten_herstel WHERE id = %s", [pk])


def _maak_apart(werk: tuple[int, str]) -> None:
    """The same in a thread, which has a connection of its own."""
    try:
        _maak(werk)
    finally:
        connection.close()

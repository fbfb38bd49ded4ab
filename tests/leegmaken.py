"""pytest plugin: a test that really commits is followed by an empty database, the append-only tables included.

The triggers that keep the logs and the approved versions of the matrix as they are refuse TRUNCATE too; only here, on a
test's own database, they step aside.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from autorisatie.models import Auditregel, Logboekzegel, Matrixregel, Matrixversie, Verwerkingsregel

MATRIX = tuple(m._meta.db_table for m in (Matrixversie, Matrixregel, Matrixversie.auteurs.through))
LOGBOEK = (Auditregel._meta.db_table, Verwerkingsregel._meta.db_table, Logboekzegel._meta.db_table)


def met_delen(verbinding: Any, tabellen: list[str]) -> list[str]:
    """These tables and the months that they consist of."""
    with verbinding.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT boom.relid::regclass::text FROM unnest(%s::text[]) AS naam,"
            " LATERAL (SELECT relid FROM pg_partition_tree(naam::regclass) UNION SELECT naam::regclass) AS boom",
            [tabellen],
        )
        return sorted(naam for (naam,) in cursor.fetchall())


@pytest.fixture(autouse=True, scope="session")
def _leegmaken_mag_alles_meenemen() -> Iterator[None]:
    gewoon = DatabaseOperations.sql_flush

    def sql_flush(self: DatabaseOperations, style: Any, tables: Any, **opties: Any) -> list[str]:
        vast = met_delen(self.connection, [tabel for tabel in (*LOGBOEK, *MATRIX) if tabel in tables])
        uit = [f"ALTER TABLE {tabel} DISABLE TRIGGER USER" for tabel in vast]
        aan = [f"ALTER TABLE {tabel} ENABLE TRIGGER USER" for tabel in vast]
        return [*uit, *gewoon(self, style, tables, **opties), *aan]

    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(DatabaseOperations, "sql_flush", sql_flush)
        yield

"""Rows that name a zaak or a decision by its uuid, in rooms that know no zaken: contacts, documents.

Is one about a zaak that is shielded, or of the reader's own circle? Then it is read at that zaak, by who may open it,
and is in no list. The condition knows tables and no models, as the door of zaken does.
"""

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func

# The zaken that rows of a table name, by themselves or by a decision of theirs.
_ZAKEN = (
    "SELECT z.id, z.afgeschermd FROM {tabel} o JOIN zaken_zaak z ON z.uuid = o.object_uuid WHERE o.{kolom} {keuze} "
    "UNION ALL SELECT z.id, z.afgeschermd FROM {tabel} o JOIN zaken_besluit b ON b.uuid = o.object_uuid "
    "JOIN zaken_zaak z ON z.id = b.zaak_id WHERE o.{kolom} {keuze}"
)


class OverVerborgenZaak(Func):
    """``tabel`` links a row (by ``kolom``) to an ``object_uuid``; ``uitgesloten`` are partijen of the own circle."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, tabel: str, kolom: str, uitgesloten: tuple[int, ...] = (), sleutel: Any = None) -> None:
        super().__init__(sleutel or F("pk"))
        self.tabel, self.kolom, self.uitgesloten = tabel, kolom, uitgesloten

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        rij, _waarden = compiler.compile(self.source_expressions[0])
        return (
            f"EXISTS (SELECT 1 FROM ({_ZAKEN.format(tabel=self.tabel, kolom=self.kolom, keuze=f'= {rij}')}) z "  # noqa: S608
            "WHERE z.afgeschermd OR EXISTS "
            "(SELECT 1 FROM zaken_rol r WHERE r.zaak_id = z.id AND r.partij_id = ANY(%s)))",
            [list(self.uitgesloten)],
        )


def partijen_van(tabel: str, kolom: str, sleutels: Collection[int]) -> set[int]:
    """Who takes part in the zaken that these rows are about: partij ids, one statement."""
    zaken = _ZAKEN.format(tabel=tabel, kolom=kolom, keuze="= ANY(%s)")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT r.partij_id FROM ({zaken}) z JOIN zaken_rol r ON r.zaak_id = z.id "  # noqa: S608
            "WHERE r.partij_id IS NOT NULL",
            [list(sleutels), list(sleutels)],
        )
        return {rij[0] for rij in cursor.fetchall()}

"""Rows that name a zaak by its uuid, in rooms that know no zaken: contacts, documents.

Is one about a zaak that is shielded, or of the reader's own circle? Then it is read at that zaak, by who may open it,
and is in no list. The condition knows tables and no models, as the door of zaken does.
"""

from typing import Any

from django.db.models import BooleanField, F, Func


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
            f"EXISTS (SELECT 1 FROM {self.tabel} o JOIN zaken_zaak z ON z.uuid = o.object_uuid "  # noqa: S608
            f"WHERE o.{self.kolom} = {rij} AND (z.afgeschermd OR EXISTS "
            "(SELECT 1 FROM zaken_rol r WHERE r.zaak_id = z.id AND r.partij_id = ANY(%s))))",
            [list(self.uitgesloten)],
        )

"""What belongs to a zaak, as addresses in its own body: gathered in the statement that reads the zaken, so that a page
of a hundred costs no statement more than one of them. ``partijen`` are who takes part, for the log of who read it.
"""

from typing import Any

import orjson
from django.db.models import F, Func, JSONField


def _uuids(tabel: str, *, mits: str = "", sleutel: str = "zaak_id") -> str:
    """The uuids of the rows of a table that belong to the zaak, as a JSON list in the order in which they came."""
    return (
        f"(SELECT coalesce(jsonb_agg(k.uuid ORDER BY k.id), '[]') FROM {tabel} k "  # noqa: S608  names of tables of ours
        f"WHERE k.{sleutel} = {{z}}{mits})"
    )


_DELEN = {
    "deelzaken": _uuids("zaken_zaak", sleutel="hoofdzaak_id"),
    "eigenschappen": _uuids("zaken_gegevenswaarde", mits=" AND k.actueel"),
    "rollen": _uuids("zaken_rol"),
    "partijen": (
        "(SELECT coalesce(jsonb_agg(k.partij_id), '[]') FROM zaken_rol k "
        "WHERE k.zaak_id = {z} AND k.partij_id IS NOT NULL)"
    ),
    "zaakinformatieobjecten": _uuids("zaken_zaakdocument"),
    "zaakobjecten": _uuids("zaken_zaakobject"),
    "status": "(SELECT k.uuid FROM zaken_status k WHERE k.zaak_id = {z} AND k.indicatie_laatst_gezette_status)",
    "resultaat": "(SELECT k.uuid FROM zaken_resultaat k WHERE k.zaak_id = {z})",
    "zaaktype": "(SELECT k.uuid FROM catalogus_zaaktype k WHERE k.id = {zaaktype})",
    "hoofdzaak": "(SELECT k.uuid FROM zaken_zaak k WHERE k.id = {hoofdzaak})",
    "kenmerken": (
        "(SELECT coalesce(jsonb_agg(jsonb_build_object('kenmerk', k.kenmerk, 'bron', k.bron) ORDER BY k.id), '[]') "
        "FROM zaken_zaakkenmerk k WHERE k.zaak_id = {z})"
    ),
    "relevanteAndereZaken": (
        "(SELECT coalesce(jsonb_agg(jsonb_build_object('uuid', a.uuid, 'url', k.url, 'aardRelatie', k.aard_relatie) "
        "ORDER BY k.id), '[]') FROM zaken_gerelateerdezaak k LEFT JOIN zaken_zaak a ON a.id = k.andere_zaak_id "
        "WHERE k.zaak_id = {z})"
    ),
}


class _Gelezen(JSONField):
    """Read from JSON by a quick reader: a page has a hundred of them."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else orjson.loads(value)


class Kinderen(Func):
    """All of them as one JSON object, with the identity of the zaaktype and of the hoofdzaak: no row is joined."""

    output_field = _Gelezen()

    def __init__(self) -> None:
        super().__init__(F("pk"), F("zaaktype"), F("hoofdzaak"))

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        zaak, zaaktype, hoofdzaak = (compiler.compile(deel)[0] for deel in self.source_expressions)
        delen = (
            f"'{naam}', {sql.format(z=zaak, zaaktype=zaaktype, hoofdzaak=hoofdzaak)}" for naam, sql in _DELEN.items()
        )
        return f"jsonb_build_object({', '.join(delen)})", []


class Uuids(Func):
    """The uuids of the rows of a table that refer to this one by ``sleutel``, as a JSON list."""

    output_field = JSONField()

    def __init__(self, tabel: str, sleutel: str) -> None:
        super().__init__(F("pk"))
        self.sql = _uuids(tabel, sleutel=sleutel)

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        rij, waarden = compiler.compile(self.source_expressions[0])
        return self.sql.format(z=rij), list(waarden)

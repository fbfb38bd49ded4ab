"""Adding one row by a statement that is written once per model, and planned once by the database."""

import functools
from typing import Any

from django.db import connection, models, transaction
from django.db.models.expressions import DatabaseDefault

from catalogus.vastevraag import voorbereid


def waarden(rij: models.Model) -> dict[str, Any]:
    """By column, as the database takes them; without what it fills in itself."""
    gegeven = [(veld, veld.pre_save(rij, add=True)) for veld in _geschreven(type(rij))]
    return {
        veld.column: veld.get_db_prep_save(waarde, connection)
        for veld, waarde in gegeven
        if not isinstance(waarde, DatabaseDefault)
    }


@functools.cache
def _geschreven(model: type[models.Model]) -> list[Any]:
    return [veld for veld in model._meta.concrete_fields if not (veld.primary_key or veld.generated)]


@functools.cache
def opdracht(model: type[models.Model], kolommen: tuple[str, ...], *, tenzij_er_al: bool = False) -> str:
    """INSERT with these values by their columns; it gives the key, and what the database filled in."""
    terug = ", ".join(str(veld.column) for veld in model._meta.db_returning_fields)
    return (
        f"INSERT INTO {model._meta.db_table} ({', '.join(kolommen)}) "  # noqa: S608  names of ours
        f"VALUES ({', '.join(f'%({kolom})s' for kolom in kolommen)})"
        f"{' ON CONFLICT DO NOTHING' if tenzij_er_al else ''} RETURNING {terug}"
    )


def voeg_toe(rij: models.Model, *, tenzij_er_al: bool = False) -> None:
    """Add the row; with ``tenzij_er_al`` only when none of its rules of uniqueness forbids that. No signal is sent.

    When it fails, nothing of the transaction that runs can be kept, whoever catches the error.
    """
    van_rij = waarden(rij)
    gegeven = voer_uit(opdracht(type(rij), tuple(van_rij), tenzij_er_al=tenzij_er_al), van_rij)
    if gegeven is not None:
        for veld, waarde in zip(rij._meta.db_returning_fields, gegeven, strict=True):
            setattr(rij, str(veld.attname), waarde)
        rij._state.adding = False


def voer_uit(sql: str, waarden: dict[str, Any]) -> Any:
    """The first row that a statement of writing gives, if any."""
    with transaction.mark_for_rollback_on_error(connection.alias), voorbereid(), connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        return cursor.fetchone()

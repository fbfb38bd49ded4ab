"""Rows in the text format of COPY, from the fields of a model: what is not named gets the default of its field, or that
of the database.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault


class Tabel:
    """One line of COPY as a template: ``regel % (values of the variable fields, in the order of the model)``.

    ``veranderlijk`` names fields as the model orders them (``attname``). A key that is not named, the database gives.
    """

    def __init__(self, model: type[models.Model], *veranderlijk: str, **vast: Any) -> None:
        self.tabel = model._meta.db_table
        self.kolommen: list[str] = []
        delen: list[str] = []
        gevonden: list[str] = []
        for veld in model._meta.concrete_fields:
            if veld.attname in veranderlijk:
                gevonden.append(veld.attname)
                delen.append("%s")
            elif veld.primary_key or (veld.attname not in vast and isinstance(veld.get_default(), DatabaseDefault)):
                continue  # the database gives it
            else:
                waarde = vast[veld.attname] if veld.attname in vast else veld.get_default()
                delen.append(tekst(waarde).replace("%", "%%"))
            self.kolommen.append(f'"{veld.column}"')
        if gevonden != list(veranderlijk):
            raise ValueError(f"{model.__name__} heeft deze velden in deze orde: {gevonden}, niet {veranderlijk}.")
        self.regel = "\t".join(delen) + "\n"

    def schrijf(self, regels: Iterable[str]) -> None:
        """COPY these lines, in the transaction that runs."""
        with closing(connection.cursor()) as cursor:
            opdracht = f"COPY {self.tabel} ({', '.join(self.kolommen)}) FROM STDIN"
            with cursor.copy(opdracht) as stroom:  # type: ignore[attr-defined]
                for brok in _brokken(regels):
                    stroom.write(brok)


def _brokken(regels: Iterable[str], omvang: int = 2000) -> Iterator[str]:
    brok: list[str] = []
    for regel in regels:
        brok.append(regel)
        if len(brok) == omvang:
            yield "".join(brok)
            brok = []
    if brok:
        yield "".join(brok)


def tekst(waarde: Any) -> str:
    """One value as COPY reads it."""
    if waarde is None:
        return "\\N"
    if isinstance(waarde, bool):
        return "t" if waarde else "f"
    if isinstance(waarde, dict):
        return json.dumps(waarde)
    if isinstance(waarde, list | tuple):
        return "{" + ",".join(map(str, waarde)) + "}"
    return str(waarde).replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n")

"""How many zaken another version of the matrix opens or closes for somebody, and three of them as an example.

Counted up to a limit and within a time, so that nobody waits for a preview over ten million zaken. A shielded zaak and
one of the reader's own circle are in no count and no example.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from autorisatie.actor import Medewerker
from autorisatie.matrix.winst import Stuk
from autorisatie.voorwaarden import Grond
from mijnzaken.zaken import deur, verloop

TELGRENS = 1001
VOORBEELDEN = 3
GEDULD = 1500  # milliseconds for one group of people


@dataclass(frozen=True)
class Voorbeeld:
    nummer: str
    zaaktype: str


@dataclass(frozen=True)
class Geraakt:
    """``aantal`` is ``None`` when counting took too long."""

    aantal: int | None
    voorbeelden: tuple[Voorbeeld, ...] = ()

    @property
    def in_woorden(self) -> str:
        return "1.000+" if self.aantal is not None and self.aantal >= TELGRENS else str(self.aantal or 0)


def geraakte_zaken(stukken: Sequence[Stuk], lezer: Medewerker) -> Geraakt:
    """The zaken of which these pieces say something that was not so. A right that is not about a zaak (to open a desk)
    touches none."""
    armen, waarden = _armen([s for s in stukken if not s.recht or s.recht in verloop.OVERGANGEN], lezer)
    if not armen:
        return Geraakt(0)
    samen = f"SELECT id FROM ({' UNION '.join(armen)}) alle LIMIT {TELGRENS}"  # noqa: S608  built from constants
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(GEDULD)])
            cursor.execute(f"SELECT count(*) FROM ({samen}) t", waarden)  # noqa: S608
            aantal = int(cursor.fetchone()[0])
            cursor.execute(
                f"SELECT z.nummer, p.naam FROM ({samen}) t JOIN zaken_zaak z ON z.id = t.id "  # noqa: S608
                "JOIN catalogus_proces p ON p.id = z.proces_id ORDER BY z.id DESC LIMIT %s",
                [*waarden, VOORBEELDEN],
            )
            voorbeelden = tuple(Voorbeeld(*rij) for rij in cursor.fetchall())
            cursor.execute("SELECT set_config('statement_timeout', '0', true)")
    except OperationalError as fout:
        if isinstance(fout.__cause__, QueryCanceled):
            return Geraakt(None)
        raise
    return Geraakt(aantal, voorbeelden)


def _armen(stukken: Sequence[Stuk], lezer: Medewerker) -> tuple[list[str], list[Any]]:
    armen: list[str] = []
    waarden: list[Any] = []
    for stuk in {(s.processen, s.grond.voorwaarden, s.eerder): s for s in stukken}.values():
        sql, van_grond = stuk.grond.voorwaarden.sql()
        eerder, van_eerder = _eerder(stuk.eerder)
        mits = f"{sql} AND NOT {{z}}.afgeschermd AND {deur.NIET_EIGEN_KRING} AND NOT ({eerder})"
        invulling = [*van_grond, list(lezer.uitgesloten_partijen), *van_eerder]
        keuze = "SELECT {z}.id FROM zaken_zaak {z} WHERE "
        if stuk.processen is None:
            armen.append(f"({keuze}{mits} LIMIT {TELGRENS})".format(z="z"))
            waarden += invulling
        else:
            per_proces = f"{keuze}{{z}}.proces_id = soort.id AND {mits} LIMIT {TELGRENS}".format(z="z")
            armen.append(
                f"(SELECT l.id FROM unnest(%s::bigint[]) soort(id), LATERAL ({per_proces}) l LIMIT {TELGRENS})"  # noqa: S608
            )
            waarden += [sorted(stuk.processen), *invulling]
    return armen, waarden


def _eerder(gronden: Sequence[Grond]) -> tuple[str, list[Any]]:
    """What the old grounds gave already."""
    delen: list[str] = []
    waarden: list[Any] = []
    for grond in gronden:
        sql, van_grond = grond.voorwaarden.sql()
        if grond.processen is None:
            delen.append(f"({sql})")
            waarden += van_grond
        else:
            delen.append(f"({{z}}.proces_id = ANY(%s) AND {sql})")
            waarden += [sorted(grond.processen), *van_grond]
    return " OR ".join(delen) or "FALSE", waarden

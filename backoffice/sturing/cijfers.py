"""How the processes are doing: how many zaken came, ended, wait and are late, and how long they took."""

import hashlib
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import cache
from django.db import connection

from catalogus import klok
from catalogus.models import Proces, Zaaktype

# What does not exist for the reader: few zaken, looked up once, so that the rest need not be read.
_NIET = """
z.id NOT IN (SELECT a.id FROM zaken_zaak a WHERE a.afgeschermd)
AND z.id NOT IN (SELECT r.zaak_id FROM zaken_rol r WHERE r.partij_id = ANY(%(kring)s))
"""
# ruff: noqa: S608  constants of this module
# Each part goes by an index that holds all it needs: what runs, what came in, what ended.
_LOPEND = f"""
SELECT z.proces_id, count(*), count(*) FILTER (WHERE z.termijn_stil),
       count(*) FILTER (WHERE z.termijnsleutel < %(vandaag)s)
FROM zaken_zaak z WHERE z.einddatum IS NULL AND z.proces_id = ANY(%(processen)s) AND {_NIET} GROUP BY z.proces_id
"""
_BINNENGEKOMEN = f"""
SELECT z.proces_id, count(*) FROM zaken_zaak z
WHERE z.registratiedatum >= %(sinds)s AND z.proces_id = ANY(%(processen)s) AND {_NIET} GROUP BY z.proces_id
"""
_AFGEROND = f"""
SELECT z.proces_id, count(*),
       count(*) FILTER (WHERE z.einddatum <= z.uiterlijke_einddatum), count(z.uiterlijke_einddatum),
       percentile_disc(0.5) WITHIN GROUP (ORDER BY z.einddatum - z.startdatum),
       percentile_disc(0.5) WITHIN GROUP (ORDER BY z.uiterlijke_einddatum - z.startdatum)
         FILTER (WHERE z.uiterlijke_einddatum IS NOT NULL)
FROM zaken_zaak z WHERE z.einddatum >= %(sinds)s AND z.proces_id = ANY(%(processen)s) AND {_NIET} GROUP BY z.proces_id
"""
_LANG = 0.5  # seconds: what took longer to count
_BEWAAR = 15 * 60  # seconds: is kept so long


@dataclass(frozen=True)
class Cijfers:
    """One proces over a period. Numbers of zaken; ``mediaan`` and ``termijn`` in days."""

    proces: Proces
    doorlooptijd: str  # as the zaaktype gives it, ISO 8601
    binnengekomen: int = 0
    afgerond: int = 0
    lopend: int = 0
    wachtend: int = 0
    te_laat: int = 0
    op_tijd: int = 0
    met_termijn: int = 0
    mediaan: int | None = None
    termijn: int | None = None

    @property
    def percentage_op_tijd(self) -> int | None:
        return round(100 * self.op_tijd / self.met_termijn) if self.met_termijn else None


def cijfers(processen: frozenset[int] | None, sinds: date, kring: tuple[int, ...]) -> list[Cijfers]:
    """Per proces that the reader may steer; ``None`` is all. Numbers only: nobody's zaak is read. Of millions of zaken
    the numbers are at most a quarter of an hour old.

    What is shielded, and what is of the reader's own circle (``kring``), does not exist in them either.
    """
    rijen = Proces.objects.all() if processen is None else Proces.objects.filter(pk__in=processen)
    van = {proces.pk: proces for proces in rijen.order_by("naam")}
    geteld = _geteld(sorted(van), sinds, kring)
    duren = dict(
        Zaaktype.objects.geldig_op(klok.vandaag())
        .filter(proces__in=van)
        .order_by("versienummer")
        .values_list("proces", "doorlooptijd")
    )
    return [Cijfers(proces, duren.get(pk, ""), **geteld.get(pk, {})) for pk, proces in van.items()]


def _geteld(processen: list[int], sinds: date, kring: tuple[int, ...]) -> dict[int, dict[str, Any]]:
    """By proces the fields of :class:`Cijfers`."""
    vandaag = klok.vandaag()
    sleutel = f"sturing:{vandaag}:{sinds}:{hashlib.sha256(repr((processen, kring)).encode()).hexdigest()}"
    bewaard: dict[int, dict[str, Any]] | None = cache.get(sleutel)
    if bewaard is not None:
        return bewaard
    begin = time.monotonic()
    geteld: dict[int, dict[str, Any]] = {}
    with connection.cursor() as cursor:
        for sql, namen in (
            (_LOPEND, ("lopend", "wachtend", "te_laat")),
            (_BINNENGEKOMEN, ("binnengekomen",)),
            (_AFGEROND, ("afgerond", "op_tijd", "met_termijn", "mediaan", "termijn")),
        ):
            cursor.execute(sql, {"sinds": sinds, "vandaag": vandaag, "processen": processen, "kring": list(kring)})
            for proces, *getallen in cursor.fetchall():
                geteld.setdefault(proces, {}).update(zip(namen, getallen, strict=True))
    if time.monotonic() - begin > _LANG:
        cache.set(sleutel, geteld, _BEWAAR)
    return geteld


def totaal(regels: list[Cijfers]) -> dict[str, int]:
    namen = ("binnengekomen", "afgerond", "lopend", "wachtend", "te_laat")
    return {naam: sum(getattr(regel, naam) for regel in regels) for naam in namen}

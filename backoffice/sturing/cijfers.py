"""How the processes are doing: how many zaken came, ended, wait and are late, and how long they took. One statement."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from catalogus import klok
from catalogus.models import Proces, Zaaktype

_SQL = """
SELECT p.id,
       count(*) FILTER (WHERE z.registratiedatum >= %(sinds)s) AS binnengekomen,
       count(*) FILTER (WHERE z.einddatum >= %(sinds)s) AS afgerond,
       count(*) FILTER (WHERE z.einddatum IS NULL) AS lopend,
       count(*) FILTER (WHERE z.einddatum IS NULL AND z.termijn_stil) AS wachtend,
       count(*) FILTER (WHERE z.einddatum IS NULL AND z.termijnsleutel < %(vandaag)s) AS te_laat,
       count(*) FILTER (WHERE z.einddatum >= %(sinds)s AND z.einddatum <= z.uiterlijke_einddatum) AS op_tijd,
       count(*) FILTER (WHERE z.einddatum >= %(sinds)s AND z.uiterlijke_einddatum IS NOT NULL) AS met_termijn,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY z.einddatum - z.startdatum)
         FILTER (WHERE z.einddatum >= %(sinds)s) AS mediaan,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY z.uiterlijke_einddatum - z.startdatum)
         FILTER (WHERE z.einddatum >= %(sinds)s AND z.uiterlijke_einddatum IS NOT NULL) AS termijn
FROM catalogus_proces p JOIN zaken_zaak z ON z.proces_id = p.id
WHERE (z.einddatum IS NULL OR z.einddatum >= %(sinds)s OR z.registratiedatum >= %(sinds)s)
  AND (%(alle)s OR p.id = ANY(%(processen)s))
  AND NOT z.afgeschermd
  AND z.id NOT IN (SELECT r.zaak_id FROM zaken_rol r WHERE r.partij_id = ANY(%(kring)s))
GROUP BY p.id
"""


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
    """Per proces that the reader may steer; ``None`` is all. Three queries. Numbers only: nobody's zaak is read.

    What is shielded, and what is of the reader's own circle (``kring``), does not exist in them either.
    """
    rijen = Proces.objects.all() if processen is None else Proces.objects.filter(pk__in=processen)
    van = {proces.pk: proces for proces in rijen.order_by("naam")}
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL,
            {
                "sinds": sinds,
                "vandaag": klok.vandaag(),
                "alle": processen is None,
                "processen": list(processen or []),
                "kring": list(kring),
            },
        )
        geteld = {rij[0]: rij[1:] for rij in cursor.fetchall()}
    duren = dict(
        Zaaktype.objects.geldig_op(klok.vandaag())
        .filter(proces__in=van)
        .order_by("versienummer")
        .values_list("proces", "doorlooptijd")
    )
    return [
        Cijfers(proces, duren.get(pk, ""), *geteld[pk]) if pk in geteld else Cijfers(proces, duren.get(pk, ""))
        for pk, proces in van.items()
    ]


def totaal(regels: list[Cijfers]) -> dict[str, int]:
    namen = ("binnengekomen", "afgerond", "lopend", "wachtend", "te_laat")
    return {naam: sum(getattr(regel, naam) for regel in regels) for naam in namen}

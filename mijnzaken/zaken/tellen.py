"""Counts over zaken that say nothing of a person: how many run on a version. What is shielded is in no count."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery

from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.zaken.models import Archiefstatus, Zaak

TELGRENS = 1001


class Telling(Subquery):
    """How many rows a query has; it is given a limit, so that nobody waits for a number that nobody needs."""

    template = "(SELECT count(*) FROM (%(subquery)s) geteld)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Zakental:
    """How many zaken run on a version and how many there are, each counted up to ``TELGRENS``."""

    lopend: int = 0
    totaal: int = 0

    @property
    def lopend_tekst(self) -> str:
        return in_tekst(self.lopend)

    @property
    def totaal_tekst(self) -> str:
        return in_tekst(self.totaal)


def in_tekst(aantal: int) -> str:
    return "1.000+" if aantal >= TELGRENS else str(aantal)


def zaken_per_versie(proces_id: int) -> dict[int, Zakental]:
    """By version that has zaken; one query, which reads at most ``TELGRENS`` of them for each number."""
    zaken = (
        Zaak.objects.systeem("tellen per versie van een zaaktype")
        .filter(zaaktype=OuterRef("pk"), afgeschermd=False)
        .order_by()
        .values("pk")
    )
    rijen = Zaaktype.objects.filter(proces=proces_id).annotate(
        lopend=Telling(zaken.filter(einddatum=None)[:TELGRENS]), totaal=Telling(zaken[:TELGRENS])
    )
    return {
        pk: Zakental(lopend, totaal) for pk, lopend, totaal in rijen.values_list("pk", "lopend", "totaal") if totaal
    }


def over_bewaartermijn() -> list[Any]:
    """By process how many zaken are due for destruction today; one query over its own index."""
    return list(
        Zaak.objects.systeem("tellen voor het archief")
        .filter(archiefnominatie="vernietigen", archiefactiedatum__lte=klok.vandaag())
        .values("proces__identificatie", "proces__naam")
        .annotate(aantal=Count("pk"))
        .order_by("proces__naam")
    )


def archief_per_jaar() -> list[Any]:
    """Closed zaken by nominatie and year of their archiefactiedatum, and how many the archive has; one query."""
    return list(
        Zaak.objects.systeem("tellen voor het archief")
        .filter(afgeschermd=False)
        .exclude(einddatum=None)
        .values("archiefnominatie", "archiefactiedatum__year")
        .annotate(aantal=Count("pk"), overgedragen=Count("pk", filter=Q(archiefstatus=Archiefstatus.OVERGEDRAGEN)))
        .order_by("archiefactiedatum__year", "archiefnominatie")
    )

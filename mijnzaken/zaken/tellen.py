"""Counts over zaken that say nothing of a person: how many run on a version. What is shielded is in no count."""

from typing import Any

from django.db.models import Count, Q

from catalogus import klok
from mijnzaken.zaken.models import Archiefstatus, Zaak


def zaken_per_versie(proces_id: int) -> dict[int, tuple[int, int]]:
    """By version of the zaaktype: how many run, and how many there are; one query."""
    rijen = (
        Zaak.objects.systeem("tellen per versie van een zaaktype")
        .filter(proces=proces_id, afgeschermd=False)
        .values("zaaktype")
        .annotate(lopend=Count("pk", filter=Q(einddatum=None)), totaal=Count("pk"))
        .order_by()
    )
    return {rij["zaaktype"]: (rij["lopend"], rij["totaal"]) for rij in rijen}


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

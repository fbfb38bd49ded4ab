"""Reading broken glass: for the team lead and the privacy officer. A zaak that one of them may not open keeps its
number to itself, save for who guards all shieldings.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from autorisatie import logboek
from autorisatie.actor import Medewerker
from mijnzaken.zaken.models import Glasbreuk, Zaak

BLADZIJDE = 25
TELGRENS = 100


@dataclass(frozen=True)
class Regel:
    """One attempt. ``nummer`` is empty when it is not for this reader; ``nieuw``: his desk has not looked yet."""

    glasbreuk: Glasbreuk
    nummer: str
    soort: str
    gelukt: bool
    nieuw: bool
    van_mij: bool


@dataclass(frozen=True)
class Blad:
    regels: list[Regel]
    volgende: str  # key of the next page; empty on the last


def lijst(actor: Medewerker, *, na: str = "") -> Blad:
    """Newest first, four queries a page. Reading it is a line in the log too."""
    rijen = Glasbreuk.objects.voor(actor).select_related(
        "gebruiker", "zaak__proces", "toegang", "gezien_team_door", "gezien_privacy_door"
    )
    if na.isascii() and na.isdigit():
        rijen = rijen.filter(pk__lt=int(na[:18]))
    gevonden = list(rijen.order_by("-pk")[: BLADZIJDE + 1])
    meer, gevonden = len(gevonden) > BLADZIJDE, gevonden[:BLADZIJDE]
    toezicht = Glasbreuk.is_toezicht(actor)
    zichtbaar = set(
        Zaak.objects.voor(actor).filter(pk__in=[r.zaak_id for r in gevonden if r.zaak_id]).values_list("pk", flat=True)
    )
    logboek.schrijf(actor, "glasbreuken_inzien")
    return Blad(
        [_regel(actor, rij, toezicht, rij.zaak_id in zichtbaar) for rij in gevonden],
        str(gevonden[-1].pk) if meer else "",
    )


def _regel(actor: Medewerker, rij: Glasbreuk, toezicht: bool, zichtbaar: bool) -> Regel:
    gezien = rij.gezien_privacy_op if toezicht else rij.gezien_team_op
    van_mij = not rij.beslissing(actor, "glasbreuk_bekijken")
    gelukt = rij.toegang_id is not None
    return Regel(
        glasbreuk=rij,
        nummer=rij.zaak.nummer if rij.zaak is not None and (toezicht or zichtbaar) else "",
        soort=str(rij.zaak.proces) if rij.zaak is not None else "",
        gelukt=gelukt,
        nieuw=gelukt and gezien is None and not van_mij,
        van_mij=van_mij,
    )


def nieuw(actor: Medewerker) -> int:
    """How many his desk has not looked at, counted up to 100; over the few that are new."""
    veld = "gezien_privacy_op" if Glasbreuk.is_toezicht(actor) else "gezien_team_op"
    rijen = Glasbreuk.objects.voor(actor).filter(**{veld: None}, toegang__isnull=False)
    eigen: Any = Q(gebruiker=actor.gebruiker)
    if actor.gebruiker.partij_id is not None:
        eigen |= Q(gebruiker__partij=actor.gebruiker.partij_id)
    return int(rijen.exclude(eigen).order_by()[:TELGRENS].count())

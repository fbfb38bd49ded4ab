"""Reading messages: what the screens ask for. Constant numbers of queries, each over its own index."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from autorisatie.actor import Actor
from catalogus import klok
from mijnzaken.berichten.models import WACHTEND, Bericht, Kanaal, Postvakbericht

Sleutel = tuple[datetime, int]  # (moment, pk) of the last row of the page before
ACHTERSTAND = timedelta(minutes=5)
GRENS = 100  # an inbox mark says "99+" beyond this


def _na(rijen: Any, veld: str, na: Sleutel | None) -> Any:
    if na is not None:
        rijen = rijen.filter(Q(**{f"{veld}__lt": na[0]}) | Q(**{veld: na[0], "pk__lt": na[1]}))
    return rijen.order_by(f"-{veld}", "-pk")


def postvak(actor: Actor, na: Sleutel | None = None, hoeveel: int = 25) -> list[Bericht]:
    """The messages in the actor's inbox, newest first; ``na`` is (aangemaakt_op, pk) of the last one shown."""
    rijen = Bericht.objects.voor(actor).filter(kanaal=Kanaal.PORTAAL)
    return list(_na(rijen, "aangemaakt_op", na)[:hoeveel])


def ongelezen(actor: Actor) -> int:
    """How many messages wait unread, counted up to 100."""
    rijen = Bericht.objects.voor(actor).filter(kanaal=Kanaal.PORTAAL, gelezen_op=None)
    return int(rijen.order_by()[:GRENS].count())


def over(uuid: UUID, partij_pk: int, hoeveel: int = 100) -> list[Bericht]:
    """What stands in this partij's inbox about one thing (a zaak) that a door already admitted; newest first."""
    rijen = Bericht.objects.systeem("berichten bij een toegelaten zaak").filter(
        over_uuid=uuid, partij=partij_pk, kanaal=Kanaal.PORTAAL
    )
    return list(_na(rijen, "aangemaakt_op", None)[:hoeveel])


def geparkeerd(actor: Actor, na: Sleutel | None = None, hoeveel: int = 25) -> list[Bericht]:
    """Messages that keep failing, for who may send them again; newest first, with whom they are for."""
    return list(_na(Bericht.objects.voor(actor).select_related("partij", "gebruiker"), "aangemaakt_op", na)[:hoeveel])


def achterstand() -> int:
    """How many messages wait longer than five minutes beyond their moment, counted up to 100: the worker is down."""
    grens = klok.nu() - ACHTERSTAND
    rijen = Bericht.objects.systeem("toezicht op de verzending").filter(status__in=WACHTEND, volgende_poging__lt=grens)
    return int(rijen.order_by()[:GRENS].count())


def demo_postvak(na: Sleutel | None = None, hoeveel: int = 25) -> list[Postvakbericht]:
    """Every message that the demo sent, newest first; nothing outside the demo."""
    if not settings.DEMO:
        return []
    return list(_na(Postvakbericht.objects.systeem("het postvak van de demo"), "ontvangen_op", na)[:hoeveel])

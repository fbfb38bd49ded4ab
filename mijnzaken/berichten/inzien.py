"""Reading messages: what the screens ask for. Constant numbers of queries, each over its own index."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from autorisatie.actor import Actor
from catalogus import klok
from catalogus.bladeren import BLADZIJDE, Bladzijde, blader
from mijnzaken.berichten.models import WACHTEND, Bericht, Kanaal, Postvakbericht

ACHTERSTAND = timedelta(minutes=5)
GRENS = 100  # an inbox mark says "99+" beyond this


def postvak(actor: Actor, na: str = "", hoeveel: int = BLADZIJDE) -> Bladzijde:
    """A page of the messages in the actor's inbox, newest first."""
    return blader(Bericht.objects.voor(actor).filter(kanaal=Kanaal.PORTAAL), "-aangemaakt_op", na=na, hoeveel=hoeveel)


def ongelezen(actor: Actor) -> int:
    """How many messages wait unread, counted up to 100."""
    rijen = Bericht.objects.voor(actor).filter(kanaal=Kanaal.PORTAAL, gelezen_op=None)
    return int(rijen.order_by()[:GRENS].count())


def over(uuid: UUID, partij_pk: int, hoeveel: int = 100) -> list[Bericht]:
    """What stands in this partij's inbox about one thing (a zaak) that a door already admitted; newest first."""
    rijen = Bericht.objects.systeem("berichten bij een toegelaten zaak").filter(
        over_uuid=uuid, partij=partij_pk, kanaal=Kanaal.PORTAAL
    )
    return list(rijen.order_by("-aangemaakt_op", "-pk")[:hoeveel])


def geparkeerd(actor: Actor, na: str = "") -> Bladzijde:
    """Messages that keep failing, for who may send them again; newest first, with whom they are for."""
    return blader(Bericht.objects.voor(actor).select_related("partij", "gebruiker"), "-aangemaakt_op", na=na)


def achterstand() -> int:
    """How many messages wait longer than five minutes beyond their moment, counted up to 100: the worker is down."""
    grens = klok.nu() - ACHTERSTAND
    rijen = Bericht.objects.systeem("toezicht op de verzending").filter(status__in=WACHTEND, volgende_poging__lt=grens)
    return int(rijen.order_by()[:GRENS].count())


def demo_postvak(na: str = "") -> Bladzijde:
    """Every message that the demo sent, newest first; nothing outside the demo."""
    if not settings.DEMO:
        return Bladzijde([], "")
    return blader(Postvakbericht.objects.systeem("het postvak van de demo"), "-ontvangen_op", na=na)

"""Reading contacts, preferences and addresses: what the screens and the APIs ask for. Constant numbers of queries."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from autorisatie.actor import Actor
from autorisatie.models import Partij
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres, Klantcontact, Onderwerpobject, Voorkeur

Sleutel = tuple[datetime, int]  # (plaatsgevonden_op, pk) of the last row of the page before


def _lijst(rijen: Any, na: Sleutel | None, hoeveel: int) -> list[Klantcontact]:
    """Newest first, from ``na`` on, with questions, participants and subjects: four queries whatever the number."""
    if na is not None:
        rijen = rijen.filter(Q(plaatsgevonden_op__lt=na[0]) | Q(plaatsgevonden_op=na[0], pk__lt=na[1]))
    rijen = rijen.select_related("medewerker").order_by("-plaatsgevonden_op", "-pk")
    return list(rijen.prefetch_related("vragen", "betrokkenen__was_partij", "onderwerpobjecten")[:hoeveel])


def contacten(
    actor: Actor, *, partij_pk: int | None = None, na: Sleutel | None = None, hoeveel: int = 25
) -> list[Klantcontact]:
    """The contacts that the actor may see, of one partij when asked for (klantbeeld), newest first."""
    rijen = Klantcontact.objects.voor(actor)
    if partij_pk is not None:
        rijen = rijen.filter(betrokkenen__was_partij=partij_pk)
    return _lijst(rijen, na, hoeveel)


def over(
    uuid: UUID, *, voor_inwoner: bool, lezer: int | None = None, na: Sleutel | None = None, hoeveel: int = 100
) -> list[Klantcontact]:
    """The contacts about one thing (a zaak) that a door already admitted for whoever asks; newest first.

    ``voor_inwoner`` leaves out what staff kept to themselves; ``lezer`` is the partij who reads: what was said with
    another who is shielded, or keeps his address secret, is not for him.
    """
    rijen = Klantcontact.objects.systeem("contacten bij een toegelaten zaak").filter(pk__in=_over(uuid))
    if voor_inwoner:
        rijen = rijen.filter(zichtbaar_voor_inwoner=True)
    if lezer is not None:
        rijen = rijen.exclude(pk__in=_met_beschermde_ander(lezer))
    return _lijst(rijen, na, hoeveel)


def _met_beschermde_ander(lezer: int) -> Any:
    anderen = Betrokkene.objects.systeem("contacten bij een toegelaten zaak").exclude(was_partij=lezer)
    vindbaar = Partij.objects.systeem("contacten bij een toegelaten zaak").filter(
        afgeschermd=False, indicatie_geheimhouding=False
    )  # who can't be read counts as protected
    return anderen.exclude(was_partij=None).exclude(was_partij__in=vindbaar.values("pk")).values("klantcontact")


def _over(uuid: UUID) -> Any:
    onderwerpen = Onderwerpobject.objects.systeem("contacten bij een toegelaten zaak")
    return onderwerpen.filter(object_uuid=uuid).values("klantcontact")


def digitale_adressen(actor: Actor, partij_pk: int) -> list[DigitaalAdres]:
    """The addresses of a partij that hold now, the standard one of each kind first."""
    rijen = DigitaalAdres.objects.voor(actor).filter(verstrekt_door_partij=partij_pk, vervallen_op=None)
    return list(rijen.order_by("soort_digitaal_adres", "-is_standaard_adres", "pk"))


def voorkeuren(actor: Actor, partij_pk: int) -> dict[str, Voorkeur]:
    """By channel, the consent that holds now."""
    rijen = Voorkeur.objects.voor(actor).filter(partij=partij_pk, ingetrokken_op=None)
    return {rij.kanaal: rij for rij in rijen}

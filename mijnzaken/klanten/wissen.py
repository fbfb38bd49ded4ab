"""Destroying contacts: those that were about a zaak and about nothing else, or one that another system takes back."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef

from autorisatie.models import Wijziging
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject

REDEN = "vernietigen met de zaak"


def wis_contacten(over: UUID) -> int:
    """Remove the contacts about this zaak alone, and of the others that they were about it too; gives how many went."""
    objecten = Onderwerpobject.objects.systeem(REDEN)
    ook_iets_anders = objecten.filter(klantcontact=OuterRef("pk")).exclude(object_uuid=over).exclude(object_uuid=None)
    alleen_dit = list(
        Klantcontact.objects.systeem(REDEN)
        .filter(onderwerpobjecten__object_uuid=over)
        .exclude(Exists(ook_iets_anders))
        .distinct()
        .values_list("pk", flat=True)
    )
    objecten.filter(object_uuid=over).delete()
    _wis(alleen_dit)
    return len(alleen_dit)


def wis_contact(contact: Klantcontact) -> None:
    """With who took part, what it was about, and what other systems changed of it."""
    _wis([contact.pk])


def _wis(sleutels: Collection[int]) -> None:
    contacten = Klantcontact.objects.systeem(REDEN).filter(pk__in=sleutels)
    Wijziging.objects.filter(hoofdobject_uuid__in=contacten.values("uuid")).delete()
    Onderwerpobject.objects.systeem(REDEN).filter(was_klantcontact__in=sleutels).update(was_klantcontact=None)
    contacten.delete()

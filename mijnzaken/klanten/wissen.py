"""Destroying the contacts that were about a zaak and about nothing else."""

from uuid import UUID

from django.db.models import Exists, OuterRef

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
    objecten.filter(was_klantcontact__in=alleen_dit).update(was_klantcontact=None)
    objecten.filter(object_uuid=over).delete()
    Klantcontact.objects.systeem(REDEN).filter(pk__in=alleen_dit).delete()
    return len(alleen_dit)

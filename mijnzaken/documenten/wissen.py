"""Destroying documents with a zaak: the rows in its transaction, the content after it."""

from collections.abc import Iterable

from autorisatie.models import Wijziging
from mijnzaken.documenten.models import Bestandsdeel, Document, Documentversie, ObjectInformatieobject, Upload

REDEN = "vernietigen met de zaak"


def wis_documenten(sleutels: Iterable[int]) -> list[str]:
    """Remove these documents with all versions and what other systems changed of them; gives where their content lies,
    to be removed after the commit.
    """
    documenten = list(sleutels)
    paden = [
        *Documentversie.objects.systeem(REDEN)
        .filter(document__in=documenten)
        .exclude(bestand="")
        .values_list("bestand", flat=True),
        *Bestandsdeel.objects.systeem(REDEN)
        .filter(document__in=documenten)
        .exclude(inhoud="")
        .values_list("inhoud", flat=True),
    ]
    rijen = Document.objects.systeem(REDEN).filter(pk__in=documenten)
    Wijziging.objects.filter(hoofdobject_uuid__in=rijen.values("uuid")).delete()
    rijen.delete()
    return paden


def wis_verwijzingen(object_uuids: Iterable[object]) -> None:
    """What said that a document is about these zaken or besluiten."""
    ObjectInformatieobject.objects.systeem(REDEN).filter(object_uuid__in=list(object_uuids)).delete()


def wis_uploads(uploads: Iterable[object]) -> list[str]:
    """Remove files that were sent and never became a document; gives where they lie, to be removed after the commit."""
    rijen = Upload.objects.systeem(REDEN).filter(uuid__in=list(uploads))
    paden = list(rijen.values_list("bestand", flat=True))
    rijen.delete()
    return paden

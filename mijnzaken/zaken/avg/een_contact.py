"""One contact about a zaak that stays, erased on request (AVG 17): what was said, with what hangs at it alone."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from autorisatie.models import Partij
from catalogus.templatetags.mz import datum
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.avg.plaatsen import wis_contacten_met_bijlagen
from mijnzaken.zaken.models import Belpoging, Inzagedeel, Zaak, Zaakcontact

CONTACT = "contact"  # a place, beside the keys of PLAATSEN
REDEN = "wissen op verzoek van wie het is"


def contacten_van(zaak: Zaak) -> Any:
    """Those that were about this zaak, newest first; not the call that a terugbelnotitie is the answer to."""
    contacten = Klantcontact.objects.systeem(REDEN).filter(onderwerpobjecten__object_uuid=zaak.uuid)
    antwoordt = Zaakcontact.objects.systeem(REDEN).filter(zaak__terugbel__isnull=False, klantcontact_uuid__isnull=False)
    return contacten.exclude(uuid__in=antwoordt.values("klantcontact_uuid")).distinct()


def contact_van(zaak: Zaak, uuid: str) -> Klantcontact | None:
    """One of them; nothing for what is no uuid."""
    try:
        gevonden: Klantcontact | None = contacten_van(zaak).filter(uuid=UUID(uuid)).first()
    except ValueError:
        return None
    return gevonden


def zaken_met_contacten(zaken: Iterable[Zaak]) -> set[int]:
    """Those of these zaken that a contact was about."""
    per_uuid = {zaak.uuid: zaak.pk for zaak in zaken}
    rijen = Klantcontact.objects.systeem(REDEN).filter(onderwerpobjecten__object_uuid__in=per_uuid)
    uuids = rijen.order_by().values_list("onderwerpobjecten__object_uuid", flat=True)
    return {per_uuid[uuid] for uuid in uuids if uuid in per_uuid}


def gaat_alleen_over(contact: Klantcontact, zaak: Zaak, partij: Partij) -> bool:
    """About this zaak and nothing else that we keep, and with nobody else."""
    iets_anders = contact.onderwerpobjecten.exclude(object_uuid=zaak.uuid).exclude(object_uuid=None)
    een_ander = contact.betrokkenen.exclude(was_partij=partij).exclude(was_partij=None)
    return not iets_anders.exists() and not een_ander.exists()


def in_het_kort(contact: Klantcontact) -> str:
    """Which contact it was, without what was said."""
    return f"Contact van {datum(contact.plaatsgevonden_op)} ({contact.kanaal})"


def wis_contacten(contacten: Collection[UUID]) -> list[str]:
    """In the transaction that runs; gives where the content lies of documents that hung there alone, to remove after
    the commit.
    """
    rijen = Klantcontact.objects.systeem(REDEN).filter(uuid__in=contacten)
    delen = Q(pk__in=[])
    for pk, vragen, wie in ((rij.pk, rij.vragen.all(), rij.betrokkenen.all()) for rij in rijen):
        kenmerken = [f"klanten.Klantcontact:{pk}"]
        kenmerken += [f"klanten.Contactvraag:{rij.pk}" for rij in vragen]
        kenmerken += [f"klanten.Betrokkene:{rij.pk}" for rij in wie]
        delen |= Q(kenmerk__in=kenmerken)
    Inzagedeel.objects.systeem(REDEN).filter(delen).delete()
    Zaakcontact.objects.systeem(REDEN).filter(klantcontact_uuid__in=contacten).delete()
    Belpoging.objects.systeem(REDEN).filter(klantcontact_uuid__in=contacten).update(klantcontact_uuid=None)
    return wis_contacten_met_bijlagen(contacten)

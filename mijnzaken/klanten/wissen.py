"""Destroying contacts: those that were about a zaak and about nothing else, one that another system takes back, and
what no zaak needs of one person.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from autorisatie.models import Partij, Wijziging
from mijnzaken.klanten.models import (
    Betrokkene,
    CategorieRelatie,
    DigitaalAdres,
    Klantcontact,
    Onderwerpobject,
    Rekeningnummer,
)

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


def losse_contacten(partij: Partij) -> Any:
    """The contacts of this person that are about nothing that we keep, and in which nobody else took part."""
    return _over_niets(partij).exclude(Exists(_deelnemers().exclude(was_partij=partij)))


def contacten_met_anderen(partij: Partij) -> Any:
    """The contacts of this person, about nothing that we keep, in which somebody else took part too."""
    return _over_niets(partij).filter(Exists(_deelnemers().exclude(was_partij=partij)))


def _over_niets(partij: Partij) -> Any:
    over_iets = Onderwerpobject.objects.systeem(REDEN).filter(klantcontact=OuterRef("pk")).exclude(object_uuid=None)
    contacten = Klantcontact.objects.systeem(REDEN).filter(Exists(_deelnemers().filter(was_partij=partij)))
    return contacten.exclude(Exists(over_iets))


def _deelnemers() -> Any:
    return Betrokkene.objects.systeem(REDEN).filter(klantcontact=OuterRef("pk"), was_partij__isnull=False)


def wis_losse_contacten(contacten: Collection[UUID]) -> None:
    _wis(list(Klantcontact.objects.systeem(REDEN).filter(uuid__in=contacten).values_list("pk", flat=True)))


def vervallen_adressen(partij: Partij) -> Any:
    """The e-mail addresses and telephone numbers that this person no longer uses."""
    return DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij=partij, vervallen_op__isnull=False)


def wis_adressen(adressen: Collection[UUID]) -> None:
    _wis_bij_partij(DigitaalAdres.objects.systeem(REDEN).filter(uuid__in=adressen), "verstrekt_door_partij")


def rekeningnummers(partij: Partij) -> Any:
    """The accounts that other systems recorded of this person."""
    return Rekeningnummer.objects.systeem(REDEN).filter(partij=partij)


def wis_rekeningnummers(nummers: Collection[UUID]) -> None:
    _wis_bij_partij(Rekeningnummer.objects.systeem(REDEN).filter(uuid__in=nummers), "partij")


def categorierelaties(partij: Partij) -> Any:
    """The categories in which other systems count this person."""
    return CategorieRelatie.objects.systeem(REDEN).filter(partij=partij)


def wis_categorierelaties(relaties: Collection[UUID]) -> None:
    _wis_bij_partij(CategorieRelatie.objects.systeem(REDEN).filter(uuid__in=relaties), "partij")


def _wis_bij_partij(rijen: Any, naar: str) -> None:
    """With what other systems changed of them, which stands with the partij that ``naar`` leads to."""
    for partij, uuid in rijen.values_list(f"{naar}__uuid", "uuid"):
        Wijziging.objects.filter(hoofdobject_uuid=partij, resource_pad__endswith=f"/{uuid}").delete()
    rijen.delete()


def sporen(partij: Partij) -> Any:
    """What other systems changed of this person and what hangs at him, where it still says from what to what."""
    return Wijziging.objects.filter(hoofdobject_uuid=partij.uuid).exclude(oud__isnull=True, nieuw__isnull=True)


def wis_sporen(wijzigingen: Collection[UUID]) -> None:
    """That something changed, when and by which system stays; what it was does not."""
    Wijziging.objects.filter(uuid__in=wijzigingen).update(oud=None, nieuw=None, resource_weergave="", toelichting="")

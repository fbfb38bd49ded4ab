"""The handelingen of a system that gives rights to other systems (Autorisaties API).

Such a change counts at once, as the standard says: two persons let this system do so when they approved its scope. What
it can't give is a secret. That a person makes, and another approves (:mod:`mijnzaken.inrichting.toegangsvoorstel`), so
that no system comes in by the hand of one.
"""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from autorisatie.actor import Actor
from autorisatie.actor import Applicatie as Aanroeper
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Applicatie, Autorisatie, Clientnaam
from mijnzaken.inrichting.applicaties import is_vergeven

RECHT = "autorisaties_bijwerken"


@dataclass(frozen=True, kw_only=True)
class Toegang:
    """All that the standard says of an applicatie. ``autorisaties``: fields of the model, one dict a line."""

    client_ids: list[str]
    label: str
    heeft_alle_autorisaties: bool
    alleen_gereed_voor_publicatie: bool
    autorisaties: list[dict[str, Any]]


@handeling(RECHT)
def autorisaties_aanmaken(actor: Actor, toegang: Toegang) -> Applicatie:
    """A system with these rights, and without a secret: it comes in when two persons gave it one.

    Raises Invoerfout by ac-001 (a client_id is of one system) and ac-002 (everything, or separate rights).
    """
    _toets(toegang, None)
    return _schrijf(Applicatie(is_active=True), toegang)


@handeling(RECHT)
def autorisaties_wijzigen(actor: Actor, applicatie: Applicatie, toegang: Toegang) -> Applicatie:
    """These rights from now on. Raises GeenRecht for the system itself: nobody gives itself rights."""
    rij = _ander(actor, applicatie)
    _toets(toegang, rij)
    return _schrijf(rij, toegang)


@handeling(RECHT)
def autorisaties_verwijderen(actor: Actor, applicatie: Applicatie) -> None:
    """The system and all that it may. One that a contact came in by stays, and is stopped by a person instead."""
    rij = _ander(actor, applicatie)
    aantekenen(applicatie=rij.client_id)
    try:
        with transaction.atomic():
            rij.delete()
    except ProtectedError:
        raise OnjuisteToestand(
            "Over deze applicatie zijn contacten vastgelegd. Een beheerder kan haar stoppen."
        ) from None


def _ander(actor: Actor, applicatie: Applicatie) -> Applicatie:
    rij = Applicatie.objects.select_for_update(of=("self",)).get(pk=applicatie.pk)
    if isinstance(actor, Aanroeper) and actor.client_id in rij.client_ids:
        raise GeenRecht("Een applicatie wijzigt niet wat zij zelf mag.")
    return rij


def _toets(toegang: Toegang, zelf: Applicatie | None) -> None:
    if not toegang.client_ids:
        raise Invoerfout({"clientIds": "Geef ten minste een client_id."}, {"clientIds": "empty"})
    for client_id in toegang.client_ids:
        if is_vergeven(client_id, behalve=zelf):
            reden = f"De client_id {client_id} is al van een andere applicatie."
            raise Invoerfout({"clientIds": reden}, {"clientIds": "clientId-exists"})
    if toegang.heeft_alle_autorisaties and toegang.autorisaties:
        raise Invoerfout(
            {"": "Geef heeftAlleAutorisaties of autorisaties, niet allebei."},
            {"": "ambiguous-authorizations-specified"},
        )
    if not toegang.heeft_alle_autorisaties and not toegang.autorisaties:
        raise Invoerfout(
            {"": "Geef heeftAlleAutorisaties of ten minste een autorisatie."}, {"": "missing-authorizations"}
        )


def _schrijf(rij: Applicatie, toegang: Toegang) -> Applicatie:
    eerste, *meer = dict.fromkeys(toegang.client_ids)
    rij.client_id, rij.label = eerste, toegang.label
    rij.heeft_alle_autorisaties = toegang.heeft_alle_autorisaties
    rij.alleen_gereed_voor_publicatie = toegang.alleen_gereed_voor_publicatie
    rij.versie += 1
    try:
        with transaction.atomic():
            rij.save()
            rij.clientnamen.all().delete()
            Clientnaam.objects.bulk_create(Clientnaam(applicatie=rij, client_id=naam) for naam in meer)
    except IntegrityError:
        reden = "Een van deze client_ids is al van een andere applicatie."
        raise Invoerfout({"clientIds": reden}, {"clientIds": "clientId-exists"}) from None
    rij.autorisaties.all().delete()
    Autorisatie.objects.bulk_create(Autorisatie(applicatie=rij, **regel) for regel in toegang.autorisaties)
    aantekenen(applicatie=rij.client_id)
    return rij

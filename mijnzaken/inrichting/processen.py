"""The handeling that begins a process: its name, who carries it out, and a first concept."""

from collections.abc import Mapping
from typing import Any

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus.begin import begin_versie
from catalogus.models import Catalogus, Proces, Zaaktype
from mijnzaken.inrichting.keuren import keur


@handeling("zaaktype_versie_maken")
def proces_beginnen(actor: Actor, waarden: Mapping[str, Any]) -> Zaaktype:
    """A new process in the catalogue of the municipality, with its first concept. Raises Invoerfout at the fields."""
    proces = maak_proces(waarden)
    aantekenen(proces=proces.identificatie, versie=1)
    return begin_versie(proces, auteur_id=actor.gebruiker.pk if isinstance(actor, Medewerker) else None)


def maak_proces(waarden: Mapping[str, Any]) -> Proces:
    """Within a handeling: the row of a new process. Raises Invoerfout at the fields."""
    catalogus = Catalogus.objects.order_by("pk").first()
    if catalogus is None:
        raise Invoerfout({"__all__": "Er is nog geen catalogus. Laad eerst een catalogus."})
    proces = Proces(catalogus=catalogus, **waarden)
    keur(proces)
    proces.save()
    return proces

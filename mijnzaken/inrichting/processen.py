"""The handelingen on a process: begin it with its name, who carries it out and a first concept; rename it."""

from collections.abc import Mapping
from typing import Any

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus.begin import begin_versie
from catalogus.models import Catalogus, Proces, Zaaktype
from mijnzaken.inrichting.keuren import keur

_TE_WIJZIGEN = ("naam", "naam_inwoner", "proceseigenaar")


@handeling("zaaktype_versie_maken")
def proces_beginnen(actor: Actor, waarden: Mapping[str, Any]) -> Zaaktype:
    """A new process in the catalogue of the municipality, with its first concept. Raises Invoerfout at the fields."""
    return _begin(actor, maak_proces(waarden))


@handeling("zaaktype_versie_maken")
def proces_opnieuw_beginnen(actor: Actor, *, proces: Proces) -> Zaaktype:
    """A first concept again, for a process of which the only version was thrown away."""
    if proces.versies.exists():
        raise OnjuisteToestand("Dit proces heeft al een versie. Maak daar een nieuwe van.")
    return _begin(actor, proces)


@handeling("zaaktype_wijzigen")
def proces_wijzigen(actor: Actor, waarden: Mapping[str, Any], *, proces: Proces) -> Proces:
    """What staff and residents call it and who owns it. Who handles it gives rights, so that is no part of this.

    Raises Invoerfout at the fields.
    """
    velden = [naam for naam in _TE_WIJZIGEN if naam in waarden]
    for naam in velden:
        setattr(proces, naam, waarden[naam])
    keur(proces)
    proces.save(update_fields=velden)
    aantekenen(proces=proces.identificatie)
    return proces


def _begin(actor: Actor, proces: Proces) -> Zaaktype:
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

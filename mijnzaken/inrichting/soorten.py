"""The handelingen on the kinds of decision and of document, which the zaaktypen share."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ProtectedError

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Besluittype, Catalogus, Informatieobjecttype
from mijnzaken.inrichting.keuren import keur

Soort = Besluittype | Informatieobjecttype


@handeling("zaaktype_wijzigen")
def soort_bewaren(actor: Actor, rij: Soort, waarden: Mapping[str, Any]) -> Soort:
    """Make or change a concept. It starts to hold with the first version of a zaaktype that refers to it and is
    published, so another person has looked at it. Raises Invoerfout at the fields.
    """
    _moet_concept_zijn(rij)
    if rij.pk is None:
        catalogus = Catalogus.objects.order_by("pk").first()
        if catalogus is None:
            raise Invoerfout({"__all__": "Er is nog geen catalogus. Laad eerst een catalogus."})
        rij.catalogus, rij.begin_geldigheid = catalogus, klok.vandaag()
    meer_op_meer = {veld.name for veld in rij._meta.many_to_many}
    for naam, waarde in waarden.items():
        if naam not in meer_op_meer:
            setattr(rij, naam, waarde)
    gelijk = type(rij).objects.filter(catalogus=rij.catalogus, omschrijving=rij.omschrijving, einde_geldigheid=None)
    if gelijk.exclude(pk=rij.pk).exists():
        raise Invoerfout({"omschrijving": "Deze soort is er al. Gebruik die, of kies een andere naam."})
    keur(rij)
    rij.save()
    for naam in meer_op_meer & set(waarden):
        getattr(rij, naam).set(waarden[naam])
    aantekenen(soort=rij._meta.model_name, naam=rij.omschrijving)
    return rij


@handeling("zaaktype_wijzigen")
def soort_weghalen(actor: Actor, rij: Soort) -> None:
    _moet_concept_zijn(rij)
    aantekenen(soort=rij._meta.model_name, naam=rij.omschrijving)
    try:
        rij.delete()
    except ProtectedError:
        raise OnjuisteToestand("Een zaaktype gebruikt deze soort. Haal haar daar eerst weg.") from None


def _moet_concept_zijn(rij: Soort) -> None:
    if not rij.concept:
        raise OnjuisteToestand("Deze soort is al in gebruik en verandert niet meer.")

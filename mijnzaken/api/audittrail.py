"""``/audittrail`` under a main object: who changed what of it and of what belongs to it, over the APIs."""

from collections.abc import Callable
from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Wijziging
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen

LEZEN = "audittrails.lezen"
_ACTIES = {
    "create": "Object aangemaakt",
    "update": "Object bijgewerkt",
    "partial_update": "Object deels bijgewerkt",
    "destroy": "Object verwijderd",
}


def audittrail(pad: str, ouder_bron: str, hoofdobjecten: Callable[[Applicatie], Any]) -> Bron:
    """The resource at ``pad``, under ``ouder_bron`` (``zaken.zaken``). ``hoofdobjecten`` gives the uuids, as a
    subquery, of the main objects of which an applicatie may read the trail.
    """

    def rijen(actor: Applicatie) -> Rijen:
        return Wijziging.objects.filter(hoofdobject_uuid__in=hoofdobjecten(actor))

    return Bron(
        naam="audittrail",
        soort="audittrail",
        pad=pad,
        schema="AuditTrail",
        model=Wijziging,
        rijen=rijen,
        vorm=_vorm,
        lezen=LEZEN,
        ouder="hoofdobject_uuid",
        ouder_bron=ouder_bron,
        gepagineerd=False,
        standaardvolgorde="pk",
    )


def _vorm(rij: Wijziging) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "bron": rij.bron,
        "applicatieId": rij.client_id,
        "applicatieWeergave": rij.applicatie_label,
        "gebruikersId": rij.gebruiker_id,
        "gebruikersWeergave": rij.gebruiker_weergave,
        "actie": rij.actie,
        "actieWeergave": _ACTIES.get(rij.actie, ""),
        "resultaat": rij.resultaat,
        "hoofdObject": adres(rij.hoofdobject),
        "resource": rij.resource,
        "resourceUrl": adres(rij.resource_pad),
        "toelichting": rij.toelichting,
        "resourceWeergave": rij.resource_weergave,
        "aanmaakdatum": rij.aanmaakdatum,
        "wijzigingen": {
            naam: inhoud for naam, inhoud in (("oud", rij.oud), ("nieuw", rij.nieuw)) if inhoud is not None
        },
    }

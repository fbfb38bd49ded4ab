"""Telling other systems that something happened (ZGW Notificaties 1.0.1): one row in the transaction of the fact.

A worker makes of each row one message per subscription; nothing personal is in it, only addresses and kenmerken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from autorisatie.handeling import is_gedaan
from catalogus import klok
from catalogus.vasterij import voeg_toe
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.berichten.models import Notificatie, Notificatiekanaal

ACTIES = ("create", "update", "partial_update", "destroy")
VERDEEL = "mijnzaken.berichten.tasks.verdeel"


@dataclass(frozen=True)
class Kanaal:
    """A channel: which kenmerken a notification on it has. ``scope``: what a system must hold to hear of it, for the
    type that ``type_`` names among the kenmerken; empty where we do not know what it is about.
    """

    naam: str
    filters: tuple[str, ...] = ()
    scope: str = ""
    type_: str = ""
    documentatie_link: str = ""
    eigen_uuid: UUID | None = None

    @property
    def uuid(self) -> UUID:
        return self.eigen_uuid or uuid5(NAMESPACE_URL, f"urn:notificatiekanaal:{self.naam}")


VERTROUWELIJKHEID = "vertrouwelijkheidaanduiding"
EIGEN = {
    kanaal.naam: kanaal
    for kanaal in (
        Kanaal("zaken", ("bronorganisatie", "zaaktype", VERTROUWELIJKHEID), "zaken.lezen", "zaaktype"),
        Kanaal("taken", ("bronorganisatie", "zaaktype", VERTROUWELIJKHEID), "taken.lezen", "zaaktype"),
        Kanaal(
            "documenten",
            ("bronorganisatie", "informatieobjecttype", VERTROUWELIJKHEID),
            "documenten.lezen",
            "informatieobjecttype",
        ),
        Kanaal("besluiten", ("verantwoordelijkeOrganisatie", "besluittype"), "besluiten.lezen", "besluittype"),
        Kanaal("zaaktypen", ("catalogus",), "catalogi.lezen"),
        Kanaal("informatieobjecttypen", ("catalogus",), "catalogi.lezen"),
        Kanaal("besluittypen", ("catalogus",), "catalogi.lezen"),
        Kanaal("autorisaties", (), "autorisaties.lezen"),
        Kanaal("klantcontacten", (), "klantinteracties.lezen"),
        Kanaal("internetaken", (), "klantinteracties.lezen"),
        Kanaal("partijen", (), "partijen.lezen"),
    )
}


def kanalen() -> list[Kanaal]:
    """Ours, and those that other systems registered."""
    return [*EIGEN.values(), *(_van(rij) for rij in Notificatiekanaal.objects.order_by("naam"))]


def kanaal(naam: str) -> Kanaal | None:
    rij = Notificatiekanaal.objects.filter(naam=naam).first() if naam not in EIGEN else None
    return EIGEN.get(naam) or (_van(rij) if rij else None)


def _van(rij: Notificatiekanaal) -> Kanaal:
    return Kanaal(rij.naam, tuple(rij.filters), documentatie_link=rij.documentatie_link, eigen_uuid=rij.uuid)


def zet_klaar(
    kanaal: str,
    *,
    hoofdobject: str,
    resource: str,
    resource_pad: str,
    actie: str,
    kenmerken: Mapping[str, str],
    aanmaakdatum: datetime | None = None,
    client_id: str = "",
) -> None:
    """``hoofdobject`` and ``resource_pad`` are paths of this installation and ``actie`` is one of ``ACTIES``, unless
    another system (``client_id``) tells it: it has addresses and words of its own. That a thing of ours was made is
    told once, however often it is said.
    """
    if not client_id and actie not in ACTIES:
        raise ValueError(f"De standaard kent geen actie {actie}.")
    rij = Notificatie(
        client_id=client_id,
        kanaal=kanaal,
        hoofdobject=hoofdobject,
        resource=resource,
        resource_pad=resource_pad,
        actie=actie,
        aanmaakdatum=aanmaakdatum or klok.nu(),
        kenmerken={naam: str(waarde) for naam, waarde in kenmerken.items()},
    )
    voeg_toe(rij, tenzij_er_al=True)
    is_gedaan(sleutel(kanaal, hoofdobject))
    stoot_aan(VERDEEL, 0)


def sleutel(kanaal: str, hoofdobject: str) -> str:
    """By which a handeling knows that something was told of this object on this channel."""
    return f"{kanaal} {hoofdobject}"


def ruim_op(voor: datetime) -> int:
    """Remove what was told and passed on before this moment."""
    weg, _ = Notificatie.objects.filter(verwerkt_op__lt=voor).delete()
    return weg

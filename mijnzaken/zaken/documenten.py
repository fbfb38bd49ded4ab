"""Opening a document: through the zaak it belongs to, for whoever may read it there."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from autorisatie.actor import Actor, Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Gegevensgroep, Niveau
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.documentrechten import verborgen_soorten
from mijnzaken.zaken.handelingen.documenten import document_lezen
from mijnzaken.zaken.inzien import leg_inzage_vast, niveaus_van
from mijnzaken.zaken.medebetrokkenen import eigen_stukken
from mijnzaken.zaken.models import Zaakdocument


def document_belet(
    actor: Actor, rij: Zaakdocument, niveaus: Mapping[str, int], verborgen: frozenset[int] = frozenset()
) -> str:
    """Why this document of an admitted zaak does not exist for the actor; empty when it does. ``verborgen``: the kinds
    of document that the zaaktype keeps from him.
    """
    if not rij.document.is_schoon:
        return "niet schoon"
    if niveaus.get(Gegevensgroep.DOCUMENT, Niveau.GEEN) < Niveau.KERN:
        return "niveau"
    if isinstance(actor, Burger) and not rij.document.tonen_aan_initiator:
        return "niet getoond"
    if rij.document.informatieobjecttype_id in verborgen and not _is_eigen(actor, rij):
        return "soort document"
    return ""


def _is_eigen(actor: Actor, rij: Zaakdocument) -> bool:
    return isinstance(actor, Burger) and rij.van_rol is not None and rij.van_rol.partij_id == actor.voor_wie.pk


def document_inzien(actor: Actor, uuid: UUID | str) -> Document:
    """The document, clean and admitted, with an access line. Raises BestaatNiet alike for absent, forbidden and
    unclean.
    """
    stukken = Zaakdocument.objects.voor(actor)
    if isinstance(actor, Burger):
        stukken = eigen_stukken(actor, stukken)
    rij: Zaakdocument | None = (
        stukken.filter(document__uuid=uuid)
        .select_related("document", "zaak__zaaktype__proces", "zaak__proces", "zaak__team__afdeling", "van_rol")
        .first()
    )
    if rij is None:
        raise BestaatNiet
    zaak = rij._zaak()
    niveaus = niveaus_van(actor, zaak)
    if document_belet(actor, rij, niveaus, verborgen_soorten(actor, zaak)):
        raise BestaatNiet
    if isinstance(actor, Burger):
        if rij.gelezen_door_inwoner_op is None and actor.mag_handelen:  # who may only see leaves the mark for the other
            document_lezen(actor, rij)
    elif rij.gezien_door_behandelaar_op is None:
        rij.gezien_door_behandelaar_op = klok.nu()
        rij.save(update_fields=["gezien_door_behandelaar_op"])
    leg_inzage_vast(actor, zaak, {Gegevensgroep.DOCUMENT: niveaus[Gegevensgroep.DOCUMENT]}, "document openen")
    document: Document = (
        Document.objects.systeem("toegelaten door de zaak").prefetch_related("versies").get(pk=rij.document_id)
    )
    return document


def documenten_van_bericht(actor: Actor, bericht: Bericht) -> list[Any]:
    """The attachments of a message, as documents of a zaak that the actor may open."""
    if not bericht.bijlagen:
        return []
    stukken = Zaakdocument.objects.voor(actor)
    if isinstance(actor, Burger):
        stukken = eigen_stukken(actor, stukken)
    rijen = stukken.filter(document__uuid__in=bericht.bijlagen, document__tonen_aan_initiator=True)
    rijen = rijen.select_related("zaak", "van_rol").prefetch_related(
        Prefetch("document", Document.objects.systeem("toegelaten door de zaak").prefetch_related("versies"))
    )
    zaken = {rij.zaak_id: rij._zaak() for rij in rijen}
    verborgen = {pk: verborgen_soorten(actor, zaak) for pk, zaak in zaken.items()}
    return [
        rij.document
        for rij in rijen
        if rij.document.informatieobjecttype_id not in verborgen[rij.zaak_id] or _is_eigen(actor, rij)
    ]

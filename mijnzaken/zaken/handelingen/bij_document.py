"""What another system records with a document: conditions on its use, to whom it went, what it is about (ZGW
Documenten 1.7.0).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from autorisatie.actor import Applicatie
from autorisatie.bewaakt import laat_toe
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from mijnzaken.documenten.models import Document, Gebruiksrecht, ObjectInformatieobject, Objecttype, Verzending


@dataclass(frozen=True)
class Doel:
    """What a document is about. ``url`` of what another platform keeps; empty for what is ours."""

    soort: str
    uuid: UUID
    url: str = ""


# -- gebruiksrechten ---------------------------------------------------------------------------------------------------


@handeling("document_koppelen", op="documenten.Document")
def gebruiksrecht_vastleggen(actor: Applicatie, document: Document, velden: Mapping[str, Any]) -> Gebruiksrecht:
    """drc-006: a document with a gebruiksrecht says so."""
    rij = _bewaar(Gebruiksrecht(document=document), velden)
    _zet_indicatie(document, True)
    return rij


@handeling("document_bijwerken", op="documenten.Gebruiksrecht")
def gebruiksrecht_wijzigen(actor: Applicatie, rij: Gebruiksrecht, velden: Mapping[str, Any]) -> Gebruiksrecht:
    return _bewaar(rij, velden)


@handeling("document_ontkoppelen", op="documenten.Gebruiksrecht")
def gebruiksrecht_verwijderen(actor: Applicatie, rij: Gebruiksrecht) -> None:
    """drc-006: without the last one it is not known whether the use is limited."""
    document = Document.objects.een(actor, rij.document.uuid, vergrendel=True)
    rij.delete()
    if document is not None and not document.gebruiksrechten.exists():
        _zet_indicatie(document, None)


def _bewaar(rij: Gebruiksrecht, velden: Mapping[str, Any]) -> Gebruiksrecht:
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    if rij.einddatum is not None and rij.einddatum < rij.startdatum:
        raise Invoerfout({"einddatum": "Het einde ligt voor het begin."}, {"einddatum": "date-mismatch"})
    rij.save()
    return rij


def _zet_indicatie(document: Document, waarde: bool | None) -> None:
    document.indicatie_gebruiksrecht = waarde
    document.save(update_fields=["indicatie_gebruiksrecht"])


# -- verzendingen ------------------------------------------------------------------------------------------------------


@handeling("document_koppelen", op="documenten.Document")
def verzending_vastleggen(actor: Applicatie, document: Document, velden: Mapping[str, Any]) -> Verzending:
    """To whom it went, or from whom it came."""
    rij: Verzending = Verzending.objects.create(document=document, **velden)
    return rij


@handeling("document_bijwerken", op="documenten.Verzending")
def verzending_wijzigen(actor: Applicatie, rij: Verzending, velden: Mapping[str, Any]) -> Verzending:
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.save()
    return rij


@handeling("document_ontkoppelen", op="documenten.Verzending")
def verzending_verwijderen(actor: Applicatie, rij: Verzending) -> None:
    rij.delete()


# -- what it is about --------------------------------------------------------------------------------------------------


@handeling("document_koppelen", op="documenten.Document")
def relatie_leggen(actor: Applicatie, document: Document, doel: Doel) -> ObjectInformatieobject:
    """drc-003, 004: it is unique, and it exists at its source first; ours then mirrors it by itself."""
    if document.objecten.filter(object_type=doel.soort, object_uuid=doel.uuid).exists():
        raise _fout("unique", "Deze relatie is er al.")
    if not doel.url and not _bij_de_bron(document, doel.soort, doel.uuid):
        raise _fout("inconsistent-relation", "De relatie bestaat niet bij de zaak of het besluit zelf.")
    rij: ObjectInformatieobject = ObjectInformatieobject.objects.create(
        document=document, object_type=doel.soort, object_uuid=doel.uuid, object_url=doel.url
    )
    return rij


@handeling("document_ontkoppelen", op="documenten.ObjectInformatieobject")
def relatie_verwijderen(actor: Applicatie, rij: ObjectInformatieobject) -> None:
    """Not while it exists at its source: it is removed there."""
    if not rij.object_url and _bij_de_bron(laat_toe(rij.document), rij.object_type, rij.object_uuid):
        raise _fout("inconsistent-relation", "De relatie bestaat nog bij de zaak of het besluit zelf.")
    rij.delete()


def _bij_de_bron(document: Any, soort: str, uuid: UUID) -> bool:
    match soort:
        case Objecttype.ZAAK:
            return document.zaakdocumenten.filter(zaak__uuid=uuid).exists()
        case Objecttype.BESLUIT:
            return document.besluitdocumenten.filter(besluit__uuid=uuid).exists()
    return False


def _fout(code: str, reden: str) -> Invoerfout:
    return Invoerfout({"": reden}, {"": code})

"""``/bijlagen``: a document that holds part of what was said."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from autorisatie.actor import Applicatie
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.klantinteracties.actor import REGISTER
from mijnzaken.api.klantinteracties.bij_contact import bij_contact, met_contact
from mijnzaken.api.klantinteracties.gedeeld import naar, pad
from mijnzaken.api.vraag import Vraag
from mijnzaken.documenten.models import Document
from mijnzaken.klanten import contacten
from mijnzaken.klanten.models import Contactbijlage

_CONTACT, _ID = "wasBijlageVanKlantcontact", "bijlageidentificator"
_VAST = {"codeObjecttype": "document", "codeRegister": REGISTER, "codeSoortObjectId": "uuid"}


def _rijen(wie: Applicatie) -> Rijen:
    return met_contact(Contactbijlage, wie)


def _vorm(rij: Contactbijlage) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(pad("bijlagen", rij.uuid)),
        _CONTACT: naar("klantcontacten", rij.klantcontact.uuid),
        _ID: {"objectId": str(rij.document_uuid), **_VAST},
    }


def _document(vraag: Vraag) -> dict[str, UUID]:
    """The document that the body names, if this system may read it; ApiFout 400 for everything else."""
    if _ID not in vraag.gegevens:
        return {}
    gegeven: Mapping[str, Any] = vraag.gegevens[_ID]
    lezer = vraag.lezer("documenten.lezen")
    document = Document.objects.een(lezer, str(gegeven.get("objectId", "")))
    if document is None:
        raise veldfout(f"{_ID}.objectId", "invalid", "Dit document bestaat niet.")
    return {"document_uuid": document.uuid}


def _is(goed: str) -> Filter:
    """They are all the same here."""
    return lambda rijen, waarde, vraag: rijen if waarde == goed else rijen.none()


def _van_document(rijen: Rijen, waarde: str, vraag: Vraag) -> Rijen:
    try:
        return rijen.filter(document_uuid=UUID(waarde))
    except ValueError:
        return rijen.none()


BIJLAGEN = bij_contact(
    naam="bijlagen",
    soort="bijlage",
    schema="Bijlage",
    model=Contactbijlage,
    rijen=_rijen,
    vorm=_vorm,
    filters={
        "klantcontact__uuid": "klantcontact__uuid",
        f"{_ID}ObjectId": _van_document,
        **{f"{_ID}{naam[0].upper()}{naam[1:]}": _is(goed) for naam, goed in _VAST.items()},
    },
    contact=_CONTACT,
    gezegd=_document,
    toevoegen=contacten.bijlage_toevoegen,
    wijzigen=contacten.bijlage_wijzigen,
    weghalen=contacten.bijlage_verwijderen,
)

"""``/bijlagen`` and ``/actorklantcontacten``: a document that holds part of what was said, and who recorded it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.klantinteracties.actor import REGISTER
from mijnzaken.api.klantinteracties.betrokkene import ander_contact, bij_contact, met_contact
from mijnzaken.api.klantinteracties.gedeeld import LEZEN, genoemd, naar, op_beide, pad, uuids
from mijnzaken.api.vraag import Vraag
from mijnzaken.documenten.models import Document
from mijnzaken.klanten import contacten
from mijnzaken.klanten.models import Betrokkene, Contactbijlage, Klantcontact

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


def _voeg_toe(vraag: Vraag) -> Contactbijlage:
    contact = genoemd(vraag, _CONTACT, Klantcontact)
    rij: Contactbijlage = contacten.bijlage_toevoegen(vraag.actor, contact, _document(vraag)["document_uuid"])
    return rij


def _wijzig(vraag: Vraag, rij: Contactbijlage) -> Contactbijlage:
    velden = _document(vraag) | ander_contact(vraag, _CONTACT, rij)
    nieuw: Contactbijlage = contacten.bijlage_wijzigen(vraag.actor, rij.klantcontact, rij, velden)
    return nieuw


def _verwijder(vraag: Vraag, rij: Contactbijlage) -> None:
    contacten.bijlage_verwijderen(vraag.actor, rij.klantcontact, rij)


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
    aanmaken=_voeg_toe,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
)

# -- who recorded it ---------------------------------------------------------------------------------------------------


def _vastgelegd(wie: Applicatie) -> Rijen:
    """A contact is recorded by one: the relation has the identity of the contact."""
    iemand = Q(medewerker__isnull=False) | Q(applicatie__isnull=False)
    rijen = Klantcontact.objects.voor(wie).filter(iemand).select_related("medewerker", "applicatie")
    return rijen.annotate(partijen_=uuids(Betrokkene, "klantcontact", kolom="was_partij"))


def _relatie(rij: Any) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(pad("actorklantcontacten", rij.uuid)),
        "actor": naar("actoren", (rij.medewerker or rij.applicatie).uuid),
        "klantcontact": naar("klantcontacten", rij.uuid),
    }


def _door(rijen: Rijen, waarde: UUID, vraag: Vraag) -> Rijen:
    return rijen.filter(Q(medewerker__uuid=waarde) | Q(applicatie__uuid=waarde))


def _partijen(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    return {pk for rij in rijen for pk in rij.partijen_}


ACTORKLANTCONTACTEN = Bron(
    naam="actorklantcontacten",
    soort="actorklantcontact",
    pad="/actorklantcontacten",
    schema="ActorKlantcontact",
    model=Klantcontact,
    rijen=_vastgelegd,
    vorm=_relatie,
    lezen=LEZEN,
    groep=Gegevensgroep.CONTACT,
    lezing="contact_inzien",
    betrokkenen=_partijen,
    filters={**op_beide("actor", _door), **op_beide("klantcontact", "uuid")},
)

"""Documents of a zaak: added, and shown to the citizen or not."""

from typing import Any

from autorisatie.actor import Actor, Burger
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.handeling import handeling
from catalogus import klok
from catalogus.models import Informatieobjecttype
from mijnzaken.documenten.opslag import maak_document
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.documentrechten import eis_toevoegen, verborgen_soorten
from mijnzaken.zaken.handelingen.taken import standaard_documenttype
from mijnzaken.zaken.models import Zaak, Zaakdocument
from mijnzaken.zaken.uploads import eigenaar_bij_zaak


@handeling("document_toevoegen", op="zaken.Zaak")
def document_toevoegen(
    actor: Actor,
    zaak: Zaak,
    *,
    upload: Any,
    titel: str,
    informatieobjecttype: Informatieobjecttype | None = None,
    tonen: bool = False,
) -> Zaakdocument:
    """Add a document, of a kind that the zaaktype lets him add. A resident always sees his own."""
    eigen = isinstance(actor, Burger)
    soort = informatieobjecttype or standaard_documenttype(actor, zaak)
    eis_toevoegen(actor, zaak, soort)
    if not titel.strip():
        raise Invoerfout({"titel": "Geef het document een naam."})
    document = maak_document(
        upload,
        titel=titel[:200],
        informatieobjecttype=soort,
        auteur=zaak.aanvragernaam or "Indiener" if eigen else zaak.team.afdeling.naam,
        zichtbaar_voor_inwoner=eigen or tonen,
        plaatser="inwoner" if eigen else "medewerker",
        vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
        eigenaar=eigenaar_bij_zaak(actor, zaak.uuid),
    )
    rij = koppel_document(zaak, document, van=actor.voor_wie if isinstance(actor, Burger) else None)
    stappen.raak_aan(zaak)
    if tonen and not eigen:
        berichtgeving.meld_document(zaak, document)
    return rij


@handeling("document_tonen", op="zaken.Zaak")
def document_tonen(actor: Actor, zaak: Zaak, document_uuid: Any, *, tonen: bool) -> Zaakdocument:
    """Publish one document to the citizen, or take it out of view."""
    rij: Zaakdocument | None = (
        zaak.zaakdocumenten.select_related("document").filter(document__uuid=document_uuid).first()
    )
    if rij is None or rij.document.informatieobjecttype_id in verborgen_soorten(actor, zaak):
        raise BestaatNiet
    rij.document.tonen_aan_initiator = tonen
    rij.document.save(update_fields=["tonen_aan_initiator"])
    if tonen:
        berichtgeving.meld_document(zaak, rij.document)
    return rij


@handeling("document_lezen", op="zaken.Zaakdocument")
def document_lezen(actor: Burger, rij: Zaakdocument) -> Zaakdocument:
    """The resident opens a document for the first time: the mark that it is new goes away."""
    rij.gelezen_door_inwoner_op = klok.nu()
    rij.save(update_fields=["gelezen_door_inwoner_op"])
    return rij

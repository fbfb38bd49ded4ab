"""Documents that another system attaches to a zaak (ZGW zrc-003, 004, 005, 017)."""

from collections.abc import Mapping
from typing import Any

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.opslag import ontkoppelen
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Status, Zaak, Zaakdocument


@handeling("zaak_koppelen", op="zaken.Zaak")
def document_koppelen(actor: Actor, zaak: Zaak, document: Document, velden: Mapping[str, Any]) -> Zaakdocument:
    """A document belongs to the zaak from now on, here and in Documenten; the resident is told when he may see it."""
    open_of_geforceerd(actor, zaak)
    soorten = zaak.zaaktype.zaaktypeinformatieobjecttypen
    if not soorten.filter(
        informatieobjecttype__catalogus=document.informatieobjecttype.catalogus_id,
        informatieobjecttype__omschrijving=document.informatieobjecttype.omschrijving,
    ).exists():
        raise Invoerfout(
            {"": "Dit soort document hoort niet bij het zaaktype van de zaak."},
            {"": "missing-zaaktype-informatieobjecttype-relation"},
        )
    if zaak.zaakdocumenten.filter(document=document).exists():
        raise Invoerfout({"": "Dit document hoort al bij de zaak."}, {"": "unique"})
    if not _mag_het_document(actor, document):
        raise Invoerfout({"informatieobject": "Op dit adres staat niets."}, {"informatieobject": "bad-url"})
    rij = koppel_document(zaak, document)
    _zet(rij, {"titel": "", **velden})
    stappen.raak_aan(zaak)
    if document.tonen_aan_initiator:
        berichtgeving.meld_document(zaak, document)
    return rij


@handeling("zaak_bijwerken", op="zaken.Zaak")
def documentkoppeling_wijzigen(actor: Actor, zaak: Zaak, rij: Zaakdocument, velden: Mapping[str, Any]) -> Zaakdocument:
    """What is said of the document within the zaak; which document and which zaak it is, stays."""
    open_of_geforceerd(actor, zaak)
    eigen: Zaakdocument = opnieuw(zaak.zaakdocumenten, rij)
    _zet(eigen, velden)
    stappen.raak_aan(zaak)
    return eigen


@handeling("zaak_ontkoppelen", op="zaken.Zaak")
def document_ontkoppelen(actor: Actor, zaak: Zaak, rij: Zaakdocument) -> None:
    """The document belongs to the zaak no more; the document itself stays."""
    open_of_geforceerd(actor, zaak)
    eigen: Zaakdocument = opnieuw(zaak.zaakdocumenten.select_related("document"), rij)
    document = eigen.document
    eigen.delete()
    ontkoppelen(document, "zaak", zaak.uuid)
    stappen.raak_aan(zaak)


def _mag_het_document(actor: Actor, document: Document) -> bool:
    """What already hangs at zaken of which this system may see none, is not its to show elsewhere (gevaren 2)."""
    elders = Zaakdocument.objects.systeem("hangt dit document al ergens?").filter(document=document)
    return not elders.exists() or Zaakdocument.objects.voor(actor).filter(document=document).exists()


def _zet(rij: Zaakdocument, velden: Mapping[str, Any]) -> None:
    status: Status | None = velden.get("status")
    if status is not None and status.zaak_id != rij.zaak_id:
        raise Invoerfout({"status": "Deze status hoort niet bij de zaak."}, {"status": "zaak-mismatch"})
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.save(update_fields=list(velden))

"""A decision that another system took: recorded, changed, removed; the documents that hold it (ZGW Besluiten 1.1.0)."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from autorisatie import scopes
from autorisatie.actor import Applicatie
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.models import Wijziging
from catalogus import klok
from catalogus.models import Besluittype
from catalogus.termijnen import bezwaartermijn
from mijnzaken.documenten.models import Document, ObjectInformatieobject, Objecttype
from mijnzaken.documenten.opslag import koppelen
from mijnzaken.documenten.wissen import wis_verwijzingen
from mijnzaken.zaken import berichtgeving, stappen, termijn
from mijnzaken.zaken.handelingen.termijnen import beeindig_termijn
from mijnzaken.zaken.models import Besluit, Besluitdocument, Zaak


@dataclass
class Besluitgegevens:
    """What another system says of a decision; ``velden`` are those of the model."""

    velden: dict[str, Any] = field(default_factory=dict)
    besluittype: Besluittype | None = None
    zaak: Zaak | None = None
    noemt_zaak: bool = False


@handeling("besluit_aanmaken")
def besluit_aanmaken(actor: Applicatie, gegevens: Besluitgegevens) -> Besluit:
    """brc-001, 002, 007. The parties of its zaak are told, with the last day to object."""
    soort = gegevens.besluittype
    if soort is None:
        raise Invoerfout({"besluittype": "Dit besluittype is er niet."})
    if soort.concept:
        raise Invoerfout({"besluittype": "Het besluittype is nog niet gepubliceerd."}, {"besluittype": "not-published"})
    if not scopes.beslis(actor, "", besluittype_id=soort.pk, scopes=actor.scopes):
        raise GeenRecht("Deze applicatie mag zo'n besluit niet vastleggen.", code="permission_denied")
    zaak = gegevens.zaak
    besluit = Besluit(besluittype=soort, zaak=zaak, **gegevens.velden)
    besluit.identificatie = besluit.identificatie or _nieuwe_identificatie(zaak)
    _toets(besluit)
    _zet_rechtsmiddel(besluit, gegevens)
    besluit.save(force_insert=True)
    _bij_de_zaak(besluit)
    return besluit


@handeling("besluit_bijwerken", op="zaken.Besluit")
def besluit_bijwerken(actor: Applicatie, besluit: Besluit, gegevens: Besluitgegevens) -> Besluit:
    """brc-002: the identificatie and the besluittype stay."""
    _blijft("identificatie", gegevens.velden.get("identificatie") or besluit.identificatie, besluit.identificatie)
    if gegevens.besluittype is not None:
        _blijft("besluittype", gegevens.besluittype.pk, besluit.besluittype_id)
    vorige = besluit.zaak_id
    for naam, waarde in gegevens.velden.items():
        if naam != "identificatie":
            setattr(besluit, naam, waarde)
    if gegevens.noemt_zaak:
        besluit.zaak = gegevens.zaak
    _toets(besluit)
    if besluit.zaak_id != vorige:
        _zet_rechtsmiddel(besluit, gegevens)
    besluit.save()
    if besluit.zaak_id != vorige:
        besluit.documenten.update(zaak=besluit.zaak)
        _bij_de_zaak(besluit)
    return besluit


@handeling("besluit_verwijderen", op="zaken.Besluit")
def besluit_verwijderen(actor: Applicatie, besluit: Besluit) -> None:
    """brc-009: for good, with what belongs to it. Not while a resident holds a product by it, or objects to it."""
    if besluit.producten.exists() or besluit.bezwaarzaken.exists():
        raise _fout("pending-relations", "Een inwoner heeft een product uit dit besluit, of maakte er bezwaar tegen.")
    Wijziging.objects.filter(hoofdobject_uuid=besluit.uuid).delete()
    wis_verwijzingen([besluit.uuid])
    besluit.delete()


@handeling("besluit_koppelen", op="zaken.Besluit")
def besluitdocument_koppelen(actor: Applicatie, besluit: Besluit, document: Document) -> Besluitdocument:
    """brc-003, 004, 005, 008: the document holds the decision, here and in Documenten."""
    if not Document.objects.voor(actor.met_alles()).filter(pk=document.pk).exists():
        raise Invoerfout({"informatieobject": "Op dit adres staat niets."}, {"informatieobject": "bad-url"})
    soort = document.informatieobjecttype
    if not besluit.besluittype.informatieobjecttypen.filter(
        catalogus=soort.catalogus_id, omschrijving=soort.omschrijving
    ).exists():
        raise _fout(
            "missing-besluittype-informatieobjecttype-relation", "Dit soort document hoort niet bij het besluittype."
        )
    if besluit.documenten.filter(document=document).exists():
        raise _fout("unique", "Dit document hoort al bij het besluit.")
    koppelen(document, Objecttype.BESLUIT, besluit.uuid)
    rij: Besluitdocument = Besluitdocument.objects.create(zaak=besluit.zaak, besluit=besluit, document=document)
    return rij


@handeling("besluit_ontkoppelen", op="zaken.Besluitdocument")
def besluitdocument_ontkoppelen(actor: Applicatie, rij: Besluitdocument) -> None:
    """The document stays; it holds this decision no more, here and in Documenten."""
    relaties = ObjectInformatieobject.objects.systeem("de spiegel van een relatie")
    relaties.filter(document=rij.document_id, object_uuid=rij.besluit.uuid).delete()
    rij.delete()


# -- what must hold ----------------------------------------------------------------------------------------------------


def _toets(besluit: Besluit) -> None:
    if besluit.datum > klok.vandaag():
        raise Invoerfout({"datum": "Een besluit van morgen is er nog niet."}, {"datum": "future_not_allowed"})
    if besluit.zaak is None:
        return
    soort = besluit.besluittype
    hoort = besluit.zaak.zaaktype.besluittypen.filter(catalogus=soort.catalogus_id, omschrijving=soort.omschrijving)
    if not hoort.exists():
        raise _fout("zaaktype-mismatch", "Dit soort besluit hoort niet bij het zaaktype van de zaak.")


def _zet_rechtsmiddel(besluit: Besluit, gegevens: Besluitgegevens) -> None:
    """Whether one can object, and until when: as that system says, else as the catalogue does (Awb 6:7)."""
    zaak, soort = besluit.zaak, besluit.besluittype
    momenten = zaak.zaaktype.besluitmomenten.filter(besluittype__omschrijving=soort.omschrijving) if zaak else []
    besluit.bezwaar_mogelijk = zaak is not None and zaak.zaaktype.bezwaar_mogelijk and all(m.bezwaar for m in momenten)
    if besluit.bezwaar_mogelijk and "uiterlijke_reactiedatum" not in gegevens.velden:
        besluit.uiterlijke_reactiedatum = bezwaartermijn(
            besluit.verzenddatum or besluit.datum,
            duur=soort.reactietermijn or "P6W",
            vrije_dagen=termijn.vrije_dagen(),
        )


def _bij_de_zaak(besluit: Besluit) -> None:
    """brc-006: the zaak has a decision; who sees the zaak reads it there, and is told."""
    if besluit.zaak_id is None:
        return
    zaak = Zaak.objects.systeem("de zaak van een besluit").select_for_update(of=("self",)).get(pk=besluit.zaak_id)
    stappen.raak_aan(zaak)
    if zaak.is_open:
        _voldoe_termijn(zaak, besluit)
    berichtgeving.meld_besluit_van_elders(zaak, besluit)


def _voldoe_termijn(zaak: Zaak, besluit: Besluit) -> None:
    """The term that we counted for this decision is met, and that of the next one begins. Where the other system says
    when the zaak ends, that day stays.
    """
    if not zaak.beslistermijnen.filter(voldaan_op=None).exists():
        return
    beeindig_termijn(zaak)
    moment = zaak.zaaktype.besluitmomenten.filter(besluittype__omschrijving=besluit.besluittype.omschrijving).first()
    termijn.zonder(zaak)
    if moment is not None:
        termijn.begin_volgende(zaak, moment)


def _nieuwe_identificatie(zaak: Zaak | None) -> str:
    return f"{zaak.nummer}-B{uuid4().hex[:8]}" if zaak is not None else f"B{uuid4().hex[:20]}"


def _blijft(veld: str, nieuw: Any, oud: Any) -> None:
    if nieuw != oud:
        raise Invoerfout({veld: "Dit verandert niet meer."}, {veld: "wijzigen-niet-toegelaten"})


def _fout(code: str, reden: str) -> Invoerfout:
    return Invoerfout({"": reden}, {"": code})

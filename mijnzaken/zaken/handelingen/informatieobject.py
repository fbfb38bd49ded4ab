"""A document as another system keeps it: made, locked, changed version by version, removed (ZGW Documenten 1.7.0)."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from autorisatie import scopes
from autorisatie.actor import Applicatie
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Informatieobjecttype
from mijnzaken.documenten import keuren, versies
from mijnzaken.documenten.aanstoot import stoot_keuring_aan
from mijnzaken.documenten.bewaarplaats import verwijder
from mijnzaken.documenten.models import Bestandsdeel, Document, Keuringsstand, Plaatser
from mijnzaken.documenten.opslag import nieuwe_identificatie
from mijnzaken.documenten.wissen import wis_documenten
from mijnzaken.zaken import berichtgeving
from mijnzaken.zaken.models import Zaak

METEEN = 10 * 1024 * 1024  # bytes that are scanned before the answer, so that who sent it can use it at once
GEFORCEERD = frozenset({"documenten.geforceerd-unlock"})
_ALGEMEEN = ""  # a refusal about no field in particular


@dataclass
class Documentgegevens:
    """What another system says of a document: ``velden`` of the document, ``versie`` of its version. ``inhoud`` None:
    it says nothing of the content, which then stays as it is.
    """

    velden: dict[str, Any] = field(default_factory=dict)
    versie: dict[str, Any] = field(default_factory=dict)
    informatieobjecttype: Informatieobjecttype | None = None
    inhoud: versies.Inhoud | None = None


@handeling("document_aanmaken")
def document_aanmaken(actor: Applicatie, gegevens: Documentgegevens) -> Document:
    """drc-001, 005, 007. Without content and with a size the parts are to follow, under a lock."""
    soort = gegevens.informatieobjecttype
    if soort is None:
        raise Invoerfout({"informatieobjecttype": "Dit documenttype is er niet."})
    velden = {"vertrouwelijkheidaanduiding": soort.vertrouwelijkheidaanduiding} | gegevens.velden
    document = Document(
        informatieobjecttype=soort, plaatser=Plaatser.APPLICATIE, keuring=Keuringsstand.LEEG, aangemaakt_op=klok.nu()
    )
    for naam, waarde in velden.items():
        setattr(document, naam, waarde)
    document.identificatie = document.identificatie or nieuwe_identificatie()
    _toets(actor, document, gegevens)
    if document.indicatie_gebruiksrecht:
        raise Invoerfout(
            {"indicatie_gebruiksrecht": "Zet dit op ja door een gebruiksrecht te maken."},
            {"indicatie_gebruiksrecht": "missing-gebruiksrechten"},
        )
    inhoud = gegevens.inhoud or versies.Inhoud()
    if inhoud.stuk is None and inhoud.omvang:
        document.lock = _nieuw_slot()
    document = Document.objects.create(**{v.attname: getattr(document, v.attname) for v in document._meta.fields})
    versies.maak(document, inhoud, **gegevens.versie)
    _laat_keuren(document, inhoud)
    return document


@handeling("document_bijwerken", op="documenten.Document")
def document_bijwerken(actor: Applicatie, document: Document, gegevens: Documentgegevens, *, lock: str) -> Document:
    """Under its lock; always a new version. What the resident may now see is told to him."""
    if not document.lock:
        raise _fout("unlocked", "Vergrendel het document voordat u het wijzigt.")
    if not lock:
        raise _fout("missing-lock-id", "Geef het slot mee waaronder u het document wijzigt.")
    _toets_slot(document, lock)
    getoond = document.tonen_aan_initiator
    versies.sluit_af(document)
    for naam, waarde in gegevens.velden.items():
        setattr(document, naam, waarde)
    if gegevens.informatieobjecttype is not None:
        document.informatieobjecttype = gegevens.informatieobjecttype
    _toets(actor, document, gegevens)
    _toets_gebruiksrecht(document, gegevens)
    document.save(update_fields=versies.VELDEN)
    versies.maak(document, gegevens.inhoud, **gegevens.versie)
    _laat_keuren(document, gegevens.inhoud)
    if document.tonen_aan_initiator and not getoond:
        for zaak in Zaak.objects.systeem("wie dit document mag zien").filter(zaakdocumenten__document=document):
            berichtgeving.meld_document(zaak, document)
    return document


@handeling("document_vergrendelen", op="documenten.Document")
def document_vergrendelen(actor: Applicatie, document: Document) -> str:
    """The key that changes it from now on; who has no key waits, or forces it open."""
    if document.lock:
        raise _fout("existing-lock", "Het document is al vergrendeld.")
    document.lock = _nieuw_slot()
    document.save(update_fields=["lock"])
    return document.lock


@handeling("document_ontgrendelen", op="documenten.Document")
def document_ontgrendelen(actor: Applicatie, document: Document, *, lock: str = "") -> Document:
    """With the key, or by force. Parts that are all here become the content; by force, what is not complete goes."""
    geforceerd = document.lock != lock
    if geforceerd and not _mag(actor, document, GEFORCEERD):
        raise _fout("incorrect-lock-id", "Dit is niet het slot van dit document.")
    delen = list(document.bestandsdelen.select_for_update())
    compleet = all(deel.inhoud for deel in delen)
    if delen and compleet:
        versies.voeg_samen(document)
        stoot_keuring_aan(document.pk)
    elif delen and not geforceerd:
        raise _fout("incomplete-upload", "Nog niet alle bestandsdelen zijn ontvangen.")
    elif delen:
        versies.gooi_delen_weg(document)
        document.versies.filter(inhoud_van=None, bestand="").update(bestandsomvang=None)
    document.lock = ""
    document.save(update_fields=["lock"])
    aantekenen(geforceerd=geforceerd, samengevoegd=bool(delen) and compleet)
    return document


@handeling("bestandsdeel_ontvangen", op="documenten.Bestandsdeel")
def bestandsdeel_ontvangen(
    actor: Applicatie, deel: Bestandsdeel, *, stukken: Iterator[bytes], omvang: int, lock: str
) -> Bestandsdeel:
    """One part of a large file, of exactly the size that was agreed."""
    _toets_slot(deel.document, lock)
    if omvang != deel.omvang:
        raise _fout("file-size", f"Dit deel is {deel.omvang} bytes groot en u stuurt er {omvang}.")
    versies.ontvang_deel(deel, stukken)
    return deel


@handeling("document_verwijderen", op="documenten.Document")
def document_verwijderen(actor: Applicatie, document: Document) -> None:
    """For good, with all versions; not while a zaak or a decision has it."""
    if document.objecten.exists() or document.zaakdocumenten.exists() or document.besluitdocumenten.exists():
        raise _fout("pending-relations", "Dit document hoort nog bij een zaak of besluit.")
    bestanden = wis_documenten([document.pk])
    aantekenen(bestanden=len(bestanden))
    for pad in bestanden:
        transaction.on_commit(partial(verwijder, pad), robust=True)  # a sweep finds what stays


# -- what must hold ----------------------------------------------------------------------------------------------------


def _fout(code: str, reden: str) -> Invoerfout:
    return Invoerfout({_ALGEMEEN: reden}, {_ALGEMEEN: code})


def _nieuw_slot() -> str:
    return secrets.token_hex(20)


def _toets_slot(document: Document, lock: str) -> None:
    if not document.lock or not secrets.compare_digest(document.lock.encode(), lock.encode()):
        raise _fout("incorrect-lock-id", "Dit is niet het slot van dit document.")


def _mag(actor: Applicatie, document: Document, nodig: frozenset[str]) -> bool:
    return bool(
        scopes.beslis(
            actor,
            "",
            informatieobjecttype_id=document.informatieobjecttype_id,
            vertrouwelijkheid=document.vertrouwelijkheidaanduiding,
            scopes=nodig,
        )
    )


def _toets(actor: Applicatie, document: Document, gegevens: Documentgegevens) -> None:
    """What must hold of a document as it will stand."""
    if gegevens.informatieobjecttype is not None and gegevens.informatieobjecttype.concept:
        raise Invoerfout(
            {"informatieobjecttype": "Het documenttype is nog niet gepubliceerd."},
            {"informatieobjecttype": "not-published"},
        )
    if document.ontvangstdatum and document.status in ("in_bewerking", "ter_vaststelling"):
        raise Invoerfout(
            {"status": "Wat ontvangen is, is niet in bewerking of ter vaststelling."},
            {"status": "invalid_for_received"},
        )
    if not _mag(actor, document, actor.scopes):
        raise GeenRecht("Deze applicatie mag zo'n document niet maken.", code="permission_denied")
    inhoud = gegevens.inhoud
    if inhoud is None:
        return
    if inhoud.stuk is not None and inhoud.omvang not in (None, len(inhoud.stuk)):
        raise _fout("file-size", f"De inhoud is {len(inhoud.stuk)} bytes groot, en geen {inhoud.omvang}.")
    if (inhoud.omvang or 0) > settings.MAX_DOCUMENT or len(inhoud.stuk or b"") > settings.MAX_BESTAND:
        raise Invoerfout({"bestandsomvang": "Dit bestand is te groot."}, {"bestandsomvang": "max_value"})


def _toets_gebruiksrecht(document: Document, gegevens: Documentgegevens) -> None:
    """drc-006: the indicatie follows the gebruiksrechten that there are."""
    if "indicatie_gebruiksrecht" not in gegevens.velden:
        return
    er_zijn = document.gebruiksrechten.exists()
    if er_zijn != bool(document.indicatie_gebruiksrecht):
        raise Invoerfout(
            {"indicatie_gebruiksrecht": "De indicatie volgt uit de gebruiksrechten van het document."},
            {"indicatie_gebruiksrecht": "existing-gebruiksrechten" if er_zijn else "missing-gebruiksrechten"},
        )


def _laat_keuren(document: Document, inhoud: versies.Inhoud | None) -> None:
    """New content is scanned as soon as it is there; what is large, or meets a scanner that is down, waits for it."""
    if inhoud is None or not inhoud.stuk:
        return
    if len(inhoud.stuk) > METEEN:
        stoot_keuring_aan(document.pk)
    else:
        transaction.on_commit(partial(keuren.keur, document.pk), robust=True)

"""Files in, documents made. Content is written in pieces under a name of our own; the name that a person gave is only shown."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from autorisatie.fouten import BestaatNiet
from catalogus import klok
from catalogus.models import Informatieobjecttype
from mijnzaken.documenten.aanstoot import stoot_keuring_aan
from mijnzaken.documenten.inspectie import Bevinding, keur_inhoud, schone_bestandsnaam
from mijnzaken.documenten.models import (
    Document,
    Documentversie,
    Keuringsstand,
    ObjectInformatieobject,
    Plaatser,
    Upload,
    documentenopslag,
)

UPLOAD_BLIJFT = timedelta(days=31)


@dataclass(frozen=True)
class Geweigerd(Exception):
    """The file is not accepted; the reason says what to do."""

    reden: str

    def __str__(self) -> str:
        return self.reden


def bewaar_upload(bestand: UploadedFile, *, eigenaar: str) -> Upload:
    """Keep a file that a person sent, until it belongs to something. Raises Geweigerd with a sentence for that person.

    Nothing stays behind when writing fails halfway (gevaren 79).
    """
    naam = schone_bestandsnaam(bestand.name or "bestand")
    bevinding: Bevinding = keur_inhoud(bestand, naam, grens=settings.MAX_BESTAND)
    if bevinding.weigering:
        raise Geweigerd(bevinding.weigering)
    pad, omvang, sha256 = _schrijf(_stukken(bestand))
    try:
        with transaction.atomic():
            upload: Upload = Upload.objects.create(
                eigenaar=eigenaar,
                bestand=pad,
                bestandsnaam=naam,
                bestandsomvang=omvang,
                formaat=bevinding.formaat,
                sha256=sha256,
                aangemaakt_op=klok.nu(),
                verloopt_op=klok.nu() + UPLOAD_BLIJFT,
            )
    except BaseException:
        documentenopslag().delete(pad)
        raise
    return upload


def upload_van(eigenaar: str, upload_uuid: Any) -> Upload:
    """An upload of this owner; anybody else's does not exist."""
    gevonden: Upload | None = (
        Upload.objects.systeem("de eigenaar is de sleutel").filter(uuid=upload_uuid, eigenaar=eigenaar).first()
    )
    if gevonden is None:
        raise BestaatNiet
    return gevonden


def uploads_van(eigenaar: str) -> dict[str, Upload]:
    """All uploads of this owner by their uuid as text."""
    rijen = Upload.objects.systeem("de eigenaar is de sleutel").filter(eigenaar=eigenaar).order_by("pk")
    return {str(rij.uuid): rij for rij in rijen}


def gooi_upload_weg(upload: Upload) -> None:
    pad = upload.bestand.name
    upload.delete()
    transaction.on_commit(lambda: documentenopslag().delete(pad))


def maak_document(
    inhoud: Any,
    *,
    titel: str,
    informatieobjecttype: Informatieobjecttype,
    auteur: str,
    zichtbaar_voor_inwoner: bool,
    plaatser: str = Plaatser.SYSTEEM,
    vertrouwelijkheidaanduiding: int,
    bestandsnaam: str = "",
    formaat: str = "application/pdf",
) -> Document:
    """A document from an upload (its row or uuid; the upload is then gone) or from bytes that we made ourselves.

    What a person sent waits in quarantine until it was scanned; what we made is clean.
    """
    nu = klok.nu()
    eigen_werk = isinstance(inhoud, bytes)
    document: Document = Document.objects.create(
        identificatie=f"D{uuid.uuid4().hex[:20]}",
        bronorganisatie=settings.GEMEENTE["rsin"],
        creatiedatum=klok.datum(nu),
        titel=titel[:200],
        vertrouwelijkheidaanduiding=vertrouwelijkheidaanduiding,
        tonen_aan_initiator=zichtbaar_voor_inwoner,
        auteur=auteur[:200],
        ontvangstdatum=klok.datum(nu) if plaatser == Plaatser.INWONER else None,
        informatieobjecttype=informatieobjecttype,
        plaatser=plaatser,
        keuring=Keuringsstand.SCHOON if eigen_werk else Keuringsstand.WACHT,
        gekeurd_op=nu if eigen_werk else None,
        aangemaakt_op=nu,
    )
    if eigen_werk:
        pad, omvang, sha256 = _schrijf([inhoud])
        _maak_versie(document, pad, schone_bestandsnaam(bestandsnaam or f"{titel}.pdf"), omvang, formaat, sha256)
    else:
        upload = _neem_upload(inhoud)
        _maak_versie(document, upload.bestand.name, upload.bestandsnaam, upload.bestandsomvang, upload.formaat, upload.sha256)
        upload.delete()  # the row; the file is the document's now
        stoot_keuring_aan(document.pk)
    return document


def _neem_upload(inhoud: Any) -> Upload:
    sleutel = getattr(inhoud, "uuid", inhoud)
    upload: Upload | None = (
        Upload.objects.systeem("een upload wordt een document").select_for_update().filter(uuid=sleutel).first()
    )
    if upload is None:
        raise BestaatNiet
    return upload


def _maak_versie(document: Document, pad: str, naam: str, omvang: int, formaat: str, sha256: str) -> Documentversie:
    versie: Documentversie = Documentversie.objects.create(
        document=document,
        versie=document.versies.count() + 1,
        begin_registratie=klok.nu(),
        bestand=pad,
        bestandsnaam=naam,
        bestandsomvang=omvang,
        formaat=formaat,
        integriteit_waarde=sha256,
        integriteit_datum=klok.vandaag(),
    )
    return versie


def koppelen(document: Document, soort: str, object_uuid: uuid.UUID) -> ObjectInformatieobject:
    """drc-003: a relation is unique."""
    rij, _ = ObjectInformatieobject.objects.systeem("een document hoort ergens bij").get_or_create(
        document=document, object_type=soort, object_uuid=object_uuid
    )
    return rij  # type: ignore[no-any-return]


def _stukken(bestand: File) -> Iterator[bytes]:
    bestand.seek(0)
    yield from bestand.chunks()


def _schrijf(stukken: Iterable[bytes]) -> tuple[str, int, str]:
    """Write under a name of our own; gives path, size in bytes and SHA-256. Failing halfway leaves nothing."""
    hash_, omvang = hashlib.sha256(), 0
    opslag = documentenopslag()
    sleutel = uuid.uuid4().hex
    pad = f"{sleutel[:2]}/{sleutel[2:4]}/{sleutel}"

    def gelezen() -> Iterator[bytes]:
        nonlocal omvang
        for stuk in stukken:
            hash_.update(stuk)
            omvang += len(stuk)
            yield stuk

    try:
        pad = opslag.save(pad, _Stroom(gelezen()))
    except BaseException:
        opslag.delete(pad)
        raise
    return pad, omvang, hash_.hexdigest()


class _Stroom(ContentFile[bytes]):
    """A file whose pieces come as they are written."""

    def __init__(self, stukken: Iterator[bytes]) -> None:
        super().__init__(b"")
        self._stukken = stukken

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        return self._stukken

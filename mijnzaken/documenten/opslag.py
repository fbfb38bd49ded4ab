"""Files in, documents made. The name that a person gave is only shown; the content lies under a name of our own."""

import uuid
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import structlog
from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from autorisatie import vangnet
from autorisatie.fouten import BestaatNiet
from catalogus import klok
from catalogus.models import Informatieobjecttype
from mijnzaken.documenten import bewaarplaats, versies
from mijnzaken.documenten.aanstoot import stoot_keuring_aan, stoot_keuring_van_upload_aan
from mijnzaken.documenten.inspectie import PDF, keur_inhoud, schone_bestandsnaam
from mijnzaken.documenten.metagegevens import zonder_maker
from mijnzaken.documenten.models import (
    Document,
    Documentversie,
    Keuringsstand,
    ObjectInformatieobject,
    Plaatser,
    Upload,
    documentenopslag,
)

log = structlog.get_logger(__name__)
UPLOAD_BLIJFT = timedelta(days=31)
MAX_UPLOADS = 100  # that one owner may have waiting
EIGENAAR = "de eigenaar is de sleutel"


class Geweigerd(Exception):
    """The file is not accepted; ``reden`` says to who sent it what to do, ``code`` names it for a program."""

    def __init__(self, reden: str, code: str = "geweigerd") -> None:
        super().__init__(reden)
        self.reden = reden
        self.code = code


def bewaar_upload(bestand: UploadedFile | File | Any, *, eigenaar: str) -> Upload:
    """Keep a file that a person sent, until it belongs to something. Raises Geweigerd with a sentence for that person.

    Nothing stays behind when writing fails halfway (gevaren 79).
    """
    naam = schone_bestandsnaam(bestand.name or "")
    bevinding = keur_inhoud(bestand, naam, grens=settings.MAX_BESTAND)
    if bevinding.weigering:
        raise Geweigerd(bevinding.weigering, bevinding.code)
    if Upload.objects.systeem(EIGENAAR).filter(eigenaar=eigenaar).count() >= MAX_UPLOADS:
        raise Geweigerd(_("U hebt al veel bestanden toegevoegd. Gooi er eerst een paar weg."), "te_veel")
    try:
        geschreven = bewaarplaats.schrijf(bewaarplaats.stukken_van(bestand))
    except OSError as fout:
        log.exception("bestand_niet_bewaard", fout=type(fout).__name__)
        raise Geweigerd(_("Het bewaren lukte niet. Probeer het over een paar minuten opnieuw."), "opslag") from fout
    try:
        with transaction.atomic():
            upload: Upload = Upload.objects.create(
                eigenaar=eigenaar,
                bestand=geschreven.pad,
                bestandsnaam=naam,
                bestandsomvang=geschreven.omvang,
                formaat=bevinding.formaat,
                sha256=geschreven.sha256,
                aangemaakt_op=klok.nu(),
                verloopt_op=klok.nu() + UPLOAD_BLIJFT,
            )
    except BaseException:
        bewaarplaats.verwijder(geschreven.pad)
        raise
    stoot_keuring_van_upload_aan(upload.pk)
    return upload


def upload_van(eigenaar: str, upload_uuid: Any) -> Upload:
    """An upload of this owner; anybody else's does not exist."""
    vangnet.toon_sleutel(eigenaar)
    gevonden: Upload | None = Upload.objects.systeem(EIGENAAR).filter(uuid=upload_uuid, eigenaar=eigenaar).first()
    if gevonden is None:
        raise BestaatNiet
    return gevonden


def uploads_van(eigenaar: str) -> dict[str, Upload]:
    """All uploads of this owner by their uuid as text."""
    vangnet.toon_sleutel(eigenaar)
    rijen = Upload.objects.systeem(EIGENAAR).filter(eigenaar=eigenaar).order_by("pk")
    return {str(rij.uuid): rij for rij in rijen}


def verleng_uploads(eigenaar: str, tot: datetime) -> None:
    """What they belong to lives on (a draft that is worked on), so they do too; never shorter than they would."""
    Upload.objects.systeem(EIGENAAR).filter(eigenaar=eigenaar, verloopt_op__lt=tot).update(verloopt_op=tot)


def gooi_upload_weg(upload: Upload) -> None:
    pad = upload.pad
    upload.delete()
    transaction.on_commit(lambda: bewaarplaats.verwijder(pad))


def nieuwe_identificatie() -> str:
    return f"D{uuid.uuid4().hex[:20]}"


@transaction.atomic
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
    formaat: str = PDF,
    eigenaar: str | None = None,
) -> Document:
    """A document from an upload (its row or uuid; the upload is then gone) or from bytes that we made ourselves.

    What a person sent waits in quarantine until it was scanned; what we made is clean. With ``eigenaar`` an upload of
    anybody else does not exist (gevaren 2): pass it whenever the uuid came from outside.
    """
    nu = klok.nu()
    eigen_werk = isinstance(inhoud, bytes)
    document: Document = Document.objects.create(
        identificatie=nieuwe_identificatie(),
        bronorganisatie=settings.GEMEENTE["rsin"],
        creatiedatum=klok.datum(nu),
        titel=titel[:200],
        vertrouwelijkheidaanduiding=vertrouwelijkheidaanduiding,
        tonen_aan_initiator=zichtbaar_voor_inwoner,
        auteur=auteur[:200],
        ontvangstdatum=klok.datum(nu) if plaatser == Plaatser.INWONER else None,
        indicatie_gebruiksrecht=False,  # nobody limits the use of what comes in by the portal or a desk
        informatieobjecttype=informatieobjecttype,
        plaatser=plaatser,
        keuring=Keuringsstand.SCHOON if eigen_werk else Keuringsstand.WACHT,
        gekeurd_op=nu if eigen_werk else None,
        aangemaakt_op=nu,
    )
    if eigen_werk:
        naam = schone_bestandsnaam(bestandsnaam or f"{titel}.pdf")
        _maak_versie(document, bewaarplaats.schrijf([inhoud]), naam, formaat)
    else:
        _maak_van_upload(document, _neem_upload(inhoud, eigenaar))
    return document


@transaction.atomic
def nieuwe_versie(document: Document, inhoud: Any, *, eigenaar: str | None = None) -> Documentversie:
    """The next version from an upload; the document goes back into quarantine until that was scanned too."""
    vergrendeld: Document = (
        Document.objects.systeem("een nieuwe versie").select_for_update(of=("self",)).get(pk=document.pk)
    )
    vergrendeld.keuring, vergrendeld.gekeurd_op = Keuringsstand.WACHT, None
    vergrendeld.save(update_fields=["keuring", "gekeurd_op"])
    versies.sluit_af(vergrendeld)
    versie = _maak_van_upload(vergrendeld, _neem_upload(inhoud, eigenaar))
    document.refresh_from_db(fields=["keuring", "gekeurd_op"])
    return versie


def vervang_inhoud(document: Document, inhoud: bytes) -> list[str]:
    """What we made ourselves made anew, because of the older content nothing may stay; gives where that lies, to remove
    after the commit. No version is left but this one.
    """
    laatste = document.versies.order_by("-versie").first()
    naam, formaat = (laatste.bestandsnaam, laatste.formaat) if laatste else (document.titel, PDF)
    paden = list(document.versies.exclude(bestand="").values_list("bestand", flat=True))
    document.versies.all().delete()
    _maak_versie(document, bewaarplaats.schrijf([inhoud]), naam, formaat)
    return paden


def koppelen(document: Document, soort: str, object_uuid: uuid.UUID) -> ObjectInformatieobject:
    """drc-003: a relation is unique."""
    rij, _nieuw = ObjectInformatieobject.objects.systeem("een document hoort ergens bij").get_or_create(
        document=document, object_type=soort, object_uuid=object_uuid
    )
    return rij  # type: ignore[no-any-return]


def ontkoppelen(document: Document, soort: str, object_uuid: uuid.UUID) -> None:
    """The document is about that no more."""
    rijen = ObjectInformatieobject.objects.systeem("een document hoort er niet meer bij")
    rijen.filter(document=document, object_type=soort, object_uuid=object_uuid).delete()


def _neem_upload(inhoud: Any, eigenaar: str | None) -> Upload:
    sleutel = getattr(inhoud, "uuid", inhoud)
    rijen = Upload.objects.systeem("een upload wordt een document").select_for_update(of=("self",)).filter(uuid=sleutel)
    upload: Upload | None = (rijen if eigenaar is None else rijen.filter(eigenaar=eigenaar)).first()
    if upload is None:
        raise BestaatNiet
    return upload


def _maak_van_upload(document: Document, upload: Upload) -> Documentversie:
    """The file changes hands: the row of the upload goes, the content stays, and what the scanner said of it too."""
    geschreven = bewaarplaats.Geschreven(upload.pad, upload.bestandsomvang, upload.sha256)
    if document.plaatser == Plaatser.MEDEWERKER and upload.formaat == PDF:
        geschreven = _zonder_maker(geschreven)
    upload.delete()
    versie = _maak_versie(document, geschreven, upload.bestandsnaam, upload.formaat)
    if versie.versie == 1 and upload.keuring != Keuringsstand.WACHT and document.keuring == Keuringsstand.WACHT:
        document.keuring, document.gekeurd_op = upload.keuring, klok.nu()
        document.keuring_bevinding = upload.keuring_bevinding
        document.save(update_fields=["keuring", "gekeurd_op", "keuring_bevinding"])
    if document.keuring == Keuringsstand.WACHT:
        stoot_keuring_aan(document.pk)
    return versie


def _zonder_maker(bron: bewaarplaats.Geschreven) -> bewaarplaats.Geschreven:
    """What staff add carries no name of who made it (gevaren 44). The first copy goes when the transaction commits."""
    with documentenopslag().open(bron.pad) as stroom:
        schoon = zonder_maker(BytesIO(stroom.read()))
    if schoon is None:
        return bron
    transaction.on_commit(lambda: bewaarplaats.verwijder(bron.pad))
    return bewaarplaats.schrijf([schoon])


def _maak_versie(document: Document, geschreven: bewaarplaats.Geschreven, naam: str, formaat: str) -> Documentversie:
    versie: Documentversie = Documentversie.objects.create(
        document=document,
        versie=document.versies.count() + 1,
        begin_registratie=klok.nu(),
        bestand=geschreven.pad,
        bestandsnaam=naam,
        bestandsomvang=geschreven.omvang,
        formaat=formaat,
        integriteit_waarde=geschreven.sha256,
        integriteit_datum=klok.vandaag(),
    )
    return versie

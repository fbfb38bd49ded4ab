"""Real files of every kind, made on the spot."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from autorisatie.actor import Systeem
from catalogus.models import Catalogus, Informatieobjecttype
from mijnzaken.documenten.inspectie import Bevinding, keur_inhoud
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.opslag import bewaar_upload, maak_document

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MB = 1024 * 1024
SYSTEEM = Systeem("proef")
INHOUDSTYPEN = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def pdf(tekst: str = "Hallo") -> bytes:
    return typst.compile(f'#set document(title: "Proef")\n{tekst}'.encode())


def versleutelde_pdf(wachtwoord: str) -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    schrijver.encrypt(user_password=wachtwoord, owner_password="eigenaar", algorithm="AES-256")
    return _uit(schrijver)


def pdf_met_script() -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    schrijver.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('hallo');")}
    )
    return _uit(schrijver)


def pdf_met_bijlage() -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    schrijver.add_attachment("rekening.exe", b"MZ")
    return _uit(schrijver)


def pdf_van(auteur: str) -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    schrijver.add_metadata({"/Author": auteur, "/Creator": "Tekstverwerker", "/Title": "Advies", "/Bedrijf": auteur})
    schrijver.xmp_metadata = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" '
        f'pdfx:Manager="{auteur}"><dc:creator><rdf:Seq><rdf:li>{auteur}</rdf:li></rdf:Seq></dc:creator>'
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Advies</rdf:li></rdf:Alt></dc:title>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
    return _uit(schrijver)


def _uit(schrijver: PdfWriter) -> bytes:
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def png(breedte: int = 2, hoogte: int = 2, tekst: bytes = b"") -> bytes:
    """A picture of which only the first rows are there: who decodes it needs width times height."""
    stukken = [(b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, 8, 0, 0, 0, 0))]
    if tekst:
        stukken.append((b"tEXt", b"Comment\0" + tekst))
    stukken += [(b"IDAT", zlib.compress(b"\0" * (min(breedte, 1000) + 1) * min(hoogte, 1000))), (b"IEND", b"")]
    uit = b"\x89PNG\r\n\x1a\n"
    for soort, inhoud in stukken:
        uit += struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))
    return uit


def jpeg(breedte: int = 2, hoogte: int = 2) -> bytes:
    jfif = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", hoogte, breedte) + b"\x01\x01\x11\x00"
    return jfif + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00\xff\xd9"


def tiff(breedte: int = 2, hoogte: int = 2) -> bytes:
    velden = [(256, 4, 1, breedte), (257, 4, 1, hoogte)]
    return (
        b"II*\0" + struct.pack("<IH", 8, len(velden)) + b"".join(struct.pack("<HHII", *v) for v in velden) + b"\0" * 4
    )


def heic(breedte: int = 2, hoogte: int = 2) -> bytes:
    ftyp = b"ftypheic\0\0\0\0mif1heic"
    ispe = b"ispe" + struct.pack(">III", 0, breedte, hoogte)
    return struct.pack(">I", len(ftyp) + 4) + ftyp + struct.pack(">I", len(ispe) + 4) + ispe


def pakket(delen: dict[str, bytes]) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def docx(**extra: bytes) -> bytes:
    return pakket(
        {"[Content_Types].xml": INHOUDSTYPEN, "word/document.xml": b"<w:document/>"}
        | {naam.replace("__", "/"): inhoud for naam, inhoud in extra.items()}
    )


def xlsx(delen: dict[str, bytes] | None = None) -> bytes:
    return pakket({"[Content_Types].xml": INHOUDSTYPEN, "xl/workbook.xml": b"<workbook/>"} | (delen or {}))


def odt(delen: dict[str, bytes] | None = None) -> bytes:
    return pakket({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"} | (delen or {}))


def keur(inhoud: bytes, naam: str, grens: int = 50 * MB) -> Bevinding:
    return keur_inhoud(BytesIO(inhoud), naam, grens=grens)


def bestand(inhoud: bytes, naam: str = "brief.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def informatieobjecttype() -> Informatieobjecttype:
    catalogus, _nieuw = Catalogus.objects.get_or_create(domein="PROEF", rsin="002564440")
    soort, _nieuw = Informatieobjecttype.objects.get_or_create(
        catalogus=catalogus,
        omschrijving="Bijlage",
        begin_geldigheid="2020-01-01",
        defaults={"concept": False, "informatieobjectcategorie": "bijlage"},
    )
    return soort


def document(inhoud: bytes | None = None, naam: str = "brief.pdf", plaatser: str = "inwoner") -> Document:
    """A document that somebody sent, waiting in quarantine."""
    upload = bewaar_upload(bestand(pdf() if inhoud is None else inhoud, naam), eigenaar="anna")
    return maak_van(upload, plaatser=plaatser, eigenaar="anna")


def maak_van(inhoud: object, **velden: object) -> Document:
    return maak_document(
        inhoud,
        **{
            "titel": "Brief",
            "informatieobjecttype": informatieobjecttype(),
            "auteur": "Indiener",
            "zichtbaar_voor_inwoner": True,
            "vertrouwelijkheidaanduiding": 4,
        }
        | velden,
    )


def opnieuw(rij: Document) -> Document:
    return Document.objects.systeem("proef").get(pk=rij.pk)


def bestanden_in(map_: Path) -> list[Path]:
    return sorted(pad for pad in map_.rglob("*") if pad.is_file())


@contextmanager
def in_map(settings: object, map_: Path) -> Iterator[Path]:
    """Documents are kept in this real folder."""
    opslag = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": map_}}
    settings.STORAGES = settings.STORAGES | {"documenten": opslag}  # type: ignore[attr-defined]
    yield map_

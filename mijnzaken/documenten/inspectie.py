"""What is this file really? By its content, not by its name; and what it may not be.

Nothing is decoded or unpacked to find out: sizes and dimensions are read from headers.
"""

import re
import struct
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

import filetype
from pypdf import PdfReader
from pypdf.errors import PyPdfError

LANGSTE_NAAM = 150  # characters
HOOGSTE_PIXELS = 100_000_000
HOOGSTE_UITGEPAKT = 500 * 1024 * 1024  # bytes
HOOGSTE_VERHOUDING = 100

# extension -> the content types that it may hold; the first is how it is kept
TOEGESTAAN: dict[str, tuple[str, ...]] = {
    "pdf": ("application/pdf",),
    "jpg": ("image/jpeg",),
    "jpeg": ("image/jpeg",),
    "png": ("image/png",),
    "heic": ("image/heic", "image/heif"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    "odt": ("application/vnd.oasis.opendocument.text",),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet",),
    "txt": ("text/plain",),
    "csv": ("text/csv",),
}
_KANTOOR = {
    "docx": "word/", "xlsx": "xl/", "odt": "content.xml", "ods": "content.xml",
}
_VREEMD = (b"<script", b"<html", b"<!doctype html", b"<svg", b"<?php")
SOORTEN_IN_WOORDEN = "pdf, jpg, png, heic, docx, xlsx, odt, ods, txt of csv"


@dataclass(frozen=True)
class Bevinding:
    """``weigering`` is a sentence for who sent it; empty when the file is accepted as ``formaat``."""

    formaat: str = ""
    weigering: str = ""


def schone_bestandsnaam(naam: str) -> str:
    """A name to show: no path, no controls, no marks that turn text around, not too long (gevaren 77)."""
    kaal = PurePosixPath(unicodedata.normalize("NFC", naam).replace("\\", "/")).name
    kaal = "".join(t for t in kaal if unicodedata.category(t) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    kaal = re.sub(r'[<>:"|?*/]+', "_", kaal).strip(" .") or "bestand"
    stam, punt, achtervoegsel = kaal.rpartition(".")
    if not punt:
        return kaal[:LANGSTE_NAAM]
    return f"{stam[: LANGSTE_NAAM - len(achtervoegsel) - 1]}.{achtervoegsel[:10]}"


def keur_inhoud(bestand: IO[bytes] | Any, naam: str, *, grens: int) -> Bevinding:
    """Size, extension, real type, and what hides in it. ``grens`` in bytes."""
    omvang = _omvang(bestand)
    if omvang == 0:
        return Bevinding(weigering="Dit bestand is leeg. Kies een ander bestand.")
    if omvang > grens:
        return Bevinding(weigering=f"Dit bestand is te groot. Het mag ten hoogste {grens // 1024 // 1024} MB zijn.")
    achtervoegsel = naam.rpartition(".")[2].lower()
    if achtervoegsel not in TOEGESTAAN:
        return Bevinding(weigering=f"Dit soort bestand kunnen wij niet aannemen. Stuur een {SOORTEN_IN_WOORDEN}.")
    formaat = TOEGESTAAN[achtervoegsel][0]
    kop = _lees(bestand, 0, 8192)
    weigering = _klopt_het_type(achtervoegsel, kop, bestand) or _verborgen(achtervoegsel, kop, bestand, omvang)
    return Bevinding(weigering=weigering) if weigering else Bevinding(formaat=formaat)


def _omvang(bestand: Any) -> int:
    bestand.seek(0, 2)
    return int(bestand.tell())


def _lees(bestand: Any, vanaf: int, aantal: int) -> bytes:
    bestand.seek(vanaf)
    return bytes(bestand.read(aantal))


_ANDERS = "De inhoud van dit bestand past niet bij de naam. Sla het opnieuw op en stuur het nog eens."


def _klopt_het_type(achtervoegsel: str, kop: bytes, bestand: Any) -> str:
    if achtervoegsel in ("txt", "csv"):
        return "" if _is_tekst(kop) and filetype.guess(kop) is None else _ANDERS
    if achtervoegsel in _KANTOOR:
        return _klopt_kantoor(achtervoegsel, bestand)
    gevonden = filetype.guess(kop)
    return "" if gevonden is not None and gevonden.mime in TOEGESTAAN[achtervoegsel] else _ANDERS


def _is_tekst(kop: bytes) -> bool:
    if b"\x00" in kop:
        return False
    try:
        kop[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return all(b >= 0x20 or b in b"\t\r\n" for b in kop)
    return True


def _klopt_kantoor(achtervoegsel: str, bestand: Any) -> str:
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as archief:
            delen = archief.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return _ANDERS
    namen = [deel.filename for deel in delen]
    if not any(naam.startswith(_KANTOOR[achtervoegsel]) for naam in namen):
        return _ANDERS
    if any("vbaproject" in naam.lower() or naam.lower().startswith("basic/") for naam in namen):
        return "In dit bestand zit een macro. Sla het op zonder macro's, of als pdf."
    uitgepakt = sum(deel.file_size for deel in delen)
    ingepakt = sum(deel.compress_size for deel in delen) or 1
    nest = any(naam.lower().endswith((".zip", ".7z", ".rar", ".gz", ".exe", ".dll", ".js")) for naam in namen)
    if uitgepakt > HOOGSTE_UITGEPAKT or (uitgepakt > 1024 * 1024 and uitgepakt / ingepakt > HOOGSTE_VERHOUDING) or nest:
        return "Dit bestand kunnen wij niet veilig openen. Sla het op als pdf en stuur het opnieuw."
    return ""


def _verborgen(achtervoegsel: str, kop: bytes, bestand: Any, omvang: int) -> str:
    """One type inside another (74), a picture that grows (73), a locked PDF (78)."""
    if achtervoegsel in ("jpg", "jpeg", "png", "heic", "pdf"):
        staart = _lees(bestand, max(0, omvang - 66_000), 66_000)
        if b"PK\x05\x06" in staart or any(teken in kop[:1024].lower() for teken in _VREEMD):
            return _ANDERS
    if achtervoegsel in ("png", "jpg", "jpeg"):
        breedte, hoogte = _afmeting(achtervoegsel, kop, bestand, omvang)
        if breedte * hoogte > HOOGSTE_PIXELS:
            return "Deze foto is te groot om te openen. Maak hem kleiner en stuur hem opnieuw."
    if achtervoegsel == "pdf":
        return _keur_pdf(bestand)
    return ""


def _afmeting(achtervoegsel: str, kop: bytes, bestand: Any, omvang: int) -> tuple[int, int]:
    """Width and height in pixels, from the header."""
    if achtervoegsel == "png":
        breedte, hoogte = struct.unpack(">II", kop[16:24]) if len(kop) >= 24 else (0, 0)
        return breedte, hoogte
    plek = 2
    while plek < min(omvang, 5_000_000):
        merk = _lees(bestand, plek, 9)
        if len(merk) < 9 or merk[0] != 0xFF:
            break
        if 0xC0 <= merk[1] <= 0xCF and merk[1] not in (0xC4, 0xC8, 0xCC):
            hoogte, breedte = struct.unpack(">HH", merk[5:9])
            return breedte, hoogte
        plek += 2 + struct.unpack(">H", merk[2:4])[0]
    return 0, 0


def _keur_pdf(bestand: Any) -> str:
    bestand.seek(0)
    try:
        lezer = PdfReader(bestand, strict=False)
        if lezer.is_encrypted:
            return "Deze pdf is met een wachtwoord beveiligd. Haal het wachtwoord eraf en stuur hem opnieuw."
        wortel = lezer.trailer["/Root"]
    except (PyPdfError, OSError, ValueError, KeyError, RecursionError):
        return "Deze pdf is beschadigd. Sla hem opnieuw op en stuur hem nog eens."
    actief = {"/OpenAction", "/AA"} & set(wortel)
    namen = wortel.get("/Names")
    inhoud = str(wortel.get("/OpenAction", "")) + (str(namen.get_object()) if namen is not None else "")
    if (actief and ("/JavaScript" in inhoud or "/Launch" in inhoud)) or "/JavaScript" in inhoud or "/EmbeddedFiles" in inhoud:
        return "In deze pdf zit een programma of een ander bestand. Sla hem op zonder bijlagen en stuur hem opnieuw."
    return ""

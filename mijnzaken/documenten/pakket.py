"""Office files are zip archives: which kind, and is nothing in it that does harm (gevaren 73, 74)."""

import zipfile
import zlib
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _

from mijnzaken.documenten.wering import Wering

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
_HOOFDDEEL = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}

MAX_DELEN = 5_000
MAX_UITGEPAKT = 400 * 1024 * 1024  # bytes, all parts together
MAX_VERHOUDING = 200  # unpacked to packed, for a part that matters
VERHOUDING_VANAF = 10 * 1024 * 1024  # bytes
MAX_DEEL_IN_DEEL = 50 * 1024 * 1024  # bytes of an embedded office file
_PROGRAMMA = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
_ARCHIEF = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_OPEN_XML_MACRO = (b"macroEnabled", b"vbaProject")


def keur_pakket(bestand: IO[bytes], *, diepte: int = 0) -> str:
    """The media type of an office file. Raises Wering for any other archive and for what may not be in one."""
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as pakket:
            soort = _soort(pakket)
            _controleer_omvang(pakket, bestand.seek(0, 2))
            _controleer_macros(pakket, soort)
            for deel in pakket.infolist():
                _controleer_deel(pakket, deel, diepte)
            return soort
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error):
        raise Wering("beschadigd", _("Dit bestand is beschadigd. Sla het opnieuw op en probeer het opnieuw.")) from None


def _soort(pakket: zipfile.ZipFile) -> str:
    delen = pakket.infolist()
    if len(delen) > MAX_DELEN:
        raise _bom()
    if any(deel.flag_bits & 1 for deel in delen):
        raise Wering(
            "wachtwoord", _("Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw.")
        )
    if not delen or min(deel.header_offset for deel in delen) != 0:
        raise _twee()
    namen = {deel.filename for deel in delen}
    if "[Content_Types].xml" in namen:
        for hoofddeel, soort in _HOOFDDEEL.items():
            if hoofddeel in namen:
                return soort
    if delen[0].filename == "mimetype" and delen[0].file_size < 100:
        soort = pakket.read(delen[0]).decode("ascii", "replace").strip()
        if soort in (ODT, ODS):
            return soort
    raise Wering("archief", _("Dit is een ingepakt bestand (zip). Pak het uit en voeg de bestanden los toe."))


def _controleer_omvang(pakket: zipfile.ZipFile, omvang: int) -> None:
    """What the directory declares. :mod:`zipfile` never gives more of a part than that, so a lie gains nothing.

    Parts that share bytes (an overlapping bomb) are packed larger together than the file is.
    """
    delen = pakket.infolist()
    if sum(deel.file_size for deel in delen) > MAX_UITGEPAKT or sum(deel.compress_size for deel in delen) > omvang:
        raise _bom()
    for deel in delen:
        if deel.file_size > VERHOUDING_VANAF and deel.file_size > MAX_VERHOUDING * max(deel.compress_size, 1):
            raise _bom()


def _controleer_macros(pakket: zipfile.ZipFile, soort: str) -> None:
    namen = [deel.filename.lower() for deel in pakket.infolist()]
    macro = any("vbaproject" in naam or naam.startswith(("basic/", "scripts/")) for naam in namen)
    if soort not in (ODT, ODS) and not macro:
        inhoudstypen = pakket.getinfo("[Content_Types].xml")
        with pakket.open(inhoudstypen) as deel:
            tekst = deel.read(1024 * 1024)
        macro = any(merk in tekst for merk in _OPEN_XML_MACRO)
    if macro:
        raise Wering(
            "macro", _("In dit bestand zit een macro (een klein programma). Sla het op zonder macro's of als pdf.")
        )


def _controleer_deel(pakket: zipfile.ZipFile, deel: zipfile.ZipInfo, diepte: int) -> None:
    """No program and no archive inside; one level of other office files is fine (a table in a letter)."""
    if deel.is_dir():
        return
    with pakket.open(deel) as stroom:
        kop = stroom.read(8)
    if kop.startswith((*_PROGRAMMA, *_ARCHIEF)):
        raise _twee()
    if not kop.startswith(b"PK\x03\x04"):
        return
    if diepte or deel.file_size > MAX_DEEL_IN_DEEL:
        raise _bom()
    with pakket.open(deel) as stroom:
        keur_pakket(BytesIO(stroom.read(MAX_DEEL_IN_DEEL)), diepte=diepte + 1)


def _bom() -> Wering:
    return Wering(
        "bom", _("Dit bestand wordt veel te groot als wij het openen. Sla het op als pdf en probeer het opnieuw.")
    )


def _twee() -> Wering:
    return Wering(
        "twee_soorten", _("In dit bestand zit nog een ander bestand. Voeg het los toe, of sla het op als pdf.")
    )

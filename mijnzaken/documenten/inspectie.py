"""What is this file really? Its content decides; the name must agree; what could do harm does not come in.

This is the first of two gates: it answers at once, to the sender. The second is the scanner, later, in quarantine.
"""

import codecs
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import IO, Any

import filetype
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from mijnzaken.documenten.beeld import BEELDEN, controleer_beeld
from mijnzaken.documenten.pakket import DOCX, ODS, ODT, PPTX, XLSX, keur_pakket
from mijnzaken.documenten.wering import Wering

PDF = "application/pdf"
TEKST = "text/plain"
CSV = "text/csv"
EXTENSIES: dict[str, tuple[str, ...]] = {
    PDF: ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/heic": ("heic", "heif"),
    "image/tiff": ("tif", "tiff"),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    PPTX: ("pptx",),
    ODT: ("odt",),
    ODS: ("ods",),
    TEKST: ("txt",),
    CSV: ("csv",),
}
TOEGESTAAN = tuple(extensie for extensies in EXTENSIES.values() for extensie in extensies)
"""The extensions for a file field and its hint."""

_KOP = 8192  # bytes
_STAART = 65_557  # bytes: the end record of a zip archive with its longest comment
_STUK = 1024 * 1024  # bytes
_PROGRAMMA = (
    b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\x4c\x00\x00\x00\x01\x14\x02\x00", b"dex\n", b"\x00asm",
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPMAAK = re.compile(rb"^\s*(<!--.*?-->\s*)*<(\?xml|!doctype|html|head|body|svg|script|iframe|\?php|%)", re.I | re.S)
_SCRIPT = re.compile(rb"<script|<\?php|<!doctype html|<svg[\s>]|<iframe", re.I)
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_VERBODEN = frozenset('/\\<>:"|?*')
_GERESERVEERD = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)
_BESTURING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
LANGSTE_NAAM = 150  # characters


@dataclass(frozen=True)
class Bevinding:
    """``formaat`` is the media type of the content; ``weigering`` and ``code`` are empty when the file may come in."""

    formaat: str = ""
    weigering: str = ""
    code: str = ""


def keur_inhoud(bestand: IO[bytes] | Any, naam: str, *, grens: int) -> Bevinding:
    """Judge a file by its content. ``grens`` in bytes; ``naam`` is what :func:`schone_bestandsnaam` made of its name.

    Never reads more than a piece of it into memory, never unpacks or decodes. The file is left at its beginning.
    """
    try:
        _controleer_omvang(bestand, grens)
        return Bevinding(formaat=_formaat(bestand, naam))
    except Wering as bezwaar:
        return Bevinding(weigering=bezwaar.zin, code=bezwaar.code)
    finally:
        bestand.seek(0)


def schone_bestandsnaam(naam: str) -> str:
    """A name to show and to offer at a download: no path, no controls, no marks that turn the text around (gevaren 77).

    It is never the name under which something is stored. The extension survives the shortening.
    """
    naam = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    tekens = (" " if teken.isspace() else teken for teken in naam)
    naam = "".join(t for t in tekens if unicodedata.category(t) not in _ONZICHTBAAR and t not in _VERBODEN)
    naam = re.sub(r" +", " ", naam).strip(" .")
    if _GERESERVEERD.match(naam):
        naam = f"_{naam}"
    stam, punt, extensie = naam.rpartition(".")
    if not punt:
        return naam[:LANGSTE_NAAM] or "bestand"
    extensie = extensie[:10].strip()
    return f"{stam[: LANGSTE_NAAM - 1 - len(extensie)].rstrip(' .') or 'bestand'}.{extensie}"


def _controleer_omvang(bestand: IO[bytes] | Any, grens: int) -> None:
    bestand.seek(0, 2)
    omvang = bestand.tell()
    if omvang == 0:
        raise Wering("leeg", _("Dit bestand is leeg. Kies een ander bestand."))
    if omvang > grens:
        mb = grens // (1024 * 1024)
        raise Wering(
            "te_groot",
            _("Dit bestand is te groot. Een bestand mag hooguit %(mb)s MB zijn. Maak het kleiner.") % {"mb": mb},
        )


def _formaat(bestand: IO[bytes] | Any, naam: str) -> str:
    extensie = naam.rpartition(".")[2].lower() if "." in naam else ""
    bestand.seek(0)
    kop = bestand.read(_KOP)
    _weer_wat_schaadt(kop)
    formaat = _herken(bestand, kop, extensie)
    if extensie not in EXTENSIES[formaat]:
        hoort = EXTENSIES[formaat][0]
        raise Wering(
            "extensie",
            _(
                "De naam van dit bestand past niet bij de inhoud. "
                "Volgens de inhoud hoort de naam op .%(hoort)s te eindigen."
            )
            % {"hoort": hoort},
        )
    return formaat


def _weer_wat_schaadt(kop: bytes) -> None:
    if kop.startswith(_PROGRAMMA):
        raise Wering(
            "programma", _("Dit is een programma. Dat nemen wij niet aan. Stuur een pdf, een foto of een tekst.")
        )
    if kop.startswith(_OLE):
        raise Wering(
            "oud_office",
            _(
                "Dit is een oud Office-bestand, of het heeft een wachtwoord. "
                "Sla het zonder wachtwoord op als docx, xlsx of pdf."
            ),
        )
    if _OPMAAK.match(kop.removeprefix(b"\xef\xbb\xbf")):
        raise Wering(
            "opmaak", _("Een webpagina of SVG-tekening nemen wij niet aan. Sla het op als pdf en probeer het opnieuw.")
        )


def _herken(bestand: IO[bytes] | Any, kop: bytes, extensie: str) -> str:
    if kop.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"%PDF-" in kop[:1100]:
            raise _twee_soorten()
        return keur_pakket(bestand)
    soort = filetype.guess_mime(kop) or ""
    soort = "image/heic" if soort == "image/heif" else soort
    if soort == PDF:
        _weer_tweede_soort(bestand)
        _controleer_pdf(bestand)
        return PDF
    if soort in BEELDEN:
        _weer_tweede_soort(bestand)
        _weer_script(bestand)
        controleer_beeld(bestand, soort)
        return soort
    if not soort and _is_tekst(bestand):
        return CSV if extensie == "csv" else TEKST
    raise Wering(
        "soort",
        _("Dit soort bestand nemen wij niet aan. U kunt sturen: %(soorten)s.")
        % {"soorten": "pdf, jpg, png, heic, docx, xlsx, odt, txt"},
    )


def _weer_tweede_soort(bestand: IO[bytes] | Any) -> None:
    """A PDF or image that is an archive as well (gevaren 74): the end record of a zip stands in the tail."""
    bestand.seek(0)
    if zipfile.is_zipfile(bestand):
        raise _twee_soorten()
    bestand.seek(0, 2)
    bestand.seek(max(0, bestand.tell() - _STAART))
    staart = bestand.read(_STAART)
    if b"PK\x05\x06" in staart:
        raise _twee_soorten()


def _weer_script(bestand: IO[bytes] | Any) -> None:
    """An image that a browser could be brought to read as a page (gevaren 64, 74). The pieces overlap."""
    bestand.seek(0)
    vorige = b""
    while stuk := bestand.read(_STUK):
        if _SCRIPT.search(vorige + stuk):
            raise _twee_soorten()
        vorige = stuk[-20:]


def _controleer_pdf(bestand: IO[bytes] | Any) -> None:
    """Readable without a password (gevaren 78), and a text only: no program, no file inside (gevaren 74)."""
    bestand.seek(0)
    try:
        lezer = PdfReader(bestand, strict=False)
        versleuteld = lezer.is_encrypted and not lezer.decrypt("")  # some only forbid printing: those open for anyone
        leeg = not versleuteld and len(lezer.pages) == 0
        draagt = set() if versleuteld else _draagt(lezer)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        raise Wering("beschadigd", _("Deze pdf is beschadigd. Sla hem opnieuw op en probeer het opnieuw.")) from None
    if versleuteld:
        raise Wering(
            "wachtwoord", _("Deze pdf heeft een wachtwoord of is beveiligd. Haal dat eraf en probeer het opnieuw.")
        )
    if leeg:
        raise Wering("beschadigd", _("Deze pdf heeft geen bladzijden. Sla hem opnieuw op en probeer het opnieuw."))
    if draagt & {"/JavaScript", "/JS", "/Launch", "/EmbeddedFiles"}:
        raise Wering(
            "actief",
            _("In deze pdf zit een programma of een bijlage. Sla hem op zonder bijlagen en probeer het opnieuw."),
        )


def _draagt(lezer: PdfReader) -> set[str]:
    """What the catalogue of the PDF starts by itself or carries along: names of actions and of name trees."""
    wortel = lezer.root_object
    gevonden: set[str] = set()
    te_doen = [wortel.get(sleutel) for sleutel in ("/OpenAction", "/AA", "/Names") if sleutel in wortel]
    for _diepte in range(4):
        te_doen = [iets.get_object() for iets in te_doen if iets is not None]
        woordenboeken = [iets for iets in te_doen if isinstance(iets, DictionaryObject)]
        for woordenboek in woordenboeken:
            gevonden |= set(woordenboek) | {str(woordenboek.get("/S", ""))}
        te_doen = [
            w.raw_get(s) for w in woordenboeken for s in w if s in ("/Next", "/O", "/C", "/WC", "/WS", "/DP", "/WP")
        ]
    return gevonden


def _is_tekst(bestand: IO[bytes] | Any) -> bool:
    """Text in UTF-8, UTF-16 with its mark, or Windows-1252: no control but tab, line and page ends."""
    bestand.seek(0)
    kop = bestand.read(2)
    codering = "utf-16" if kop in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    bestand.seek(0)
    for keuze in (codering, "cp1252"):
        if _leest_als(bestand, keuze):
            return True
        if codering == "utf-16":
            return False
    return False


def _leest_als(bestand: IO[bytes] | Any, codering: str) -> bool:
    lezer = codecs.getincrementaldecoder(codering)()
    bestand.seek(0)
    try:
        while stuk := bestand.read(_STUK):
            if _BESTURING.search(lezer.decode(stuk)):
                return False
        return not _BESTURING.search(lezer.decode(b"", final=True))
    except UnicodeDecodeError:
        return False


def _twee_soorten() -> Wering:
    return Wering("twee_soorten", _("In dit bestand zit nog een ander bestand. Sla het opnieuw op als pdf of foto."))

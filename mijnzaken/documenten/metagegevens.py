"""What a PDF tells about its maker, taken out before a resident reads it (gevaren 44)."""

import re
from io import BytesIO
from typing import IO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

_BLIJFT = ("/Title", "/Subject", "/Keywords", "/CreationDate", "/ModDate")
_MAKER = re.compile(
    rb"<(?P<naam>dc:creator|dc:contributor|dc:publisher|pdfx:\w+|xmp:CreatorTool|xmpMM:\w+|photoshop:\w+|Iptc4xmpCore:\w+)\b"
    rb"(?:[^>]*/>|.*?</(?P=naam)>)",
    re.S,
)
_MAKER_ATTRIBUUT = re.compile(
    rb"""\s(?:pdfx|xmpMM|photoshop):\w+=("[^"]*"|'[^']*')|\sxmp:CreatorTool=("[^"]*"|'[^']*')"""
)


def zonder_maker(pdf: IO[bytes]) -> bytes | None:
    """The same PDF without author, program and history; ``None`` when it must stay as it is.

    A signed PDF stays: a change would break the signature, and the signer is named on purpose.
    """
    try:
        lezer = PdfReader(pdf, strict=False)
        if lezer.is_encrypted or _is_ondertekend(lezer):
            return None
        schrijver = PdfWriter(clone_from=lezer)
        blijft = {naam: str(waarde) for naam, waarde in (lezer.metadata or {}).items() if naam in _BLIJFT}
        schrijver.metadata = blijft | {"/Producer": "Mijn Zaken"}
        _schoon_xmp(schrijver)
        uit = BytesIO()
        schrijver.write(uit)
        return uit.getvalue()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_ondertekend(lezer: PdfReader) -> bool:
    formulier = lezer.root_object.get("/AcroForm")
    return formulier is not None and bool(int(formulier.get_object().get("/SigFlags", 0)) & 1)


def _schoon_xmp(schrijver: PdfWriter) -> None:
    """XMP keeps the names a second time; its statement of PDF/A or PDF/UA stays."""
    xmp = schrijver.root_object.get("/Metadata")
    if xmp is None:
        return
    schrijver.xmp_metadata = _MAKER_ATTRIBUUT.sub(b"", _MAKER.sub(b"", xmp.get_object().get_data()))

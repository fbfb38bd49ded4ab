"""Typed text as it may be stored: no control characters, no marks that turn the reading direction, one way of writing.

What looks like markup or script stays what it is, text: every screen and letter escapes it (gevaren 64). Taking it out
would change what somebody wrote.
"""

import re
import unicodedata

_REGELEINDE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_WITRUIMTE = re.compile(r"[^\S\n]+")
_LEGE_REGELS = re.compile(r"\n{3,}")
# direction marks and overrides, zero-width space, word joiner, soft hyphen, byte order mark; joiners stay (emoji)
_ONZICHTBAAR = frozenset("\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff") | {
    chr(punt) for bereik in (range(0x202A, 0x202F), range(0x2066, 0x2070)) for punt in bereik
}
_WEG = frozenset({"Cc", "Cs"})  # controls, and half characters that no database can hold


def schone_tekst(getypt: str) -> str:
    """Several lines: line ends as one character, tabs and spaces folded, at most one empty line in a row."""
    tekst = _REGELEINDE.sub("\n", getypt).replace("\t", " ")
    tekst = "".join(teken for teken in tekst if teken == "\n" or not _mag_weg(teken))
    regels = [_WITRUIMTE.sub(" ", regel).strip() for regel in unicodedata.normalize("NFC", tekst).split("\n")]
    return _LEGE_REGELS.sub("\n\n", "\n".join(regels)).strip()


def schone_regel(getypt: str) -> str:
    """One line: line ends become spaces."""
    return " ".join(schone_tekst(getypt).split())


def _mag_weg(teken: str) -> bool:
    return teken in _ONZICHTBAAR or unicodedata.category(teken) in _WEG

"""Text of people, made printable: a letter may not fail because somebody typed an emoji (gevaren 64).

PDF/UA and PDF/A refuse a character for which no font has a form, so it becomes one that says that it is missing.
"""

import re
import unicodedata
from typing import Any

VERVANGER = "\ufffd"
LANGSTE_WOORD = 40  # characters, after which a line may break
_KEERT_OM = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_NIET = frozenset({"Cc", "Cs", "Co", "Cn"})
_LANG_WOORD = re.compile(rf"\S{{{LANGSTE_WOORD}}}(?=\S)")
_GEMELD = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ONTSNAPT = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def drukbaar(waarde: Any, zonder_vorm: frozenset[str] = frozenset()) -> Any:
    """The same data without what can't be printed: controls, marks that turn text around, forms that no font has."""
    if isinstance(waarde, str):
        return _tekst(waarde, zonder_vorm)
    if isinstance(waarde, dict):
        return {sleutel: drukbaar(inhoud, zonder_vorm) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [drukbaar(inhoud, zonder_vorm) for inhoud in waarde]
    return waarde


def gemelde_tekens(melding: str) -> frozenset[str]:
    """The characters that Typst says it can't display; never plain letters, which only stand beside one."""
    gevonden: set[str] = set()
    for stuk in _GEMELD.findall(melding):
        gevonden |= set(_ONTSNAPT.sub(lambda code: chr(int(code[1], 16)), stuk))
    return frozenset(teken for teken in gevonden if not teken.isascii() and teken != VERVANGER)


def _tekst(tekst: str, zonder_vorm: frozenset[str]) -> str:
    tekst = unicodedata.normalize("NFC", tekst).replace("\r\n", "\n").replace("\r", "\n")
    tekst = "".join(_teken(teken, zonder_vorm) for teken in tekst)
    return _LANG_WOORD.sub(lambda woord: f"{woord[0]}\u200b", tekst)


def _teken(teken: str, zonder_vorm: frozenset[str]) -> str:
    if teken in "\n\t":
        return teken
    if teken in zonder_vorm:
        return VERVANGER
    return "" if teken in _KEERT_OM or unicodedata.category(teken) in _NIET else teken

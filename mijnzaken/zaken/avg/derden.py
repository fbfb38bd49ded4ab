"""Taking out of a text what is of somebody else: whom the program knows, and what looks like a person (AVG 15 lid 4).

Better too much than too little: the handler sees every place where something was taken out.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import phonenumbers
from stdnum.nl import bsn as elfproef

from catalogus.tekst import vouw

WEG = "[gegevens van een ander]"
_AANEEN = re.compile(rf"{re.escape(WEG)}(?:[\s,.]*{re.escape(WEG)})*")
KORTSTE = 3  # letters of a name that is looked for whatever its case

_TUSSEN = r"(?:(?i:van|de|den|der|het|'t|ten|ter|te|el|al|in|op|von|da|do|dos|du|la|le)\s+){0,3}"
_NAAMWOORD = r"[A-ZÀ-ÞĀ-Ž][\w'’\-]+"
_MET_TITEL = re.compile(
    rf"(?<!\w)(?i:dhr|mevr|mw|de heer|mevrouw|meneer|familie|fam)\b\.?\s+(?:[A-Z]\.\s*){{0,4}}{_TUSSEN}{_NAAMWOORD}"
)
_MET_LETTERS = re.compile(rf"(?<![\w.])(?:[A-Z]\.\s?){{1,5}}\s*{_TUSSEN}{_NAAMWOORD}")
_TEKEN, _TEKENS = r"[ .\-]?", r"[\s\-.()]*"
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)+")
_NUMMER = re.compile(r"(?<!\d)(?<!\d[.\- ])\d(?:[ .]?\d){8}(?![.\- ]?\d)")
_DATUM = re.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}-\d{2}-\d{2}")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE)


def _varianten() -> dict[str, str]:
    """Per plain letter the letters that are that one with an accent, so that 'Zoë' is found by 'Zoe' and reverse."""
    gevonden: dict[str, str] = defaultdict(str)
    for code in range(0xC0, 0x250):
        kaal = unicodedata.normalize("NFD", chr(code))[0].lower()
        if kaal.isascii() and kaal.isalpha():
            gevonden[kaal] += chr(code)
    return gevonden


_ACCENTEN = _varianten()


def _patroon(tekst: str) -> str:
    """One that finds ``tekst`` with or without accents, and with any space or hyphen between its words."""
    letters = []
    for teken in unicodedata.normalize("NFC", tekst.strip()):
        kaal = unicodedata.normalize("NFD", teken)[0]
        if teken.isspace() or teken in "-‐‑–":
            letters.append(r"[\s\-‐‑–]+")
        elif kaal.isascii() and kaal.isalpha():
            letters.append(f"[{kaal if teken.islower() else kaal.upper()}{_ACCENTEN[kaal.lower()]}]")
        else:
            letters.append(re.escape(teken))
    return rf"(?<!\w){''.join(letters)}(?!\w)"


def _cijfers(nummer: str) -> str:
    """One that finds a number with or without spaces, points and hyphens."""
    return rf"(?<!\d){_TEKEN.join(nummer)}(?!\d)"


class Derden:
    """What is known of the person himself and of others; :meth:`schoon` keeps the first and takes out the second."""

    def __init__(self, eigen: Iterable[str], *, achternaam: str = "", letter: str = "") -> None:
        self._achternaam, self._letter = vouw(achternaam), letter[:1].upper()
        waarden = [tekst for tekst in eigen if tekst and tekst.strip()]
        self._eigen = {vouw(tekst) for tekst in waarden}
        self._eigen_cijfers = {_alleen_cijfers(tekst) for tekst in waarden} - {""}
        self._eigen_nummers = {nummer for tekst in waarden if (nummer := _e164(tekst))}
        self._patronen: dict[str, None] = {}
        self._nummers: set[str] = set()
        self._regel: re.Pattern[str] | None = None

    def ken(self, *teksten: str, precies: bool = False) -> None:
        """Learn words of another. ``precies``: only with these capitals, for first names that are words as well."""
        for tekst in teksten:
            if not tekst or not tekst.strip() or vouw(tekst) in self._eigen:
                continue
            kort = len(tekst.strip()) < KORTSTE
            self._patronen[_patroon(tekst) if precies or kort else f"(?i:{_patroon(tekst)})"] = None
        self._regel = None

    def ken_nummer(self, *nummers: str) -> None:
        """Learn a BSN, telephone number or other number of another, however it is written."""
        for nummer in nummers:
            cijfers = _alleen_cijfers(nummer or "")
            if len(cijfers) < 4 or cijfers in self._eigen_cijfers:
                continue
            telefoon = _e164(nummer)
            if telefoon and telefoon in self._eigen_nummers:
                continue
            self._nummers.add(_cijfers(cijfers))
            if telefoon:
                nationaal = str(phonenumbers.parse(telefoon).national_number)
                self._nummers.add(rf"(?<!\d)(?:\+31|0031|0)?(?:\(0\))?{_TEKENS}{_TEKENS.join(nationaal)}(?!\d)")
            if len(cijfers) == 9 and cijfers[0] == "0":
                self._nummers.add(_cijfers(cijfers.lstrip("0")))
        self._regel = None

    def schoon(self, tekst: str) -> tuple[str, int]:
        """The text without what is of others, and how many places that were."""
        tekst = unicodedata.normalize("NFC", tekst)
        for vind in (self._adressen, self._rekeningen, self._telefoons, self._bsns, self._bekend, self._namen):
            eigen = self._eigen_rekeningen(tekst)
            for begin, einde in reversed([plek for plek in vind(tekst) if WEG not in tekst[slice(*plek)]]):
                if not any(van <= begin and einde <= tot for van, tot in eigen):
                    tekst = f"{tekst[:begin]}{WEG}{tekst[einde:]}"
        return _AANEEN.sub(WEG, tekst), len(_AANEEN.findall(tekst))

    def _bekend(self, tekst: str) -> list[tuple[int, int]]:
        if self._regel is None:
            delen = sorted([*self._patronen, *self._nummers], key=len, reverse=True)
            self._regel = re.compile("|".join(delen) or "(?!)")
        return [m.span() for m in self._regel.finditer(tekst)]

    def _adressen(self, tekst: str) -> list[tuple[int, int]]:
        return [m.span() for m in _EMAIL.finditer(tekst) if vouw(m[0]) not in self._eigen]

    def _rekeningen(self, tekst: str) -> list[tuple[int, int]]:
        return [m.span() for m in _IBAN.finditer(tekst) if not self._is_eigen_rekening(m[0])]

    def _eigen_rekeningen(self, tekst: str) -> list[tuple[int, int]]:
        """In groups of four the last digits of an account look like a telephone number."""
        return [m.span() for m in _IBAN.finditer(tekst) if self._is_eigen_rekening(m[0])]

    def _is_eigen_rekening(self, tekst: str) -> bool:
        return vouw(tekst.replace(" ", "")) in self._eigen

    def _telefoons(self, tekst: str) -> list[tuple[int, int]]:
        """Also what could be a number and is none that was given out."""
        gevonden = phonenumbers.PhoneNumberMatcher(tekst, "NL", phonenumbers.Leniency.POSSIBLE)
        return [
            (m.start, m.end)
            for m in gevonden
            if m.raw_string.startswith(("0", "+")) and not _DATUM.search(m.raw_string) and not self._is_eigen_nummer(m)
        ]

    def _is_eigen_nummer(self, gevonden: Any) -> bool:
        return _als_e164(gevonden.number) in self._eigen_nummers

    def _bsns(self, tekst: str) -> list[tuple[int, int]]:
        gevonden = ((m.span(), _alleen_cijfers(m[0])) for m in _NUMMER.finditer(tekst))
        return [plek for plek, cijfers in gevonden if cijfers not in self._eigen_cijfers and elfproef.is_valid(cijfers)]

    def _namen(self, tekst: str) -> list[tuple[int, int]]:
        plekken = [
            m.span() for vorm in (_MET_TITEL, _MET_LETTERS) for m in vorm.finditer(tekst) if not self._is_eigen(m[0])
        ]
        einde, uniek = -1, []
        for plek in sorted(plekken):
            if plek[0] >= einde:
                uniek.append(plek)
                einde = plek[1]
        return uniek

    def _is_eigen(self, naam: str) -> bool:
        """'mevrouw De Vries' and 'A. de Vries' are the person himself, when that is his name; 'B. de Vries' is not."""
        letter = re.search(r"(?<!\w)([A-Z])\.", naam)
        eigen = bool(self._achternaam) and f" {vouw(naam)}".endswith((f" {self._achternaam}", f".{self._achternaam}"))
        return eigen and (letter is None or letter[1] == self._letter)


def _alleen_cijfers(tekst: str) -> str:
    return "".join(teken for teken in tekst if teken.isdigit())


def _e164(tekst: str) -> str:
    try:
        nummer = phonenumbers.parse(tekst, "NL")
    except phonenumbers.NumberParseException:
        return ""
    return _als_e164(nummer) if phonenumbers.is_possible_number(nummer) else ""


def _als_e164(nummer: Any) -> str:
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)

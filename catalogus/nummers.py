"""Numbers that the registers give to persons and organisations, checked and in one way of writing.

A message never repeats the number: a BSN does not belong in a log, an address or an error report (UAVG 46).
"""

import re

from stdnum import iban as ibanregels
from stdnum.exceptions import ValidationError as OnjuistVolgensRegels
from stdnum.nl import bsn as bsnregels

_OPMAAK = re.compile(r"[\s.\-]")
_GEWICHTEN_ELFPROEF = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class OnjuistNummer(ValueError):
    """What was typed is no such number; the text says what to do."""


def bsn(getypt: str) -> str:
    """A burgerservicenummer of 9 digits that passes the elfproef; one of 8 digits gets its leading zero."""
    try:
        return str(bsnregels.validate(_cijfers(getypt, "Een BSN heeft 9 cijfers.", 8, 9)))
    except OnjuistVolgensRegels:
        raise OnjuistNummer(
            "Dit BSN klopt niet. Kijk op uw paspoort of identiteitskaart en typ de 9 cijfers."
        ) from None


def kvk_nummer(getypt: str) -> str:
    """A number of the Handelsregister: 8 digits. It has no check digit."""
    return _cijfers(getypt, "Een KvK-nummer heeft 8 cijfers.", 8)


def rsin(getypt: str) -> str:
    """A rechtspersonen- en samenwerkingsverbandeninformatienummer: 9 digits that pass the elfproef."""
    nummer = _cijfers(getypt, "Een RSIN heeft 9 cijfers.", 9)
    if not elfproef(nummer):
        raise OnjuistNummer("Dit RSIN klopt niet. Kijk in uw uittreksel van de KvK en typ de 9 cijfers.")
    return nummer


def vestigingsnummer(getypt: str) -> str:
    """The number of a branch in the Handelsregister: 12 digits. It has no check digit."""
    return _cijfers(getypt, "Een vestigingsnummer heeft 12 cijfers.", 12)


def iban(getypt: str) -> str:
    """An international account number whose check digits are right, without spaces and in capitals."""
    try:
        return str(ibanregels.validate(getypt)) if getypt.isascii() else _geen_iban()
    except OnjuistVolgensRegels:
        return _geen_iban()


def _geen_iban() -> str:
    raise OnjuistNummer("Dit IBAN klopt niet. Kijk op uw bankpas of in de app van uw bank.")


def elfproef(nummer: str) -> bool:
    """Whether nine digits, the last one counted negative, weigh up to a multiple of eleven."""
    cijfers = [int(cijfer) for cijfer in nummer]
    som = sum(gewicht * cijfer for gewicht, cijfer in zip(_GEWICHTEN_ELFPROEF, cijfers, strict=True))
    return any(cijfers) and som % 11 == 0


def _cijfers(getypt: str, uitleg: str, *lengtes: int) -> str:
    nummer = _OPMAAK.sub("", getypt)
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) in lengtes):
        raise OnjuistNummer(f"{uitleg} Typ alleen cijfers.")
    return nummer

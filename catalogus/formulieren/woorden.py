"""A stored value as a person reads it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import phonenumbers
from django.utils import dateformat
from django.utils.translation import gettext

from catalogus.formulieren.gegevens import Vraag, is_leeg
from catalogus.formulieren.opslag import OnjuisteWaarde, uit_opslag
from catalogus.keuzes import MET_KEUZES, keuzelabel

NEDERLAND = 31
HARDE_SPATIE = "\u00a0"


def in_woorden(vraag: Vraag, waarde: Any) -> str:
    """The stored value in words: '31 januari 2026', '€ 1.234,56', 'Ja', the labels of choices. Empty gives ''.

    A value that does not fit its soort (another system may have sent it) is shown as it is.
    """
    if is_leeg(waarde):
        return ""
    try:
        gelezen = uit_opslag(vraag.soort, waarde)
    except OnjuisteWaarde:
        return str(waarde)
    if vraag.soort in MET_KEUZES:
        labels = {keuze["waarde"]: keuzelabel(keuze) for keuze in vraag.keuzes}
        return ", ".join(labels.get(deel, deel) for deel in ([gelezen] if vraag.soort == "keuze" else gelezen))
    return _WOORDEN.get(vraag.soort, str)(gelezen)


def bedrag_in_woorden(centen: int) -> str:
    """Cents as '€ 1.234,56'; the space does not break."""
    euro, rest = divmod(abs(centen), 100)
    return f"€{HARDE_SPATIE}{'-' if centen < 0 else ''}{_duizendtallen(str(euro))},{rest:02d}"


def getal_in_woorden(getal: Decimal) -> str:
    """'12.345,5'; four digits stay together, as in a year: '1960'."""
    geheel, _, achter_komma = f"{abs(getal):f}".partition(".")
    decimalen = achter_komma.rstrip("0")
    cijfers = geheel if len(geheel) <= 4 else _duizendtallen(geheel)
    return f"{'-' if getal < 0 else ''}{cijfers}{',' if decimalen else ''}{decimalen}"


def telefoon_in_woorden(nummer: str) -> str:
    """'06 12345678' for a Dutch number, '+32 470 12 34 56' for another."""
    try:
        ontleed = phonenumbers.parse(nummer)
    except phonenumbers.NumberParseException:
        return nummer
    binnenlands = ontleed.country_code == NEDERLAND
    vormen = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(ontleed, vormen.NATIONAL if binnenlands else vormen.INTERNATIONAL)


def iban_in_woorden(nummer: str) -> str:
    """In groups of four, as on a bank card."""
    return " ".join(nummer[begin : begin + 4] for begin in range(0, len(nummer), 4))


def _duizendtallen(cijfers: str) -> str:
    return f"{int(cijfers):,}".replace(",", ".")


_WOORDEN: dict[str, Callable[[Any], str]] = {
    "getal": getal_in_woorden,
    "bedrag": bedrag_in_woorden,
    "datum": lambda dag: dateformat.format(dag, "j F Y"),
    "ja_nee": lambda antwoord: gettext("Ja") if antwoord else gettext("Nee"),
    "telefoon": telefoon_in_woorden,
    "iban": iban_in_woorden,
    "bestand": lambda bestanden: ", ".join(bestand["naam"] for bestand in bestanden),
}

"""What an agent typed in the one search box, recognised by its form: always a whole number or address, never a part."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from autorisatie.fouten import Invoerfout
from catalogus.nummers import OnjuistNummer
from catalogus.nummers import bsn as geldig_bsn

_ZAAKNUMMER = re.compile(r"\d{4}-\d{7}")
_ADRES = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2}),? *(\d{1,5})[ -]?\w{0,6}")
_TELEFOON = re.compile(r"[+0][\d ().-]{5,}")


@dataclass(frozen=True)
class Zoekactie:
    """``soort`` and what it takes, as ``klanten.beller_zoeken`` wants it; or the number of a zaak."""

    soort: str
    waarden: dict[str, Any]


def herken(tekst: str) -> Zoekactie:
    """Raises Invoerfout for what is none of these as a whole: telephone number, e-mail address, postcode with number,
    zaaknummer, KvK-nummer, BSN."""
    tekst = tekst.strip()
    cijfers = re.sub(r"[ .]", "", tekst)
    if "@" in tekst:
        return Zoekactie("email", {"adres": tekst})
    if _ZAAKNUMMER.fullmatch(tekst):
        return Zoekactie("zaaknummer", {"nummer": tekst})
    if gevonden := _ADRES.fullmatch(tekst):
        return Zoekactie("adres", {"postcode": "".join(gevonden.groups()[:2]), "huisnummer": int(gevonden[3])})
    if cijfers.isascii() and cijfers.isdigit() and len(cijfers) == 8:
        return Zoekactie("kvk", {"nummer": cijfers})
    if cijfers.isascii() and cijfers.isdigit() and len(cijfers) == 9:
        return Zoekactie("bsn", {"bsn": _bsn(cijfers)})
    if _TELEFOON.fullmatch(tekst):
        return Zoekactie("telefoon", {"nummer": tekst})
    raise Invoerfout(
        {
            "zoek": _(
                "Vul een heel telefoonnummer, e-mailadres, zaaknummer, BSN of KvK-nummer in, "
                "of een postcode met huisnummer."
            )
        }
    )


def _bsn(cijfers: str) -> str:
    try:
        return str(geldig_bsn(cijfers))
    except OnjuistNummer:
        raise Invoerfout(
            {"zoek": _("Dit is geen BSN en geen heel telefoonnummer. Vraag het nummer nog een keer.")}
        ) from None


def op_naam(achternaam: str, geboortedatum: date) -> Zoekactie:
    return Zoekactie("naam_geboortedatum", {"achternaam": achternaam, "geboortedatum": geboortedatum})

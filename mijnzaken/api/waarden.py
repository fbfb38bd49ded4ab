"""The checks of one value (text, number, choice, moment): each gives it clean, or writes what is wrong to a list."""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from catalogus.termijnen import Duur
from mijnzaken.api.fouten import NIET_BIJ_EEN_VELD, Veldfout

Fouten = list[Veldfout]
Toets = Callable[[Any, str, Fouten], Any]

_NUL = "\x00"


def deelpad(boven: str, naam: str) -> str:
    return f"{boven}.{naam}" if boven else naam


def meld(fouten: Fouten, pad: str, code: str, reden: str) -> None:
    fouten.append(Veldfout(pad or NIET_BIJ_EEN_VELD, code, reden))


def niet_null(kern: Toets) -> Toets:
    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if waarde is None:
            return meld(fouten, pad, "null", "Dit veld mag niet leeg zijn.")
        return kern(waarde, pad, fouten)

    return toets


def keuze(mogelijk: list[Any]) -> Toets:
    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if not any(waarde == goed and type(waarde) is type(goed) for goed in mogelijk):
            return meld(fouten, pad, "invalid_choice", "Dit is geen geldige keuze.")
        return waarde

    return toets


def ja_of_nee(waarde: Any, pad: str, fouten: Fouten) -> Any:
    return waarde if isinstance(waarde, bool) else meld(fouten, pad, "invalid", "Geef true of false.")


def getal(schema: Mapping[str, Any], soort: type) -> Toets:
    laagst, hoogst = schema.get("minimum"), schema.get("maximum")
    goed = (int,) if soort is int else (int, float)

    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if isinstance(waarde, float) and soort is int and waarde.is_integer():
            waarde = int(waarde)
        if not isinstance(waarde, goed) or isinstance(waarde, bool):
            return meld(fouten, pad, "invalid", "Dit is geen getal.")
        if laagst is not None and waarde < laagst:
            return meld(fouten, pad, "min_value", f"Dit is ten minste {laagst}.")
        if hoogst is not None and waarde > hoogst:
            return meld(fouten, pad, "max_value", f"Dit is ten hoogste {hoogst}.")
        if soort is int and abs(waarde) >= 2**63:
            return meld(fouten, pad, "max_value", "Dit getal is te groot.")
        return waarde

    return toets


def tekst(schema: Mapping[str, Any], verplicht: bool) -> Toets:
    """A string. An address that must be there may not be empty, whether or not the document says so."""
    meeste, minste = schema.get("maxLength"), schema.get("minLength", 0)
    vorm = schema.get("format", "")
    patroon = re.compile(schema["pattern"]) if "pattern" in schema else None
    lees = _VORMEN.get(vorm)
    leeg_mag = minste == 0 and lees is None and not (vorm == "uri" and verplicht)

    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if not isinstance(waarde, str) or _NUL in waarde:
            return meld(fouten, pad, "invalid", "Dit is geen geldige tekst.")
        if waarde == "":
            return "" if leeg_mag else meld(fouten, pad, "blank", "Dit veld mag niet leeg zijn.")
        if meeste is not None and len(waarde) > meeste:
            return meld(fouten, pad, "max_length", f"Dit veld heeft ten hoogste {meeste} tekens.")
        if len(waarde) < minste:
            return meld(fouten, pad, "min_length", f"Dit veld heeft ten minste {minste} tekens.")
        if patroon is not None and not patroon.search(waarde):
            return meld(fouten, pad, "invalid", "Deze waarde heeft niet de juiste vorm.")
        if vorm == "uri" and not is_adres(waarde):
            return meld(fouten, pad, "bad-url", "Dit is geen geldig adres (URL).")
        if lees is not None:
            try:
                return lees(waarde)
            except ValueError:
                return meld(fouten, pad, "invalid", f"Deze waarde heeft niet de vorm {vorm}.")
        return waarde

    return toets


def _uit_base64(waarde: Any, pad: str, fouten: Fouten) -> Any:
    try:
        if isinstance(waarde, str):
            return b64decode("".join(waarde.split()), validate=True)
    except ValueError:
        pass
    return _geen_bestand(pad, fouten)


def _bestand(waarde: Any, pad: str, fouten: Fouten) -> Any:
    return waarde if isinstance(waarde, UploadedFile) else _geen_bestand(pad, fouten)


def _geen_bestand(pad: str, fouten: Fouten) -> None:
    meld(fouten, pad, "invalid", "Dit is geen inhoud van een bestand.")


def is_adres(tekst: str) -> bool:
    """Is this an absolute http(s) address?"""
    try:
        delen = urlsplit(tekst)
        return delen.scheme in ("http", "https") and bool(delen.hostname) and not re.search(r"[\s<>\"]", tekst)
    except ValueError:
        return False


def _datum(tekst: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
        raise ValueError(tekst)
    return date.fromisoformat(tekst)


def _moment(tekst: str) -> datetime:
    """A moment without a zone is one of Amsterdam, as the reference implementation takes it."""
    try:
        moment = parse_datetime(tekst)
        if moment is None:
            return timezone.make_aware(datetime.combine(_datum(tekst), datetime.min.time()))
        heel = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        heel.astimezone(timezone.get_default_timezone())  # a year 1 or 9999 can't be moved to another zone
    except OverflowError:
        raise ValueError(tekst) from None
    return heel


def _duur(tekst: str) -> str:
    Duur.lees(tekst)
    return tekst


_VORMEN: dict[str, Callable[[str], Any]] = {
    "date": _datum,
    "date-time": _moment,
    "uuid": UUID,
    "duration": _duur,
}
BESTANDEN: dict[str, Toets] = {"byte": _uit_base64, "binary": _bestand}

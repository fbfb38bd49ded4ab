"""Dutch numbers, amounts and dates as people type them."""

import re
from datetime import date
from decimal import Decimal

_GETAL = re.compile(r"(-?)(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?")
_GETAL_MET_PUNT = re.compile(r"(-?)(\d+)\.(\d{1,2})")
_BEDRAG_TEKENS = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_DATUM = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]+\.?)\s*[-/. ]\s*(\d{4})", re.IGNORECASE)
_ISO_DATUM = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
MEESTE_CIJFERS = 15  # what survives as a number in JSON
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_AFKORTINGEN = {"mrt": 3, **{naam[:3]: nummer for nummer, naam in enumerate(MAANDEN, 1) if nummer != 3}}


class OnleesbaarGetal(ValueError):
    """This is no number as it is written in Dutch."""


class OnleesbareDatum(ValueError):
    """This is no date: not of this shape, or a day that does not exist."""


def lees_getal(getypt: str) -> Decimal:
    """'1.234,5' or '1234,5'; also '12.5', where the point can't be one of thousands."""
    tekst = getypt.strip().replace("\u2212", "-")
    delen = (_GETAL_MET_PUNT if _is_punt_decimaal(tekst) else _GETAL).fullmatch(tekst) if tekst.isascii() else None
    if delen is None:
        raise OnleesbaarGetal
    teken, geheel, achter_komma = delen.groups()
    geheel = re.sub(r"[^0-9]", "", geheel)
    if len(geheel) + len(achter_komma or "") > MEESTE_CIJFERS:
        raise OnleesbaarGetal
    return Decimal(f"{teken}{geheel}.{achter_komma or '0'}")


def lees_centen(getypt: str) -> int:
    """An amount in cents: '€ 1.234,56', '1234,56', '12,-', '12.50'. Fractions of a cent are refused."""
    tekst = _BEDRAG_TEKENS.sub("", getypt.strip()).strip()
    centen = lees_getal(re.sub(r",(?:-{1,2}|=)$", "", tekst)) * 100
    if centen != centen.to_integral_value():
        raise OnleesbaarGetal
    return int(centen)


def lees_datum(getypt: str) -> date:
    """'31-1-2026', '31/01/2026', '31 januari 2026' or '2026-01-31'; a year has four digits."""
    tekst = " ".join(getypt.split()).lower()
    if not tekst.isascii():
        raise OnleesbareDatum
    if iso := _ISO_DATUM.fullmatch(tekst):
        return _datum(*iso.groups())
    if delen := _DATUM.fullmatch(tekst):
        dag, maand, jaar = delen.groups()
        return _datum(jaar, maand if maand.isdigit() else str(_maandnummer(maand)), dag)
    raise OnleesbareDatum


def _is_punt_decimaal(tekst: str) -> bool:
    return _GETAL_MET_PUNT.fullmatch(tekst) is not None


def _maandnummer(naam: str) -> int:
    kaal = naam.rstrip(".")
    if kaal in MAANDEN:
        return MAANDEN.index(kaal) + 1
    return _AFKORTINGEN.get(kaal, 0)


def _datum(jaar: str, maand: str, dag: str) -> date:
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError as fout:
        raise OnleesbareDatum from fout

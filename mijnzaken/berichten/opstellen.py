"""Writing a message: the text of a kind, in the language of who reads it. Plain text, so nothing in it can become
markup.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template
from django.utils import translation

from autorisatie.models import Partij
from catalogus.berichtwoorden import vul
from catalogus.models import Berichttekst
from mijnzaken.berichten.soorten import SOORTEN

LANGSTE_ONDERWERP = 200  # characters
_BLOK = re.compile(r"\{%.*?%\}")
_ANDERS = re.compile(r"\{% else %\}.*?(?=\{% endif %\})", re.DOTALL)
_WAARDE = re.compile(r"\{\{ *(\w+)[^}]*\}\}")
_STUURTEKENS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\s]+")


@dataclass(frozen=True)
class Opgesteld:
    onderwerp: str
    tekst: str


def taal_van(partij: Partij | None) -> str:
    """Dutch, but English for who prefers another language (ISO 639-2/B on the partij)."""
    return "nl" if partij is None or partij.voorkeurstaal in ("nld", "dut", "") else "en"


def stel_op(soort: str, taal: str, context: Mapping[str, Any], eigen: Berichttekst | None = None) -> Opgesteld:
    """Subject and text of a message of this kind, in the ``eigen`` words of a zaaktype where those are in the language.

    Raises ValueError for an unknown kind or a name that is missing.
    """
    if soort not in SOORTEN:
        raise ValueError(f"Er is geen berichtsoort {soort!r}.")
    ontbreekt = [naam for naam in SOORTEN[soort].velden if naam not in context]
    if ontbreekt:
        raise ValueError(f"Het bericht {soort} mist: {', '.join(ontbreekt)}.")
    woorden = eigen.woorden(taal) if eigen else None
    return _in_eigen_woorden(*woorden, taal, context) if woorden else _vul(soort, taal, context)


def beginwoorden(soort: str, taal: str) -> Opgesteld:
    """The words that every zaaktype has, as own words are written: a start for who wants to change them."""
    kop, tekst = (_als_eigen(deel) for deel in _lees(soort, taal))
    return Opgesteld(kop, tekst)


def _als_eigen(sjabloon: str) -> str:
    return _WAARDE.sub(r"{\1}", _BLOK.sub("", _ANDERS.sub("", sjabloon))).strip()


def _in_eigen_woorden(onderwerp: str, tekst: str, taal: str, context: Mapping[str, Any]) -> Opgesteld:
    waarden = {**context, "gemeente": settings.GEMEENTE["volledige_naam"]}
    with translation.override(taal):
        return Opgesteld(een_regel(vul(onderwerp, waarden)), vul(tekst, waarden) + "\n")


def stel_aankondiging_op(soort: str, taal: str, uiterlijk: Any) -> Opgesteld:
    """The announcement of a message: its kind, its term, where to read it, and nothing else (Awb 2:10; gevaren 45)."""
    gegevens = SOORTEN[soort]
    return _vul(
        "aankondiging", taal, {"aard": gegevens.aard if taal == "nl" else gegevens.aard_en, "uiterlijk": uiterlijk}
    )


def _vul(naam: str, taal: str, context: Mapping[str, Any]) -> Opgesteld:
    onderwerp, tekst = _sjabloon(naam, taal)
    alles = Context({"gemeente": settings.GEMEENTE, "basisadres": settings.BASISADRES, **context}, autoescape=False)
    with translation.override(taal):
        return Opgesteld(een_regel(onderwerp.render(alles)), tekst.render(alles).strip() + "\n")


def een_regel(tekst: str) -> str:
    """A header line: no line breaks or other controls, whatever somebody typed in a subject (gevaren 68)."""
    regel = _STUURTEKENS.sub(" ", tekst).strip()
    return regel if len(regel) <= LANGSTE_ONDERWERP else regel[: LANGSTE_ONDERWERP - 1].rstrip() + "…"


@lru_cache(maxsize=256)
def _sjabloon(naam: str, taal: str) -> tuple[Template, Template]:
    motor = Engine()
    kop, tekst = _lees(naam, taal)
    return motor.from_string(kop), motor.from_string(tekst)


def _lees(naam: str, taal: str) -> tuple[str, str]:
    """A file holds the subject on its first line, an empty line, and the text. Split before it is filled in."""
    bestand = Path(settings.BASIS) / "templates" / "berichten" / taal / f"{naam}.txt"
    kop, _, tekst = bestand.read_text(encoding="utf-8").partition("\n")
    return kop, tekst

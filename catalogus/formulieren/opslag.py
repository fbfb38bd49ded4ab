"""Values of gegevens as they are stored (JSON), per soort, and back.

tekst, lange_tekst, keuze, email: str · telefoon: E.164 · iban: without spaces · getal: number · bedrag: cents (int) ·
datum: 'jjjj-mm-dd' · ja_nee: bool · meerkeuze: list of str · adres: object · bestand: list of {uuid, naam, omvang}.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from catalogus.formulieren.adres import Adres
from catalogus.formulieren.gegevens import is_leeg

_KLEINSTE, _GROOTSTE = Decimal("1e-15"), Decimal("1e15")
SOORTEN = (
    "tekst",
    "lange_tekst",
    "getal",
    "bedrag",
    "datum",
    "keuze",
    "meerkeuze",
    "ja_nee",
    "adres",
    "telefoon",
    "email",
    "iban",
    "bestand",
)


class OnjuisteWaarde(ValueError):
    """A value that does not fit its soort."""

    def __init__(self, soort: str, waarde: Any) -> None:
        super().__init__(f"Bij de soort {soort} hoort een andere waarde dan {type(waarde).__name__}.")


def naar_opslag(soort: str, waarde: Any) -> Any:
    """The JSON value of a cleaned value; a value that is stored form already stays as it is. Empty becomes ``None``."""
    return _omzetten(_NAAR, soort, waarde)


def uit_opslag(soort: str, waarde: Any) -> Any:
    """The value as the form's fields have it: date, Decimal, Adres, bool, ... Raises OnjuisteWaarde."""
    return _omzetten(_UIT, soort, waarde)


def _omzetten(tabel: dict[str, Callable[[Any], Any]], soort: str, waarde: Any) -> Any:
    if soort not in SOORTEN:
        raise OnjuisteWaarde(soort, waarde)
    if is_leeg(waarde):
        return None
    try:
        return tabel.get(soort, _tekst)(waarde)
    except (TypeError, ValueError, AttributeError, KeyError, OverflowError, InvalidOperation) as fout:
        raise OnjuisteWaarde(soort, waarde) from fout


def _tekst(waarde: Any) -> str:
    if not isinstance(waarde, str):
        raise TypeError
    return waarde


def _getal(waarde: Any) -> Decimal:
    if isinstance(waarde, bool):
        raise TypeError
    getal = Decimal(str(waarde))
    if not getal.is_finite() or (getal and not _KLEINSTE <= abs(getal) < _GROOTSTE):
        raise ValueError
    return getal


def _getal_naar(waarde: Any) -> int | float:
    getal = _getal(waarde)
    if getal == getal.to_integral_value():
        return int(getal)
    if Decimal(str(float(getal))) != getal:
        raise ValueError  # more digits than a number in JSON keeps
    return float(getal)


def _centen(waarde: Any) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise TypeError
    if abs(waarde) >= _GROOTSTE * 100:
        raise ValueError
    return waarde


def _datum(waarde: Any) -> date:
    if isinstance(waarde, datetime):
        raise TypeError
    return waarde if isinstance(waarde, date) else date.fromisoformat(waarde)


def _ja_nee(waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise TypeError
    return waarde


def _lijst(waarde: Any) -> list[str]:
    return [_tekst(deel) for deel in waarde] if isinstance(waarde, list | tuple) else [_tekst(waarde)]


def _bestanden(waarde: Any) -> list[dict[str, Any]]:
    return [{"uuid": str(b["uuid"]), "naam": str(b["naam"]), "omvang": int(b["omvang"])} for b in waarde]


def _adres(waarde: Any) -> Adres:
    return waarde if isinstance(waarde, Adres) else Adres.uit_json(waarde)


_UIT: dict[str, Callable[[Any], Any]] = {
    "getal": _getal,
    "bedrag": _centen,
    "datum": _datum,
    "ja_nee": _ja_nee,
    "meerkeuze": _lijst,
    "adres": _adres,
    "bestand": _bestanden,
}
_NAAR: dict[str, Callable[[Any], Any]] = {
    **_UIT,
    "getal": _getal_naar,
    "datum": lambda waarde: _datum(waarde).isoformat(),
    "adres": lambda waarde: _adres(waarde).naar_json(),
}

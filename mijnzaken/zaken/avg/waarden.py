"""One field of one row, as a person reads it and as a program reads it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from autorisatie.versleuteling import Geheim
from catalogus.formulieren import in_woorden
from catalogus.models import SoortGegeven
from catalogus.templatetags.mz import datum, euro, moment

EIGEN_VORM: dict[str, Callable[[Any], Any]] = {  # fields whose value is kept in a form of its own
    "zaken.Concept.waarden": lambda rij: rij.lees_waarden(),
}
LEEG: tuple[Any, ...] = (None, "", [], {})
CENTEN = frozenset({"zaken.Besluit.bedrag", "zaken.Besluitvoorstel.bedrag"})


def kaal(rij: models.Model, pad: str) -> Any:
    """The value as JSON has it: a text, number, yes or no, list or object; ``None`` for nothing."""
    eigen = EIGEN_VORM.get(f"{rij._meta.label}.{pad}")
    return _json(eigen(rij) if eigen else _waarde(rij, pad))


def woorden(rij: models.Model, pad: str) -> str:
    """The same in words; empty for nothing."""
    label = f"{rij._meta.label}.{pad}"
    if label == "zaken.Gegevenswaarde.waarde":
        gegeven = rij.gegeven  # type: ignore[attr-defined]
        if gegeven.soort != SoortGegeven.BESTAND:
            return in_woorden(gegeven, rij.waarde)  # type: ignore[attr-defined]
    waarde = EIGEN_VORM[label](rij) if label in EIGEN_VORM else _waarde(rij, pad)
    if label in CENTEN and waarde is not None:
        return str(euro(waarde))
    return _in_woorden(_keuze(rij, pad) or waarde)


def naam_van(model: type[models.Model], pad: str) -> str:
    """What the field is called, from the model that it stands on."""
    veld: Any = None
    for deel in pad.split("."):
        veld = model._meta.get_field(deel)
        model = veld.related_model or model
    naam = str(veld.verbose_name)
    return naam[:1].upper() + naam[1:]


def is_van_de_catalogus(model: type[models.Model], pad: str) -> bool:
    """Words of the catalogue are nobody's, so nothing is taken out of them."""
    veld: Any = model._meta.get_field(pad.partition(".")[0])
    return veld.related_model is not None and veld.related_model._meta.app_label == "catalogus"


def _waarde(rij: Any, pad: str) -> Any:
    for deel in pad.split("."):
        if rij is None:
            return None
        rij = getattr(rij, deel)
    return rij


def _keuze(rij: models.Model, pad: str) -> str:
    if "." in pad or not rij._meta.get_field(pad).choices:  # type: ignore[union-attr]
        return ""
    return str(getattr(rij, f"get_{pad}_display")() or "")


def _json(waarde: Any) -> Any:
    if waarde in LEEG:
        return None
    match waarde:
        case Geheim():
            return waarde.tonen()
        case bool() | int() | str():
            return waarde
        case datetime() | date():
            return waarde.isoformat()
        case float() | Decimal():
            return float(waarde)
        case list() | tuple():
            return [_json(deel) for deel in waarde]
        case dict():
            return {str(sleutel): _json(inhoud) for sleutel, inhoud in waarde.items()}
    return str(waarde)


def _in_woorden(waarde: Any) -> str:
    if waarde in LEEG:
        return ""
    match waarde:
        case Geheim():
            return waarde.tonen()
        case bool():
            return "Ja" if waarde else "Nee"
        case datetime():
            return str(moment(waarde))
        case date():
            return str(datum(waarde))
        case dict():
            return "\n".join(_regels(waarde))
        case list() | tuple():
            return ", ".join(_in_woorden(deel) for deel in waarde)
    return str(waarde)


def _regels(waarde: dict[str, Any], voor: str = "") -> Iterator[str]:
    for sleutel, inhoud in waarde.items():
        if isinstance(inhoud, dict):
            yield from _regels(inhoud, f"{voor}{sleutel} ")
        elif (tekst := _in_woorden(inhoud)) != "":
            yield f"{voor}{sleutel}: {tekst}"

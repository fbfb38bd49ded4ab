"""Compares a model with a schema of the ZGW standards: every attribute is there, long enough, with the same words.

Where we differ on purpose the caller gives a table of ``Anders``; an entry that is no longer needed is an error too.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist
from django.db import models

Modellen = tuple[type[models.Model], ...]
OAS = Path(__file__).resolve().parents[2] / "shared" / "zgw" / "oas"


@dataclass(frozen=True)
class Anders:
    """Why an attribute is no field of that name, and the field (or attribute of the class) that answers it instead."""

    reden: str
    veld: str = ""


URL = Anders("het adres volgt uit de uuid", "uuid")


def oas(bestand: str) -> dict[str, Any]:
    """The document; skips the test where the folder with the standards is absent."""
    pad = OAS / bestand
    if not pad.is_file():
        pytest.skip(f"overgeslagen: {pad} is er niet, de ZGW-standaarden staan buiten dit project")
    return _laad(pad)


@cache
def _laad(pad: Path) -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.load(pad.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return inhoud


def snake(naam: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", naam).lower()


def gebreken(
    document: dict[str, Any],
    schema: str,
    model: type[models.Model],
    anders: dict[str, Anders] | None = None,
    voorvoegsels: dict[str, str] | None = None,
    ook: tuple[type[models.Model], ...] = (),
) -> list[str]:
    """What the model lacks beside the schema, in sentences.

    ``voorvoegsels``: how the columns of a group begin. ``ook``: models that hold a part of the attributes. A group may
    stand whole in a JSON column of its name, or be another row (``uuid`` and ``url``).
    """
    anders, voorvoegsels = anders or {}, voorvoegsels or {}
    eigenschappen = _eigenschappen(document, schema)
    modellen = (model, *ook)
    fouten = [f"{naam}: staat in de tabel, maar niet in {schema}" for naam in anders.keys() - eigenschappen.keys()]
    for naam, vorm in eigenschappen.items():
        if naam in anders:
            veld = anders[naam].veld
            if veld and not hasattr(model, veld) and not _veld(modellen, veld):
                fouten.append(f"{naam}: {veld} bestaat niet op {model.__name__}")
            continue
        vorm = _los_op(document, vorm)
        begin = voorvoegsels.get(naam, snake(naam))
        if "properties" in vorm and not isinstance(_veld(modellen, begin), models.JSONField | models.ForeignKey):
            for deel, deelvorm in vorm["properties"].items():
                fouten += _gebrek(document, modellen, f"{begin}_{snake(deel)}".lstrip("_"), _los_op(document, deelvorm))
        else:
            fouten += _gebrek(document, modellen, begin, vorm)
    return fouten


def _gebrek(document: dict[str, Any], modellen: Modellen, naam: str, vorm: dict[str, Any]) -> list[str]:
    veld = _veld(modellen, naam)
    if veld is None:
        return [f"{naam}: ontbreekt op {modellen[0].__name__}"]
    if vorm.get("type") == "array" and veld.auto_created and not veld.concrete:
        return []  # the rows of a reverse relation
    fouten = []
    if not isinstance(veld, _soorten(vorm)):
        fouten.append(
            f"{naam}: is {type(veld).__name__}, de standaard zegt {vorm.get('type')} {vorm.get('format', '')}"
        )
    if vorm.get("type") == "array" and isinstance(veld, ArrayField):
        veld, vorm = veld.base_field, _los_op(document, vorm.get("items", {}))
    lengte = vorm.get("maxLength")
    if lengte and getattr(veld, "max_length", None) is not None and veld.max_length < lengte and not vorm.get("enum"):
        fouten.append(f"{naam}: {veld.max_length} tekens, de standaard {lengte}")
    if woorden := set(_woorden(document, vorm)):
        onze = {_woord(waarde, label) for waarde, label in veld.flatchoices}
        if onze != woorden:
            fouten.append(f"{naam}: andere waarden dan de standaard: {sorted(onze ^ woorden)}")
    return fouten


def _soorten(vorm: dict[str, Any]) -> tuple[type, ...]:
    soort, formaat = vorm.get("type"), vorm.get("format")
    if formaat == "date":
        return (models.DateField,)
    if formaat == "date-time":
        return (models.DateTimeField,)
    if soort == "boolean":
        return (models.BooleanField, models.CharField)
    if soort == "integer":
        return (models.IntegerField,)
    if soort == "array":
        return (ArrayField, models.ManyToManyField, models.JSONField)
    return (models.Field,)


def _woord(waarde: Any, label: Any) -> str:
    return str(label).replace(" ", "_") if isinstance(waarde, int) else str(waarde)


def _woorden(document: dict[str, Any], vorm: dict[str, Any]) -> list[str]:
    woorden = [str(woord) for woord in vorm.get("enum", []) if woord not in ("", None)]
    for deel in [*vorm.get("allOf", []), *vorm.get("oneOf", []), *vorm.get("anyOf", [])]:
        woorden += _woorden(document, _los_op(document, deel))
    return woorden


def _los_op(document: dict[str, Any], vorm: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference; a single ``allOf`` is the thing itself."""
    if "$ref" in vorm:
        return _los_op(document, document["components"]["schemas"][vorm["$ref"].split("/")[-1]])
    if len(vorm.get("allOf", [])) == 1:
        return _los_op(document, vorm["allOf"][0])
    return vorm


def _eigenschappen(document: dict[str, Any], schema: str) -> dict[str, Any]:
    vorm = document["components"]["schemas"][schema]
    eigenschappen: dict[str, Any] = {}
    for deel in vorm.get("allOf", []):
        eigenschappen |= _los_op(document, deel).get("properties", {})
    return eigenschappen | vorm.get("properties", {})


def _veld(modellen: Modellen, naam: str) -> Any:
    for model in modellen:
        try:
            return model._meta.get_field(naam)
        except FieldDoesNotExist:
            continue
    return None

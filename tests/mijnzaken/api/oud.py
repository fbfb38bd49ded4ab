"""A client of an older release of the standard: what it sends is built by the document of that time, and every answer
is held against it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from tests.mijnzaken.api.systeem import Systeem

STANDAARD = Path(__file__).resolve().parents[4] / "shared" / "zgw" / "oas"


_ADRESSEN = {"type": "array", "items": {"type": "string"}}
_APPLICATIE = {"$ref": "#/components/schemas/Applicatie"}
# Where a document of then says what no implementation of then answered: a later release says it as it is.
ANDERS: dict[str, dict[tuple[str, ...], Any]] = {
    "catalogi-1.3.1": {
        ("components", "schemas", "ZaakType", "properties", "informatieobjecttypen"): _ADRESSEN,
        ("components", "schemas", "InformatieObjectType", "properties", "zaaktypen"): _ADRESSEN,
    },
    "autorisaties-1.0.0": {  # one is asked for, and one is answered
        (
            *("paths", "/applicaties/consumer", "get", "responses", "200"),
            *("content", "application/json", "schema"),
        ): _APPLICATIE,
    },
}


@lru_cache(maxsize=8)
def document(naam: str) -> "Oud":
    inhoud = yaml.load((STANDAARD / f"{naam}.yaml").read_text(), yaml.CSafeLoader)
    for (*weg, laatste), waarde in ANDERS.get(naam, {}).items():
        plaats = inhoud
        for sleutel in weg:
            plaats = plaats[sleutel]
        assert laatste in plaats
        plaats[laatste] = waarde
    return Oud(naam, inhoud)


@dataclass
class Oud:
    """One document of the standard, ready to hold bodies against."""

    naam: str
    inhoud: dict[str, Any]
    gemaakt: dict[str, Any] = field(default_factory=dict)

    def operatie(self, methode: str, pad: str) -> dict[str, Any]:
        """Of a path below the root; fixed parts go before variable ones."""
        for van in sorted(self.inhoud["paths"], key=lambda p: p.count("{")):
            patroon = re.sub(r"\{\w+\}", "[^/]+", van)
            if re.fullmatch(patroon, pad) and methode.lower() in self.inhoud["paths"][van]:
                operatie: dict[str, Any] = self.inhoud["paths"][van][methode.lower()]
                return operatie
        raise AssertionError(f"{self.naam} kent {methode} {pad} niet")

    def toets_vraag(self, operatie: dict[str, Any], inhoud: Any, *, deels: bool = False) -> None:
        """May a client of that time send this? ``deels``: what it leaves out stays as it is."""
        if "requestBody" in operatie and isinstance(inhoud, dict):
            lijf = self._los_op(operatie["requestBody"])
            schema = next(v["schema"] for soort, v in lijf["content"].items() if soort.endswith("json"))
            self._toets(schema, inhoud, heen=True, deels=deels)

    def toets_antwoord(self, operatie: dict[str, Any], status: int, inhoud: Any) -> None:
        """Does it expect this?"""
        if status == 201 and "201" not in operatie["responses"]:
            status = 200  # for one operation of Catalogi the document says that nothing is made
        assert str(status) in operatie["responses"], (operatie["operationId"], status, inhoud)
        antwoord = self._los_op(operatie["responses"][str(status)])
        for soort, deel in antwoord.get("content", {}).items():
            if soort.endswith("json"):
                self._toets(deel["schema"], inhoud, heen=False)
                return

    def _los_op(self, deel: dict[str, Any]) -> dict[str, Any]:
        if "$ref" not in deel:
            return deel
        _, _, soort, naam = deel["$ref"].split("/")
        heel: dict[str, Any] = self.inhoud["components"][soort][naam]
        return heel

    def _toets(self, schema: dict[str, Any], inhoud: Any, *, heen: bool, deels: bool = False) -> None:
        sleutel = f"{heen}{schema}"
        if sleutel not in self.gemaakt:
            schemas = _als_json_schema(self.inhoud["components"]["schemas"], heen)
            heel = {**_als_json_schema(schema, heen), "components": {"schemas": schemas}}
            if "$ref" in heel:
                heel = {"allOf": [{"$ref": heel["$ref"]}], "components": heel["components"]}
            self.gemaakt[sleutel] = jsonschema_rs.Draft4Validator(heel)
        gevonden = self.gemaakt[sleutel].iter_errors(inhoud)
        fouten = [f"{list(f.instance_path)}: {f.message[:300]}" for f in gevonden]
        if deels:
            fouten = [fout for fout in fouten if not (fout.startswith("[]") and "required" in fout)]
        assert not fouten, fouten


def _als_json_schema(deel: Any, heen: bool) -> Any:
    """OpenAPI 3.0 as JSON Schema: null is a type, and who writes leaves out what is to be read only."""
    if isinstance(deel, list):
        return [_als_json_schema(d, heen) for d in deel]
    if not isinstance(deel, dict):
        return deel
    if "$ref" in deel:
        return {"$ref": deel["$ref"]} if deel["$ref"].startswith("#") else {}
    schoon = {n: _als_json_schema(w, heen) for n, w in deel.items() if n not in ("discriminator", "example", "format")}
    if "oneOf" in schoon:  # with an empty object among them, which everything is
        schoon["anyOf"] = schoon.pop("oneOf")
    if heen and isinstance(deel.get("properties"), dict):
        vast = {n for n, veld in deel["properties"].items() if isinstance(veld, dict) and veld.get("readOnly")}
        schoon["properties"] = {n: w for n, w in schoon["properties"].items() if n not in vast}
        schoon["required"] = [n for n in deel.get("required", ()) if n not in vast] or None
    if not schoon.get("required", True):
        del schoon["required"]
    if "pattern" in schoon and not schoon.get("minLength"):  # empty is empty, as the reference implementation has it
        schoon["pattern"] = f"^$|{schoon['pattern']}"
    return {"anyOf": [schoon, {"type": "null"}]} if deel.get("nullable") is True else schoon


@dataclass
class OudeClient(Systeem):
    """``doe`` expects to succeed; every call is held against ``oud``."""

    oud: str = ""

    def vraag(self, methode: str, adres: str, inhoud: Any = None, **koppen: str) -> Any:
        antwoord = super().vraag(methode, adres, inhoud, **koppen)
        pad = adres.split("/api/v1", 1)[1].split("?")[0]
        van_toen = document(self.oud)
        operatie = van_toen.operatie(methode, pad)
        if antwoord.status_code < 400:
            van_toen.toets_vraag(operatie, inhoud, deels=methode == "PATCH")
        leeg = methode == "HEAD" or antwoord.streaming or not antwoord.content
        van_toen.toets_antwoord(operatie, antwoord.status_code, None if leeg else antwoord.json()) if not leeg else None
        return antwoord

    def doe(self, methode: str, adres: str, inhoud: Any = None) -> Any:
        antwoord = self.vraag(methode, adres, inhoud)
        assert antwoord.status_code < 300, (methode, adres, antwoord.status_code, antwoord.content)
        return antwoord.json() if antwoord.content else None

    def maak(self, adres: str, **inhoud: Any) -> Any:
        return self.doe("POST", adres, inhoud)

    def lees(self, adres: str) -> Any:
        return self.doe("GET", adres)

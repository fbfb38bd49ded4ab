"""The contract of an API: the standard's own OpenAPI document, with a short list of explained changes.

What is served, what is checked and what may be called come from this one document, so that they can't drift apart. A
change (:class:`Aanpassing`) says where it stands, what stands there instead, and why; a test compares the served
document with the standard's and accepts no other difference.
"""

import copy
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from django.http import QueryDict

from mijnzaken.api.algemeen import METHODEN, WEG, Aanpassing, bladwijzers, weigeringen
from mijnzaken.api.fouten import NIET_BIJ_EEN_VELD, ApiFout, Veldfout
from mijnzaken.api.toetsen import Toetsenmaker
from mijnzaken.api.waarden import Fouten, Toets

MAP = Path(__file__).parent / "oas"


@dataclass
class Operatie:
    """One method of one address, as the document says it."""

    methode: str
    pad: str  # as in the document: /zaken/{uuid}
    inhoud: Mapping[str, Any]
    maker: Toetsenmaker
    gedeeld: tuple[Mapping[str, Any], ...] = ()  # parameters of the address
    deels: bool = False  # a PATCH by the schema of the PUT: only what is sent counts, and nothing is required

    @property
    def naam(self) -> str:
        return str(self.inhoud.get("operationId", ""))

    @cached_property
    def scopes(self) -> frozenset[str]:
        """Any one of these will do; empty where the document names none."""
        namen: set[str] = set()
        for eis in self.inhoud.get("security", ()):
            for tekst in eis.get("JWT-Claims", ()):
                namen |= set(re.findall(r"[a-z][a-z.\-]+", tekst))
        return frozenset(namen)

    def _parameters(self, plaats: str) -> dict[str, Mapping[str, Any]]:
        alle = [*self.gedeeld, *self.inhoud.get("parameters", ())]
        return {p["name"]: p for p in alle if p["in"] == plaats}

    @cached_property
    def vraagt_crs(self) -> bool:
        return "Accept-Crs" in self._parameters("header")

    @cached_property
    def parameters(self) -> dict[str, tuple[Mapping[str, Any], Toets]]:
        return {naam: (p["schema"], self.maker.maak(p["schema"])) for naam, p in self._parameters("query").items()}

    @cached_property
    def mediatypen(self) -> tuple[str, ...]:
        return tuple(self.inhoud.get("requestBody", {}).get("content", {}))

    @cached_property
    def heeft_lijf(self) -> bool:
        return bool(self.mediatypen)

    @property
    def lijf_verplicht(self) -> bool:
        return bool(self.inhoud["requestBody"].get("required"))

    @cached_property
    def is_json(self) -> bool:
        return any(soort.endswith("json") for soort in self.mediatypen)

    @cached_property
    def heeft_etag(self) -> bool:
        return "ETag" in self._goed_antwoord.get("headers", {})

    @cached_property
    def _goed_antwoord(self) -> Mapping[str, Any]:
        return next((a for code, a in self.inhoud.get("responses", {}).items() if code.startswith("2")), {})

    def aanvaard(self, altijd: tuple[str, ...]) -> frozenset[str]:
        """The media types that an answer can have."""
        return frozenset(altijd) | frozenset(self._goed_antwoord.get("content", {}))

    @cached_property
    def _lijf(self) -> Toets | None:
        inhoud = self.inhoud.get("requestBody", {}).get("content", {})
        for soort in sorted(inhoud, key=lambda soort: not soort.endswith("json")):
            return self.maker.maak(inhoud[soort]["schema"])
        return None

    def lees_lijf(self, gegevens: Any) -> Any:
        """The clean body; ApiFout 400 with every field that is wrong."""
        if self._lijf is None:
            return {}
        fouten: Fouten = []
        schoon = self._lijf(gegevens, "", fouten)
        if self.deels:
            fouten = [fout for fout in fouten if fout.code != "required" or "." in fout.naam]
        if fouten:
            raise ApiFout(400, velden=fouten)
        if self.methode == "patch" and isinstance(schoon, dict):  # what is not sent stays, and gets no default
            return {naam: w for naam, w in schoon.items() if naam in gegevens}
        return schoon

    def lees_parameters(self, gegeven: QueryDict) -> dict[str, Any]:
        """The clean query; ApiFout 400 for what is not in the document or has not its form."""
        onbekend = [naam for naam in gegeven if naam not in self.parameters]
        if onbekend:
            reden = "Onbekende query parameters: " + ", ".join(sorted(onbekend))[:200]
            raise ApiFout(400, velden=[Veldfout(NIET_BIJ_EEN_VELD, "unknown-parameters", reden)])
        fouten: Fouten = []
        schoon: dict[str, Any] = {}
        for naam in gegeven:
            schema, toets = self.parameters[naam]
            schoon[naam] = toets(_uit_adres(gegeven.getlist(naam), schema, self.maker), naam, fouten)
        if fouten:
            raise ApiFout(400, velden=fouten)
        return schoon


def _uit_adres(waarden: list[str], schema: Mapping[str, Any], maker: Toetsenmaker) -> Any:
    """What stands in an address is text; the schema says what it stands for."""
    soort = maker.soort_van(schema)
    if soort == "array":
        delen = [deel for waarde in waarden for deel in waarde.split(",")]
        return [_uit_adres([deel], schema.get("items", {}), maker) for deel in delen]
    waarde = waarden[-1]
    if soort == "boolean" and waarde.lower() in ("true", "false"):
        return waarde.lower() == "true"
    if soort in ("integer", "number") and re.fullmatch(r"-?\d{1,18}(\.\d+)?", waarde):
        return float(waarde) if "." in waarde else int(waarde)
    return waarde


@dataclass
class Contract:
    """The document of one API, changed and ready to check with. ``versie`` goes into the header ``API-version``."""

    naam: str  # of the file under oas/ and of the address: /<naam>/api/v1/
    aanpassingen: Iterable[Aanpassing] = field(default_factory=tuple)
    eigen: bool = False  # the document is ours: there is no standard for this

    @cached_property
    def standaard(self) -> dict[str, Any]:
        """As the standard publishes it."""
        gelezen: dict[str, Any] = json.loads((MAP / f"{self.naam}.json").read_text())
        return gelezen

    @cached_property
    def verschillen(self) -> list[Aanpassing]:
        """Every difference to the standard: those that all our APIs have, and those of this one."""
        return [*weigeringen(self.standaard), *bladwijzers(self.standaard), *self.aanpassingen]

    @cached_property
    def document(self) -> dict[str, Any]:
        document = copy.deepcopy(self.standaard)
        for aanpassing in self.verschillen:
            _pas_aan(document, aanpassing)
        return document

    @property
    def versie(self) -> str:
        return str(self.document["info"]["version"])

    @cached_property
    def operaties(self) -> dict[tuple[str, str], Operatie]:
        """By method (lower case) and address of the document."""
        maker = Toetsenmaker(self.document)
        gevonden: dict[tuple[str, str], Operatie] = {}
        for pad, inhoud in self.document["paths"].items():
            gedeeld = tuple(self._heel(p) for p in inhoud.get("parameters", ()))
            for methode in METHODEN:
                if methode in inhoud:
                    operatie = {**inhoud[methode]}
                    operatie["parameters"] = [self._heel(p) for p in operatie.get("parameters", ())]
                    if "requestBody" in operatie:
                        operatie["requestBody"] = self._heel(operatie["requestBody"])
                    geheel = gevonden.get(("put", pad))
                    lijf = operatie.get("requestBody")
                    deels = methode == "patch" and geheel is not None and lijf == geheel.inhoud.get("requestBody")
                    gevonden[methode, pad] = Operatie(methode, pad, operatie, maker, gedeeld, deels)
        return gevonden

    def _heel(self, deel: Mapping[str, Any]) -> Mapping[str, Any]:
        """A parameter or a body, also when it is kept under ``components``."""
        if "$ref" not in deel:
            return deel
        _, _, soort, naam = deel["$ref"].split("/")
        heel: Mapping[str, Any] = self.document["components"][soort][naam]
        return heel


def _pas_aan(document: dict[str, Any], aanpassing: Aanpassing) -> None:
    *weg, laatste = aanpassing.pad
    plaats: Any = document
    for sleutel in weg:
        plaats = plaats[int(sleutel)] if isinstance(plaats, list) else plaats.setdefault(sleutel, {})
    if isinstance(plaats, list):
        if laatste == "+":
            plaats.append(aanpassing.waarde)
        else:
            plaats[int(laatste)] = aanpassing.waarde
    elif aanpassing.waarde is WEG:
        del plaats[laatste]
    else:
        plaats[laatste] = aanpassing.waarde

"""The checker of bodies and parameters: a schema of the contract becomes, once at the start, a function that gives the
clean value and writes what is wrong to a list, with the codes of the standard.

Clean means: dates are ``date``, moments aware ``datetime``, uuids ``UUID``; what the schema does not know and what is
``readOnly`` is left out.
"""

from collections.abc import Mapping
from typing import Any

from mijnzaken.api.fouten import Veldfout
from mijnzaken.api.waarden import BESTANDEN, Fouten, Toets, deelpad, getal, ja_of_nee, keuze, meld, niet_null, tekst

Schema = Mapping[str, Any]


class Toetsenmaker:
    """Makes the functions for one document. A schema with a name is made once, so that it may name itself."""

    def __init__(self, document: Schema) -> None:
        self._schemas: Schema = document.get("components", {}).get("schemas", {})
        self._gemaakt: dict[str, Toets] = {}

    def maak(self, schema: Schema, *, verplicht: bool = False) -> Toets:
        if "$ref" in schema:
            return self._met_naam(schema["$ref"])
        kern = self._kern(schema, verplicht)
        if _mag_null(schema, self._schemas):
            return lambda waarde, pad, fouten: None if waarde is None else kern(waarde, pad, fouten)
        return niet_null(kern)

    def soort_van(self, schema: Schema) -> str:
        """The JSON type of a parameter; '' for a choice or text."""
        if "$ref" in schema:
            schema = self._schemas.get(schema["$ref"].rpartition("/")[2], {})
        return str(schema.get("type", ""))

    def _met_naam(self, verwijzing: str) -> Toets:
        naam = verwijzing.rpartition("/")[2]
        if not verwijzing.startswith("#") or naam not in self._schemas:
            return lambda waarde, pad, fouten: waarde  # of another document: its own API holds to it
        if naam not in self._gemaakt:
            self._gemaakt[naam] = lambda waarde, pad, fouten: self._gemaakt[naam](waarde, pad, fouten)
            self._gemaakt[naam] = self.maak(self._schemas[naam])
        vast = self._gemaakt
        return lambda waarde, pad, fouten: vast[naam](waarde, pad, fouten)

    def _kern(self, schema: Schema, verplicht: bool) -> Toets:
        delen: list[Schema] = list(schema.get("oneOf") or schema.get("anyOf") or ())
        if delen:
            return self._een_van(delen, schema)
        if "enum" in schema:
            return keuze([k for k in schema["enum"] if k is not None])
        if "allOf" in schema:
            if len(schema["allOf"]) == 1 and "properties" not in schema:
                return self.maak(schema["allOf"][0], verplicht=verplicht)
            return self._voorwerp(self._samengevoegd(schema))
        match schema.get("type"):
            case "object":
                return self._voorwerp(schema)
            case "array":
                return self._rij(schema)
            case "string" if schema.get("format") in BESTANDEN:
                return BESTANDEN[schema["format"]]
            case "string":
                return tekst(schema, verplicht)
            case "integer":
                return getal(schema, int)
            case "number":
                return getal(schema, float)
            case "boolean":
                return ja_of_nee
        if "properties" in schema:
            return self._voorwerp(schema)
        return lambda waarde, pad, fouten: waarde

    # -- choices ------------------------------------------------------------------------------------------------------

    def _een_van(self, delen: list[Schema], schema: Schema) -> Toets:
        keuzes = [self._keuzes(deel) for deel in delen]
        if all(k is not None for k in keuzes):
            return keuze([k for rij in keuzes for k in rij or () if k is not None])
        eigenschap = schema.get("discriminator", {}).get("propertyName")
        if eigenschap:
            namen = schema["discriminator"].get("mapping") or {d["$ref"].rpartition("/")[2]: d["$ref"] for d in delen}
            return self._naar_soort(eigenschap, {soort: self._met_naam(ref) for soort, ref in namen.items()})
        toetsen = [self.maak(deel) for deel in delen]

        def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
            eerste: Fouten = []
            for nummer, probeer in enumerate(toetsen):
                eigen: Fouten = []
                schoon = probeer(waarde, pad, eigen)
                if not eigen:
                    return schoon
                eerste = eigen if nummer == 0 else eerste
            fouten += eerste
            return None

        return toets

    def _keuzes(self, schema: Schema) -> list[Any] | None:
        if "$ref" in schema:
            schema = self._schemas.get(schema["$ref"].rpartition("/")[2], {})
        return schema.get("enum")

    @staticmethod
    def _naar_soort(eigenschap: str, per_soort: dict[str, Toets]) -> Toets:
        def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
            if not isinstance(waarde, dict):
                return meld(fouten, pad, "invalid", "Dit is geen voorwerp.")
            soort = waarde.get(eigenschap)
            naam = deelpad(pad, eigenschap)
            if eigenschap not in waarde:
                return meld(fouten, naam, "required", "Dit veld is vereist.")
            if not isinstance(soort, str) or soort not in per_soort:
                return meld(fouten, naam, "invalid_choice", "Dit is geen geldige keuze.")
            return per_soort[soort](waarde, pad, fouten)

        return toets

    # -- objects and lists --------------------------------------------------------------------------------------------

    def _samengevoegd(self, schema: Schema) -> dict[str, Any]:
        """The parts of an ``allOf`` as one object. Its discriminator is left out: this is already the chosen kind."""
        velden: dict[str, Any] = {}
        vereist: list[str] = []
        for deel in [*schema["allOf"], {k: v for k, v in schema.items() if k in ("properties", "required")}]:
            if "$ref" in deel:
                deel = self._schemas[deel["$ref"].rpartition("/")[2]]
            if "allOf" in deel:
                deel = self._samengevoegd(deel)
            velden |= deel.get("properties", {})
            vereist += deel.get("required", ())
        return {"properties": velden, "required": vereist}

    def _voorwerp(self, schema: Schema) -> Toets:
        vereist = {n for n in schema.get("required", ()) if not self._alleen_lezen(schema, n)}
        velden = {
            naam: self.maak(veld, verplicht=naam in vereist)
            for naam, veld in schema.get("properties", {}).items()
            if not veld.get("readOnly")
        }
        standaard = {n: v["default"] for n, v in schema.get("properties", {}).items() if "default" in v and n in velden}
        vrij = not schema.get("properties") and schema.get("additionalProperties", True) is not False
        soorten = self._soorten(schema)

        def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
            if not isinstance(waarde, dict):
                return meld(fouten, pad, "invalid", "Dit is geen voorwerp.")
            if vrij:
                return waarde
            schoon = dict(standaard)
            for naam, veld in velden.items():
                if naam in waarde:
                    schoon[naam] = veld(waarde[naam], deelpad(pad, naam), fouten)
                elif naam in vereist:
                    fouten.append(Veldfout(deelpad(pad, naam), "required", "Dit veld is vereist."))
            if soorten is not None:
                eigenschap, per_soort = soorten
                soort = waarde.get(eigenschap)
                extra = per_soort.get(soort) if isinstance(soort, str) else None
                schoon |= (extra(waarde, pad, fouten) or {}) if extra else {}
            return schoon

        return toets

    @staticmethod
    def _alleen_lezen(schema: Schema, naam: str) -> bool:
        veld = schema.get("properties", {}).get(naam)
        return veld is None or bool(veld.get("readOnly"))

    def _soorten(self, schema: Schema) -> tuple[str, dict[str, Toets]] | None:
        """What each kind of an object has more than its base: the part of its ``allOf`` that is not the base."""
        wie = schema.get("discriminator")
        if not wie or not wie.get("mapping"):
            return None
        per_soort: dict[str, Toets] = {}
        for soort, ref in wie["mapping"].items():
            delen = self._schemas[ref.rpartition("/")[2]].get("allOf", ())
            eigen = [d for d in delen if not self._is_basis(d, wie)]
            if eigen:
                per_soort[soort] = self._voorwerp(self._samengevoegd({"allOf": eigen}))
        return wie["propertyName"], per_soort

    def _is_basis(self, deel: Schema, wie: Schema) -> bool:
        return self._schemas.get(deel.get("$ref", "").rpartition("/")[2], {}).get("discriminator") == wie

    def _rij(self, schema: Schema) -> Toets:
        een = self.maak(schema.get("items") or {}, verplicht=True)
        minste, meeste = schema.get("minItems", 0), schema.get("maxItems")

        def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
            if not isinstance(waarde, list):
                return meld(fouten, pad, "not_a_list", "Dit is geen lijst.")
            if len(waarde) < minste:
                return meld(fouten, pad, "min_length" if minste > 1 else "empty", f"Geef er ten minste {minste}.")
            if meeste is not None and len(waarde) > meeste:
                return meld(fouten, pad, "max_length", f"Geef er ten hoogste {meeste}.")
            return [een(deel, deelpad(pad, str(plaats)), fouten) for plaats, deel in enumerate(waarde)]

        return toets


def _mag_null(schema: Schema, schemas: Schema) -> bool:
    if schema.get("nullable"):
        return True
    delen = schema.get("oneOf") or schema.get("anyOf") or ()
    if len(schema.get("allOf", ())) == 1:
        delen = schema["allOf"]
    for deel in delen:
        heel = schemas.get(deel.get("$ref", "").rpartition("/")[2], deel)
        if heel.get("nullable") or None in heel.get("enum", ()):
            return True
    return None in schema.get("enum", ())

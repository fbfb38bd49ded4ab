"""The checker of bodies and parameters: a schema of the contract becomes, once at the start, a function that gives the
clean value and writes what is wrong to a list, with the codes of the standard.

Clean means: dates are ``date``, moments aware ``datetime``, uuids ``UUID``; what the schema does not know and what is
``readOnly`` is left out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from catalogus.termijnen import Duur
from mijnzaken.api.fouten import NIET_BIJ_EEN_VELD, Veldfout

Fouten = list[Veldfout]
Toets = Callable[[Any, str, Fouten], Any]
Schema = Mapping[str, Any]

_NUL = "\x00"


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
        return _niet_null(kern)

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
            return _keuze([k for k in schema["enum"] if k is not None])
        if "allOf" in schema:
            if len(schema["allOf"]) == 1 and "properties" not in schema:
                return self.maak(schema["allOf"][0], verplicht=verplicht)
            return self._voorwerp(self._samengevoegd(schema))
        match schema.get("type"):
            case "object":
                return self._voorwerp(schema)
            case "array":
                return self._rij(schema)
            case "string":
                return _tekst(schema, verplicht)
            case "integer":
                return _getal(schema, int)
            case "number":
                return _getal(schema, float)
            case "boolean":
                return _ja_nee
        if "properties" in schema:
            return self._voorwerp(schema)
        return lambda waarde, pad, fouten: waarde

    # -- choices ------------------------------------------------------------------------------------------------------

    def _een_van(self, delen: list[Schema], schema: Schema) -> Toets:
        keuzes = [self._keuzes(deel) for deel in delen]
        if all(k is not None for k in keuzes):
            return _keuze([k for rij in keuzes for k in rij or () if k is not None])
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
                return _fout(fouten, pad, "invalid", "Dit is geen voorwerp.")
            soort = waarde.get(eigenschap)
            naam = _pad(pad, eigenschap)
            if eigenschap not in waarde:
                return _fout(fouten, naam, "required", "Dit veld is vereist.")
            if not isinstance(soort, str) or soort not in per_soort:
                return _fout(fouten, naam, "invalid_choice", "Dit is geen geldige keuze.")
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
                return _fout(fouten, pad, "invalid", "Dit is geen voorwerp.")
            if vrij:
                return waarde
            schoon = dict(standaard)
            for naam, veld in velden.items():
                if naam in waarde:
                    schoon[naam] = veld(waarde[naam], _pad(pad, naam), fouten)
                elif naam in vereist:
                    fouten.append(Veldfout(_pad(pad, naam), "required", "Dit veld is vereist."))
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
                return _fout(fouten, pad, "not_a_list", "Dit is geen lijst.")
            if len(waarde) < minste:
                return _fout(fouten, pad, "min_length" if minste > 1 else "empty", f"Geef er ten minste {minste}.")
            if meeste is not None and len(waarde) > meeste:
                return _fout(fouten, pad, "max_length", f"Geef er ten hoogste {meeste}.")
            return [een(deel, _pad(pad, str(plaats)), fouten) for plaats, deel in enumerate(waarde)]

        return toets


def _pad(boven: str, naam: str) -> str:
    return f"{boven}.{naam}" if boven else naam


def _fout(fouten: Fouten, pad: str, code: str, reden: str) -> None:
    fouten.append(Veldfout(pad or NIET_BIJ_EEN_VELD, code, reden))


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


def _niet_null(kern: Toets) -> Toets:
    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if waarde is None:
            return _fout(fouten, pad, "null", "Dit veld mag niet leeg zijn.")
        return kern(waarde, pad, fouten)

    return toets


def _keuze(mogelijk: list[Any]) -> Toets:
    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if not any(waarde == keuze and type(waarde) is type(keuze) for keuze in mogelijk):
            return _fout(fouten, pad, "invalid_choice", "Dit is geen geldige keuze.")
        return waarde

    return toets


def _ja_nee(waarde: Any, pad: str, fouten: Fouten) -> Any:
    return waarde if isinstance(waarde, bool) else _fout(fouten, pad, "invalid", "Geef true of false.")


def _getal(schema: Schema, soort: type) -> Toets:
    laagst, hoogst = schema.get("minimum"), schema.get("maximum")
    goed = (int,) if soort is int else (int, float)

    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if isinstance(waarde, float) and soort is int and waarde.is_integer():
            waarde = int(waarde)
        if not isinstance(waarde, goed) or isinstance(waarde, bool):
            return _fout(fouten, pad, "invalid", "Dit is geen getal.")
        if laagst is not None and waarde < laagst:
            return _fout(fouten, pad, "min_value", f"Dit is ten minste {laagst}.")
        if hoogst is not None and waarde > hoogst:
            return _fout(fouten, pad, "max_value", f"Dit is ten hoogste {hoogst}.")
        if soort is int and abs(waarde) >= 2**63:
            return _fout(fouten, pad, "max_value", "Dit getal is te groot.")
        return waarde

    return toets


def _tekst(schema: Schema, verplicht: bool) -> Toets:
    """A string. An address that must be there may not be empty, whether or not the document says so."""
    meeste, minste = schema.get("maxLength"), schema.get("minLength", 0)
    vorm = schema.get("format", "")
    patroon = re.compile(schema["pattern"]) if "pattern" in schema else None
    lees = _VORMEN.get(vorm)
    leeg_mag = minste == 0 and lees is None and not (vorm == "uri" and verplicht)

    def toets(waarde: Any, pad: str, fouten: Fouten) -> Any:
        if not isinstance(waarde, str) or _NUL in waarde:
            return _fout(fouten, pad, "invalid", "Dit is geen geldige tekst.")
        if waarde == "":
            return "" if leeg_mag else _fout(fouten, pad, "blank", "Dit veld mag niet leeg zijn.")
        if meeste is not None and len(waarde) > meeste:
            return _fout(fouten, pad, "max_length", f"Dit veld heeft ten hoogste {meeste} tekens.")
        if len(waarde) < minste:
            return _fout(fouten, pad, "min_length", f"Dit veld heeft ten minste {minste} tekens.")
        if patroon is not None and not patroon.search(waarde):
            return _fout(fouten, pad, "invalid", "Deze waarde heeft niet de juiste vorm.")
        if vorm == "uri" and not is_adres(waarde):
            return _fout(fouten, pad, "bad-url", "Dit is geen geldig adres (URL).")
        if lees is not None:
            try:
                return lees(waarde)
            except ValueError:
                return _fout(fouten, pad, "invalid", f"Deze waarde heeft niet de vorm {vorm}.")
        return waarde

    return toets


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

"""What all our APIs change in the standard's documents: the refusals that it leaves out of an operation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WEG = object()  # as the value of an Aanpassing: what stands there is left out

METHODEN = ("get", "post", "put", "patch", "delete", "head")
_REDENEN = {
    "400": "a parameter or a field that the document does not have is told, at every operation",
    "401": "the document names every refusal that the gate can give",
    "403": "the document names every refusal that the gate can give",
    "404": "a page beyond the last, an attribute that can't be opened and an address without a thing are not found",
    "406": "the document names every refusal that the gate can give",
    "409": "what the state does not allow is a conflict, at every operation that changes something",
    "413": "a body has a greatest size",
    "415": "the document names every refusal that the gate can give",
    "422": "a key that a client sends along, to say again safely, may have been used for another call",
    "429": "every applicatie has a number of calls in a minute",
}
BLADWIJZER = "na"
_BLADWIJZER = {
    "name": BLADWIJZER,
    "in": "query",
    "required": False,
    "schema": {"type": "integer", "minimum": 1},
    "description": "Staat in `next`: waar de vorige bladzijde ophield. Alleen met `page`, en niet met `ordering`.",
}
_WAAROM_BLADWIJZER = (
    "An extension: a page that is reached by next begins where the last one ended, costs what the first costs, and "
    "shows no row twice when others are added meanwhile."
)
_NIET_BIJ = {  # what a method can't run into
    "get": {"409", "413", "415", "422"},
    "head": {"409", "413", "415", "422"},
    "delete": {"413", "415", "422"},
    "put": {"422"},
    "patch": {"422"},
}


@dataclass(frozen=True)
class Aanpassing:
    """One difference to the standard's document: ``pad`` of keys, the new value (or ``WEG``), and the reason."""

    pad: tuple[str, ...]
    waarde: Any
    reden: str


def weigeringen(standaard: Mapping[str, Any]) -> Iterator[Aanpassing]:
    """Every operation can refuse in these ways, in the shape that the standard has for it."""
    schemas = standaard["components"]["schemas"]
    for pad, inhoud in standaard["paths"].items():
        for methode in METHODEN:
            if methode not in inhoud:
                continue
            for code, reden in _REDENEN.items():
                if code not in inhoud[methode]["responses"] and code not in _NIET_BIJ.get(methode, ()):
                    yield Aanpassing(
                        ("paths", pad, methode, "responses", code), _weigering(code, methode, schemas), reden
                    )


def bladwijzers(standaard: Mapping[str, Any]) -> Iterator[Aanpassing]:
    """Every list with pages can be gone through without counting what was passed."""
    for pad, inhoud in standaard["paths"].items():
        if any(parameter.get("name") == "page" for parameter in inhoud.get("get", {}).get("parameters", ())):
            yield Aanpassing(("paths", pad, "get", "parameters", "+"), _BLADWIJZER, _WAAROM_BLADWIJZER)


def _weigering(code: str, methode: str, schemas: Mapping[str, Any]) -> dict[str, Any]:
    antwoord: dict[str, Any] = {"description": "Geweigerd"}
    naam = "ValidatieFout" if code == "400" else "Fout"
    if methode != "head":
        schema = {"$ref": f"#/components/schemas/{naam}"} if naam in schemas else {"type": "object"}
        antwoord["content"] = {"application/problem+json": {"schema": schema}}
    return antwoord

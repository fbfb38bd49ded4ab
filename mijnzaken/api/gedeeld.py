"""Changes to a document of the standard that several APIs share."""

import json
from collections.abc import Iterator
from typing import Any

from mijnzaken.api.contract import MAP, Aanpassing

IDEMPOTENTIE: tuple[dict[str, Any], str] = (
    {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "schema": {"type": "string", "maxLength": 255},
        "description": "Hetzelfde verzoek met dezelfde sleutel geeft een dag lang hetzelfde antwoord.",
    },
    "An extension: a client that got no answer may safely send a write again.",
)
_VREEMD = "A reference to a file of the standard's repository can't be followed from where this document is served."


def zonder_vreemde_verwijzingen(naam: str) -> Iterator[Aanpassing]:
    """Each ``$ref`` to another document becomes a free object; what stands there is in the document of its own API."""
    document = json.loads((MAP / f"{naam}.json").read_text())
    for pad in _vreemd(document, ()):
        yield Aanpassing(pad, {"type": "object", "additionalProperties": True}, _VREEMD)


def _vreemd(deel: Any, pad: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(deel, dict):
        if "$ref" in deel and not str(deel["$ref"]).startswith("#"):
            yield pad
            return
        for naam, verder in deel.items():
            yield from _vreemd(verder, (*pad, naam))
    elif isinstance(deel, list):
        for nummer, verder in enumerate(deel):
            yield from _vreemd(verder, (*pad, str(nummer)))

"""Reading one value out of a register's JSON, which may lack anything on the way to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def tekst(bron: Any, *pad: str) -> str:
    """The text (or number) at this path; empty when any step is missing or something else stands there."""
    for stap in pad:
        if not isinstance(bron, Mapping):
            return ""
        bron = bron.get(stap)
    return str(bron) if isinstance(bron, str | int) and not isinstance(bron, bool) else ""


def datum(bron: Any, *pad: str) -> date | None:
    """A full date at this path, plain or as Haal Centraal's ``{"type": "Datum", "datum": ...}``; partial dates are
    none.
    """
    waarde = tekst(bron, *pad) or tekst(bron, *pad, "datum")
    try:
        return date.fromisoformat(waarde) if waarde else None
    except ValueError:
        return None

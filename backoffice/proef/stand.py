"""How far somebody is with trying a version: what was filled in and done, kept in the session and nowhere else."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest

from catalogus.models import Zaaktype

_SLEUTEL = "proef"
MEESTE = 40  # acts: they are all done again for every page


@dataclass
class Daad:
    """One act, and what was posted with it."""

    naam: str
    post: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Stand:
    """``antwoorden`` are in stored form, by name of the gegeven."""

    antwoorden: dict[str, Any] = field(default_factory=dict)
    verstuurd: bool = False
    daden: list[Daad] = field(default_factory=list)


def lees(request: HttpRequest, versie: Zaaktype) -> Stand:
    bewaard = request.session.get(_SLEUTEL) or {}
    if bewaard.get("versie") != str(versie.uuid):
        return Stand()
    stand = bewaard["stand"]
    return Stand(stand["antwoorden"], stand["verstuurd"], [Daad(**daad) for daad in stand["daden"]])


def bewaar(request: HttpRequest, versie: Zaaktype, stand: Stand) -> None:
    """One version at a time: who tries another begins anew."""
    request.session[_SLEUTEL] = {"versie": str(versie.uuid), "stand": asdict(stand)}


def vergeet(request: HttpRequest) -> None:
    request.session.pop(_SLEUTEL, None)

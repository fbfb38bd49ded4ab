"""What a data subject asked, in his own words, above the screen where that is done."""

from dataclasses import dataclass

from catalogus.formulieren import in_woorden
from catalogus.models import Gegeven, SoortGegeven
from mijnzaken.zaken.inzien import Inzage

_WIE = frozenset({"naam", "geboortedatum"})  # who he is stands elsewhere


@dataclass(frozen=True)
class Gevraagd:
    gegeven: Gegeven
    waarde: str


def gevraagd(inzage: Inzage) -> list[Gevraagd]:
    """The answers of the request but who he is and which files he sent."""
    rijen = [rij for rij in inzage.gegevens if rij.gegeven.naam not in _WIE]
    return [
        Gevraagd(rij.gegeven, in_woorden(rij.gegeven, rij.waarde))
        for rij in rijen
        if rij.gegeven.soort != SoortGegeven.BESTAND
    ]

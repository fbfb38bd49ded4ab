"""What a reader of any kind of file gives: a zaaktype in the form of our exchange file, and what it had to leave."""

from dataclasses import dataclass, field
from typing import Any

from catalogus.uitwisseling.lezen import FORMAAT, SOORT, lees_los
from catalogus.uitwisseling.opmaak import opmaak
from catalogus.uitwisseling.passen import Melding, Meldingen


@dataclass(frozen=True)
class Gelezen:
    """One zaaktype of a file. ``meldingen`` says what could not be taken over as it stood."""

    soort: str
    identificatie: str
    naam: str
    tekst: str
    meldingen: list[Melding] = field(default_factory=list)


def als_bestand(soort: str, inhoud: dict[str, Any], meldingen: Meldingen) -> Gelezen:
    """A zaaktype of another kind of file, from here on read as a file of our own. Raises OnbruikbaarBestand."""
    tekst = opmaak({"soort": SOORT, "formaat": FORMAAT, **{deel: rijen for deel, rijen in inhoud.items() if rijen}})
    proces = inhoud["processen"][0]
    lees_los(proces["identificatie"], tekst.encode())
    return Gelezen(soort, proces["identificatie"], proces["naam"], tekst + "\n", meldingen.rijen())

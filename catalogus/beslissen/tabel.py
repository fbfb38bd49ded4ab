"""The outcome of a decision table: the first rule that fits decides.

A rule fits when every condition in it holds; a condition that is not there means: whatever the answer is. When a rule
would fit but for an answer that is missing, there is no outcome yet: a later rule may not decide before its turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalogus.formulieren.opslag import OnjuisteWaarde, uit_opslag

Inhoud = Mapping[str, Any]
SOORTEN = ("ja_nee", "keuze", "meerkeuze", "getal", "bedrag", "datum")
"""The kinds of answers that a rule can look at."""
MET_GRENZEN = ("getal", "bedrag", "datum")


@dataclass(frozen=True)
class Tabelvraag:
    """A question of a table, as a form asks it (``catalogus.formulieren.Vraag``)."""

    naam: str
    label: str
    soort: str
    keuzes: Sequence[Mapping[str, str]] = ()
    hulptekst: str = ""
    verplicht: bool = False
    toon_als: Mapping[str, Any] = field(default_factory=dict)
    validatie: Mapping[str, Any] = field(default_factory=dict)
    voorvulling: str = ""
    corrigeerbaar: bool = True
    correctie_uitleg: str = ""


@dataclass(frozen=True)
class Uitslag:
    """``regel`` counts from 1. Without a rule: ``ontbreekt`` names the answers that are needed first, or, when it is
    empty, no rule fits these answers.
    """

    regel: int | None = None
    dan: Mapping[str, Any] | None = None
    ontbreekt: tuple[str, ...] = ()


def vragen_van(inhoud: Inhoud) -> list[Tabelvraag]:
    return [Tabelvraag(**vraag) for vraag in inhoud["vragen"]]


def beslis(inhoud: Inhoud, antwoorden: Mapping[str, Any]) -> Uitslag:
    """The outcome for these answers in stored form. An answer that does not fit its question counts as missing."""
    gegeven = {vraag["naam"]: _gelezen(vraag["soort"], antwoorden.get(vraag["naam"])) for vraag in inhoud["vragen"]}
    for nummer, regel in enumerate(inhoud["regels"], start=1):
        ontbreekt = []
        for naam, eis in regel["als"].items():
            if gegeven[naam] is None:
                ontbreekt.append(naam)
            elif not _voldoet(eis, gegeven[naam]):
                break
        else:
            return Uitslag(ontbreekt=tuple(ontbreekt)) if ontbreekt else Uitslag(nummer, regel["dan"])
    return Uitslag()


def _gelezen(soort: str, waarde: Any) -> Any:
    try:
        return uit_opslag(soort, waarde)
    except OnjuisteWaarde:
        return None


def _voldoet(eis: Mapping[str, Any], waarde: Any) -> bool:
    if "is" in eis:
        return bool(waarde is eis["is"])
    if "een_van" in eis:
        gekozen = waarde if isinstance(waarde, list) else [waarde]
        return any(deel in eis["een_van"] for deel in gekozen)
    van, tot = grenzen(eis, waarde)
    return (van is None or waarde >= van) and (tot is None or waarde <= tot)


def grenzen(eis: Mapping[str, Any], als: Any) -> tuple[Any, Any]:
    """The two limits of a condition, as comparable with ``als``: dates for a date, numbers for a number."""
    soort = "datum" if hasattr(als, "isoformat") else "getal"
    return tuple(uit_opslag(soort, eis.get(woord)) for woord in ("van", "tot_en_met"))  # type: ignore[return-value]


@dataclass(frozen=True)
class Proef:
    """An example with what the table says of it now."""

    naam: str
    antwoorden: Mapping[str, Any]
    verwacht: Mapping[str, Any] | None
    uitslag: Uitslag

    @property
    def klopt(self) -> bool:
        return not self.uitslag.ontbreekt and self.uitslag.dan == self.verwacht


def proeven(inhoud: Inhoud) -> list[Proef]:
    return [Proef(**voorbeeld, uitslag=beslis(inhoud, voorbeeld["antwoorden"])) for voorbeeld in inhoud["voorbeelden"]]


def onbereikbaar(inhoud: Inhoud) -> list[int]:
    """Rules after one that always fits, or with the same conditions as an earlier one: they never decide."""
    nooit, gezien = [], []
    for nummer, regel in enumerate(inhoud["regels"], start=1):
        if {} in gezien or regel["als"] in gezien:
            nooit.append(nummer)
        gezien.append(regel["als"])
    return nooit

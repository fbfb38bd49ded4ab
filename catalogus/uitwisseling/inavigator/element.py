"""One element of the export: its fields by name, and which of them nobody asked for."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element as Knoop

_TECHNISCH = frozenset(
    {"bron", "actueel-van", "laatst-gewijzigd", "actief", "numerieke-code", "naam-model", "vraag-model", "volgnummer"}
)
"""About the export itself, and what a name was before somebody changed it."""
_EENHEDEN = {"dag": "D", "week": "W", "maand": "M", "jaar": "Y"}


class Element:
    """``velden`` of an element, with the spaces of the layout taken out."""

    def __init__(self, knoop: Knoop) -> None:
        self.knoop = knoop
        self._velden: dict[str, str] = {}
        self._lijsten: dict[str, list[dict[str, str]]] = {}
        self._gezien: set[str] = set()
        for veld in knoop.findall("velden/*"):
            self._lees(veld)

    def _lees(self, veld: Knoop) -> None:
        if (rijen := veld.findall("list/fields")) or veld.find("list") is not None:
            self._lijsten[veld.tag] = [{deel.get("naam", ""): _tekst(deel) for deel in rij} for rij in rijen]
        elif (structuur := veld.find("structuur")) is not None:
            for deel in structuur:
                self._velden[f"{veld.tag}/{deel.tag}"] = _tekst(deel)
        elif len(veld):
            self._velden[veld.tag] = ", ".join(filter(None, (_tekst(deel) for deel in veld.iter() if not len(deel))))
        else:
            self._velden[veld.tag] = _tekst(veld)

    @property
    def nummer(self) -> int:
        waarde = self.knoop.get("volgnummer", "")
        return int(waarde) if waarde.isdecimal() else 0

    @property
    def actief(self) -> bool:
        return self._velden.get("actief", "Ja") != "Nee"

    def neem(self, *namen: str) -> str:
        """The first of these fields that is filled; all of them count as asked for."""
        self._gezien.update(namen)
        return next((self._velden[naam] for naam in namen if self._velden.get(naam)), "")

    def samen(self, *namen: str) -> str:
        """All of these fields that are filled, each as a paragraph."""
        self._gezien.update(namen)
        return "\n\n".join(dict.fromkeys(self._velden[naam] for naam in namen if self._velden.get(naam)))

    def ja(self, naam: str) -> bool:
        return self.neem(naam).lower() == "ja"

    def duur(self, naam: str) -> str:
        """A number and its unit as an ISO period; empty when there is none."""
        getal, eenheid = self.neem(naam), self.neem(f"{naam}-eenheid").lower()
        return f"P{int(getal)}{_EENHEDEN[eenheid]}" if getal.isdecimal() and eenheid in _EENHEDEN else ""

    def lijst(self, naam: str) -> list[dict[str, str]]:
        self._gezien.add(naam)
        return self._lijsten.get(naam, [])

    def rest(self) -> Iterator[tuple[str, str]]:
        """What is filled and was not asked for. A 'Nee' is the same as nothing."""
        for naam, waarde in self._velden.items():
            stam = naam.partition("/")[0]
            if waarde not in ("", "Nee") and naam not in self._gezien | _TECHNISCH and not stam.endswith("-model"):
                yield stam, waarde
        for naam, rijen in self._lijsten.items():
            if rijen and naam not in self._gezien:
                yield naam, "; ".join(" ".join(filter(None, rij.values())) for rij in rijen)
        if lokaal := self.knoop.findall("LokaleMetaData/*"):
            yield "lokale metadata", ", ".join(filter(None, (deel.tag for deel in lokaal)))


def _tekst(knoop: Knoop) -> str:
    return re.sub(r"\s+", " ", "".join(knoop.itertext())).strip()

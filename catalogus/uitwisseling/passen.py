"""Values from another system, made to fit our columns; whatever does not fit as it is, is told."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from catalogus.models.velden import DuurVeld
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import PROCES, ZAAKTYPE
from catalogus.uitwisseling.waarden import uit_json

NIET, AANGEPAST, INGEVULD = "niet_overgenomen", "aangepast", "ingevuld"

Melding = dict[str, Any]
"""{groep, onderdeel, zin, namen}: one sentence about the parts of this kind that have these names."""


class Meldingen:
    """What of a file could not be taken over as it stood. The same sentence about more parts is one row."""

    def __init__(self) -> None:
        self._rijen: dict[tuple[str, str, str], list[str]] = {}

    def meld(self, groep: str, onderdeel: str, zin: str, naam: str = "") -> None:
        namen = self._rijen.setdefault((groep, onderdeel, zin), [])
        if naam and naam not in namen:
            namen.append(naam)

    def rijen(self) -> list[Melding]:
        """In the order of the groups, and in each as they were found."""
        volgorde = (NIET, AANGEPAST, INGEVULD)
        gevonden = sorted(self._rijen.items(), key=lambda paar: volgorde.index(paar[0][0]))
        return [
            {"groep": groep, "onderdeel": onderdeel, "zin": zin, "namen": namen}
            for (groep, onderdeel, zin), namen in gevonden
        ]


class Passer:
    """Makes rows in the form of the exchange file, and tells what it had to change for that."""

    def __init__(self, meldingen: Meldingen) -> None:
        self.meldingen = meldingen

    def rij(self, vorm: Vorm, naam: str, waarden: Rij, anders: Rij | None = None) -> Rij:
        """``waarden`` as far as they fit. ``anders`` fills in what the file leaves open, and that is told; what is no
        column (a reference, a list of parts) goes through as it is.
        """
        velden = {veld.name: veld for veld in vorm.velden()}
        rij = {}
        for kolom, waarde in waarden.items():
            if kolom not in velden:
                rij[kolom] = waarde
            elif waarde not in (None, "", []):
                gepast = self._pas(velden[kolom], waarde, onderdeel(vorm), naam)
                if gepast is not None:
                    rij[kolom] = gepast
        for kolom, waarde in (anders or {}).items():
            if kolom not in rij:
                rij[kolom] = waarde
                zin = f"{woord(kolom)} staat niet in het bestand; ingevuld is {_kort(waarde)}" if waarde != "" else ""
                self.meldingen.meld(INGEVULD, onderdeel(vorm), zin or f"{woord(kolom)} staat niet in het bestand", naam)
        return rij

    def naam(self, vorm: Vorm, vol: str, gebruikt: set[str], lengte: int) -> str:
        """A name that fits and that no other has; it is taken from then on."""
        naam, nummer = vol[:lengte].strip(), 2
        while naam in gebruikt:
            achter = f" {nummer}"
            naam, nummer = vol[: lengte - len(achter)].strip() + achter, nummer + 1
        gebruikt.add(naam)
        if naam != vol:
            self.meldingen.meld(AANGEPAST, vorm.naam, f"heet hier ‘{naam}’", vol)
        return naam

    def _pas(self, veld: Any, waarde: Any, soort: str, naam: str) -> Any:
        ingekort = _ingekort(veld, waarde)
        try:
            uit_json(veld, ingekort)
        except ValidationError:
            self.meldingen.meld(NIET, soort, f"{woord(veld.name)}: {_kort(waarde)} past hier niet", naam)
            return None
        if ingekort != waarde:
            zin = f"{woord(veld.name)} is ingekort: {_kort(waarde)}"
            self.meldingen.meld(AANGEPAST, soort, zin, naam)
        return ingekort


def onderdeel(vorm: Vorm) -> str:
    """What a person calls a part of this form; the process and its version are the zaaktype to him."""
    return "zaaktype" if vorm is ZAAKTYPE or vorm is PROCES else vorm.naam


def woord(kolom: str) -> str:
    """How a person calls a column."""
    return kolom.replace("_", " ").replace("-", " ")


def _ingekort(veld: Any, waarde: Any) -> Any:
    """Only of a text without a form of its own can a piece be left off."""
    if isinstance(veld, ArrayField) and isinstance(waarde, list):
        return [_ingekort(veld.base_field, deel) for deel in waarde]
    vormvrij = isinstance(veld, models.CharField) and not isinstance(veld, models.URLField | DuurVeld)
    if vormvrij and not veld.choices and isinstance(waarde, str) and len(waarde) > veld.max_length:
        return waarde[: veld.max_length - 1].rstrip() + "…"
    return waarde


def _kort(waarde: Any) -> str:
    tekst = ", ".join(str(deel) for deel in waarde) if isinstance(waarde, list) else str(waarde)
    return f"‘{tekst if len(tekst) <= 200 else tekst[:199] + '…'}’"

"""The rules of a product on a day, and what they say of answers: one source for form, public page and case handler."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogus.beslissen.tabel import Tabelvraag, Uitslag, beslis, onbereikbaar, proeven, vragen_van
from catalogus.beslissen.woorden import regel_in_woorden, uitslag_in_woorden
from catalogus.keuzes import voor_een_tabel
from catalogus.models import Beslistabel

_VOLGORDE = {"mag": 1, "krijgt": 2, "kosten": 3, "duur": 4}


@dataclass(frozen=True)
class Uitkomst:
    """What one table says of these answers. ``regel`` is empty when no rule decided."""

    tabel: Beslistabel
    uitslag: Uitslag

    @property
    def wat(self) -> str:
        return str(self.tabel.get_soort_display())

    @property
    def zin(self) -> str:
        return uitslag_in_woorden(self.tabel.inhoud, self.uitslag)

    @property
    def regel(self) -> str:
        return regel_in_woorden(self.tabel.inhoud, self.uitslag.regel) if self.uitslag.regel else ""

    @property
    def mag_niet(self) -> bool:
        return self.uitslag.dan is not None and self.uitslag.dan.get("mag") is False

    @property
    def open_vraag(self) -> bool:
        return bool(self.uitslag.ontbreekt)


def tabellen_op(product_id: int | None, dag: date) -> list[Beslistabel]:
    """The tables that hold on this day: who may, what one gets, what it costs, how long it takes."""
    if product_id is None:
        return []
    rijen = Beslistabel.objects.geldig_op(dag).filter(product=product_id)
    return sorted(rijen, key=lambda tabel: _VOLGORDE[tabel.soort])


def uitkomsten(tabellen: list[Beslistabel], antwoorden: Mapping[str, Any]) -> list[Uitkomst]:
    return [Uitkomst(tabel, beslis(tabel.inhoud, antwoorden)) for tabel in tabellen]


def alle_vragen(tabellen: list[Beslistabel]) -> list[Tabelvraag]:
    """The questions of the tables together, each name once: for the check on the public page."""
    gezien: dict[str, Tabelvraag] = {}
    for tabel in tabellen:
        for vraag in vragen_van(tabel.inhoud):
            gezien.setdefault(vraag.naam, vraag)
    return list(gezien.values())


def bezwaren(tabel: Beslistabel) -> list[str]:
    """What stands in the way of using a draft."""
    gevonden = []
    if not tabel.inhoud["regels"]:
        gevonden.append("De tabel heeft nog geen regels.")
    for proef in proeven(tabel.inhoud):
        if not proef.klopt:
            gevonden.append(f"Het voorbeeld {proef.naam} geeft een andere uitkomst dan u verwacht.")
    for nummer in onbereikbaar(tabel.inhoud):
        gevonden.append(f"Regel {nummer} beslist nooit: een regel ervoor past altijd eerder.")
    for vraag in vragen_van(tabel.inhoud):
        for ander in _zelfde_naam(tabel, vraag.naam):
            if (ander.soort, voor_een_tabel(ander.keuzes)) != (vraag.soort, voor_een_tabel(vraag.keuzes)):
                gevonden.append(f"De vraag {vraag.naam} is in een andere tabel van dit product anders.")
    return gevonden


def let_op(tabel: Beslistabel, gevraagd: set[str]) -> list[str]:
    """What an administrator wants to know, and which does not stop the table. ``gevraagd``: names in the form."""
    gevonden = []
    if not tabel.inhoud["voorbeelden"]:
        gevonden.append("Er zijn nog geen voorbeelden. Probeer de tabel uit en bewaar wat u controleerde.")
    if tabel.inhoud["regels"] and tabel.inhoud["regels"][-1]["als"]:
        gevonden.append("De laatste regel past niet altijd. Wie buiten de regels valt, krijgt geen uitkomst.")
    for vraag in vragen_van(tabel.inhoud):
        if vraag.naam not in gevraagd:
            gevonden.append(f"Het formulier vraagt {vraag.naam} niet. Daar en bij de zaak is er dan geen uitkomst.")
    return gevonden


def _zelfde_naam(tabel: Beslistabel, naam: str) -> list[Tabelvraag]:
    anderen = Beslistabel.objects.filter(product=tabel.product_id, geldig_tot=None).exclude(soort=tabel.soort)
    return [vraag for ander in anderen for vraag in vragen_van(ander.inhoud) if vraag.naam == naam]

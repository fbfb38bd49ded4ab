"""The rules of a product on a day, and what they say of answers: one source for form, public page and case handler."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogus.beslissen.tabel import Tabelvraag, Uitslag, beslis, vragen_van
from catalogus.beslissen.woorden import regel_in_woorden, uitslag_in_woorden
from catalogus.models import Beslistabel

_VOLGORDE = {"mag": 1, "kosten": 2, "duur": 3}


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
    """The tables that hold on this day: who may, what it costs, how long it takes."""
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

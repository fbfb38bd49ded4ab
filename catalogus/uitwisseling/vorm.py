"""How the rows of one model are written in an exchange file, and what such a row refers to outside its zaaktype."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models

Rij = dict[str, Any]
"""A row in its normal form: every column is there, with Python values (dates as dates)."""


@dataclass(frozen=True)
class Verwijzing:
    """A column that points to another row, written as that row's ``sleutel``.

    ``collectie`` is a list of the same zaaktype when ``binnen``, else a list of the whole catalogue.
    """

    collectie: str
    sleutel: str
    binnen: bool = False
    meer: bool = False


@dataclass(frozen=True)
class Vorm:
    """How rows of one model are written. ``sleutel`` tells rows within one list apart."""

    model: type[models.Model]
    naam: str
    sleutel: tuple[str, ...]
    ouder: str = ""
    weglaten: frozenset[str] = frozenset()
    mag_leeg: frozenset[str] = (
        frozenset()
    )  # texts that a concept leaves open; the checks before publishing ask for them
    verwijzingen: dict[str, Verwijzing] = field(default_factory=dict)
    kinderen: "dict[str, Vorm]" = field(default_factory=dict)

    def velden(self) -> "list[models.Field[Any, Any]]":
        """The columns that are written as they are."""
        return [
            veld
            for veld in self.model._meta.concrete_fields
            if not (veld.is_relation or veld.primary_key or veld.generated or veld.name in {"uuid", *self.weglaten})
        ]

    def kan_leeg(self, kolom: str) -> bool:
        """Whether a reference may be absent."""
        veld = self.model._meta.get_field(kolom)
        return bool(getattr(veld, "null", False) or getattr(veld, "many_to_many", False))

    def sleutel_van(self, rij: Rij) -> tuple[Any, ...]:
        return tuple(rij[kolom] for kolom in self.sleutel)


@dataclass(frozen=True)
class NaarBuiten:
    """One value by which a row points to something outside its zaaktype."""

    vorm: Vorm
    rij: Rij
    kolom: str
    collectie: str
    waarde: Any


def naar_buiten(vorm: Vorm, rij: Rij) -> Iterator[NaarBuiten]:
    """All of a row and of what is below it."""
    for kolom, verwijzing in vorm.verwijzingen.items():
        if not verwijzing.binnen:
            for waarde in waarden(rij[kolom]):
                yield NaarBuiten(vorm, rij, kolom, verwijzing.collectie, waarde)
    for naam, kindvorm in vorm.kinderen.items():
        for kind in rij[naam]:
            yield from naar_buiten(kindvorm, kind)


def waarden(waarde: Any) -> list[Any]:
    """What a column that refers holds: none, one or several."""
    if isinstance(waarde, list):
        return waarde
    return [] if waarde is None else [waarde]

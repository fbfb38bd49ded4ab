"""The register of fields: to which group of data a field belongs and from which level on it is seen.

Every field of every guarded model that leaves the process stands here; what is not registered is denied, and a test
that walks all models is red.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models

from autorisatie.models import Gegevensgroep, Niveau

_register: dict[type[models.Model], dict[str, tuple[str, int]]] = {}


def registreer(model: type[models.Model], groep: str, velden: Mapping[int, str]) -> None:
    """Register fields (or properties) of ``model`` under ``groep``: ``{Niveau.KERN: "omschrijving startdatum",
    ...}``.
    """
    van_model = _register.setdefault(model, {})
    for niveau, namen in velden.items():
        for naam in namen.split():
            van_model[naam] = (groep, niveau)


def groep_en_niveau(model: type[models.Model], veld: str) -> tuple[str, int] | None:
    return _register.get(model, {}).get(veld)


def geregistreerd() -> Mapping[type[models.Model], Mapping[str, tuple[str, int]]]:
    return _register


class _NietZichtbaar:
    """What a hidden field gives: nothing to print, nothing to walk through, false in a condition."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return ""

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0


NIET_ZICHTBAAR = _NietZichtbaar()


class Zicht:
    """A row as one actor may see it: each attribute by its group and level, anything unregistered not at all."""

    __slots__ = ("_niveaus", "_rij")

    def __init__(self, rij: models.Model, niveaus: Mapping[str, int]) -> None:
        self._rij = rij
        self._niveaus = niveaus

    def __getattr__(self, naam: str) -> Any:
        plek = groep_en_niveau(type(self._rij), naam)
        if plek is None:
            raise AttributeError(f"{type(self._rij).__name__}.{naam} staat niet in het register van velden.")
        groep, niveau = plek
        return getattr(self._rij, naam) if self._niveaus.get(groep, Niveau.GEEN) >= niveau else NIET_ZICHTBAAR


def zichten(rijen: Any, niveaus: Mapping[str, int]) -> list[Zicht]:
    return [Zicht(rij, niveaus) for rij in rijen]


def ziet(niveaus: Mapping[str, int], groep: Gegevensgroep, niveau: Niveau) -> bool:
    return niveaus.get(groep, Niveau.GEEN) >= niveau

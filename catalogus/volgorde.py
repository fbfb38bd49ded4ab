"""The order of the parts of a zaaktype: one place up or down, within what they stand in."""

from typing import Any

from django.db import models

from catalogus.models import (
    Formulierstap,
    Gegeven,
    Statustype,
    Taaktype,
    Verdeelregel,
    ZaaktypeBesluittype,
    ZaaktypeInformatieobjecttype,
)

_KOLOM: dict[type[models.Model], str] = {
    Formulierstap: "volgnummer",
    Gegeven: "volgorde",
    Statustype: "volgnummer",
    Taaktype: "volgorde",
    Verdeelregel: "volgorde",
    ZaaktypeBesluittype: "volgorde",
    ZaaktypeInformatieobjecttype: "volgnummer",
}


def heeft_volgorde(model: type[models.Model]) -> bool:
    return model in _KOLOM


def achteraan(rij: Any) -> Any:
    """A new part with the place after those that are there. A status says itself where it comes: the last one ends."""
    kolom = _KOLOM.get(type(rij))
    if kolom is not None and not isinstance(rij, Statustype):
        hoogste = type(rij)._default_manager.filter(zaaktype=rij.zaaktype_id).aggregate(h=models.Max(kolom))["h"] or 0
        setattr(rij, kolom, hoogste + 1)
    return rij


def groep(rij: Any) -> Any:
    """Within what it moves: a question within its step, all else within the zaaktype."""
    return rij.stap_id if isinstance(rij, Gegeven) else None


def verplaats(rij: Any, *, omhoog: bool) -> bool:
    """Change places with its neighbour; False when there is none. Numbers that are taken once are kept: only who has
    which changes.
    """
    kolom = _KOLOM[type(rij)]
    alle = type(rij)._default_manager.filter(zaaktype=rij.zaaktype_id).select_for_update().order_by(kolom, "pk")
    buren = [ander for ander in alle if groep(ander) == groep(rij)]
    plaats = [ander.pk for ander in buren].index(rij.pk)
    ander = plaats - 1 if omhoog else plaats + 1
    if not 0 <= ander < len(buren):
        return False
    nummers = [getattr(buur, kolom) for buur in buren]
    if len(set(nummers)) < len(nummers):
        nummers = list(range(1, len(buren) + 1))
    buren[plaats], buren[ander] = buren[ander], buren[plaats]
    _nummer(type(rij), kolom, {buur.pk: nummer for buur, nummer in zip(buren, nummers, strict=True)}, buren)
    return True


def _nummer(model: type[models.Model], kolom: str, nieuw: dict[int, int], buren: list[Any]) -> None:
    """Two never hold one number at the same moment, as the database demands: who changes first waits above the rest."""
    anders = [buur for buur in buren if getattr(buur, kolom) != nieuw[buur.pk]]
    boven = max([*nieuw.values(), *(getattr(buur, kolom) for buur in buren)])
    for stap, buur in enumerate(anders, start=1):
        model._default_manager.filter(pk=buur.pk).update(**{kolom: boven + stap})
    for buur in anders:
        model._default_manager.filter(pk=buur.pk).update(**{kolom: nieuw[buur.pk]})

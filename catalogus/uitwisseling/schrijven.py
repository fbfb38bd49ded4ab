"""Rows of the database in normal form, and as the text of an exchange file."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from catalogus.models import Catalogus
from catalogus.uitwisseling.lezen import FORMAAT, SOORT
from catalogus.uitwisseling.opmaak import opmaak
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import CATALOGUS, DELEN
from catalogus.uitwisseling.waarden import naar_json, standaard


def rij_van(vorm: Vorm, bron: models.Model) -> Rij:
    """A row with all that belongs to it, in normal form: names instead of keys."""
    rij: Rij = {veld.name: getattr(bron, veld.name) for veld in vorm.velden()}
    for naam, verwijzing in vorm.verwijzingen.items():
        if verwijzing.meer:
            rij[naam] = sorted({getattr(doel, verwijzing.sleutel) for doel in getattr(bron, naam).all()}, key=str)
        else:
            rij[naam] = getattr(getattr(bron, naam), verwijzing.sleutel, None)
    for naam, kindvorm in vorm.kinderen.items():
        rij[naam] = [rij_van(kindvorm, kind) for kind in _met_verwijzingen(kindvorm, getattr(bron, naam).all())]
    return rij


def geordend(vorm: Vorm, rij: Rij) -> Rij:
    """The row with its children in order of name, for comparing: where they stand in a file means nothing."""
    kinderen = {
        naam: sorted((geordend(kindvorm, kind) for kind in rij[naam]), key=lambda kind: str(kindvorm.sleutel_van(kind)))
        for naam, kindvorm in vorm.kinderen.items()
    }
    return {**rij, **kinderen}


def schrijf(catalogus: Catalogus, delen: dict[str, list[Rij]] | None = None) -> str:
    """The whole catalogue as the text of an exchange file, or only the given rows of it."""
    inhoud: dict[str, Any] = {
        "soort": SOORT,
        "formaat": FORMAAT,
        "catalogus": _naar_bestand(CATALOGUS, rij_van(CATALOGUS, catalogus)),
    }
    for naam, vorm in DELEN.items():
        rijen = delen.get(naam, []) if delen is not None else alle_rijen(naam, catalogus)
        if rijen:
            inhoud[naam] = [_naar_bestand(vorm, rij) for rij in rijen]
    return opmaak(inhoud) + "\n"


def alle_rijen(deel: str, catalogus: Catalogus) -> list[Rij]:
    """The rows of one section; of a catalogus where the section belongs to one."""
    vorm = DELEN[deel]
    rijen = vorm.model._default_manager.all()
    if vorm.ouder == "catalogus":
        rijen = rijen.filter(catalogus=catalogus)
    return [rij_van(vorm, rij) for rij in _met_verwijzingen(vorm, rijen)]


def _met_verwijzingen(vorm: Vorm, rijen: Any) -> Any:
    """Fetch what rows refer to in a constant number of queries; what was fetched already is not fetched again."""
    een = [naam for naam, verwijzing in vorm.verwijzingen.items() if not verwijzing.meer]
    meer = [naam for naam, verwijzing in vorm.verwijzingen.items() if verwijzing.meer]
    kinderen = [naam for naam, kind in vorm.kinderen.items() if not kind.kinderen and not kind.verwijzingen]
    rijen = rijen.select_related(*een) if een else rijen
    return rijen.prefetch_related(*meer, *kinderen) if meer or kinderen else rijen


def _naar_bestand(vorm: Vorm, rij: Rij) -> Rij:
    """Only what differs from the value that reading fills in: a file is read by people."""
    kort: Rij = {}
    for veld in vorm.velden():
        try:
            weg = rij[veld.name] == standaard(veld)
        except ValidationError:
            weg = False
        if not weg:
            kort[veld.name] = naar_json(veld, rij[veld.name])
    kort |= {naam: rij[naam] for naam in vorm.verwijzingen if rij[naam] not in (None, [])}
    for naam, kindvorm in vorm.kinderen.items():
        if rij[naam]:
            kort[naam] = [_naar_bestand(kindvorm, kind) for kind in rij[naam]]
    return kort

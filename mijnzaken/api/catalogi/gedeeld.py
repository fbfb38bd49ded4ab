"""What the resources of the catalogue share: which of them are shown, and the dates of the zaaktype they belong to."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag

LEZEN = "catalogi.lezen"
STANDAARD = {"status": "definitief"}
_CONCEPT = {"alles": None, "concept": True, "definitief": False}


def plek(soort: str, uuid: Any) -> str:
    return adres(f"/catalogi/api/v1/{soort}/{uuid}")


def plekken(soort: str, rijen: Iterable[Any]) -> list[str]:
    return [plek(soort, rij.uuid) for rij in rijen]


def naar_status(is_concept: Q) -> Filter:
    """``status``: what was published, what is a concept, or both; ``is_concept`` says which rows are one."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        if waarde not in _CONCEPT:
            raise veldfout("status", "invalid_choice", "Kies alles, concept of definitief.")
        concept = _CONCEPT[waarde]
        if concept is None:
            return rijen
        return rijen.filter(is_concept) if concept else rijen.exclude(is_concept)

    return smal


def op_dag(naar_zaaktype: str) -> Filter:
    """``datumGeldigheid``: the version that held on that day."""

    def smal(rijen: Rijen, waarde: date, vraag: Vraag) -> Rijen:
        begin, einde = f"{naar_zaaktype}begin_geldigheid", f"{naar_zaaktype}einde_geldigheid"
        return rijen.filter(
            Q(**{f"{einde}__isnull": True}) | Q(**{f"{einde}__gt": waarde}), **{f"{begin}__lte": waarde}
        )

    return smal


BIJ_ZAAKTYPE: dict[str, str | Filter] = {
    "zaaktype": verwijst("zaaktype__uuid", "catalogi.zaaktypen"),
    "zaaktypeIdentificatie": "zaaktype__proces__identificatie",
    "status": naar_status(Q(zaaktype__stand="concept")),
    "datumGeldigheid": op_dag("zaaktype__"),
}


def van_zaaktype(rij: Any) -> Inhoud:
    """The zaaktype, the catalogue and the dates of what is part of a zaaktype: those of the version itself."""
    soort = rij.zaaktype
    return {
        "zaaktype": plek("zaaktypen", soort.uuid),
        "zaaktypeIdentificatie": soort.proces.identificatie,
        "catalogus": plek("catalogussen", soort.proces.catalogus.uuid),
        **geldigheid(soort),
    }


def geldigheid(rij: Any) -> Inhoud:
    return {
        "beginGeldigheid": rij.begin_geldigheid,
        "eindeGeldigheid": rij.einde_geldigheid,
        "beginObject": rij.begin_object,
        "eindeObject": rij.einde_object,
    }


def te_lezen(**velden: Any) -> Bron:
    """A resource of the catalogue, to read. A list of it leaves concepts out unless it is asked for them."""
    return Bron(**{"pad": f"/{velden['naam']}", "lezen": LEZEN, "standaard": STANDAARD, **velden})


MET_ZAAKTYPE = ("zaaktype__proces__catalogus",)

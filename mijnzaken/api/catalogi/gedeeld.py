"""What the resources of the catalogue share: which of them are shown, and the dates of the zaaktype they belong to."""

from datetime import date
from typing import Any

from django.db.models import Q

from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.kolommen import lees
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag

LEZEN = "catalogi.lezen"
STANDAARD = {"status": "definitief"}
_CONCEPT = {"alles": None, "concept": True, "definitief": False}


def _pad(soort: str, uuid: Any) -> str:
    return f"/catalogi/api/v1/{soort}/{uuid}"


def plek(soort: str, uuid: Any) -> str:
    return adres(_pad(soort, uuid))


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
    """``datumGeldigheid``: the version that held on that day. The document calls it text."""

    def smal(rijen: Rijen, waarde: str, vraag: Vraag) -> Rijen:
        dag = _dag("datumGeldigheid", waarde)
        begin, einde = f"{naar_zaaktype}begin_geldigheid", f"{naar_zaaktype}einde_geldigheid"
        return rijen.filter(Q(**{f"{einde}__isnull": True}) | Q(**{f"{einde}__gt": dag}), **{f"{begin}__lte": dag})

    return smal


def op_datum(opzoek: str, naam: str) -> Filter:
    """Precisely this day, where the document calls it text."""
    return lambda rijen, waarde, vraag: rijen.filter(**{opzoek: _dag(naam, waarde)})


def _dag(naam: str, waarde: str) -> date:
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        raise veldfout(naam, "invalid", "Schrijf een datum als 2026-03-02.") from None


GELDIGHEID = {
    "beginGeldigheid": "begin_geldigheid",
    "eindeGeldigheid": "einde_geldigheid",
    "beginObject": "begin_object",
    "eindeObject": "einde_object",
}
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
        **lees(soort, GELDIGHEID),
    }


def in_de_catalogus(**velden: Any) -> Bron:
    """A resource of the catalogue. A list of it leaves concepts out unless it is asked for them."""
    return Bron(**{"pad": f"/{velden['naam']}", "lezen": LEZEN, "standaard": STANDAARD, **velden})


def bij_zaaktype(**velden: Any) -> Bron:
    """A part of a zaaktype: what happens to it is told of that zaaktype."""
    return in_de_catalogus(
        **{
            "hoofd": lambda rij: (_pad("zaaktypen", rij.zaaktype.uuid), rij.zaaktype.uuid, "zaaktype"),
            "kanaal": "zaaktypen",
            "kenmerken": lambda rij: {"catalogus": plek("catalogussen", rij.zaaktype.proces.catalogus.uuid)},
            **velden,
        }
    )


MET_ZAAKTYPE = ("zaaktype__proces__catalogus",)

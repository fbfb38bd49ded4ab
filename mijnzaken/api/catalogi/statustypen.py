"""The steps of a zaaktype, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, OuterRef
from django.db.models.functions import JSONObject

from autorisatie.actor import Applicatie
from catalogus.models import ChecklistItem, Gegeven, Statustype
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import BIJ_ZAAKTYPE, MET_ZAAKTYPE, bij_zaaktype, plek, van_zaaktype
from mijnzaken.api.catalogi.schrijven import deel_van, van_deel
from mijnzaken.api.catalogi.verwanten import adressen, verwanten
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting.typen import Typegegevens

_KOLOMMEN = {
    "omschrijving": "omschrijving",
    "omschrijvingGeneriek": "omschrijving_generiek",
    "statustekst": "statustekst",
    "volgnummer": "volgnummer",
    "informeren": "informeren",
    "doorlooptijd": "doorlooptijd",
    "toelichting": "toelichting",
}
_VRAGEN = {
    "itemnaam": "itemnaam",
    "toelichting": "toelichting",
    "vraagstelling": "vraagstelling",
    "verplicht": "verplicht",
}


def _rijen(actor: Applicatie) -> Rijen:
    hier = OuterRef("pk")
    vragen = ChecklistItem.objects.filter(statustype=hier).order_by("volgnummer")
    return Statustype.objects.select_related(*MET_ZAAKTYPE).annotate(
        hoogste=Max("zaaktype__statustypen__volgnummer"),
        bij_eigenschappen=verwanten(Gegeven.objects.filter(statustype=hier).order_by("pk"), "naam"),
        bij_vragen=ArraySubquery(vragen.values(als_json=JSONObject(**_VRAGEN))),
    )


def _vorm(rij: Any) -> Inhoud:
    return {
        "url": plek("statustypen", rij.uuid),
        **k.lees(rij, _KOLOMMEN),
        **van_zaaktype(rij),
        "isEindstatus": rij.volgnummer == rij.hoogste,
        "checklistitemStatustype": rij.bij_vragen,
        "eigenschappen": adressen("eigenschappen", rij.bij_eigenschappen),
    }


def _vul(vraag: Vraag, rij: Statustype, gegevens: Typegegevens) -> None:
    lijf = vraag.gegevens
    if "eigenschappen" in lijf:
        gegevens.lijsten["eigenschappen"] = [
            deel_van(vraag, f"eigenschappen.{nummer}", "catalogi.eigenschappen", rij.zaaktype, url or "")
            for nummer, url in enumerate(lijf["eigenschappen"])
        ]
    if "checklistitemStatustype" in lijf:
        gegevens.kinderen["checklistitems"] = [
            {
                "volgnummer": nummer,
                "itemnaam": gezegd["itemnaam"],
                "vraagstelling": gezegd["vraagstelling"],
                "toelichting": gezegd.get("toelichting") or "",
                "verplicht": gezegd.get("verplicht", False),
            }
            for nummer, gezegd in enumerate(lijf["checklistitemStatustype"], start=1)
        ]


STATUSTYPEN = bij_zaaktype(
    naam="statustypen",
    soort="statustype",
    schema="StatusType",
    model=Statustype,
    rijen=_rijen,
    vorm=_vorm,
    filters=BIJ_ZAAKTYPE,
    uitklap={
        "catalogus": "catalogi.catalogussen",
        "zaaktype": "catalogi.zaaktypen",
        "eigenschappen": "catalogi.eigenschappen",
    },
    **van_deel(Statustype, _KOLOMMEN, _vul),
)

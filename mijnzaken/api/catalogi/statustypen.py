"""The steps of a zaaktype, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.db.models import Max

from autorisatie.actor import Applicatie
from catalogus.models import Statustype
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import BIJ_ZAAKTYPE, MET_ZAAKTYPE, bij_zaaktype, plek, plekken, van_zaaktype
from mijnzaken.api.catalogi.schrijven import deel_van, van_deel
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
    hoogste = Max("zaaktype__statustypen__volgnummer")
    rijen = Statustype.objects.select_related(*MET_ZAAKTYPE).prefetch_related("eigenschappen", "checklistitems")
    return rijen.annotate(hoogste=hoogste)


def _vorm(rij: Any) -> Inhoud:
    return {
        "url": plek("statustypen", rij.uuid),
        **k.lees(rij, _KOLOMMEN),
        **van_zaaktype(rij),
        "isEindstatus": rij.volgnummer == rij.hoogste,
        "checklistitemStatustype": [k.lees(vraag, _VRAGEN) for vraag in rij.checklistitems.all()],
        "eigenschappen": plekken("eigenschappen", rij.eigenschappen.all()),
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

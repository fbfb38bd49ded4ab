"""Zaken as cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse

from mijnzaken.portaal.woorden import kaarttermijn
from mijnzaken.zaken.models import Zaak


@dataclass(frozen=True)
class Kaart:
    titel: str
    url: str
    onderwerp: str
    status: str
    termijn: str
    afgerond: bool


def kaarten(zaken: Sequence[Zaak]) -> list[Kaart]:
    """The cards of these zaken; two queries for all of them."""
    prefetch_related_objects(list(zaken), "statussen__statustype", "resultaten__resultaattype")
    return [
        Kaart(
            titel=zaak.titel,
            url=reverse("mijn_zaak", args=[zaak.uuid]),
            onderwerp=zaak.omschrijving,
            status=_status(zaak),
            termijn=kaarttermijn(zaak),
            afgerond=not zaak.is_open,
        )
        for zaak in zaken
    ]


def _status(zaak: Zaak) -> str:
    """The resident's words: the result once there is one, else the current step."""
    resultaat = next(iter(zaak.resultaten.all()), None)
    if resultaat is not None:
        return resultaat.resultaattype.naam_inwoner or resultaat.resultaattype.omschrijving
    huidig = next((s for s in zaak.statussen.all() if s.indicatie_laatst_gezette_status), None)
    return huidig.statustype.woorden if huidig else zaak.get_fase_display()

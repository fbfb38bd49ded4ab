"""Zaken as cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse

from autorisatie.actor import Burger
from mijnzaken.zaken.medebetrokkenen import met_beschermde_aanvrager
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.woorden import kaarttermijn, status_in_woorden


@dataclass(frozen=True)
class Kaart:
    titel: str
    url: str
    onderwerp: str
    status: str
    termijn: str
    afgerond: bool


def kaarten(actor: Burger, zaken: Sequence[Zaak]) -> list[Kaart]:
    """The cards of these zaken; three queries for all of them. What it is about is often an address: not that of
    another party who must not be found.
    """
    beschermd = met_beschermde_aanvrager(actor, zaken)
    prefetch_related_objects(list(zaken), "statussen__statustype", "resultaten__resultaattype")
    return [
        Kaart(
            titel=zaak.titel,
            url=reverse("mijn_zaak", args=[zaak.uuid]),
            onderwerp="" if zaak.pk in beschermd else zaak.omschrijving,
            status=status_in_woorden(zaak),
            termijn=kaarttermijn(zaak),
            afgerond=not zaak.is_open,
        )
        for zaak in zaken
    ]

"""``/publish``: a zaaktype or another type may be used from now on."""

from collections.abc import Callable
from typing import Any

from mijnzaken.api import kolommen as k
from mijnzaken.api import sporen
from mijnzaken.api.bron import Bewerking, Bron
from mijnzaken.api.catalogi.schrijven import met_namen
from mijnzaken.api.lezen import haal
from mijnzaken.api.vraag import Antwoord, Vraag


def publiceer(bron: Bron, handeling: Callable[..., Any], kolommen: k.Kolommen) -> Bewerking:
    def werk(vraag: Vraag) -> Antwoord:
        rij = haal(vraag, bron)
        oud = bron.vorm(rij)
        with met_namen(kolommen):
            handeling(vraag.actor, rij)
        nieuw = bron.vorm(rij)
        sporen.leg_vast(vraag, bron, rij, oud=oud, nieuw=nieuw, status=200)
        return Antwoord(nieuw)

    return werk

"""``/vertegenwoordigingen``: who acts for whom now. The person himself or a register says so; here it is read."""

from collections.abc import Sequence
from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep, Machtiging
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.klantinteracties.gedeeld import naar, op_beide, pad
from mijnzaken.api.klantinteracties.partij import LEZEN
from mijnzaken.api.vraag import Vraag


def _rijen(wie: Applicatie) -> Rijen:
    return Machtiging.objects.voor(wie).select_related("gever", "gemachtigde")


def _vorm(rij: Any) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(pad("vertegenwoordigingen", rij.uuid)),
        "vertegenwoordigendePartij": naar("partijen", rij.gemachtigde.uuid),
        "vertegenwoordigdePartij": naar("partijen", rij.gever.uuid),
    }


def _beiden(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    return {pk for rij in rijen for pk in (rij.gever_id, rij.gemachtigde_id)}


VERTEGENWOORDIGINGEN = Bron(
    naam="vertegenwoordigingen",
    soort="vertegenwoordiging",
    pad="/vertegenwoordigingen",
    schema="Vertegenwoordigden",
    model=Machtiging,
    rijen=_rijen,
    vorm=_vorm,
    lezen=LEZEN,
    groep=Gegevensgroep.PERSOONSGEGEVENS,
    lezing="gegevens_inzien",
    betrokkenen=_beiden,
    filters={
        **op_beide("vertegenwoordigendePartij", "gemachtigde__uuid"),
        **op_beide("vertegenwoordigdePartij", "gever__uuid"),
    },
    wisselt=True,
)

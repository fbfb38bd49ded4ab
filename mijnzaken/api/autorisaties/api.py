"""Autorisaties 1.1.0: which systems there are, to read. One without all rights knows itself only."""

from autorisatie.actor import Applicatie as Actor
from autorisatie.models import Applicatie
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api, Bron, Inhoud, Rijen, meld_aan
from mijnzaken.api.contract import Contract


def _rijen(actor: Actor) -> Rijen:
    rijen = Applicatie.objects.all()
    return rijen if actor.heeft_alle_autorisaties else rijen.filter(client_id=actor.client_id)


def _vorm(rij: Applicatie) -> Inhoud:
    return {
        "url": adres(f"/autorisaties/api/v1/applicaties/{rij.uuid}"),
        "clientIds": [rij.client_id],
        "label": rij.label,
        "heeftAlleAutorisaties": rij.heeft_alle_autorisaties,
    }


APPLICATIES = Bron(
    naam="applicaties",
    soort="applicatie",
    pad="/applicaties",
    model=Applicatie,
    rijen=_rijen,
    vorm=_vorm,
    lezen="autorisaties.lezen",
)

API = meld_aan(Api(naam="autorisaties", component="ac", contract=Contract("autorisaties"), bronnen=[APPLICATIES]))

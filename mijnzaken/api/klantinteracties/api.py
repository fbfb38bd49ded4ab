"""Klantinteracties 0.9, as Open Klant publishes it: contacts, to read."""

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api, Bron, Inhoud, Rijen, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.klanten.models import Klantcontact


def _rijen(actor: Applicatie) -> Rijen:
    return Klantcontact.objects.voor(actor)


def _vorm(rij: Klantcontact) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(f"/klantinteracties/api/v1/klantcontacten/{rij.uuid}"),
        "nummer": rij.nummer,
        "kanaal": rij.kanaal,
        "onderwerp": rij.onderwerp,
        "plaatsgevondenOp": rij.plaatsgevonden_op,
    }


KLANTCONTACTEN = Bron(
    naam="klantcontacten",
    soort="klantcontact",
    pad="/klantcontacten",
    model=Klantcontact,
    rijen=_rijen,
    vorm=_vorm,
    lezen="klantinteracties.lezen",
    groep=Gegevensgroep.CONTACT,
)

API = meld_aan(
    Api(
        naam="klantinteracties",
        component="kic",
        contract=Contract("klantinteracties"),
        bronnen=[KLANTCONTACTEN],
        vast_token=True,
    )
)

"""``/onderwerpobjecten``: what a contact was about. A contact about a zaak of ours stands at that zaak."""

from dataclasses import replace
from typing import Any

from django.db.models import Q

from mijnzaken.api import lezen, schrijven
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.klantinteracties.bij_contact import bij_contact, met_contact
from mijnzaken.api.klantinteracties.gedeeld import (
    REDEN,
    genoemd,
    identificator,
    naar,
    op_beide,
    op_identificator,
    pad,
    uit_identificator,
)
from mijnzaken.api.klantinteracties.klantcontact import KLANTCONTACTEN
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject
from mijnzaken.zaken.handelingen import contacten

_ID = "onderwerpobjectidentificator"


def _rijen(wie: Any) -> Rijen:
    return met_contact(Onderwerpobject, wie).select_related("was_klantcontact")


def _vorm(rij: Any) -> Inhoud:
    was = rij.was_klantcontact
    return {
        "uuid": rij.uuid,
        "url": adres(pad("onderwerpobjecten", rij.uuid)),
        "klantcontact": naar("klantcontacten", rij.klantcontact.uuid),
        "wasKlantcontact": naar("klantcontacten", was.uuid) if was is not None else None,
        _ID: identificator(rij),
    }


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    is_nieuw = vraag.operatie.methode == "post"
    velden: dict[str, Any] = uit_identificator(vraag.gegevens.get(_ID)) if _ID in vraag.gegevens or is_nieuw else {}
    if "wasKlantcontact" in vraag.gegevens:
        velden["was_klantcontact"] = genoemd(vraag, "wasKlantcontact", Klantcontact)
    return velden


ONDERWERPOBJECTEN = bij_contact(
    naam="onderwerpobjecten",
    soort="onderwerpobject",
    schema="Onderwerpobject",
    model=Onderwerpobject,
    rijen=_rijen,
    vorm=_vorm,
    filters={
        **op_beide("klantcontact", "klantcontact__uuid"),
        **op_beide("wasKlantcontact", "was_klantcontact__uuid"),
        **op_identificator(_ID, lambda kolom: kolom),
    },
    contact="klantcontact",
    gezegd=_gezegd,
    toevoegen=contacten.onderwerp_toevoegen,
    wijzigen=contacten.onderwerp_wijzigen,
    weghalen=contacten.onderwerp_verwijderen,
)


def verwijder(vraag: Vraag) -> Antwoord:
    """DELETE; ``cascade``: also the contacts that then are about nothing. ``behouden`` are those that stay."""
    if not vraag.parameters.get("cascade"):
        return schrijven.verwijderen(vraag)
    rij = lezen.haal(vraag, ONDERWERPOBJECTEN)
    schrijven.verwijderen(vraag)
    behouden = []
    for contact in filter(None, (rij.klantcontact, rij.was_klantcontact)):
        if _gaat_nog_ergens_over(contact):
            behouden.append(adres(pad("klantcontacten", contact.uuid)))
        else:
            schrijven.verwijderen(replace(vraag, bron=KLANTCONTACTEN, pad={"uuid": contact.uuid}))
    return Antwoord({"behouden": behouden})


def _gaat_nog_ergens_over(contact: Klantcontact) -> bool:
    over = Onderwerpobject.objects.systeem(REDEN).filter(Q(klantcontact=contact) | Q(was_klantcontact=contact))
    return over.exists()

"""``/rekeningnummers``: the accounts of a partij, as other systems know them. No payment of ours looks here: that takes
its number from the zaak that it is of.
"""

from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Partij
from catalogus import nummers
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.klantinteracties.gedeeld import genoemd, naar, pad, zelfde
from mijnzaken.api.klantinteracties.partij import bij_partij
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import bij_partij as handelingen
from mijnzaken.klanten.models import Rekeningnummer

_KOLOMMEN = {"iban": "iban", "bic": "bic"}


def _rijen(wie: Applicatie) -> Rijen:
    return Rekeningnummer.objects.voor(wie).select_related("partij")


def _vorm(rij: Rekeningnummer) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(pad("rekeningnummers", rij.uuid)),
        "partij": naar("partijen", rij.partij.uuid),
        "iban": rij.toon_iban(),
        **({"bic": rij.bic} if rij.bic else {}),  # by the document it has eight characters, or is not there
    }


def _voeg_toe(vraag: Vraag) -> Rekeningnummer:
    partij = genoemd(vraag, "partij", Partij)
    rij: Rekeningnummer = handelingen.rekeningnummer_toevoegen(
        vraag.actor, partij, schrijf(vraag.gegevens, Rekeningnummer, _KOLOMMEN)
    )
    return rij


def _wijzig(vraag: Vraag, rij: Rekeningnummer) -> Rekeningnummer:
    zelfde(vraag, "partij", rij.partij)
    velden = schrijf(vraag.gegevens, Rekeningnummer, _KOLOMMEN)
    nieuw: Rekeningnummer = handelingen.rekeningnummer_wijzigen(vraag.actor, rij.partij, rij, velden)
    return nieuw


def _verwijder(vraag: Vraag, rij: Rekeningnummer) -> None:
    handelingen.rekeningnummer_weghalen(vraag.actor, rij.partij, rij)


def _met_iban(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    try:
        return rijen.filter(iban_zoekwaarde=Rekeningnummer.zoekwaarde(nummers.iban(waarde)))
    except nummers.OnjuistNummer:
        return rijen.none()


REKENINGNUMMERS: Bron = bij_partij(
    naam="rekeningnummers",
    soort="rekeningnummer",
    schema="Rekeningnummer",
    model=Rekeningnummer,
    rijen=_rijen,
    vorm=_vorm,
    filters={"uuid": "uuid", "bic": "bic", "iban": _met_iban},
    aanmaken=_voeg_toe,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
    uniek={"rekeningnummer_eens": ("iban", "unique")},
)

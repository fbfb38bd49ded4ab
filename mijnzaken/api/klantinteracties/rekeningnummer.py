"""``/rekeningnummers``: the accounts of a partij, as other systems know them. No payment of ours looks here: that takes
its number from the zaak that it is of.
"""

from typing import Any

from autorisatie.actor import Applicatie
from catalogus import nummers
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.klantinteracties.bij_partij import bij_partij
from mijnzaken.api.klantinteracties.gedeeld import naar, pad
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import bij_partij as handelingen
from mijnzaken.klanten.models import Rekeningnummer


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


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    return schrijf(vraag.gegevens, Rekeningnummer, {"iban": "iban", "bic": "bic"})


def _met_iban(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    try:
        return rijen.filter(iban_zoekwaarde=Rekeningnummer.zoekwaarde(nummers.iban(waarde)))
    except nummers.OnjuistNummer:
        return rijen.none()


REKENINGNUMMERS = bij_partij(
    naam="rekeningnummers",
    soort="rekeningnummer",
    schema="Rekeningnummer",
    model=Rekeningnummer,
    rijen=_rijen,
    vorm=_vorm,
    filters={"uuid": "uuid", "bic": "bic", "iban": _met_iban},
    gezegd=_gezegd,
    toevoegen=handelingen.rekeningnummer_toevoegen,
    wijzigen=handelingen.rekeningnummer_wijzigen,
    weghalen=handelingen.rekeningnummer_weghalen,
    uniek={"rekeningnummer_eens": ("iban", "unique")},
)

"""Whom a number names: the partij that has it, or a new one when nobody here knew it yet (by log-in, or because another
system registers a zaak of it).
"""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from autorisatie.inloggen import eerste_keer
from autorisatie.models import Partij, SoortPartij
from autorisatie.versleuteling import zoekwaarde

_REDEN = "een partij bij haar nummer zoeken"


def persoon(bsn: str, **naam: Any) -> Partij:
    """``naam`` holds for who is new: what is known of a person comes from the BRP."""

    def maak() -> Partij:
        partij = Partij(soort_partij=SoortPartij.PERSOON, **naam)
        partij.zet_bsn(bsn)
        return partij

    return vind_of_maak({"bsn_zoekwaarde": zoekwaarde(bsn)}, maak)


def organisatie(kvk: str, naam: str = "") -> Partij:
    """The whole organisation."""
    return vind_of_maak(
        {"kvk_nummer": kvk, "vestigingsnummer": ""},
        lambda: Partij(soort_partij=SoortPartij.ORGANISATIE, kvk_nummer=kvk, organisatienaam=naam or f"KvK {kvk}"),
    )


def vestiging(nummer: str, hoofd: Partij) -> Partij:
    """One branch. The number may turn out to be of another organisation: the caller looks at its ``kvk_nummer``."""
    return vind_of_maak(
        {"vestigingsnummer": nummer},
        lambda: Partij(
            soort_partij=SoortPartij.ORGANISATIE,
            kvk_nummer=hoofd.kvk_nummer,
            vestigingsnummer=nummer,
            vestiging_van=hoofd,
            organisatienaam=hoofd.organisatienaam,
        ),
    )


def vind_of_maak(sleutel: dict[str, str], maak: Callable[[], Partij]) -> Partij:
    """One partij per number, also when two come at the same moment (the database holds it unique)."""
    rijen = Partij.objects.systeem(_REDEN).filter(**sleutel)
    gevonden = rijen.first()
    if gevonden is not None:
        return gevonden  # type: ignore[no-any-return]
    partij = maak()
    partij.werk_zoeknaam_bij()
    try:
        with transaction.atomic():
            partij.save(force_insert=True)
            eerste_keer.begin(partij.pk)
    except IntegrityError:
        return rijen.get()  # type: ignore[no-any-return]
    return partij

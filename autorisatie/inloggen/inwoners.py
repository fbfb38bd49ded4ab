"""Claims of DigiD, eHerkenning and eIDAS become a partij: found by its number, or made at the first log-in."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsnregels

from autorisatie.inloggen import eerste_keer
from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.models import Partij, SoortPartij
from autorisatie.versleuteling import zoekwaarde

_REDEN = "inloggen"


def partij_van(middel: Middel, claims: dict[str, Any]) -> Partij:
    """Who logged in. Raises ``InlogWeigering('gegevens')`` when the provider gave no number, or one that cannot be."""
    waarden = {naam: str(claims.get(claim) or "").strip() for naam, claim in middel.blok["claims"].items()}
    if waarden.get("bsn"):
        return _persoon(_bsn(waarden["bsn"]), waarden)
    if waarden.get("kvk"):
        return _organisatie(waarden)
    if waarden.get("pseudo"):
        return _zonder_bsn(middel, waarden)
    raise InlogWeigering("gegevens", "geen nummer")


def _bsn(waarde: str) -> str:
    """The BSN from a claim; DigiD may write the sector before it (s00000000 is that of the BSN)."""
    sector, _, nummer = waarde.rpartition(":")
    if sector not in ("", "s00000000"):
        raise InlogWeigering("gegevens", "andere sector")
    try:
        return str(bsnregels.validate(nummer))
    except ValidationError as fout:
        raise InlogWeigering("gegevens", "bsn") from fout


def _cijfers(waarde: str, aantal: int, naam: str) -> str:
    if not (waarde.isascii() and waarde.isdigit() and len(waarde) == aantal):
        raise InlogWeigering("gegevens", naam)
    return waarde


def _persoon(bsn: str, waarden: dict[str, str]) -> Partij:
    def maak() -> Partij:
        partij = Partij(soort_partij=SoortPartij.PERSOON, **_naam(waarden))
        partij.zet_bsn(bsn)
        return partij

    return _vind_of_maak({"bsn_zoekwaarde": zoekwaarde(bsn)}, maak)


def _zonder_bsn(middel: Middel, waarden: dict[str, str]) -> Partij:
    """eIDAS without a BSN: the pseudonym holds for this provider only."""
    pseudo = zoekwaarde(f"{middel.aanbieder}|{waarden['pseudo']}", soort="pseudo")
    return _vind_of_maak(
        {"pseudo_id": pseudo}, lambda: Partij(soort_partij=SoortPartij.PERSOON, pseudo_id=pseudo, **_naam(waarden))
    )


def _organisatie(waarden: dict[str, str]) -> Partij:
    """The whole organisation, or the one branch to which the authorisation of this person is restricted."""
    kvk = _cijfers(waarden["kvk"], 8, "kvk")
    naam = waarden.get("naam", "")[:500]
    hoofd = _vind_of_maak(
        {"kvk_nummer": kvk, "vestigingsnummer": ""},
        lambda: Partij(soort_partij=SoortPartij.ORGANISATIE, kvk_nummer=kvk, organisatienaam=naam or f"KvK {kvk}"),
    )
    if not waarden.get("vestiging"):
        return hoofd
    nummer = _cijfers(waarden["vestiging"], 12, "vestiging")
    vestiging = _vind_of_maak(
        {"vestigingsnummer": nummer},
        lambda: Partij(
            soort_partij=SoortPartij.ORGANISATIE,
            kvk_nummer=kvk,
            vestigingsnummer=nummer,
            vestiging_van=hoofd,
            organisatienaam=hoofd.organisatienaam,
        ),
    )
    if vestiging.kvk_nummer != kvk:
        raise InlogWeigering("gegevens", "vestiging van een ander")
    return vestiging


def _naam(waarden: dict[str, str]) -> dict[str, Any]:
    naam: dict[str, Any] = {
        "voornaam": waarden.get("voornaam", "")[:200],
        "achternaam": waarden.get("achternaam", "")[:200],
    }
    if waarden.get("geboortedatum"):
        try:
            naam["geboortedatum"] = date.fromisoformat(waarden["geboortedatum"])
        except ValueError as fout:
            raise InlogWeigering("gegevens", "geboortedatum") from fout
    return naam


def _vind_of_maak(sleutel: dict[str, str], maak: Callable[[], Partij]) -> Partij:
    """One partij per number, also when somebody logs in twice at the same moment (the database holds it unique)."""
    rijen = Partij.objects.systeem(_REDEN).filter(**sleutel)
    gevonden = rijen.first()
    if gevonden is not None:
        return gevonden
    partij = maak()
    partij.werk_zoeknaam_bij()
    try:
        with transaction.atomic():
            partij.save(force_insert=True)
            eerste_keer.begin(partij.pk)
    except IntegrityError:
        return rijen.get()
    return partij

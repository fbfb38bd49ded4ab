"""Claims of DigiD, eHerkenning and eIDAS become a partij: found by its number, or made at the first log-in.

What the provider states of a machtiging is read here too, and fails closed: half of it, or a service that the settings
do not know, is no log-in.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsnregels

from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.kennismaken import organisatie, persoon, vestiging, vind_of_maak
from autorisatie.models import Partij, SoortPartij
from autorisatie.versleuteling import zoekwaarde


@dataclass(frozen=True)
class Ingelogd:
    """Who logged in, and for whom when the provider states it: with the slugs of the products, or ``["alles"]``."""

    partij: Partij
    gever: Partij | None = None
    producten: tuple[str, ...] = ()


def wie_van(middel: Middel, claims: dict[str, Any]) -> Ingelogd:
    """Raises ``InlogWeigering``: ``gegevens`` without a number that can be, ``machtiging`` for half a machtiging."""
    waarden = {naam: str(claims.get(claim) or "").strip() for naam, claim in middel.blok["claims"].items()}
    if waarden.get("tussenpersoon"):
        return _in_keten(middel, waarden)
    vertegenwoordigde = waarden.get("vertegenwoordigde", "")
    if vertegenwoordigde and vertegenwoordigde != waarden.get("bsn"):
        return _namens(middel, waarden)
    if middel.naam == "digid" and waarden.get("dienst") in middel.blok.get("diensten", {}):
        raise InlogWeigering("machtiging", "zonder vertegenwoordigde")
    return Ingelogd(_partij(middel, waarden))


def _namens(middel: Middel, waarden: dict[str, str]) -> Ingelogd:
    """DigiD Machtigen: a person acts for a person, for one service."""
    producten = _producten(middel, waarden)
    if not waarden.get("bsn"):
        raise InlogWeigering("machtiging", "zonder handelende")
    gever, gemachtigde = _bsn(waarden["vertegenwoordigde"]), _bsn(waarden["bsn"])
    if gever == gemachtigde:
        return Ingelogd(persoon(gemachtigde, **_naam(waarden)))
    return Ingelogd(persoon(gemachtigde, **_naam(waarden)), persoon(gever), producten)


def _in_keten(middel: Middel, waarden: dict[str, str]) -> Ingelogd:
    """eHerkenning: a person of an intermediary acts for a company (ketenmachtiging), for one service."""
    producten = _producten(middel, waarden)
    tussen = _cijfers(waarden["tussenpersoon"], 8, "tussenpersoon")
    if not waarden.get("handelend") or not waarden.get("kvk"):
        raise InlogWeigering("machtiging", "halve keten")
    if tussen == _cijfers(waarden["kvk"], 8, "kvk"):
        raise InlogWeigering("machtiging", "keten met zichzelf")
    return Ingelogd(_organisatie({"kvk": tussen}), _organisatie(waarden), producten)


def _producten(middel: Middel, waarden: dict[str, str]) -> tuple[str, ...]:
    """What the stated service opens, per the settings."""
    gevonden = middel.blok.get("diensten", {}).get(waarden.get("dienst", ""))
    if not gevonden:
        raise InlogWeigering("machtiging", "onbekende dienst" if waarden.get("dienst") else "zonder dienst")
    return tuple(gevonden)


def _partij(middel: Middel, waarden: dict[str, str]) -> Partij:
    if waarden.get("bsn"):
        return persoon(_bsn(waarden["bsn"]), **_naam(waarden))
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


def _zonder_bsn(middel: Middel, waarden: dict[str, str]) -> Partij:
    """eIDAS without a BSN: the pseudonym holds for this provider only."""
    pseudo = zoekwaarde(f"{middel.aanbieder}|{waarden['pseudo']}", soort="pseudo")
    return vind_of_maak(
        {"pseudo_id": pseudo}, lambda: Partij(soort_partij=SoortPartij.PERSOON, pseudo_id=pseudo, **_naam(waarden))
    )


def _organisatie(waarden: dict[str, str]) -> Partij:
    """The whole organisation, or the one branch to which the authorisation of this person is restricted."""
    kvk = _cijfers(waarden["kvk"], 8, "kvk")
    hoofd = organisatie(kvk, waarden.get("naam", "")[:500])
    if not waarden.get("vestiging"):
        return hoofd
    deel = vestiging(_cijfers(waarden["vestiging"], 12, "vestiging"), hoofd)
    if deel.kvk_nummer != kvk:
        raise InlogWeigering("gegevens", "vestiging van een ander")
    return deel


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

"""Name and address of whom the municipality knows by number only: somebody who logged in here for the first time.

A task asks the register, so that a log-in never waits for one; the sweep finds whom the nudge missed.
"""

from datetime import timedelta
from typing import Any

from autorisatie.models import Partij, SoortPartij
from catalogus import klok
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.gegevens import Adres, Onderneming, Persoon
from mijnzaken.bronnen.keuze import brp, kvk

REDEN = "naam en adres uit BRP of KvK aanvullen"
TAAK = "mijnzaken.bronnen.tasks.vul_partij_aan"
TERUG = timedelta(days=7)
NAAMLOOS = "KvK "  # how a company is called until the trade register told its name


def na_eerste_inloggen(partij_pk: int) -> None:
    """Called by log-in for a partij that it made."""
    stoot_aan(TAAK, partij_pk)


def vul_aan(partij_pk: int) -> bool:
    """Ask the register about this partij and keep its name and address. ``False``: no answer, it stays to be done.

    What was typed or found before is left alone: only a partij without a name is filled.
    """
    partij = Partij.objects.systeem(REDEN).filter(pk=partij_pk).first()
    if partij is None or not _is_naamloos(partij):
        return True
    try:
        velden = _gevonden(partij)
    except BronNietBereikbaar:
        return False
    for naam, waarde in velden.items():
        setattr(partij, naam, waarde)
    partij.werk_zoeknaam_bij()
    partij.save(update_fields=[*velden, "zoeknaam"])
    return True


def naamlozen(hoeveel: int) -> list[int]:
    """Partijen that a number is known of and no name, of the last days: an unknown number is not asked for ever."""
    rijen = Partij.objects.systeem(REDEN).filter(aangemaakt_op__gt=klok.nu() - TERUG)
    personen = rijen.filter(bsn_zoekwaarde__isnull=False, achternaam="")
    bedrijven = rijen.filter(organisatienaam__startswith=NAAMLOOS).exclude(kvk_nummer="")
    return list((personen | bedrijven).order_by("pk").values_list("pk", flat=True)[:hoeveel])


def _is_naamloos(partij: Partij) -> bool:
    if partij.soort_partij == SoortPartij.PERSOON:
        return partij.bsn is not None and not partij.achternaam
    return bool(partij.kvk_nummer) and partij.organisatienaam.startswith(NAAMLOOS)


def _gevonden(partij: Partij) -> dict[str, Any]:
    if partij.bsn is not None:
        persoon = brp().persoon(partij.bsn.tonen())
        return _van_persoon(persoon) if persoon else {}
    onderneming = kvk().onderneming(partij.kvk_nummer)
    return _van_onderneming(onderneming, partij.vestigingsnummer) if onderneming else {}


def _van_persoon(persoon: Persoon) -> dict[str, Any]:
    return {
        "voornaam": persoon.voornamen[:200],
        "voorletters": persoon.voorletters[:20],
        "voorvoegsel_achternaam": persoon.voorvoegsel[:80],
        "achternaam": persoon.geslachtsnaam[:200],
        "geslachtsaanduiding": persoon.geslacht[:1],
        "geboortedatum": persoon.geboortedatum,
        "overleden_op": persoon.overleden_op,
        "indicatie_geheimhouding": persoon.geheimhouding,
        **_van_adres(persoon.adres),
    }


def _van_onderneming(onderneming: Onderneming, vestigingsnummer: str) -> dict[str, Any]:
    """The company itself, with the address of its main branch; or the one branch."""
    gekozen = next(
        (
            een
            for een in onderneming.vestigingen
            if (een.vestigingsnummer == vestigingsnummer if vestigingsnummer else een.hoofdvestiging)
        ),
        None,
    )
    naam = gekozen.naam if vestigingsnummer and gekozen else onderneming.naam
    velden = {"organisatienaam": naam[:500], "rsin": "" if vestigingsnummer else onderneming.rsin}
    return {**velden, **_van_adres(gekozen.adres if gekozen else None)}


def _van_adres(adres: Adres | None) -> dict[str, Any]:
    if adres is None:
        return {}
    return {
        "straatnaam": adres.straatnaam[:255],
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter[:1],
        "huisnummertoevoeging": adres.huisnummertoevoeging[:20],
        "postcode": adres.postcode[:7],
        "stad": adres.woonplaats[:255],
        "nummeraanduiding_id": adres.nummeraanduiding_id[:255],
    }

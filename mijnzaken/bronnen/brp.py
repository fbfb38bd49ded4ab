"""Basisregistratie Personen: Haal Centraal BRP personen bevragen v2 and BRP bewoning.

A BSN goes into the body of a POST, as that API prescribes, never into an address.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mijnzaken.bronnen.client import BronNietBereikbaar, Verbinding
from mijnzaken.bronnen.gegevens import Adres, Persoon, Relatie, Vertegenwoordiging
from mijnzaken.bronnen.lezen import datum, tekst

VELDEN = [
    "burgerservicenummer",
    "naam",
    "geslacht",
    "geboorte.datum",
    "verblijfplaats",
    "adressering.aanschrijfwijze",
    "overlijden.datum",
]
RELATIEVELDEN = ["partners", "ouders", "kinderen", "verblijfplaats"]
SOORTEN = {"partners": "partner", "ouders": "ouder", "kinderen": "kind"}


class Brp:
    """Ask the BRP about one person."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding

    def persoon(self, bsn: str) -> Persoon | None:
        """The person with this BSN; ``None`` when the BRP does not know it. Raises BronNietBereikbaar."""
        rij = self._rij(bsn, VELDEN)
        return None if rij is None else _persoon(bsn, rij)

    def relaties(self, bsn: str, *, peildatum: date) -> list[Relatie]:
        """Partner, parents, children and who lives in the same dwelling on ``peildatum``; each person once per kind."""
        rij = self._rij(bsn, RELATIEVELDEN)
        if rij is None:
            return []
        relaties = list(_verwanten(rij))
        partners = {relatie.bsn for relatie in relatie_van_soort(relaties, "partner")}
        woning = tekst(rij.get("verblijfplaats"), "adresseerbaarObjectIdentificatie")
        if woning:
            relaties += [
                Relatie("huisgenoot", bewoner)
                for bewoner in self._bewoners(woning, peildatum)
                if bewoner != bsn and bewoner not in partners
            ]
        return relaties

    def gezag(self, bsn: str) -> list[Vertegenwoordiging]:
        """Who has authority over this minor, and over which minors this person has it (BW 1:245).

        No answer about authority, or one that the BRP cannot give, means nobody: a right is never guessed.
        """
        rij = self._rij(bsn, ["gezag"])
        return [] if rij is None else list(_gezag(bsn, rij.get("gezag")))

    def _rij(self, bsn: str, velden: list[str]) -> Mapping[str, Any] | None:
        antwoord = self._verbinding.vraag(
            "/personen",
            json={"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": [bsn], "fields": velden},
        )
        rijen = _lijst(antwoord, "personen")
        if not rijen:
            return None
        gevonden = tekst(rijen[0], "burgerservicenummer")
        if len(rijen) > 1 or (gevonden and gevonden != bsn):
            raise BronNietBereikbaar("BRP", "geeft een ander antwoord dan gevraagd")
        return rijen[0]

    def _bewoners(self, woning: str, peildatum: date) -> Iterator[str]:
        antwoord = self._verbinding.vraag(
            "/bewoningen",
            json={
                "type": "BewoningMetPeildatum",
                "adresseerbaarObjectIdentificatie": woning,
                "peildatum": peildatum.isoformat(),
            },
        )
        for bewoning in _lijst(antwoord, "bewoningen"):
            for bewoner in bewoning.get("bewoners", ()):
                nummer = tekst(bewoner, "burgerservicenummer")
                if nummer:
                    yield nummer


def relatie_van_soort(relaties: list[Relatie], soort: str) -> list[Relatie]:
    return [relatie for relatie in relaties if relatie.soort == soort]


def _lijst(antwoord: Any, naam: str) -> list[Mapping[str, Any]]:
    """The list in an answer. An answer of another shape is a fault of the source, not an empty result."""
    if antwoord is None:
        return []
    rijen = antwoord.get(naam) if isinstance(antwoord, Mapping) else None
    if not isinstance(rijen, list) or not all(isinstance(rij, Mapping) for rij in rijen):
        raise BronNietBereikbaar("BRP", "geeft een onbekend soort antwoord")
    return rijen


def _verwanten(rij: Mapping[str, Any]) -> Iterator[Relatie]:
    for naam, soort in SOORTEN.items():
        for verwant in rij.get(naam) or ():
            nummer = tekst(verwant, "burgerservicenummer")
            if nummer:
                yield Relatie(soort, nummer, datum(verwant, "aangaanHuwelijkPartnerschap", "datum"))


def _gezag(bsn: str, rijen: Any) -> Iterator[Vertegenwoordiging]:
    """Haal Centraal's kinds of gezag: parents alone or together, a parent with a third, guardians."""
    for rij in rijen if isinstance(rijen, list) else ():
        soort = tekst(rij, "type")
        kind = tekst(rij, "minderjarige", "burgerservicenummer") or bsn
        ouders = [*(rij.get("ouders") or ()), *filter(None, [rij.get("ouder")])]
        derden = [*(rij.get("derden") or ()), *filter(None, [rij.get("derde")])]
        if soort in ("TweehoofdigOuderlijkGezag", "EenhoofdigOuderlijkGezag", "GezamenlijkOuderlijkGezag"):
            wie = [("ouder", een) for een in ouders]
        elif soort == "GezamenlijkGezag":
            wie = [*(("ouder", een) for een in ouders), *(("voogd", een) for een in derden)]
        elif soort == "Voogdij":
            wie = [("voogd", een) for een in derden]
        else:  # TijdelijkGeenGezag, GezagNietTeBepalen
            continue
        for aard, een in wie:
            nummer = tekst(een, "burgerservicenummer")
            if nummer and nummer != kind and bsn in (kind, nummer):
                yield Vertegenwoordiging(kind, aard, bsn=nummer)


def _persoon(bsn: str, rij: Mapping[str, Any]) -> Persoon:
    naam = rij.get("naam")
    if not tekst(naam, "geslachtsnaam"):
        raise BronNietBereikbaar("BRP", "geeft een persoon zonder naam")
    return Persoon(
        bsn=bsn,
        voornamen=tekst(naam, "voornamen"),
        voorletters=tekst(naam, "voorletters"),
        voorvoegsel=tekst(naam, "voorvoegsel"),
        geslachtsnaam=tekst(naam, "geslachtsnaam"),
        geslacht=tekst(rij, "geslacht", "code") or "O",
        geboortedatum=datum(rij, "geboorte", "datum"),
        adres=_adres(rij.get("verblijfplaats")),
        aanschrijfnaam=tekst(rij, "adressering", "aanschrijfwijze", "naam") or tekst(naam, "volledigeNaam"),
        geheimhouding=bool(rij.get("geheimhoudingPersoonsgegevens")),
        overleden_op=datum(rij, "overlijden", "datum"),
    )


def _adres(verblijf: Any) -> Adres | None:
    if not isinstance(verblijf, Mapping) or verblijf.get("type") != "Adres":
        return None
    adres = verblijf.get("verblijfadres")
    nummer = tekst(adres, "huisnummer")
    return Adres(
        straatnaam=tekst(adres, "officieleStraatnaam") or tekst(adres, "korteStraatnaam"),
        huisnummer=int(nummer) if nummer.isdigit() else None,
        huisletter=tekst(adres, "huisletter"),
        huisnummertoevoeging=tekst(adres, "huisnummertoevoeging"),
        postcode=tekst(adres, "postcode"),
        woonplaats=tekst(adres, "woonplaats"),
        nummeraanduiding_id=tekst(verblijf, "nummeraanduidingIdentificatie"),
        adresseerbaar_object_id=tekst(verblijf, "adresseerbaarObjectIdentificatie"),
    )

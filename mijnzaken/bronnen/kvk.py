"""Handelsregister: KvK API Basisprofiel v1 (``/v1/basisprofielen/{kvkNummer}``)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mijnzaken.bronnen.client import BronNietBereikbaar, Verbinding
from mijnzaken.bronnen.gegevens import Adres, Onderneming, Vestiging
from mijnzaken.bronnen.lezen import datum, tekst

KVK_NUMMER = re.compile(r"[0-9]{8}")


class Kvk:
    """Ask the trade register about one company."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding

    def onderneming(self, nummer: str) -> Onderneming | None:
        """The company with its branches; ``None`` when there is none. Raises BronNietBereikbaar, or ValueError."""
        if not KVK_NUMMER.fullmatch(nummer):
            raise ValueError("Een KvK-nummer heeft 8 cijfers.")
        profiel = self._verbinding.vraag(f"/v1/basisprofielen/{nummer}")
        if profiel is None:
            return None
        if tekst(profiel, "kvkNummer") != nummer or not tekst(profiel, "naam"):
            raise BronNietBereikbaar("KvK", "geeft een ander antwoord dan gevraagd")
        eigenaar = profiel.get("_embedded", {}).get("eigenaar", {})
        toestand = eigenaar.get("bijzondereRechtstoestand")
        return Onderneming(
            kvk_nummer=nummer,
            rsin=tekst(eigenaar, "rsin"),
            naam=tekst(profiel, "naam"),
            rechtsvorm=tekst(eigenaar, "rechtsvorm"),
            vestigingen=tuple(self._vestigingen(nummer)),
            failliet_op=datum(toestand, "ingang") if tekst(toestand, "soort") == "Faillissement" else None,
            curator_kvk=tekst(toestand, "curator", "kvkNummer"),
        )

    def _vestigingen(self, nummer: str) -> Iterator[Vestiging]:
        lijst = self._verbinding.vraag(f"/v1/basisprofielen/{nummer}/vestigingen")
        rijen = [] if lijst is None else lijst.get("vestigingen") if isinstance(lijst, Mapping) else None
        if not isinstance(rijen, list):
            raise BronNietBereikbaar("KvK", "geeft een onbekend soort antwoord")
        for rij in rijen:
            yield Vestiging(
                vestigingsnummer=tekst(rij, "vestigingsnummer"),
                naam=tekst(rij, "eersteHandelsnaam"),
                hoofdvestiging=tekst(rij, "indHoofdvestiging") == "Ja",
                adres=_adres(rij.get("adres")),
            )


def _adres(rij: Any) -> Adres | None:
    if not isinstance(rij, Mapping):
        return None
    nummer = tekst(rij, "huisnummer")
    return Adres(
        straatnaam=tekst(rij, "straatnaam"),
        huisnummer=int(nummer) if nummer.isdigit() else None,
        huisletter=tekst(rij, "huisletter"),
        huisnummertoevoeging=tekst(rij, "huisnummerToevoeging"),
        postcode=tekst(rij, "postcode"),
        woonplaats=tekst(rij, "plaats"),
    )

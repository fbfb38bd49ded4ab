"""Basisregistratie Adressen en Gebouwen: Kadaster, BAG API individuele bevragingen v2."""

import re
from collections.abc import Mapping

from mijnzaken.bronnen.client import BronNietBereikbaar, Verbinding
from mijnzaken.bronnen.gegevens import Adres
from mijnzaken.bronnen.lezen import tekst

POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")


class Bag:
    """Ask the BAG for an address."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding

    def adres(self, postcode: str, huisnummer: int, *, huisletter: str = "", toevoeging: str = "") -> Adres | None:
        """The address at exactly this postcode and number; ``None`` when there is none.

        ``postcode`` with or without a space. Raises BronNietBereikbaar; ValueError for what is no postcode.
        """
        postcode = postcode.replace(" ", "").upper()
        if not POSTCODE.fullmatch(postcode) or huisnummer < 1:
            raise ValueError("Een postcode heeft 4 cijfers en 2 letters, een huisnummer is 1 of hoger.")
        params = {"postcode": postcode, "huisnummer": str(huisnummer), "exacteMatch": "true"}
        if huisletter:
            params["huisletter"] = huisletter
        if toevoeging:
            params["huisnummertoevoeging"] = toevoeging
        antwoord = self._verbinding.vraag("/adressen", params=params)
        if antwoord is None:
            return None
        if not isinstance(antwoord, Mapping):
            raise BronNietBereikbaar("BAG", "geeft een onbekend soort antwoord")
        rijen = antwoord.get("_embedded", {}).get("adressen", [])
        if not rijen:
            return None
        rij = rijen[0]
        if tekst(rij, "postcode") != postcode or tekst(rij, "huisnummer") != str(huisnummer):
            raise BronNietBereikbaar("BAG", "geeft een ander antwoord dan gevraagd")
        return Adres(
            straatnaam=tekst(rij, "openbareRuimteNaam"),
            huisnummer=huisnummer,
            huisletter=tekst(rij, "huisletter"),
            huisnummertoevoeging=tekst(rij, "huisnummertoevoeging"),
            postcode=postcode,
            woonplaats=tekst(rij, "woonplaatsNaam"),
            nummeraanduiding_id=tekst(rij, "nummeraanduidingIdentificatie"),
            adresseerbaar_object_id=tekst(rij, "adresseerbaarObjectIdentificatie"),
        )

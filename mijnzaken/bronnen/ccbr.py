"""Centraal Curatele- en bewindregister (rechtspraak): who is under curatele, bewind or mentorschap, and of whom."""

from collections.abc import Iterator, Mapping
from typing import Any

from catalogus import klok
from mijnzaken.bronnen.client import BronNietBereikbaar, Verbinding
from mijnzaken.bronnen.gegevens import Vertegenwoordiging
from mijnzaken.bronnen.lezen import datum, tekst

SOORTEN = {"curatele": "curator", "bewind": "bewindvoerder", "mentorschap": "mentor"}


class Ccbr:
    """Ask the register about one person, who is protected or protects."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding

    def maatregelen(self, *, bsn: str = "", kvk_nummer: str = "") -> list[Vertegenwoordiging]:
        """What holds today in which this person or company has a part. Raises BronNietBereikbaar."""
        vraag = {"burgerservicenummer": bsn} if bsn else {"kvkNummer": kvk_nummer}
        antwoord = self._verbinding.vraag("/registerkaarten", json=vraag)
        kaarten = [] if antwoord is None else antwoord.get("registerkaarten") if isinstance(antwoord, Mapping) else None
        if not isinstance(kaarten, list):
            raise BronNietBereikbaar("CCBR", "geeft een onbekend soort antwoord")
        return [een for kaart in kaarten for een in _van_kaart(kaart)]


def _van_kaart(kaart: Any) -> Iterator[Vertegenwoordiging]:
    """An entry that ended, has yet to begin, or is of a kind that we do not know, gives nobody a right."""
    begin, einde, dag = datum(kaart, "begin"), datum(kaart, "einde"), klok.vandaag()
    aard, beschermd = SOORTEN.get(tekst(kaart, "soort")), tekst(kaart, "betrokkene", "burgerservicenummer")
    if not aard or not beschermd or begin is None or begin > dag or (einde is not None and einde < dag):
        return
    for wie in kaart.get("vertegenwoordigers") or ():
        bsn, kvk = tekst(wie, "burgerservicenummer"), tekst(wie, "kvkNummer")
        if bsn or kvk:
            yield Vertegenwoordiging(beschermd, aard, bsn=bsn, kvk_nummer="" if bsn else kvk)

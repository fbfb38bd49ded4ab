"""What differs between two versions of a zaaktype, in words for who approves the change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalogus.models import Gegeven, Zaaktype
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import ZAAKTYPE
from catalogus.waardewoorden import Vragen, in_woorden

_VAN_DE_VERSIE_ZELF = frozenset(
    {"versienummer", "stand", "versiedatum", "begin_geldigheid", "einde_geldigheid", "begin_object", "einde_object"}
)


@dataclass(frozen=True)
class Verschil:
    """One difference. ``soort`` is nieuw, vervallen or gewijzigd; ``veld``, ``oud`` and ``nieuw`` only at the last."""

    soort: str
    onderdeel: str
    naam: str
    veld: str = ""
    oud: str = ""
    nieuw: str = ""

    def __str__(self) -> str:
        wat = f"{self.onderdeel} ‘{self.naam}’" if self.naam else self.onderdeel
        wat = wat[:1].upper() + wat[1:]
        if self.soort != "gewijzigd":
            return f"{wat} is {self.soort}."
        if not self.oud:
            return f"{wat}: {self.veld} is nu ‘{self.nieuw}’, was leeg."
        if not self.nieuw:
            return f"{wat}: {self.veld} is nu leeg, was ‘{self.oud}’."
        return f"{wat}: {self.veld} is nu ‘{self.nieuw}’, was ‘{self.oud}’."


def verschillen(oud: Zaaktype, nieuw: Zaaktype) -> list[Verschil]:
    """Everything that a resident or handler could notice; numbers and dates of the versions themselves are left out."""
    return verschillen_van_rijen(rij_van(ZAAKTYPE, oud), rij_van(ZAAKTYPE, nieuw))


def verschillen_van_rijen(oud: Rij, nieuw: Rij, vorm: Vorm = ZAAKTYPE) -> list[Verschil]:
    """The same for rows in normal form, which need not be in the database."""
    vragen = {
        rij["naam"]: Gegeven(**{kolom: rij[kolom] for kolom in ("naam", "label", "soort", "keuzes")})
        for versie in (oud, nieuw)
        for rij in versie.get("gegevens", [])
    }
    return list(_vergelijk(vorm, oud, nieuw, "zaaktype" if vorm is ZAAKTYPE else vorm.naam, "", vragen))


def _vergelijk(vorm: Vorm, oud: Rij, nieuw: Rij, onderdeel: str, naam: str, vragen: Vragen) -> Iterator[Verschil]:
    for kolom in [*(veld.name for veld in vorm.velden()), *vorm.verwijzingen]:
        if oud[kolom] != nieuw[kolom] and not (vorm is ZAAKTYPE and kolom in _VAN_DE_VERSIE_ZELF):
            veld: Any = vorm.model._meta.get_field(kolom)
            toen, nu = (in_woorden(veld, rij[kolom], vragen) for rij in (oud, nieuw))
            if toen == nu:  # what differs is not in the words: the fixed value behind a choice
                toen, nu = (in_woorden(veld, rij[kolom], vragen, precies=True) for rij in (oud, nieuw))
            yield Verschil("gewijzigd", onderdeel, naam, str(veld.verbose_name), toen, nu)
    for collectie, kindvorm in vorm.kinderen.items():
        yield from _vergelijk_lijst(kindvorm, oud[collectie], nieuw[collectie], vragen)


def _vergelijk_lijst(vorm: Vorm, oud: list[Rij], nieuw: list[Rij], vragen: Vragen) -> Iterator[Verschil]:
    """What went first, then what is there, each in the order in which its version has it."""
    toen = {vorm.sleutel_van(rij): rij for rij in oud}
    nu = {vorm.sleutel_van(rij): rij for rij in nieuw}
    for sleutel, rij in toen.items():
        if sleutel not in nu:
            yield Verschil("vervallen", vorm.naam, _naam(vorm, rij))
    for sleutel, rij in nu.items():
        if sleutel in toen:
            yield from _vergelijk(vorm, toen[sleutel], rij, vorm.naam, _naam(vorm, rij), vragen)
        else:
            yield Verschil("nieuw", vorm.naam, _naam(vorm, rij))


def _naam(vorm: Vorm, rij: Rij) -> str:
    """How a person calls the row: the label of a gegeven, the title of a step, else its key."""
    for kolom in ("label", "titel"):
        if rij.get(kolom):
            return str(rij[kolom])
    return " ".join(_sleutelwoord(vorm, kolom, rij[kolom]) for kolom in vorm.sleutel if rij[kolom])


def _sleutelwoord(vorm: Vorm, kolom: str, waarde: Any) -> str:
    """What a choice says, else the key itself."""
    return str(dict(getattr(vorm.model._meta.get_field(kolom), "flatchoices", ())).get(waarde, waarde))

"""What differs between two versions of a zaaktype, in words for who approves the change."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import models
from django.utils import formats

from catalogus.formulieren.voorwaardewoorden import voorwaarde_in_zin
from catalogus.formulieren.woorden import bedrag_in_woorden
from catalogus.models import Zaaktype
from catalogus.models.jsonvormen import controleer_voorwaarde
from catalogus.models.velden import CentenVeld, DuurVeld
from catalogus.termijnen.duur import Duur
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vormen import ZAAKTYPE, Rij, Vorm

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
    return list(_vergelijk(vorm, oud, nieuw, "zaaktype" if vorm is ZAAKTYPE else vorm.naam, ""))


def _vergelijk(vorm: Vorm, oud: Rij, nieuw: Rij, onderdeel: str, naam: str) -> Iterator[Verschil]:
    for kolom in [*(veld.name for veld in vorm.velden()), *vorm.verwijzingen]:
        if oud[kolom] != nieuw[kolom] and not (vorm is ZAAKTYPE and kolom in _VAN_DE_VERSIE_ZELF):
            veld = vorm.model._meta.get_field(kolom)
            yield Verschil(
                "gewijzigd",
                onderdeel,
                naam,
                _veldnaam(kolom),
                in_woorden(veld, oud[kolom]),
                in_woorden(veld, nieuw[kolom]),
            )
    for collectie, kindvorm in vorm.kinderen.items():
        yield from _vergelijk_lijst(kindvorm, oud[collectie], nieuw[collectie])


def _vergelijk_lijst(vorm: Vorm, oud: list[Rij], nieuw: list[Rij]) -> Iterator[Verschil]:
    toen = {vorm.sleutel_van(rij): rij for rij in oud}
    nu = {vorm.sleutel_van(rij): rij for rij in nieuw}
    for sleutel in toen.keys() - nu.keys():
        yield Verschil("vervallen", vorm.naam, _naam(vorm, toen[sleutel]))
    for sleutel, rij in nu.items():
        if sleutel in toen:
            yield from _vergelijk(vorm, toen[sleutel], rij, vorm.naam, _naam(vorm, rij))
        else:
            yield Verschil("nieuw", vorm.naam, _naam(vorm, rij))


def _naam(vorm: Vorm, rij: Rij) -> str:
    """How a person calls the row: the label of a gegeven, the title of a step, else its key."""
    for kolom in ("label", "titel"):
        if rij.get(kolom):
            return str(rij[kolom])
    return " ".join(str(deel) for deel in vorm.sleutel_van(rij) if deel)


def _veldnaam(kolom: str) -> str:
    return kolom.replace("_", " ")


def in_woorden(veld: Any, waarde: Any) -> str:
    """A value as a person reads it: '8 weken', 'ja', '1 januari 2027', the words of a choice."""
    if waarde is None or waarde == "" or waarde == [] or waarde == {}:
        return ""
    if isinstance(veld, DuurVeld):
        return Duur.lees(waarde).in_woorden()
    if isinstance(veld, CentenVeld):
        return bedrag_in_woorden(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return formats.date_format(waarde, "j F Y").lower()
    if isinstance(waarde, time):
        return waarde.strftime("%H.%M uur")
    if isinstance(veld, models.Field) and veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if isinstance(waarde, list) and not any(isinstance(deel, dict) for deel in waarde):
        return ", ".join(str(deel) for deel in waarde)
    if isinstance(waarde, list) and all("label" in deel for deel in waarde):
        return ", ".join(str(deel["label"]) for deel in waarde)
    if isinstance(veld, models.JSONField) and controleer_voorwaarde in veld.validators:
        return voorwaarde_in_zin(waarde, {})
    if isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    return str(waarde)

"""Lists of terugbelnotities: of one's team, or made by oneself. Keyset pages, as every list of zaken."""

from dataclasses import dataclass
from typing import Any

from autorisatie.actor import Actor
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.lijst import BLADZIJDE, Bladzijde, Filter, lijst
from mijnzaken.zaken.models import Zaak

_ERBIJ = (
    "proces",
    "zaaktype",
    "team",
    "behandelaar",
    "terugbel__product",
    "terugbel__gemaakt_door",
    "terugbel__over_zaak__proces",
    "statussen__statustype",
    "resultaten__resultaattype",
)


@dataclass(frozen=True)
class Notitiefilter:
    """What the list is narrowed to; ``zoek`` is a number, a telephone number, a name, a subject or a product."""

    zoek: str = ""
    open: bool | None = True
    maker: int | None = None
    behandelaar: int | None = None
    niet_toegewezen: bool = False
    team: int | None = None

    def van_zaken(self) -> Filter:
        return Filter(
            processen=[PROCES],
            open=self.open,
            maker=self.maker,
            behandelaar=self.behandelaar,
            niet_toegewezen=self.niet_toegewezen,
            teams=[self.team] if self.team is not None else [],
            in_notitie=self.zoek.strip(),
        )


def notities(
    actor: Actor, filter_: Notitiefilter, *, na: str = "", voor: str = "", aantal: int = BLADZIJDE
) -> Bladzijde:
    """One page: what must be answered first comes first; of closed ones the newest. A key that makes no sense gives the
    first page. A fixed number of queries, whatever the number of rows."""
    sortering = "termijn" if filter_.open is True else "-registratie"
    return lijst(actor, filter_.van_zaken(), sortering=sortering, na=na, voor=voor, aantal=aantal, erbij=_ERBIJ)


def van_partij(actor: Actor, partij_pk: int, *, aantal: int = 25) -> list[Any]:
    """The notities that somebody stands in who was verified on the line; newest first."""
    filter_ = Filter(processen=[PROCES], partij=partij_pk)
    erbij = ("proces", "zaaktype", "team", "terugbel__product", "terugbel__over_zaak__proces")
    return lijst(actor, filter_, sortering="-binnenkomst", aantal=aantal, erbij=erbij).rijen


def over_zaak(actor: Actor, zaak: Zaak, *, aantal: int = 25) -> list[Any]:
    """The notities about a zaak that a door admitted; newest first."""
    rijen = Zaak.objects.voor(actor).filter(proces__identificatie=PROCES, terugbel__over_zaak=zaak)
    return list(
        rijen.select_related("proces", "zaaktype", "team", "terugbel").order_by("-ontvangen_op", "-pk")[:aantal]
    )

"""Lists of zaken, in keyset pages. One raw statement, as measured: ``armen`` builds it so that it reads about as many
rows as it shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import prefetch_related_objects

from autorisatie.actor import Actor
from mijnzaken.zaken import deur
from mijnzaken.zaken.armen import Snede, statement
from mijnzaken.zaken.filter import Filter as Filter
from mijnzaken.zaken.models import Zaak

BLADZIJDE = 25
TELGRENS = 1001


@dataclass(frozen=True)
class Sortering:
    """``sleutel`` is a NOT NULL column of zaken_zaak; ties are broken by id, in the same direction."""

    sleutel: str
    aflopend: bool = False


SORTERINGEN = {
    "termijn": Sortering("termijnsleutel"),
    "-termijn": Sortering("termijnsleutel", aflopend=True),
    "-registratie": Sortering("registratiedatum", aflopend=True),
    "registratie": Sortering("registratiedatum"),
    "nummer": Sortering("nummer"),
    "-nummer": Sortering("nummer", aflopend=True),
    "-gewijzigd": Sortering("gewijzigd_op", aflopend=True),
    "gewijzigd": Sortering("gewijzigd_op"),
    "aanvrager": Sortering("aanvragernaam"),
    "-aanvrager": Sortering("aanvragernaam", aflopend=True),
    "-binnenkomst": Sortering("id", aflopend=True),
}
_OP_REGISTRATIE = ("-registratie", "registratie")
_OP_TERMIJN = ("termijn", "-termijn")


def sorteringen(filter_: Filter) -> tuple[str, ...]:
    """The orders in which a list for staff, narrowed like this, has an index or few rows; a screen offers no others."""
    if filter_.is_smal or (filter_.is_open and not _smaller_dan_open(filter_)):
        return tuple(naam for naam in SORTERINGEN if "gewijzigd" not in naam or filter_.is_smal)
    if filter_.teams:
        return _OP_TERMIJN
    return _OP_REGISTRATIE


def _smaller_dan_open(filter_: Filter) -> bool:
    """Narrowed to a part that may be thinly spread over the list."""
    deel = filter_.fasen or filter_.te_laat or filter_.uiterlijk_tot or filter_.nieuwe_stukken
    return bool(deel) or filter_.niet_toegewezen or filter_.stil is not None


@dataclass(frozen=True)
class Bladzijde:
    rijen: list[Zaak]
    volgende: str  # key of the next page; empty on the last
    vorige: str  # key of the page before, by going back from its first row; empty on the first


def lijst(
    actor: Actor,
    filter_: Filter,
    *,
    sortering: str = "termijn",
    na: str = "",
    voor: str = "",
    aantal: int = BLADZIJDE,
    erbij: Sequence[str] = ("proces", "zaaktype", "behandelaar", "team"),
) -> Bladzijde:
    """One page. ``na`` and ``voor`` are keys that an earlier page gave; a key that makes no sense gives the first
    page.
    """
    orde = SORTERINGEN.get(sortering, SORTERINGEN["termijn"])
    terug = bool(voor)
    aflopend = orde.aflopend != terug
    grens = _lees_sleutel(voor or na, orde)
    rijen = _haal(actor, filter_, Snede(orde.sleutel, aflopend, grens, aantal + 1))
    meer = len(rijen) > aantal
    rijen = rijen[:aantal]
    if terug:
        rijen.reverse()
    prefetch_related_objects(rijen, *erbij)
    heeft_vorige = meer if terug else grens is not None
    heeft_volgende = True if terug else meer
    return Bladzijde(
        rijen,
        _sleutel(rijen[-1], orde) if rijen and heeft_volgende else "",
        _sleutel(rijen[0], orde) if rijen and heeft_vorige else "",
    )


def laatst_gewijzigd(actor: Actor, filter_: Filter, *, aantal: int, uit: int = 300) -> list[Zaak]:
    """Of the newest ``uit`` zaken those that changed last; nobody waits for what a party with thousands has more."""
    recent = _haal(actor, filter_, Snede("id", True, None, uit), orde="z.gewijzigd_op DESC, z.id DESC", aantal=aantal)
    prefetch_related_objects(recent, "proces", "zaaktype", "behandelaar", "team")
    return recent


def _haal(actor: Actor, filter_: Filter, snede: Snede, *, orde: str = "", aantal: int | None = None) -> list[Zaak]:
    sql, waarden = statement(actor, filter_, snede)
    if not sql:
        return []
    staart = f" ORDER BY {orde} LIMIT {aantal}" if orde else snede.staart("t.sleutel", "t.id")
    gevonden = Zaak.objects.systeem("lijst: de armen zijn de deur").raw(
        f"SELECT z.* FROM ({sql}) t "  # noqa: S608  built from constants
        f"JOIN zaken_zaak z ON z.id = t.id{staart}",
        waarden,
    )
    return [deur.laat_toe(zaak) for zaak in gevonden]  # type: ignore[misc]


def aantal(actor: Actor, filter_: Filter, grens: int = TELGRENS) -> int:
    """How many, counted up to ``grens``: a screen says '1.000+' beyond it."""
    sleutel, aflopend = ("termijnsleutel", False) if filter_.is_open else ("registratiedatum", True)
    sql, waarden = statement(actor, filter_, Snede(sleutel, aflopend, None, grens, geteld=True))
    if not sql:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT least(count(*), {int(grens)}) FROM ({sql}) alles", waarden)  # noqa: S608  built from constants
        return int(cursor.fetchone()[0])


def _sleutel(zaak: Zaak, orde: Sortering) -> str:
    waarde = getattr(zaak, orde.sleutel)
    return f"{waarde.isoformat() if hasattr(waarde, 'isoformat') else waarde}~{zaak.pk}"


def _lees_sleutel(tekst: str, orde: Sortering) -> tuple[Any, int] | None:
    """The key of a row, in the type of its column; ``None`` for anything else that somebody put in the address."""
    waarde, _, pk = tekst.rpartition("~")
    if not (waarde and pk.isascii() and pk.isdigit() and len(pk) <= 18) or "\x00" in waarde:
        return None
    try:
        return Zaak._meta.get_field(orde.sleutel).to_python(waarde), int(pk)  # type: ignore[union-attr]
    except ValidationError:
        return None

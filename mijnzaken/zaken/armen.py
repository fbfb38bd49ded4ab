"""The statement of a list: what drives it, so that it reads about as many rows as it shows.

Three things can drive it. The filter, when it is about few zaken: a number, a name, a party. The teams, when it is
narrowed to those. Else the grounds of the door: one arm per ground, and an arm that goes by zaaktype (or over all of
them) takes the top of every proces by the index on (proces, key, id). With more processen than rows, first only the
best of each is taken: no other proces than those with the best ones can reach the page.
"""

from dataclasses import dataclass

from autorisatie.actor import Actor, Systeem
from mijnzaken.zaken import deur
from mijnzaken.zaken.filter import Filter, Sql

# Grounds whose condition holds for most zaken, so that it drives nothing; without processen they go over all of them.
_BREED = frozenset({"rol volgens de matrix", "applicatie", "systeem"})


@dataclass(frozen=True)
class Snede:
    """Which part of a list: its order, the key after which it begins, how many. ``geteld``: in no order, to count."""

    sleutel: str
    aflopend: bool
    grens: tuple[object, int] | None
    aantal: int
    geteld: bool = False

    @property
    def _richting(self) -> str:
        return "DESC" if self.aflopend else "ASC"

    @property
    def na(self) -> Sql:
        if self.grens is None:
            return "", []
        return f" AND ({{z}}.{self.sleutel}, {{z}}.id) {'<' if self.aflopend else '>'} (%s, %s)", list(self.grens)

    def staart(self, sleutel: str, id_: str, aantal: int | None = None) -> str:
        hoeveel = f" LIMIT {int(self.aantal if aantal is None else aantal)}"
        orde = "" if self.geteld else f" ORDER BY {sleutel} {self._richting}, {id_} {self._richting}"
        return orde + hoeveel

    def uit_zaken(self, voorwaarde: str, aantal: int | None = None) -> str:
        """The keys of the zaken for which this holds. Names of columns come from SORTERINGEN; what a person types is
        a value."""
        staart = self.staart(f"{{z}}.{self.sleutel}", "{z}.id", aantal)
        return f"SELECT {{z}}.id, {{z}}.{self.sleutel} AS sleutel FROM zaken_zaak {{z}} WHERE {voorwaarde}{staart}"  # noqa: S608


def statement(actor: Actor, filter_: Filter, snede: Snede) -> Sql:
    """The keys (``id``, ``sleutel``) of at most so many zaken, by every way that leads to them; empty: none leads."""
    gronden = [deur.Arm("systeem", "TRUE", ())] if isinstance(actor, Systeem) else list(deur.armen(actor))
    if not gronden:
        return "", []
    kandidaten = filter_.kandidaten()
    if kandidaten is not None:
        armen = [_uit_kandidaten(kandidaten, _deur(actor), filter_, snede)]
    elif filter_.teams and filter_.is_open and filter_.behandelaar is None:
        armen = [_per_team(_deur(actor), filter_, snede)]
    else:
        armen = [_arm(arm, filter_, snede) for arm in gronden]
    sql = " UNION ".join(f"({arm})" for arm, _ in armen).format(z="z")
    return sql, [waarde for _, waarden in armen for waarde in waarden]


def _deur(actor: Actor) -> Sql:
    """All grounds as one condition over ``{z}``, for the few rows that something else found."""
    return ("TRUE", []) if isinstance(actor, Systeem) else deur.voorwaarde(actor, "{z}")


def _verder(filter_: Filter, snede: Snede, *, per_proces: bool = False) -> Sql:
    """What every row must meet besides what drives the list."""
    stukken = [filter_.sql(), snede.na] if per_proces else [filter_.sql(), filter_.soorten_van_zaak(), snede.na]
    return "".join(sql for sql, _ in stukken), [waarde for _, waarden in stukken for waarde in waarden]


def _uit_kandidaten(kandidaten: Sql, door: Sql, filter_: Filter, snede: Snede) -> Sql:
    verder, waarden = _verder(filter_, snede)
    sql = snede.uit_zaken(f"{{z}}.id IN ({kandidaten[0]}) AND ({door[0]}){verder}")
    return sql, [*kandidaten[1], *door[1], *waarden]


def _per_team(door: Sql, filter_: Filter, snede: Snede) -> Sql:
    verder, waarden = _verder(filter_, snede)
    binnen = snede.uit_zaken(f"{{z}}.team_id = groep.id AND ({door[0]}){verder}")
    return (
        f"SELECT l.id, l.sleutel FROM unnest(%s::bigint[]) groep(id), LATERAL ({binnen}) l"  # noqa: S608
        f"{snede.staart('l.sleutel', 'l.id')}",
        [list(filter_.teams), *door[1], *waarden],
    )


def _arm(arm: deur.Arm, filter_: Filter, snede: Snede) -> Sql:
    if arm.processen is None and arm.grond not in _BREED:
        verder, waarden = _verder(filter_, snede)
        return snede.uit_zaken(f"{arm.sql}{verder}"), [*arm.waarden, *waarden]
    return _per_proces(arm, filter_, snede)


def _per_proces(arm: deur.Arm, filter_: Filter, snede: Snede) -> Sql:
    verder, waarden = _verder(filter_, snede, per_proces=True)
    soorten, soortwaarden = filter_.soorten()
    if arm.processen is not None:
        soorten, soortwaarden = f" AND p.id = ANY(%s){soorten}", [list(arm.processen), *soortwaarden]
    van = f"SELECT p.id FROM catalogus_proces p WHERE TRUE{soorten}"  # noqa: S608
    voorwaarde, binnenwaarden = f"{{z}}.proces_id = soort.id AND {arm.sql}{verder}", [*arm.waarden, *waarden]
    eerst: list[object] = []
    if not snede.geteld and (arm.processen is None or len(arm.processen) > snede.aantal):
        van = (
            f"SELECT soort.id FROM ({van}) soort, LATERAL ({snede.uit_zaken(voorwaarde, 1)}) beste"  # noqa: S608
            f"{snede.staart('beste.sleutel', 'beste.id')}"
        )
        eerst = binnenwaarden
    return (
        f"SELECT l.id, l.sleutel FROM ({van}) soort, LATERAL ({snede.uit_zaken(voorwaarde)}) l"  # noqa: S608
        f"{snede.staart('l.sleutel', 'l.id')}",
        [*soortwaarden, *eerst, *binnenwaarden],
    )

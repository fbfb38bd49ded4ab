"""The statement of a list: what drives it, so that it reads about as many rows as it shows.

Three things can drive it. The filter, when it is about few zaken: a number, a name, a party. The teams, when it is
narrowed to those. Else the grounds of the door: one arm per ground, and an arm that goes by zaaktype (or over all of
them) takes the top of every proces by the index on (proces, key, id). With more processen than rows, first only the
best of each is taken: no other proces than those with the best ones can reach the page.
"""

from dataclasses import dataclass

from autorisatie.actor import Actor, Medewerker, Systeem
from mijnzaken.zaken import deur
from mijnzaken.zaken.filter import MET_TOEGANG, VAN_PARTIJ, Filter, Sql

# Grounds whose condition holds for most zaken, so that it drives nothing; without processen they go over all of them.
_BREED = frozenset({"rol volgens de matrix", "applicatie", "systeem"})
_VAN_BURGER = frozenset({"eigen rol", "machtiging"})
_TOEGANG = "individuele toekenning"
_NIET_ALTIJD_TE_GEHEIM = (
    "EXISTS (SELECT 1 FROM zaken_zaak v WHERE v.proces_id = p.id AND v.vertrouwelijkheidaanduiding <= %s)"
)


@dataclass(frozen=True)
class Snede:
    """Which part of a list: its order, the key after which it begins, how many. ``geteld``: to count, so that only the
    parts are in order (which makes the planner walk an index), not the whole.
    """

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
        return hoeveel if self.geteld else self._orde(sleutel, id_) + hoeveel

    def _orde(self, sleutel: str, id_: str) -> str:
        return f" ORDER BY {sleutel} {self._richting}, {id_} {self._richting}"

    def uit_zaken(self, voorwaarde: str, aantal: int | None = None) -> str:
        """The keys of the zaken for which this holds. Names of columns come from SORTERINGEN; what a person types is
        a value."""
        hoeveel = int(self.aantal if aantal is None else aantal)
        staart = f"{self._orde(f'{{z}}.{self.sleutel}', '{z}.id')} LIMIT {hoeveel}"
        return f"SELECT {{z}}.id, {{z}}.{self.sleutel} AS sleutel FROM zaken_zaak {{z}} WHERE {voorwaarde}{staart}"  # noqa: S608


def statement(actor: Actor, filter_: Filter, snede: Snede) -> Sql:
    """The keys (``id``, ``sleutel``) of at most so many zaken, by every way that leads to them; empty: none leads."""
    gronden = [deur.Arm("systeem", "TRUE", ())] if isinstance(actor, Systeem) else list(deur.armen(actor))
    if not gronden:
        return "", []
    door = deur.voorwaarde(gronden, "{z}")  # all of them, for the few rows that something else found
    kandidaten = filter_.kandidaten()
    if kandidaten is not None:
        armen = [_uit_kandidaten(kandidaten, door, filter_, snede)]
    elif filter_.teams and filter_.is_open and filter_.behandelaar is None:
        armen = [_per_team(door, filter_, snede)]
    else:
        armen = [_arm(actor, arm, filter_, snede) for arm in gronden]
    sql = " UNION ".join(f"({arm})" for arm, _ in armen).format(z="z")
    return sql, [waarde for _, waarden in armen for waarde in waarden]


def _verder(filter_: Filter, snede: Snede, *, per_proces: bool = False) -> Sql:
    """What every row must meet besides what drives the list."""
    stukken = [filter_.sql(), snede.na] if per_proces else [filter_.sql(), filter_.soorten_van_zaak(), snede.na]
    return "".join(sql for sql, _ in stukken), [waarde for _, waarden in stukken for waarde in waarden]


def _uit_kandidaten(kandidaten: Sql, door: Sql, filter_: Filter, snede: Snede) -> Sql:
    """Each candidate is looked up by its key; LIMIT 1 keeps the planner from turning it round to read every zaak."""
    verder, waarden = _verder(filter_, snede)
    voorwaarde = f"{{z}}.id = k.id AND ({door[0]}){verder}"
    binnen = f"SELECT {{z}}.{snede.sleutel} AS sleutel FROM zaken_zaak {{z}} WHERE {voorwaarde} LIMIT 1"  # noqa: S608
    sleutel = "k.id" if snede.sleutel == "id" else "l.sleutel"
    return (
        f"SELECT k.id, {sleutel} AS sleutel FROM ({kandidaten[0]}) k, LATERAL ({binnen}) l"  # noqa: S608
        f"{snede.staart(sleutel, 'k.id')}",
        [*kandidaten[1], *door[1], *waarden],
    )


def _per_team(door: Sql, filter_: Filter, snede: Snede) -> Sql:
    verder, waarden = _verder(filter_, snede)
    binnen = snede.uit_zaken(f"{{z}}.team_id = groep.id AND ({door[0]}){verder}")
    return (
        f"SELECT l.id, l.sleutel FROM unnest(%s::bigint[]) groep(id), LATERAL ({binnen}) l"  # noqa: S608
        f"{snede.staart('l.sleutel', 'l.id')}",
        [list(filter_.teams), *door[1], *waarden],
    )


def _arm(actor: Actor, arm: deur.Arm, filter_: Filter, snede: Snede) -> Sql:
    """Who handles them has few, so a ground for those goes by nothing else."""
    kandidaten = _kandidaten_van(actor, arm)
    if kandidaten is not None:
        return _uit_kandidaten(kandidaten, deur.geheel(arm), filter_, snede)
    van_behandelaar = arm.voorwaarden is not None and arm.voorwaarden.behandelaar is not None
    if (arm.processen is not None or arm.grond in _BREED) and not van_behandelaar:
        return _per_proces(arm, filter_, snede)
    sql, waarden = deur.geheel(arm)
    verder, erbij = _verder(filter_, snede)
    return snede.uit_zaken(f"{sql}{verder}"), [*waarden, *erbij]


def _kandidaten_van(actor: Actor, arm: deur.Arm) -> Sql | None:
    """The zaken that a ground of one person can be about; the condition of the arm still decides."""
    wie = arm.waarden[0] if arm.waarden else None
    if arm.grond in _VAN_BURGER and wie == actor.eigen_partij_id:
        return VAN_PARTIJ, [wie]
    if arm.grond == _TOEGANG and isinstance(actor, Medewerker) and wie == actor.gebruiker.pk:
        return MET_TOEGANG, [wie]
    return None


def _per_proces(arm: deur.Arm, filter_: Filter, snede: Snede) -> Sql:
    """The top of every proces (and of every team, where only those of one's teams count)."""
    verder, waarden = _verder(filter_, snede, per_proces=True)
    van, vanwaarden = _groepen(arm, filter_)
    voorwaarde, binnenwaarden = f"{{z}}.proces_id = soort.id AND {arm.sql}{verder}", [*arm.waarden, *waarden]
    if arm.teams is not None:
        voorwaarde = f"{{z}}.team_id = soort.team AND {voorwaarde}"
    eerst: list[object] = []
    if not snede.geteld and (arm.processen is None or len(arm.processen) * len(arm.teams or [0]) > snede.aantal):
        van = (
            f"SELECT soort.* FROM ({van}) soort, LATERAL ({snede.uit_zaken(voorwaarde, 1)}) beste"  # noqa: S608
            f"{snede.staart('beste.sleutel', 'beste.id')}"
        )
        eerst = binnenwaarden
    return (
        f"SELECT l.id, l.sleutel FROM ({van}) soort, LATERAL ({snede.uit_zaken(voorwaarde)}) l"  # noqa: S608
        f"{snede.staart('l.sleutel', 'l.id')}",
        [*vanwaarden, *eerst, *binnenwaarden],
    )


def _groepen(arm: deur.Arm, filter_: Filter) -> Sql:
    """The processen (with their teams) that an arm goes by, without those of which every zaak is too confidential."""
    soorten, waarden = filter_.soorten()
    if arm.processen is not None:
        soorten, waarden = f" AND p.id = ANY(%s){soorten}", [list(arm.processen), *waarden]
    kolommen, van, vooraf = "p.id", "catalogus_proces p", list[object]()
    if arm.teams is not None:
        kolommen, van = "p.id, t.team", "catalogus_proces p, unnest(%s::bigint[]) t(team)"
        vooraf = [list(arm.teams)]
    if arm.voorwaarden is not None:
        soorten += f" AND {_NIET_ALTIJD_TE_GEHEIM}"
        waarden = [*waarden, arm.voorwaarden.max_vertrouwelijkheid]
    return f"SELECT {kolommen} FROM {van} WHERE TRUE{soorten}", [*vooraf, *waarden]  # noqa: S608

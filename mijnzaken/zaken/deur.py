"""The doors to zaken: which rows exist for an actor, and on what ground.

Every ground is one condition in SQL over the alias ``{z}``: own role in the zaak, machtiging, role by matrix,
individual grant. A single row is admitted by ``EXISTS`` over all grounds (here); a list runs one arm per ground
(``lijst``). This module knows table names and no models, so that the models can ask it who may see them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, F, Func

from autorisatie import beleid, standen
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import laat_toe as laat_toe
from autorisatie.models import Machtiging, Niveau, Reikwijdte
from autorisatie.voorwaarden import Voorwaarden
from catalogus import klok
from catalogus.models import OmschrijvingGeneriekRol
from mijnzaken.zaken import verloop

_ROL = (
    "EXISTS (SELECT 1 FROM zaken_rol r WHERE r.zaak_id = {z}.id AND r.partij_id = %s AND r.ziet_zaak "
    "AND (r.einde_geldigheid IS NULL OR r.einde_geldigheid >= %s))"
)
# Asked in the statement itself: a machtiging that ended while a request was under way opens nothing any more. The
# planner does it once, for it has no column of the zaak.
_MACHTIGING_GELDT = (
    "EXISTS (SELECT 1 FROM autorisatie_machtiging g JOIN autorisatie_partij p ON p.id = g.gever_id "
    "JOIN autorisatie_partij q ON q.id = g.gemachtigde_id "
    "WHERE g.id = %s AND g.gemachtigde_id = %s AND g.gever_id = %s "
    "AND g.beeindigd_op IS NULL AND g.aanvaard_op IS NOT NULL AND g.geldig_van <= %s "
    "AND (g.geldig_tot IS NULL OR g.geldig_tot >= %s) AND p.overleden_op IS NULL AND p.indicatie_actief "
    "AND q.overleden_op IS NULL AND q.indicatie_actief)"
)
_GENOEMD = "EXISTS (SELECT 1 FROM zaken_zaakmachtiging m WHERE m.zaak_id = {z}.id AND m.machtiging_id = %s)"
_OVER_PRODUCT = (
    "{z}.product_id IN (SELECT m.product_id FROM autorisatie_machtiging_producten m WHERE m.machtiging_id = %s)"
)
_TOEGANG = (
    "EXISTS (SELECT 1 FROM zaken_zaaktoegang t WHERE t.content_object_id = {z}.id AND t.user_id = %s "
    "AND t.geldig_van <= %s AND t.geldig_tot > %s)"
)
# Of a shielded zaak: only for who is named for every shielded partij in it, and where nothing else shields it. One of
# them must be there: a zaak that is shielded for a reason that nobody wrote down stays shut.
_NIET_AFGESCHERMD = "(NOT {z}.afgeschermd OR zaken_genoemd_bij_afscherming({z}.id, %s, %s))"
NIET_EIGEN_KRING = "NOT EXISTS (SELECT 1 FROM zaken_rol e WHERE e.zaak_id = {z}.id AND e.partij_id = ANY(%s))"

VAN_DE_AANVRAGER = frozenset({"intrekken"})  # who consented, or only follows the zaak, does not end it


@dataclass(frozen=True)
class Arm:
    """One ground: a condition, its values, and the processen that drive it (``None``: the condition drives).

    ``teams`` narrow it as ``processen`` do; neither stands in ``sql``. ``voorwaarden``, of a row of the matrix, say
    again what does stand there, for a list that looks for an index.
    """

    grond: str
    sql: str
    waarden: tuple[Any, ...]
    processen: tuple[int, ...] | None = None
    teams: tuple[int, ...] | None = None
    voorwaarden: Voorwaarden | None = None


def armen(actor: Actor) -> Iterator[Arm]:
    """The grounds on which zaken exist for this actor. No arm means no zaak."""
    match actor:
        case Burger():
            yield from _volgens_de_matrix(actor, _armen_van_burger(actor))
        case Medewerker():
            yield from _armen_van_medewerker(actor)
        case Applicatie():
            yield from _armen_van_applicatie(actor)


def _armen_van_burger(actor: Burger) -> Iterator[Arm]:
    ziet = any(g.eigen_zaak and g.niveau >= Niveau.BESTAAT for g in standen.gronden(actor))
    if not ziet:
        return
    rol = (actor.eigen_partij_id, klok.vandaag())
    if actor.namens is None:
        yield Arm("eigen rol", _ROL, rol)
        return
    machtiging: Machtiging | None = actor.machtiging
    if machtiging is None:
        return
    beperking: dict[str, tuple[str, tuple[Any, ...]]] = {
        Reikwijdte.ALLES: ("TRUE", ()),
        Reikwijdte.PRODUCTEN: (
            f"({_OVER_PRODUCT} OR {_GENOEMD})",
            (machtiging.pk, machtiging.pk),
        ),
        Reikwijdte.ZAKEN: (_GENOEMD, (machtiging.pk,)),
    }
    sql, waarden = beperking[machtiging.reikwijdte]
    dag = klok.vandaag()
    yield Arm(
        "machtiging",
        f"{_ROL} AND {sql} AND NOT {{z}}.afgeschermd AND {_MACHTIGING_GELDT}",
        (*rol, *waarden, machtiging.pk, actor.partij.pk, actor.namens.pk, dag, dag),
    )


def _volgens_de_matrix(actor: Burger, armen_: Iterator[Arm]) -> Iterator[Arm]:
    """The arms of a resident, under the conditions of the rows of his role; without a row there is no arm."""
    mitsen = {g.voorwaarden: g.voorwaarden.sql() for g in standen.gronden(actor) if g.eigen_zaak and g.niveau}
    if not mitsen:
        return
    if any(sql == "TRUE" for sql, _ in mitsen.values()):
        yield from armen_
        return
    samen = " OR ".join(f"({sql})" for sql, _ in mitsen.values())
    waarden = [waarde for _, van_mits in mitsen.values() for waarde in van_mits]
    for arm in armen_:
        yield Arm(arm.grond, f"{arm.sql} AND ({samen})", (*arm.waarden, *waarden), arm.processen)


def _armen_van_medewerker(actor: Medewerker) -> Iterator[Arm]:
    uitgesloten = list(actor.uitgesloten_partijen)
    nu = klok.nu()
    yield Arm("individuele toekenning", f"{_TOEGANG} AND {NIET_EIGEN_KRING}", (actor.gebruiker.pk, nu, nu, uitgesloten))
    per_voorwaarde: dict[Voorwaarden, set[int] | None] = {}
    for grond in standen.gronden(actor):
        if grond.eigen_zaak or grond.niveau < Niveau.BESTAAT:
            continue
        processen = per_voorwaarde.setdefault(grond.voorwaarden, set())
        if grond.processen is None:
            per_voorwaarde[grond.voorwaarden] = None
        elif processen is not None:
            processen |= grond.processen
    for voorwaarden, processen in per_voorwaarde.items():
        if processen is not None and not processen:
            continue
        sql, waarden = replace(voorwaarden, teams=None).sql()
        yield Arm(
            "rol volgens de matrix",
            f"{sql} AND {_NIET_AFGESCHERMD} AND {NIET_EIGEN_KRING}",
            (*waarden, actor.gebruiker.pk, nu, uitgesloten),
            None if processen is None else tuple(sorted(processen)),
            voorwaarden.teams,
            voorwaarden,
        )


def niet_dicht(zaken: Any, actor: Medewerker) -> Any:
    """Of these zaken, those that are neither of his own circle nor shielded for others: whatever the matrix says of
    their kind, for a task that is about all zaken of one person.
    """
    uitgesloten, nu = list(actor.uitgesloten_partijen), klok.nu()
    genoemd = f"({_NIET_AFGESCHERMD} OR {_TOEGANG}) AND {NIET_EIGEN_KRING}"
    return zaken.filter(
        Gronden([Arm("niet dicht", genoemd, (actor.gebruiker.pk, nu, actor.gebruiker.pk, nu, nu, uitgesloten))])
    )


def _armen_van_applicatie(actor: Applicatie) -> Iterator[Arm]:
    if actor.heeft_alle_autorisaties:
        yield Arm("applicatie", "NOT {z}.afgeschermd", ())
    for hoogste, processen in actor.processen.items():
        yield Arm("applicatie", "{z}.vertrouwelijkheidaanduiding <= %s AND NOT {z}.afgeschermd", (hoogste,), processen)


def geheel(arm: Arm) -> tuple[str, list[Any]]:
    """Everything that an arm asks, over ``{z}``: its processen and teams too."""
    sql, waarden = arm.sql, list(arm.waarden)
    for kolom, keuze in (("team_id", arm.teams), ("proces_id", arm.processen)):
        if keuze is not None:
            sql, waarden = f"{{z}}.{kolom} = ANY(%s) AND {sql}", [list(keuze), *waarden]
    return sql, waarden


def voorwaarde(gronden: Iterable[Arm], alias: str) -> tuple[str, list[Any]]:
    """These grounds as one condition over the table ``alias``; ``FALSE`` when there is none."""
    delen, waarden = [], []
    for arm in gronden:
        sql, erbij = geheel(arm)
        delen.append(f"({sql.format(z=alias)})")
        waarden.extend(erbij)
    return " OR ".join(delen) or "FALSE", waarden


class Gronden(Func):
    """Grounds as a condition; it finds the alias of the zaak from the key that it is given."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, gronden: Iterable[Arm], sleutel: Any = None) -> None:
        super().__init__(sleutel or F("pk"))
        self.gronden = tuple(gronden)

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        kolom, _ = compiler.compile(self.source_expressions[0])
        sql, waarden = voorwaarde(self.gronden, kolom.rsplit(".", 1)[0])
        return f"({sql})", waarden


def grens(rijen: Any, actor: Actor) -> Any:
    """The queryset of zaken narrowed to this actor, for one row by key (its grounds as EXISTS)."""
    if isinstance(actor, Systeem):
        return rijen
    return rijen.filter(Gronden(armen(actor)))


def toegankelijk(actor: Actor) -> Any:
    """The zaken of this actor as a subquery for child rows."""
    return apps.get_model("zaken.Zaak").objects.voor(actor).values("pk")


def is_aanvrager(actor: Burger, zaak: Any) -> bool:
    """Asked once for a row that was admitted: the buttons and the data of a page go by it."""
    bekend: dict[int, bool] = zaak.__dict__.setdefault("_aanvragers", {})
    wie = actor.eigen_partij_id
    if wie not in bekend:
        bekend[wie] = zaak.rollen.filter(
            partij=wie, roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR
        ).exists()
    return bekend[wie]


def beslis(actor: Actor, recht: str, zaak: Any) -> Beslissing:
    """Does the matrix give this actor ``recht`` on this admitted zaak?"""
    van_extern = isinstance(actor, Medewerker) and recht in verloop.NIET_DOOR_MEDEWERKER_BIJ_EXTERN
    if van_extern and zaak.zaaktype.extern_behandeld:
        return Beslissing(False, "een ander systeem behandelt deze zaak")
    if not isinstance(actor, Burger):
        return beleid.beslis_over_zaak(actor, recht, zaak, eigen_zaak=False)
    if not actor.mag_handelen and recht != "inzien":
        return Beslissing(False, "deze machtiging is alleen om te zien")
    if recht in VAN_DE_AANVRAGER and not is_aanvrager(actor, zaak):
        return Beslissing(False, "dat doet alleen de aanvrager")
    return beleid.beslis_over_zaak(actor, recht, zaak, eigen_zaak=True)

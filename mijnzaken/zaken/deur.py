"""The doors to zaken: which rows exist for an actor, and on what ground.

Every ground is one condition in SQL over the alias ``{z}``: own role in the zaak, machtiging, role by matrix,
individual grant. A single row is admitted by ``EXISTS`` over all grounds (here); a list runs one arm per ground
(``lijst``). This module knows table names and no models, so that the models can ask it who may see them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, F, Func

from autorisatie import beleid
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import laat_toe as laat_toe
from autorisatie.models import Machtiging, Niveau, Reikwijdte
from autorisatie.voorwaarden import Voorwaarden
from catalogus import klok
from catalogus.models import OmschrijvingGeneriekRol

_ROL = (
    "EXISTS (SELECT 1 FROM zaken_rol r WHERE r.zaak_id = {z}.id AND r.partij_id = %s AND r.ziet_zaak "
    "AND (r.einde_geldigheid IS NULL OR r.einde_geldigheid >= %s))"
)
_TOEGANG = (
    "EXISTS (SELECT 1 FROM zaken_zaaktoegang t WHERE t.content_object_id = {z}.id AND t.user_id = %s "
    "AND t.geldig_van <= %s AND t.geldig_tot > %s)"
)
# Of a shielded zaak: only for who is named for every shielded partij in it, and where nothing else shields it. One of
# them must be there: a zaak that is shielded for a reason that nobody wrote down stays shut.
_VOOR_HEM = (
    "(SELECT n.content_object_id FROM autorisatie_partijtoegang n WHERE n.user_id = %s AND n.geldig_van <= %s "
    "AND n.geldig_tot > %s)"
)
_DICHTE_ROL = (
    "SELECT 1 FROM zaken_rol g JOIN autorisatie_partij p ON p.id = g.partij_id "
    "WHERE g.zaak_id = {z}.id AND p.afgeschermd"
)
_NIET_AFGESCHERMD = (
    "(NOT {z}.afgeschermd OR (NOT EXISTS "  # noqa: S608  built from constants
    "(SELECT 1 FROM zaken_zaakafscherming a WHERE a.zaak_id = {z}.id AND a.opgeheven_op IS NULL) "
    "AND EXISTS (" + _DICHTE_ROL + ") AND NOT EXISTS (" + _DICHTE_ROL + " AND p.id NOT IN " + _VOOR_HEM + ")))"
)
_NIET_EIGEN_KRING = "NOT EXISTS (SELECT 1 FROM zaken_rol e WHERE e.zaak_id = {z}.id AND e.partij_id = ANY(%s))"

VAN_DE_AANVRAGER = frozenset({"intrekken"})  # who consented, or only follows the zaak, does not end it


@dataclass(frozen=True)
class Arm:
    """One ground: a condition, its values, and the processen that drive it (``None``: the condition drives)."""

    grond: str
    sql: str
    waarden: tuple[Any, ...]
    processen: tuple[int, ...] | None = None


def armen(actor: Actor) -> Iterator[Arm]:
    """The grounds on which zaken exist for this actor. No arm means no zaak."""
    match actor:
        case Burger():
            yield from _armen_van_burger(actor)
        case Medewerker():
            yield from _armen_van_medewerker(actor)
        case Applicatie():
            yield from _armen_van_applicatie(actor)


def _armen_van_burger(actor: Burger) -> Iterator[Arm]:
    ziet = any(g.eigen_zaak and g.niveau >= Niveau.BESTAAT for g in beleid.gronden(actor))
    if not ziet:
        return
    rol = (actor.eigen_partij_id, klok.vandaag())
    machtiging: Machtiging | None = actor.machtiging
    if machtiging is None:
        yield Arm("eigen rol", _ROL, rol)
        return
    beperking: dict[str, tuple[str, tuple[Any, ...]]] = {
        Reikwijdte.ALLES: ("TRUE", ()),
        Reikwijdte.PROCESSEN: (
            "{z}.proces_id IN (SELECT m.proces_id FROM autorisatie_machtiging_processen m WHERE m.machtiging_id = %s)",
            (machtiging.pk,),
        ),
        Reikwijdte.ZAKEN: (
            "EXISTS (SELECT 1 FROM zaken_zaakmachtiging m WHERE m.zaak_id = {z}.id AND m.machtiging_id = %s)",
            (machtiging.pk,),
        ),
    }
    sql, waarden = beperking[machtiging.reikwijdte]
    yield Arm("machtiging", f"{_ROL} AND {sql} AND NOT {{z}}.afgeschermd", (*rol, *waarden))


def _armen_van_medewerker(actor: Medewerker) -> Iterator[Arm]:
    uitgesloten = list(actor.uitgesloten_partijen)
    nu = klok.nu()
    yield Arm(
        "individuele toekenning", f"{_TOEGANG} AND {_NIET_EIGEN_KRING}", (actor.gebruiker.pk, nu, nu, uitgesloten)
    )
    per_voorwaarde: dict[Voorwaarden, set[int] | None] = {}
    for grond in beleid.gronden(actor):
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
        sql, waarden = voorwaarden.sql()
        yield Arm(
            "rol volgens de matrix",
            f"{sql} AND {_NIET_AFGESCHERMD} AND {_NIET_EIGEN_KRING}",
            (*waarden, actor.gebruiker.pk, nu, nu, uitgesloten),
            None if processen is None else tuple(sorted(processen)),
        )


def _armen_van_applicatie(actor: Applicatie) -> Iterator[Arm]:
    if actor.heeft_alle_autorisaties:
        yield Arm("applicatie", "NOT {z}.afgeschermd", ())
    for proces, hoogste in actor.processen:
        yield Arm("applicatie", "{z}.vertrouwelijkheidaanduiding <= %s AND NOT {z}.afgeschermd", (hoogste,), (proces,))


def voorwaarde(actor: Actor, alias: str) -> tuple[str, list[Any]]:
    """All grounds as one condition over the table ``alias``; ``FALSE`` when there is none."""
    delen, waarden = [], []
    for arm in armen(actor):
        sql = arm.sql.format(z=alias)
        if arm.processen is not None:
            sql = f"{alias}.proces_id = ANY(%s) AND {sql}"
            waarden.append(list(arm.processen))
        delen.append(f"({sql})")
        waarden.extend(arm.waarden)
    return " OR ".join(delen) or "FALSE", waarden


class _Gronden(Func):
    """All grounds of an actor as a condition; it finds the alias of the zaak from the key that it is given."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, actor: Actor, sleutel: Any = None) -> None:
        super().__init__(sleutel or F("pk"))
        self.actor = actor

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        kolom, _ = compiler.compile(self.source_expressions[0])
        sql, waarden = voorwaarde(self.actor, kolom.rsplit(".", 1)[0])
        return f"({sql})", waarden


def grens(rijen: Any, actor: Actor) -> Any:
    """The queryset of zaken narrowed to this actor, for one row by key (its grounds as EXISTS)."""
    if isinstance(actor, Systeem):
        return rijen
    return rijen.filter(_Gronden(actor))


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
    if not isinstance(actor, Burger):
        return beleid.beslis_over_zaak(actor, recht, zaak, eigen_zaak=False)
    if actor.machtiging is not None and not actor.machtiging.mag_handelen and recht != "inzien":
        return Beslissing(False, "deze machtiging is alleen om te zien")
    if recht in VAN_DE_AANVRAGER and not is_aanvrager(actor, zaak):
        return Beslissing(False, "dat doet alleen de aanvrager")
    return beleid.beslis_over_zaak(actor, recht, zaak, eigen_zaak=True)

"""The term of a zaak: computed from its rows, kept on the zaak for sorting. Only handelingen that change rows call
this.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, Func, Q, QuerySet, Value

from catalogus import klok, termijnen
from catalogus.models import Statustype, Termijnregime, TermijnVanaf, Uitval, Vrijedag, Zaaktype, ZaaktypeBesluittype
from catalogus.termijnen import uitval
from catalogus.vastevraag import SLEUTEL, onthouden
from mijnzaken.zaken.models import GEEN_DATUM, Beslistermijn, Opschorting, Terugbelgegevens, Verlenging, Zaak

_REGIME = {Termijnregime.AVG: "avg", Termijnregime.WERKDAGEN: "kalender"}


def telt_gelijk(een: Zaaktype, ander: Zaaktype) -> bool:
    """Whether a term that runs gives the same date under both."""
    return _REGIME.get(Termijnregime(een.termijnregime)) == _REGIME.get(Termijnregime(ander.termijnregime))


def vrije_dagen() -> termijnen.Vrijedagen:
    """The free days of the Atw as the table has them."""
    return _vrijedagen(_dagen().eerste() or "")


@onthouden
def _dagen() -> QuerySet[Any]:
    """All of them in one row, as text."""
    dag = Func("datum", Value("YYYY-MM-DD"), function="to_char", output_field=CharField())
    samen = Vrijedag.objects.order_by().values(alle=Value(1)).annotate(dagen=StringAgg(dag, " ", order_by="datum"))
    return samen.values_list("dagen", flat=True)


@lru_cache(maxsize=8)
def _vrijedagen(dagen: str) -> termijnen.Vrijedagen:
    return termijnen.Vrijedagen.van(map(date.fromisoformat, dagen.split()))


def begin_termijn(
    zaak: Zaak, moment: ZaaktypeBesluittype | None = None, begin: date | None = None
) -> Beslistermijn | None:
    """Start the term of a decision moment, or of the zaak; ``None`` where the zaaktype has no term."""
    rij = _rij(zaak, moment, begin or _eerste_dag(zaak))
    if rij is not None:
        rij.save(force_insert=True)
        werk_bij(zaak)
    return rij


def _rij(zaak: Zaak, moment: ZaaktypeBesluittype | None, begin: date) -> Beslistermijn | None:
    zaaktype = zaak.zaaktype
    duur = (moment.beslistermijn if moment else "") or zaaktype.doorlooptijd
    if zaaktype.termijnregime in (Termijnregime.GEEN, Termijnregime.WERKDAGEN) or not duur:
        return None
    grondslag = (moment.termijn_grondslag if moment else "") or zaaktype.termijn_grondslag
    return Beslistermijn(zaak=zaak, besluitmoment=moment, begin=begin, duur=duur, grondslag=grondslag)


def begin_eerste(zaak: Zaak) -> None:
    """The term of a new zaak: of its first decision, or of the whole while that one waits for a status."""
    begin_termijn(zaak, _eerste_moment(zaak))


def eerste_van(zaak: Zaak) -> Beslistermijn | None:
    """The same for a zaak that is not saved yet, and still without relations: its last day stands on the zaak, and who
    saves the zaak saves this row after it.
    """
    rij = _rij(zaak, _eerste_moment(zaak), zaak.ontvangstdatum)
    if rij is not None:
        zaak.uiterlijke_einddatum = rij.uiterlijk = bereken(rij)
    return rij


def _eerste_moment(zaak: Zaak) -> ZaaktypeBesluittype | None:
    eerste = _besluitmomenten().eerste(zaak.zaaktype_id)
    return None if eerste is not None and _wacht_op_status(zaak, eerste) else eerste


@onthouden
def _besluitmomenten() -> QuerySet[ZaaktypeBesluittype]:
    return ZaaktypeBesluittype.objects.filter(zaaktype=SLEUTEL).order_by("volgorde")


def begin_volgende(zaak: Zaak, moment: ZaaktypeBesluittype) -> None:
    """After a decision: the next one has its own term from today, or from the status that its term counts from."""
    volgende = zaak.zaaktype.besluitmomenten.filter(volgorde__gt=moment.volgorde).order_by("volgorde").first()
    if volgende is None:
        return
    if not _wacht_op_status(zaak, volgende):
        begin_termijn(zaak, volgende, klok.vandaag())
        return
    zonder(zaak)


def zonder(zaak: Zaak) -> None:
    """No term runs: the zaak has no last day, and stands after those that have one."""
    zaak.uiterlijke_einddatum, zaak.termijnsleutel = None, GEEN_DATUM
    zaak.save(update_fields=["uiterlijke_einddatum", "termijnsleutel"])


def begin_bij_status(zaak: Zaak, statustype: Statustype) -> None:
    """The decision that comes now and whose term counts from this status; the term of the whole ends there. Once.
    What was decided, was decided here or by another system.
    """
    hier = Q(pk__in=zaak.voorstellen.exclude(besloten_op=None).values("besluitmoment"))
    elders = Q(besluittype__in=zaak.besluiten.values("besluittype"))
    moment = zaak.zaaktype.besluitmomenten.exclude(hier | elders).order_by("volgorde").first()
    if moment is None or moment.vanaf_statustype_id != statustype.pk:
        return
    if not zaak.beslistermijnen.filter(besluitmoment=moment).exists():
        zaak.beslistermijnen.filter(voldaan_op=None).update(voldaan_op=klok.vandaag())
        begin_termijn(zaak, moment, klok.vandaag())


def _wacht_op_status(zaak: Zaak, moment: ZaaktypeBesluittype) -> bool:
    if moment.vanaf_statustype_id is None:
        return False
    return zaak.pk is None or not zaak.statussen.filter(statustype=moment.vanaf_statustype_id).exists()


def _eerste_dag(zaak: Zaak) -> date:
    """The day the term counts from: receipt, or the last day to object (Awb 7:10)."""
    if zaak.zaaktype.termijn_vanaf == TermijnVanaf.EINDE_BEZWAARTERMIJN:
        relatie = zaak.gerelateerde_zaken.select_related("besluit").exclude(besluit=None).first()
        if relatie and relatie.besluit and relatie.besluit.uiterlijke_reactiedatum:
            return max(relatie.besluit.uiterlijke_reactiedatum, zaak.ontvangstdatum)
    return zaak.ontvangstdatum


def begin_terugbeltermijn(zaak: Zaak, gegevens: Terugbelgegevens, vanaf: datetime) -> None:
    """Give a terugbelnotitie its working days, from its making or its reopening; who was told that it is late, is told
    again.
    """
    gegevens.uiterlijk_om = termijnen.werkdag_einde(vanaf, zaak.zaaktype.werkdagen or 5, vrije_dagen=vrije_dagen())
    gegevens.gewaarschuwd_op = None
    gegevens.save(update_fields=["uiterlijk_om", "gewaarschuwd_op"])
    zaak.uiterlijke_einddatum = zaak.termijnsleutel = klok.datum(gegevens.uiterlijk_om)
    zaak.save(update_fields=["uiterlijke_einddatum", "termijnsleutel"])


def bereken(rij: Beslistermijn) -> date:
    """The last day to decide, from the rows of this term; one that is not saved yet has none."""
    opschortingen = rij.opschortingen.all() if rij.pk else ()
    verlengingen = rij.verlengingen.all() if rij.pk else ()
    return termijnen.einddatum(
        rij.begin,
        rij.duur,
        opschortingen=[_opschorting(o) for o in opschortingen],
        verlengingen=[termijnen.Verlenging(v.duur, v.verlegt_datum) for v in verlengingen],
        regime=_REGIME.get(Termijnregime(rij._zaak().zaaktype.termijnregime), "awb"),
        vrije_dagen=vrije_dagen(),
        op=klok.vandaag(),
    )


def _opschorting(rij: Opschorting) -> termijnen.Opschorting:
    return termijnen.Opschorting(verzocht_op=rij.verzocht_op, tot=rij.tot, uiterlijk=rij.uiterlijk, reden=rij.reden)


def werk_bij(zaak: Zaak) -> None:
    """Write the computed date and the sort key; the caller saves nothing more."""
    lopend = zaak.beslistermijnen.filter(voldaan_op=None).first()
    stil = zaak.opschortingen.filter(beeindigd_op=None).exists()
    if lopend is not None:
        lopend.uiterlijk = bereken(lopend)
        lopend.save(update_fields=["uiterlijk"])
        zaak.uiterlijke_einddatum = lopend.uiterlijk
    zaak.termijn_stil = stil
    zaak.opschorting_indicatie = stil
    zaak.termijnsleutel = GEEN_DATUM if stil or zaak.uiterlijke_einddatum is None else zaak.uiterlijke_einddatum
    zaak.save(
        update_fields=[
            "uiterlijke_einddatum",
            "termijn_stil",
            "opschorting_indicatie",
            "opschorting_reden",
            "termijnsleutel",
        ]
    )


def mag_verlengen(rij: Beslistermijn) -> bool:
    """Does a law let the date of this term move today? One of the AVG only when it is told within the first month, so
    before the term itself has passed (art. 12 lid 3).
    """
    zaaktype = rij._zaak().zaaktype
    if rij.verlengingen.filter(verlegt_datum=True).count() >= zaaktype.verlenging_aantal:
        return False
    return zaaktype.termijnregime != Termijnregime.AVG or klok.vandaag() <= bereken(rij)


def na_uitval(uiterlijk: date) -> date:
    """The last day on which a citizen can send something, moved past every outage of the portal that touches it."""
    storingen = Uitval.objects.exclude(einde__date__lt=uiterlijk).values_list("begin", "einde")
    return uitval.verleng(uiterlijk, storingen, vrije_dagen().werkdag_vanaf)


@dataclass(frozen=True)
class Termijnstand:
    """What the screens say of the term: one sentence's worth of facts."""

    uiterlijk: date | None
    dagen: int | None  # days left; negative when late
    stil: bool
    stil_tot: date | None  # last day of the set term
    stil_reden: str
    dagen_na_stilstand: int | None
    verlengd: Verlenging | None
    opgeschort_geweest: bool
    laatst_meegedeeld: date | None  # Awb 4:14 lid 1: told as later, without moving the legal date
    opschortingen: tuple[Opschorting, ...]
    verlengingen: tuple[Verlenging, ...]


def stand(zaak: Zaak) -> Termijnstand:
    """The term as it stands today; two queries (suspensions, extensions)."""
    opschortingen = list(zaak.opschortingen.all())
    verlengingen = list(zaak.verlengingen.all())
    lopend = next((o for o in opschortingen if o.beeindigd_op is None), None)
    vandaag = klok.vandaag()
    dagen = (zaak.uiterlijke_einddatum - vandaag).days if zaak.uiterlijke_einddatum else None
    verplaatst = next((v for v in reversed(verlengingen) if v.verlegt_datum), None)
    meegedeeld = next((v.nieuwe_datum for v in reversed(verlengingen) if not v.verlegt_datum), None)
    rest = None
    if lopend is not None and zaak.uiterlijke_einddatum is not None:
        einde_stilstand = lopend.uiterlijk or vandaag
        rest = (zaak.uiterlijke_einddatum - max(einde_stilstand, vandaag)).days
    return Termijnstand(
        uiterlijk=zaak.uiterlijke_einddatum,
        dagen=dagen,
        stil=lopend is not None,
        stil_tot=lopend.uiterlijk if lopend else None,
        stil_reden=lopend.reden if lopend else "",
        dagen_na_stilstand=rest,
        verlengd=verplaatst,
        opgeschort_geweest=bool(opschortingen),
        laatst_meegedeeld=meegedeeld,
        opschortingen=tuple(opschortingen),
        verlengingen=tuple(verlengingen),
    )

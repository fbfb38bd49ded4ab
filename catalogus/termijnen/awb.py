"""Terms that the Algemene wet bestuursrecht itself sets, each with its article.

The lengths are arguments with the law's present value: the caller passes what the administrator's table holds.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from catalogus.klok import datum
from catalogus.termijnen.einde import Verlenging, einddatum
from catalogus.termijnen.feestdagen import Vrijedagen
from catalogus.termijnen.opschorting import Opschorting

_WEEK = timedelta(weeks=1)


def beslistermijn(
    ontvangen_op: date,
    wettelijk: str = "",
    *,
    redelijk: str = "P8W",
    opschortingen: Iterable[Opschorting] = (),
    verlengingen: Iterable[Verlenging] = (),
    vrije_dagen: Vrijedagen,
) -> date:
    """4:13: the last day to decide: by the statutory term, or without one 8 weeks after receipt."""
    return einddatum(
        ontvangen_op,
        wettelijk or redelijk,
        opschortingen=opschortingen,
        verlengingen=verlengingen,
        vrije_dagen=vrije_dagen,
    )


def verlenging(duur: str, *, wettelijke_termijn: bool, grond_in_bijzondere_wet: bool = False) -> Verlenging:
    """4:14: what telling a later date does.

    Lid 3: without a statutory term it moves the date. Lid 1: with one it only informs, the legal date stands, unless a
    special law gives the ground to extend.
    """
    return Verlenging(duur, verlegt_datum=not wettelijke_termijn or grond_in_bijzondere_wet)


def niet_behandelen_uiterlijk(sinds: date, *, duur: str = "P4W", vrije_dagen: Vrijedagen) -> date:
    """4:5 lid 4: the last day to make known that an application is not treated.

    ``sinds``: the day it was completed, or the last day of the completion term when that passed unused.
    """
    return einddatum(sinds, duur, vrije_dagen=vrije_dagen)


def bezwaartermijn(
    bekendgemaakt_op: date,
    *,
    duur: str = "P6W",
    vrije_dagen: Vrijedagen,
    uitval: Iterable[tuple[datetime, datetime | None]] = (),
) -> date:
    """6:7, 6:8: the last day to object; the term starts the day after the decision was made known."""
    return einddatum(bekendgemaakt_op, duur, vrije_dagen=vrije_dagen, uitval=uitval)


def binnen_termijn(ontvangen: date | datetime, uiterlijk: date, *, gepost_op: date | None = None) -> bool:
    """6:9: received before the last day (in Amsterdam) is over; or posted by then and received within a week after."""
    dag = datum(ontvangen) if isinstance(ontvangen, datetime) else ontvangen
    return dag <= uiterlijk or (gepost_op is not None and gepost_op <= uiterlijk and dag <= uiterlijk + _WEEK)


def beslistermijn_bezwaar(
    einde_bezwaartermijn: date,
    *,
    met_commissie: bool = False,
    duur: str = "P6W",
    duur_met_commissie: str = "P12W",
    opschortingen: Iterable[Opschorting] = (),
    verdagingen: Iterable[Verlenging] = (),
    vrije_dagen: Vrijedagen,
) -> date:
    """7:10: the last day to decide on an objection, counted from the day after the objection term ended.

    ``opschortingen``: repair of a defect (lid 2) and the grounds of 4:15 that 7:14 leaves; ``verdagingen``: adjourning
    (lid 3) and further with consent (lid 4).
    """
    return einddatum(
        einde_bezwaartermijn,
        duur_met_commissie if met_commissie else duur,
        opschortingen=opschortingen,
        verlengingen=verdagingen,
        vrije_dagen=vrije_dagen,
    )

"""Terms of the AVG (GDPR), counted by Regulation (EEC, Euratom) 1182/71 and not by the Algemene termijnenwet.

The day of receipt does not count (art. 3 lid 1); a month ends on the same day of the month, or on its last day
(lid 2 under c); an end on a Saturday, Sunday or holiday moves to the next working day (lid 4); two days or more hold
two working days (lid 5). Long terms are not excepted.
"""

from datetime import UTC, date, datetime, timedelta

from catalogus.klok import bewust
from catalogus.termijnen.einde import Verlenging, einddatum
from catalogus.termijnen.feestdagen import Vrijedagen

DATALEK_MELDEN = timedelta(hours=72)


def antwoorden_uiterlijk(
    ontvangen_op: date,
    *,
    verlengd: bool = False,
    duur: str = "P1M",
    verlenging: str = "P2M",
    vrije_dagen: Vrijedagen,
) -> date:
    """Art. 12 lid 3: answer within a month from receipt; complex or many: two months more, three in all."""
    return einddatum(
        ontvangen_op,
        duur,
        verlengingen=[Verlenging(verlenging, verlegt_datum=True)] if verlengd else [],
        regime="avg",
        vrije_dagen=vrije_dagen,
    )


def verlenging_meedelen_uiterlijk(ontvangen_op: date, *, duur: str = "P1M", vrije_dagen: Vrijedagen) -> date:
    """Art. 12 lid 3 and 4: an extension or a refusal is told, with reasons, within the first month."""
    return antwoorden_uiterlijk(ontvangen_op, duur=duur, vrije_dagen=vrije_dagen)


def datalek_melden_uiterlijk(ontdekt: datetime) -> datetime:
    """Art. 33: 72 real hours, also over a weekend and over the night on which the clock changes; in UTC."""
    return bewust(ontdekt).astimezone(UTC) + DATALEK_MELDEN

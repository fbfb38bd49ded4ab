"""Terms in working days: the terugbelnotitie is answered within 5 working days, by 17:00 (domein.md)."""

from datetime import UTC, datetime, time

from catalogus.klok import AMSTERDAM, datum
from catalogus.termijnen.feestdagen import Vrijedagen

SLUITINGSTIJD = time(17)


def werkdag_einde(
    moment: datetime, aantal: int = 5, tijd: time = SLUITINGSTIJD, *, vrije_dagen: Vrijedagen
) -> datetime:
    """The moment, in UTC, on which ``aantal`` working days after the Amsterdam day of ``moment`` are over.

    The day itself does not count; ``tijd`` is Amsterdam time, in summer and in winter.
    """
    dag = vrije_dagen.na_werkdagen(datum(moment), aantal)
    return datetime.combine(dag, tijd, AMSTERDAM).astimezone(UTC)

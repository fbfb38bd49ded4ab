"""Terms in working days: the terugbelnotitie is answered within 5 working days, by 17:00 (domein.md)."""

from datetime import UTC, date, datetime, time, timedelta

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


def werkdagen_tot(vandaag: date, dag: date, *, vrije_dagen: Vrijedagen) -> int:
    """How many working days are left after ``vandaag`` up to and with ``dag``; negative for how many it is over."""
    if dag < vandaag:
        return -werkdagen_tot(dag, vandaag, vrije_dagen=vrije_dagen)
    return sum(not vrije_dagen.is_vrij(vandaag + timedelta(days=n)) for n in range(1, (dag - vandaag).days + 1))

"""Days on which a term does not end: Saturday, Sunday and the days of Atw art. 3.

The days of art. 3 lid 1 follow from the calendar and are computed here. The days that the government puts on a par with
them (lid 3) can't be computed: they come from the table that an administrator keeps. A year of which that table does
not hold every computed day is a year that nobody filled in, and asking for it is an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

EEN_DAG = timedelta(days=1)
_EERSTE_KONINGSDAG = 2014
_ZATERDAG, _ZONDAG = 5, 6


class FeestdagenOntbreken(LookupError):
    """The table of free days does not cover this year, so no date in it can be computed."""

    def __init__(self, jaar: int) -> None:
        super().__init__(f"De tabel met vrije dagen is voor {jaar} niet (helemaal) gevuld.")
        self.jaar = jaar


def pasen(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss, as Meeus and Jones give it)."""
    gulden, eeuw, rest = jaar % 19, jaar // 100, jaar % 100
    maan = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    stap = (gulden + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * stap + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """The day on which the King's birthday is celebrated: 27 April, or 26 April when that is a Sunday.

    Before 2014 it was Queen's Day: 30 April, or 29 April when that was a Sunday.
    """
    dag = date(jaar, 4, 27 if jaar >= _EERSTE_KONINGSDAG else 30)
    return dag - EEN_DAG if dag.weekday() == _ZONDAG else dag


def feestdagen(jaar: int) -> dict[date, str]:
    """The generally recognised holidays of Atw art. 3 lid 1 and 2; 5 May is one every year."""
    paaszondag = pasen(jaar)
    dagen = (
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        (paaszondag - timedelta(days=2), "Goede Vrijdag"),
        (paaszondag + timedelta(days=1), "Tweede Paasdag"),
        (koningsdag(jaar), "Koningsdag" if jaar >= _EERSTE_KONINGSDAG else "Koninginnedag"),
        (date(jaar, 5, 5), "Bevrijdingsdag"),
        (paaszondag + timedelta(days=39), "Hemelvaartsdag"),
        (paaszondag + timedelta(days=50), "Tweede Pinksterdag"),
        (date(jaar, 12, 25), "Eerste Kerstdag"),
        (date(jaar, 12, 26), "Tweede Kerstdag"),
    )
    namen: dict[date, str] = {}
    for dag, naam in sorted(dagen):
        namen[dag] = f"{namen[dag]} en {naam}" if dag in namen else naam
    return namen


@dataclass(frozen=True)
class Vrijedagen:
    """The free days of the years that the table covers."""

    dagen: frozenset[date] = field(repr=False)
    jaren: frozenset[int]

    @classmethod
    def van(cls, tabel: Iterable[date]) -> "Vrijedagen":
        """From the rows of the table, holidays and assimilated days alike.

        A year counts as covered when the table holds all its computed holidays; the other rows are the days of lid 3.
        """
        dagen = frozenset(tabel)
        return cls(dagen, frozenset(jaar for jaar in {dag.year for dag in dagen} if feestdagen(jaar).keys() <= dagen))

    @classmethod
    def berekend(cls, jaren: Iterable[int], gelijkgesteld: Iterable[date] = ()) -> "Vrijedagen":
        """The computed holidays of these years and the assimilated days given with them; for tests and for filling."""
        gekozen = frozenset(jaren)
        return cls(frozenset(dag for jaar in gekozen for dag in feestdagen(jaar)) | frozenset(gelijkgesteld), gekozen)

    def is_vrij(self, dag: date) -> bool:
        """Whether a term does not end on this day. Raises FeestdagenOntbreken for a weekday in an uncovered year."""
        if dag.weekday() in (_ZATERDAG, _ZONDAG):
            return True
        if dag.year not in self.jaren:
            raise FeestdagenOntbreken(dag.year)
        return dag in self.dagen

    def werkdag_vanaf(self, dag: date) -> date:
        """This day, or the first working day after it."""
        while self.is_vrij(dag):
            dag += EEN_DAG
        return dag

    def na_werkdagen(self, dag: date, aantal: int) -> date:
        """The ``aantal``-th working day after this day; the day itself does not count."""
        for _ in range(aantal):
            dag = self.werkdag_vanaf(dag + EEN_DAG)
        return dag

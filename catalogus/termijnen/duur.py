"""Periods of the law as ISO 8601 writes them: P8W, P6M, P1Y, P20D. A month is no number of days."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

_VORM = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


class OngeldigeDuur(ValueError):
    """This text is no period, or it ends after the last date that a computer knows (31 December 9999)."""


@dataclass(frozen=True)
class Duur:
    """Whole years, months, weeks and days, kept apart because they can't be exchanged."""

    jaren: int = 0
    maanden: int = 0
    weken: int = 0
    dagen: int = 0

    @classmethod
    def lees(cls, tekst: str) -> "Duur":
        """From ISO 8601; hours, fractions and negative periods are refused with OngeldigeDuur."""
        delen = _VORM.fullmatch(tekst)
        if delen is None:
            raise OngeldigeDuur(f"Dit is geen periode zoals P8W, P6M of P1Y: {tekst!r}")
        return cls(*(int(deel or 0) for deel in delen.groups()))

    def __str__(self) -> str:
        delen = ((self.jaren, "Y"), (self.maanden, "M"), (self.weken, "W"), (self.dagen, "D"))
        return "P" + ("".join(f"{getal}{teken}" for getal, teken in delen if getal) or "0D")

    def __add__(self, ander: "Duur") -> "Duur":
        return Duur(
            self.jaren + ander.jaren, self.maanden + ander.maanden, self.weken + ander.weken, self.dagen + ander.dagen
        )

    def na(self, begin: date) -> date:
        """The last day of a term that starts the day after ``begin``: the same weekday or day of the month.

        A day that the month lacks becomes its last: 31 January + 1 month is 28 or 29 February. Years and months are
        added first, then weeks and days.
        """
        try:
            jaar, maand = divmod(begin.year * 12 + begin.month - 1 + self.jaren * 12 + self.maanden, 12)
            dag = min(begin.day, monthrange(jaar, maand + 1)[1])
            return date(jaar, maand + 1, dag) + timedelta(days=self.weken * 7 + self.dagen)
        except (ValueError, OverflowError) as fout:
            raise OngeldigeDuur(f"{self} na {begin.isoformat()} valt buiten de kalender.") from fout

    def voor(self, einde: date) -> date:
        """The day that lies this long before ``einde``: the same weekday or day of the month, as ``na`` counts."""
        try:
            jaar, maand = divmod(einde.year * 12 + einde.month - 1 - self.jaren * 12 - self.maanden, 12)
            dag = min(einde.day, monthrange(jaar, maand + 1)[1])
            return date(jaar, maand + 1, dag) - timedelta(days=self.weken * 7 + self.dagen)
        except (ValueError, OverflowError) as fout:
            raise OngeldigeDuur(f"{self} voor {einde.isoformat()} valt buiten de kalender.") from fout

    def minstens(self, dagen: int) -> bool:
        """Whether it is a term of at least this many days (no more than a week is asked)."""
        return bool(self.jaren or self.maanden or self.weken) or self.dagen >= dagen

    @property
    def buiten_atw(self) -> bool:
        """Atw 4 under a: more than 90 days, 12 weeks or 3 months, or a term in years."""
        return bool(self.jaren) or Fraction(self.maanden, 3) + Fraction(self.weken, 12) + Fraction(self.dagen, 90) > 1

    def in_woorden(self) -> str:
        """As a resident reads it: '8 weken', '1 jaar en 6 maanden'."""
        namen = (
            (self.jaren, "jaar", "jaar"),
            (self.maanden, "maand", "maanden"),
            (self.weken, "week", "weken"),
            (self.dagen, "dag", "dagen"),
        )
        delen = [f"{getal} {een if getal == 1 else meer}" for getal, een, meer in namen if getal] or ["0 dagen"]
        return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)

"""A progress bar of one line: how far, how fast, how long still."""

import time
from collections.abc import Callable

_BREED = 30  # signs
_ELKE = 0.5  # seconds between two lines


class Voortgang:
    """Call ``stap`` with what was done; it writes at most twice a second."""

    def __init__(self, schrijf: Callable[[str], object], wat: str, totaal: int) -> None:
        self._schrijf, self._wat, self._totaal = schrijf, wat, max(totaal, 1)
        self._begin, self._laatst, self._gedaan = time.monotonic(), 0.0, 0

    def stap(self, aantal: int) -> None:
        self._gedaan += aantal
        nu = time.monotonic()
        if nu - self._laatst >= _ELKE or self._gedaan >= self._totaal:
            self._laatst = nu
            self._schrijf(f"\r{self.regel(nu - self._begin)}")
            if self._gedaan >= self._totaal:
                self._schrijf("\n")

    def regel(self, seconden: float) -> str:
        deel = self._gedaan / self._totaal
        tempo = self._gedaan / seconden if seconden > 0 else 0.0
        rest = (self._totaal - self._gedaan) / tempo if tempo else 0.0
        balk = "#" * round(_BREED * deel)
        return (
            f"{self._wat:<10} [{balk:<{_BREED}}] {deel:4.0%}  {self._gedaan:,}  {tempo:,.0f}/s  "
            f"nog {_duur(rest)}, al {_duur(seconden)}   "
        )


def _duur(seconden: float) -> str:
    minuten, rest = divmod(round(seconden), 60)
    return f"{minuten}:{rest:02d}"

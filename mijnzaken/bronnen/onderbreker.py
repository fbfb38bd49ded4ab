"""A circuit breaker: a register that keeps failing is left alone for a while, so that nobody waits for it in vain."""

import threading
import time
from collections.abc import Callable


class Onderbreker:
    """Opens after ``grens`` failures in a row; after ``rust`` seconds one call may try again.

    One per register and process. Its clock is monotonic, so a changed system clock does not matter.
    """

    def __init__(self, grens: int = 5, rust: float = 30.0, klok: Callable[[], float] = time.monotonic) -> None:
        self._grens = grens
        self._rust = rust
        self._klok = klok
        self._slot = threading.Lock()
        self._fouten = 0
        self._open_sinds: float | None = None

    def mag(self) -> bool:
        """May a call go out now? While open only one call per rest period may."""
        with self._slot:
            if self._open_sinds is None:
                return True
            if self._klok() - self._open_sinds < self._rust:
                return False
            self._open_sinds = self._klok()
            return True

    def gelukt(self) -> None:
        with self._slot:
            self._fouten = 0
            self._open_sinds = None

    def mislukt(self) -> None:
        with self._slot:
            self._fouten += 1
            if self._fouten >= self._grens:
                self._open_sinds = self._klok()

"""What a check before publishing finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from catalogus.models import Zaaktype


@dataclass(frozen=True)
class Gebrek:
    """One thing that is not right: ``deel`` is the list of the version in which one mends it (``statustypen``), empty
    for the version itself; ``pk`` is the row, when it is about one.
    """

    zin: str
    deel: str = ""
    pk: int | None = None


Regel = Callable[[Zaaktype], Iterator[Gebrek]]

"""Who acts. An actor is made from the session or the token, once per request, and never from what was posted."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from autorisatie.models import Gebruiker, Machtiging, Partij


class Actor:
    """Base: ``soort`` is written to the log, ``rolcode`` picks the rows of the matrix."""

    soort: ClassVar[str] = "niemand"

    @property
    def rolcode(self) -> str:
        return self.soort

    @property
    def eigen_partij_id(self) -> int | None:
        """The partij on whose behalf the actor acts as a resident; ``None`` for everybody else."""
        return None


@dataclass(frozen=True)
class Anoniem(Actor):
    """A visitor. ``sessie`` is a keyed hash of the session, by which a draft without log-in is found again."""

    soort: ClassVar[str] = "anoniem"
    sessie: str = ""


@dataclass(frozen=True)
class Burger(Actor):
    """A resident, an organisation, or who acts for one of them.

    ``betrouwbaarheid`` is eIDAS: 1 none, 2 low, 3 substantial, 4 high. With a ``machtiging`` the actor sees what is of
    ``namens`` only, never what is of himself.
    """

    soort: ClassVar[str] = "burger"
    partij: "Partij"
    middel: str = "digid"
    betrouwbaarheid: int = 3
    namens: "Partij | None" = None
    machtiging: "Machtiging | None" = None

    @property
    def rolcode(self) -> str:
        if self.namens is not None:
            return "gemachtigde"
        return "inwoner" if self.partij.soort_partij == "persoon" else "organisatie"

    @property
    def voor_wie(self) -> "Partij":
        return self.namens or self.partij

    @property
    def eigen_partij_id(self) -> int:
        return self.voor_wie.pk


@dataclass(frozen=True)
class Medewerker(Actor):
    """Staff. What he may do follows from his grants; what he may never see follows from who he is."""

    soort: ClassVar[str] = "medewerker"
    gebruiker: "Gebruiker"
    doel: str = ""
    # Cached per request by beleid: the rows of the matrix that hold for him now.
    _geheugen: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def uitgesloten_partijen(self) -> tuple[int, ...]:
        """Partijen whose zaken he never sees as staff: himself, partner, household, own company (Awb 2:4)."""
        return self.gebruiker.uitgesloten_partijen()

    @property
    def genoemde_partijen(self) -> "QuerySet[Any]":
        """Shielded partijen for whom he is a named person; the rest of the shielded ones do not exist for him."""
        return self.gebruiker.genoemde_partijen()


@dataclass(frozen=True)
class Applicatie(Actor):
    """Another system, over the ZGW APIs."""

    soort: ClassVar[str] = "applicatie"
    client_id: str
    heeft_alle_autorisaties: bool = False
    processen: tuple[tuple[int, int], ...] = ()  # (proces id, highest vertrouwelijkheid)
    namens_gebruiker: str = ""


@dataclass(frozen=True)
class Systeem(Actor):
    """The program itself: a task, a command. It says why."""

    soort: ClassVar[str] = "systeem"
    reden: str

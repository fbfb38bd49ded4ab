"""Who acts. An actor is made from the session or the token, once per request, and never from what was posted."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from autorisatie.models import Gebruiker, Machtiging, Partij


ROLLEN_NAMENS = {"": "gemachtigde", "gemachtigde": "gemachtigde", "hoofdvestiging": "organisatie"}


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
        """``gemachtigde`` by the will of another, ``wettelijk_vertegenwoordiger`` by law; a company that picks one of
        its branches stays ``organisatie``; a log-in that is restricted to a branch is ``vestiging``.
        """
        if self.namens is not None:
            return ROLLEN_NAMENS.get(self.machtiging.aard if self.machtiging else "", "wettelijk_vertegenwoordiger")
        if self.partij.soort_partij == "persoon":
            return "inwoner"
        return "vestiging" if self.partij.vestigingsnummer else "organisatie"

    @property
    def zelf(self) -> "Burger":
        """The same person for himself."""
        return replace(self, namens=None, machtiging=None)

    @property
    def mag_handelen(self) -> bool:
        """``False`` for who may only see: every act is then refused, whatever the matrix says of the role."""
        return self.machtiging is None or self.machtiging.mag_handelen

    @property
    def ziet_persoonlijks(self) -> bool:
        """Register data, addresses and the access log are the person's own; who represents by law sees them too."""
        return self.namens is None or (
            self.rolcode != "gemachtigde" and self.machtiging is not None and self.machtiging.reikwijdte == "alles"
        )

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
    # Cached per request by beleid: the rows of the matrix that hold for him now, with and without a purpose apart.
    _geheugen: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    def met_doel(self, doel: str) -> "Medewerker":
        """The same person in the same request, who now says what he reads for. Rows that ask a purpose then hold."""
        return Medewerker(self.gebruiker, doel=doel, _geheugen=self._geheugen)

    @cached_property
    def uitgesloten_partijen(self) -> tuple[int, ...]:
        """Partijen whose zaken he never sees as staff: himself, partner, household, own company (Awb 2:4)."""
        return self.gebruiker.uitgesloten_partijen()

    @property
    def genoemde_partijen(self) -> "QuerySet[Any]":
        """Shielded partijen for whom he is a named person; the rest of the shielded ones do not exist for him."""
        return self.gebruiker.genoemde_partijen()


@dataclass(frozen=True)
class Scoperegel:
    """One autorisatie of another system: scopes, for one type, up to ``hoogste`` (a number of Vertrouwelijkheid)."""

    component: str
    scopes: frozenset[str]
    proces_id: int | None = None
    informatieobjecttype_id: int | None = None
    besluittype_id: int | None = None
    hoogste: int = 0


@dataclass(frozen=True)
class Applicatie(Actor):
    """Another system, over the ZGW APIs.

    ``scopes`` are those that the operation asks: any one of them opens a thing. They narrow what ``regels`` give and
    never add to it.
    """

    soort: ClassVar[str] = "applicatie"
    client_id: str
    heeft_alle_autorisaties: bool = False
    regels: tuple[Scoperegel, ...] = ()
    scopes: frozenset[str] = frozenset({"zaken.lezen"})
    label: str = ""
    namens_gebruiker: str = ""  # whom the other system says it acts for: for the audit trail only
    namens_weergave: str = ""
    verzoeken_per_minuut: int | None = None  # empty: that of the installation
    alleen_gereed_voor_publicatie: bool = False  # of documents it reads only what is ready to be published

    def met_scopes(self, scopes: frozenset[str]) -> "Applicatie":
        return replace(self, scopes=scopes)

    def met_alles(self) -> "Applicatie":
        """A system that may everything: what does not exist for that one, exists for none."""
        return replace(self, heeft_alle_autorisaties=True)

    def voor_de_deuren(self) -> "Applicatie":
        """All that a door asks of it: not for whom it acts now, nor what it may besides this operation."""
        return Applicatie(
            client_id=self.client_id,
            heeft_alle_autorisaties=self.heeft_alle_autorisaties,
            regels=self.geldende_regels,
            scopes=self.scopes,
            alleen_gereed_voor_publicatie=self.alleen_gereed_voor_publicatie,
        )

    @property
    def geldende_regels(self) -> tuple[Scoperegel, ...]:
        """The rows that give what the operation asks."""
        return tuple(regel for regel in self.regels if regel.scopes & self.scopes)

    def mag_bij(self, component: str) -> bool:
        """Does an autorisatie of this component, which is about no type, give what the operation asks?"""
        return self.heeft_alle_autorisaties or any(regel.component == component for regel in self.geldende_regels)

    @property
    def processen(self) -> dict[int, tuple[int, ...]]:
        """Highest vertrouwelijkheid -> the processen of whose zaken the operation may be about those up to it."""
        per_hoogste: dict[int, tuple[int, ...]] = {}
        for proces, hoogste in self._hoogste_per("proces_id"):
            per_hoogste[hoogste] = (*per_hoogste.get(hoogste, ()), proces)
        return per_hoogste

    @property
    def informatieobjecttypen(self) -> tuple[tuple[int, int], ...]:
        """(informatieobjecttype id, highest vertrouwelijkheid) of the documents that the operation may be about."""
        return self._hoogste_per("informatieobjecttype_id")

    @property
    def besluittypen(self) -> frozenset[int]:
        """Of the decisions that the operation may be about."""
        return frozenset(soort for soort, _ in self._hoogste_per("besluittype_id"))

    def _hoogste_per(self, soort: str) -> tuple[tuple[int, int], ...]:
        hoogste: dict[int, int] = {}
        for regel in self.geldende_regels:
            if (sleutel := getattr(regel, soort)) is not None:
                hoogste[sleutel] = max(regel.hoogste, hoogste.get(sleutel, 0))
        return tuple(hoogste.items())


@dataclass(frozen=True)
class Systeem(Actor):
    """The program itself: a task, a command. It says why."""

    soort: ClassVar[str] = "systeem"
    reden: str

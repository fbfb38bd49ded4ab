"""One row of the matrix, three uses: an arm of a query, a predicate in Python, a sentence in Dutch.

The zaak itself lives a floor higher; here it is anything with the attributes of :class:`Zaakachtig`, and in SQL a table
whose alias is filled in for ``{z}``.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Niveau, OpenOfGesloten, Scope
from catalogus import klok
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Zaakachtig(Protocol):
    @property
    def proces_id(self) -> int: ...
    @property
    def team_id(self) -> int | None: ...
    @property
    def behandelaar_id(self) -> int | None: ...
    @property
    def einddatum(self) -> date | None: ...
    @property
    def vertrouwelijkheidaanduiding(self) -> int: ...


@dataclass(frozen=True)
class Voorwaarden:
    """The conditions of a row, filled in for one actor. Equal conditions share one arm."""

    open_of_gesloten: str
    dagen_na_sluiting: int | None
    teams: tuple[int, ...] | None  # None: no condition on the team
    behandelaar: int | None  # None: no condition on who handles
    max_vertrouwelijkheid: int

    def sql(self) -> tuple[str, list[Any]]:
        """The condition for the WHERE of an arm; ``{z}`` stands for the alias of the zaak."""
        delen, waarden = ["{z}.vertrouwelijkheidaanduiding <= %s"], [self.max_vertrouwelijkheid]
        if self.open_of_gesloten == OpenOfGesloten.OPEN:
            delen.append("{z}.einddatum IS NULL")
        elif self.open_of_gesloten == OpenOfGesloten.GESLOTEN:
            delen.append("{z}.einddatum IS NOT NULL")
        if self.dagen_na_sluiting is not None:
            delen.append("({z}.einddatum IS NULL OR {z}.einddatum >= %s)")
            waarden.append(self._sluitgrens())  # type: ignore[arg-type]
        if self.teams is not None:
            delen.append("{z}.team_id = ANY(%s)")
            waarden.append(list(self.teams))  # type: ignore[arg-type]
        if self.behandelaar is not None:
            delen.append("{z}.behandelaar_id = %s")
            waarden.append(self.behandelaar)
        return " AND ".join(delen), waarden

    def voldoet(self, zaak: Zaakachtig) -> bool:
        """The same condition in Python."""
        dicht = zaak.einddatum is not None
        return (
            zaak.vertrouwelijkheidaanduiding <= self.max_vertrouwelijkheid
            and not (self.open_of_gesloten == OpenOfGesloten.OPEN and dicht)
            and not (self.open_of_gesloten == OpenOfGesloten.GESLOTEN and not dicht)
            and (self.dagen_na_sluiting is None or zaak.einddatum is None or zaak.einddatum >= self._sluitgrens())
            and (self.teams is None or zaak.team_id in self.teams)
            and (self.behandelaar is None or zaak.behandelaar_id == self.behandelaar)
        )

    def _sluitgrens(self) -> date:
        return klok.vandaag() - timedelta(days=self.dagen_na_sluiting or 0)


@dataclass(frozen=True)
class Grond:
    """A row of the matrix that holds for an actor now: over which processen, under which conditions."""

    regel_id: int
    matrixversie: int
    rol: str
    gegevensgroep: str
    niveau: int
    handelingen: frozenset[str]
    processen: frozenset[int] | None  # None: every proces (scope gemeente, or own zaak)
    eigen_zaak: bool
    voorwaarden: Voorwaarden
    afwezige: Gebruiker | None = None  # by waarneming: whose role it is; never a right outside that person's zaken

    def geldt_voor(self, zaak: Zaakachtig) -> bool:
        return (self.processen is None or zaak.proces_id in self.processen) and self.voorwaarden.voldoet(zaak)


def zin(regel: Matrixregel) -> str:
    """The row as a sentence that an administrator reads."""
    over = {
        Scope.DIENST: f"zaaktypen van {regel.dienst}",
        Scope.TEAM: f"zaaktypen van team {regel.team}",
        Scope.PROCES: f"het zaaktype {regel.proces}",
        Scope.PROCESGROEP: f"de groep zaaktypen {regel.procesgroep}",
    }.get(Scope(regel.scope), Scope(regel.scope).label)
    delen = [
        f"Wie de rol {regel.rol} heeft, ziet van {over} bij {Gegevensgroep(regel.gegevensgroep).label}: "
        f"{Niveau(regel.niveau).label}"
    ]
    if regel.handelingen:
        delen.append("en mag " + ", ".join(h.replace("_", " ") for h in regel.handelingen))
    voorwaarden = []
    if regel.open_of_gesloten != OpenOfGesloten.ALLE:
        voorwaarden.append(f"{OpenOfGesloten(regel.open_of_gesloten).label} zaken")
    if regel.dagen_na_sluiting is not None:
        voorwaarden.append(f"tot {regel.dagen_na_sluiting} dagen na sluiting")
    if regel.eigen_team:
        voorwaarden.append("bij het eigen team")
    if regel.aan_mij:
        voorwaarden.append("aan hem toegewezen")
    if regel.max_vertrouwelijkheid < max(Vertrouwelijkheid):
        voorwaarden.append(f"ten hoogste {Vertrouwelijkheid(regel.max_vertrouwelijkheid).label}")
    if voorwaarden:
        delen.append("(" + "; ".join(voorwaarden) + ")")
    return " ".join(delen) + "."

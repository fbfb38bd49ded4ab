"""One row of the matrix, three uses: an arm of a query, a predicate in Python, a sentence in Dutch.

The zaak itself lives a floor higher; here it is anything with the attributes of :class:`Zaakachtig`, and in SQL a table
whose alias is filled in for ``{z}``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Gebruiker, Matrixregel, OpenOfGesloten
from catalogus import klok
from catalogus.kanaal import Kanaal
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
    @property
    def kanaal(self) -> str: ...


class Belet(models.TextChoices):
    """Why a row gives nothing: to this actor at all, or on this zaak."""

    DOEL = "doel", _("er is geen doel opgegeven")
    BETROUWBAARHEID = "betrouwbaarheid", _("er is met een te laag niveau van zekerheid ingelogd")
    SOORT = "soort", _("de regel gaat over zaken waarin men zelf partij is")
    GEEN_PARTIJ = "geen_partij", _("de regel gaat niet over zaken waarin men zelf partij is")
    ZAAKTYPE = "zaaktype", _("de regel gaat niet over dit zaaktype")
    VERTROUWELIJKHEID = "vertrouwelijkheid", _("de zaak is vertrouwelijker dan de regel toelaat")
    GESLOTEN = "gesloten", _("de zaak is gesloten")
    OPEN = "open", _("de zaak is nog open")
    SLUITING = "sluiting", _("de zaak is te lang gesloten")
    TEAM = "team", _("de zaak is bij een ander team")
    BEHANDELAAR = "behandelaar", _("de zaak is niet aan deze medewerker toegewezen")
    KANAAL = "kanaal", _("de zaak kwam binnen langs een weg die de regel niet noemt")
    WAARNEMING = "waarneming", _("een waarnemer heeft deze regel alleen voor de zaken van wie er niet is")
    HANDELING = "handeling", _("deze handeling staat niet in de regel")
    NIVEAU = "niveau", _("de regel laat van deze gegevens niets zien")


@dataclass(frozen=True)
class Voorwaarden:
    """The conditions of a row, filled in for one actor. Equal conditions share one arm."""

    open_of_gesloten: str
    dagen_na_sluiting: int | None
    teams: tuple[int, ...] | None  # None: no condition on the team
    behandelaar: int | None  # None: no condition on who handles
    max_vertrouwelijkheid: int
    kanalen: tuple[str, ...] | None = None  # None: every channel there is; an empty tuple is no zaak at all

    def sql(self) -> tuple[str, list[Any]]:
        """The condition for the WHERE of an arm; ``{z}`` stands for the alias of the zaak."""
        delen: list[str] = []
        waarden: list[Any] = []

        def en(deel: str, *erbij: Any) -> None:
            delen.append(deel)
            waarden.extend(erbij)

        if self.max_vertrouwelijkheid < max(Vertrouwelijkheid):
            en("{z}.vertrouwelijkheidaanduiding <= %s", self.max_vertrouwelijkheid)
        if self.open_of_gesloten == OpenOfGesloten.OPEN:
            en("{z}.einddatum IS NULL")
        elif self.open_of_gesloten == OpenOfGesloten.GESLOTEN:
            en("{z}.einddatum IS NOT NULL")
        if self.dagen_na_sluiting is not None:
            en("({z}.einddatum IS NULL OR {z}.einddatum >= %s)", self._sluitgrens())
        if self.teams is not None:
            en("{z}.team_id = ANY(%s)", list(self.teams))
        if self.behandelaar is not None:
            en("{z}.behandelaar_id = %s", self.behandelaar)
        if self.kanalen is not None:
            en("{z}.kanaal = ANY(%s)", list(self.kanalen))
        return " AND ".join(delen) or "TRUE", waarden

    def toetsen(self, zaak: Zaakachtig) -> Iterator[tuple[Belet, bool]]:
        """The same conditions in Python, each with its name and whether it holds."""
        dicht = zaak.einddatum is not None
        yield Belet.VERTROUWELIJKHEID, zaak.vertrouwelijkheidaanduiding <= self.max_vertrouwelijkheid
        yield Belet.GESLOTEN, not (self.open_of_gesloten == OpenOfGesloten.OPEN and dicht)
        yield Belet.OPEN, not (self.open_of_gesloten == OpenOfGesloten.GESLOTEN and not dicht)
        yield (
            Belet.SLUITING,
            self.dagen_na_sluiting is None or zaak.einddatum is None or zaak.einddatum >= self._sluitgrens(),
        )
        yield Belet.TEAM, self.teams is None or zaak.team_id in self.teams
        yield Belet.BEHANDELAAR, self.behandelaar is None or zaak.behandelaar_id == self.behandelaar
        yield Belet.KANAAL, self.kanalen is None or zaak.kanaal in self.kanalen

    def voldoet(self, zaak: Zaakachtig) -> bool:
        return all(klopt for _naam, klopt in self.toetsen(zaak))

    def minstens_zo_ruim(self, ander: "Voorwaarden") -> bool:
        """Does every zaak that meets ``ander`` meet these conditions too? Each condition is compared by itself, so the
        answer may be no where it is yes, and never the reverse."""
        return (
            self.max_vertrouwelijkheid >= ander.max_vertrouwelijkheid
            and self.open_of_gesloten in (OpenOfGesloten.ALLE, ander.open_of_gesloten)
            and (
                self.dagen_na_sluiting is None
                or ander.open_of_gesloten == OpenOfGesloten.OPEN
                or (ander.dagen_na_sluiting is not None and self.dagen_na_sluiting >= ander.dagen_na_sluiting)
            )
            and (self.teams is None or (ander.teams is not None and set(ander.teams) <= set(self.teams)))
            and (self.behandelaar is None or self.behandelaar == ander.behandelaar)
            and (self.kanalen is None or (ander.kanalen is not None and set(ander.kanalen) <= set(self.kanalen)))
        )

    def _sluitgrens(self) -> date:
        return klok.vandaag() - timedelta(days=self.dagen_na_sluiting or 0)


def voorwaarden_van(
    regel: Matrixregel, *, teams: set[int], gebruiker_id: int | None, afwezige: Gebruiker | None = None
) -> Voorwaarden:
    """The conditions of ``regel`` for who holds its role for ``teams``, or for the deputy of who holds it."""
    toegewezen = (gebruiker_id or 0) if regel.aan_mij else None  # nobody has number 0
    return Voorwaarden(
        open_of_gesloten=regel.open_of_gesloten,
        dagen_na_sluiting=regel.dagen_na_sluiting,
        teams=tuple(sorted(teams)) if regel.eigen_team else None,
        behandelaar=afwezige.pk if afwezige is not None else toegewezen,
        max_vertrouwelijkheid=regel.max_vertrouwelijkheid,
        kanalen=None if set(Kanaal.values) <= set(regel.kanalen) else tuple(sorted(regel.kanalen)),
    )


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

    def beletten(self, zaak: Zaakachtig) -> Iterator[Belet]:
        """Everything that keeps this row from speaking about ``zaak``; nothing when it does."""
        if self.processen is not None and zaak.proces_id not in self.processen:
            yield Belet.ZAAKTYPE
        for naam, klopt in self.voorwaarden.toetsen(zaak):
            if not klopt:
                yield naam

    def geldt_voor(self, zaak: Zaakachtig) -> bool:
        return next(self.beletten(zaak), None) is None

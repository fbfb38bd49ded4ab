"""Lines of the screen: the rows of one version that share role, scope and conditions, as one thing to read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from autorisatie import rechten, zinnen
from autorisatie.models import Gegevensgroep, Matrixregel, Matrixversie, Niveau, Scope
from catalogus.models import Proces

# What the rows of a line have in common: over which zaken, and under which conditions.
REIKWIJDTE = ("rol", "scope", "dienst", "team", "procesgroep", "proces")
MITS = (
    "open_of_gesloten",
    "dagen_na_sluiting",
    "eigen_team",
    "aan_mij",
    "max_vertrouwelijkheid",
    "kanalen",
    "doel_verplicht",
    "betrouwbaarheid_minimaal",
)


@dataclass(frozen=True)
class Blok:
    """``regel`` is one of its rows, for what they share; ``niveaus`` the level of each group of data that it names."""

    kenmerk: UUID
    regel: Matrixregel
    niveaus: dict[str, int]
    handelingen: frozenset[str]

    @property
    def over(self) -> str:
        return zinnen.reikwijdte(self.regel)

    @property
    def voorwaarden(self) -> list[str]:
        return zinnen.voorwaarden(self.regel)

    @property
    def niveaus_in_woorden(self) -> list[str]:
        """In the order of the groups; empty where the line lets nothing of a group be seen."""
        return [Niveau(self.niveaus[g]).label if self.niveaus.get(g) else "" for g in Gegevensgroep.values]

    @property
    def handelingen_per_soort(self) -> list[tuple[str, list[str]]]:
        onbekend = rechten.onbekende(self.handelingen)
        bekend = [
            (str(soort.label), [rechten.label(naam) for naam in namen])
            for soort, namen in rechten.per_soort(self.handelingen)
        ]
        return [*bekend, (_("Onbekend bij het programma"), onbekend)] if onbekend else bekend

    @property
    def naam(self) -> str:
        """How a sentence about what changed calls this line: 'Behandelaar, het zaaktype Klacht'."""
        return f"{self.regel.rol}, {self.over}"

    def gedeeld(self) -> dict[str, Any]:
        """What its rows have in common, for making such a row."""
        return {naam: getattr(self.regel, naam) for naam in (*REIKWIJDTE, *MITS)}

    def zelfde_als(self, ander: "Blok") -> bool:
        return (
            all(_vast(getattr(self.regel, n)) == _vast(getattr(ander.regel, n)) for n in (*REIKWIJDTE, *MITS))
            and self.niveaus == ander.niveaus
            and self.handelingen == ander.handelingen
        )


def _vast(waarde: Any) -> Any:
    return frozenset(waarde) if isinstance(waarde, list) else waarde


def blokken(regels: Iterable[Matrixregel]) -> list[Blok]:
    """The lines of these rows, in the order in which the rows come."""
    gevonden: dict[UUID, Blok] = {}
    for regel in regels:
        blok = gevonden.get(regel.blok) or Blok(regel.blok, regel, {}, frozenset())
        gevonden[regel.blok] = replace(
            blok,
            niveaus=blok.niveaus | {regel.gegevensgroep: regel.niveau},
            handelingen=blok.handelingen | set(regel.handelingen),
        )
    return list(gevonden.values())


def van_versie(versie: Matrixversie) -> list[Blok]:
    """By role and scope; one query."""
    rijen = versie.regels.select_related("rol", "dienst", "team", "proces").order_by(
        "-rol__voor_medewerkers", "rol__naam", "scope", "team__naam", "proces__naam", "blok", "id"
    )
    return blokken(rijen)


def regels_van(blok: Blok, versie: Matrixversie) -> list[Matrixregel]:
    """The rows that make this line in ``versie``. Rights stand on the row of group *zaak*: it is there for them too."""
    niveaus = dict(blok.niveaus)
    if blok.handelingen or not niveaus:
        niveaus.setdefault(Gegevensgroep.ZAAK.value, Niveau.GEEN)
    return [
        Matrixregel(
            versie=versie,
            blok=blok.kenmerk,
            gegevensgroep=groep,
            niveau=niveau,
            handelingen=sorted(blok.handelingen) if groep == Gegevensgroep.ZAAK else [],
            **blok.gedeeld(),
        )
        for groep, niveau in niveaus.items()
    ]


def over_proces(blok: Blok, proces: Proces) -> bool:
    """Can this line speak about zaken of ``proces``? One with the scope of the grant can, for who holds it there."""
    regel = blok.regel
    match regel.scope:
        case Scope.PROCES:
            return bool(regel.proces_id == proces.pk)
        case Scope.PROCESGROEP:
            return bool(regel.procesgroep == proces.groep)
        case Scope.TEAM:
            return bool(regel.team_id == proces.team_id)
        case Scope.DIENST:
            return bool(regel.dienst_id == proces.team.afdeling.dienst_id)
    return True

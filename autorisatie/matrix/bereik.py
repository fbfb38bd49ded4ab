"""Which roles of staff the matrix that holds now lets see zaken of a zaaktype, and how much of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from autorisatie.models import Matrixregel, Matrixversie, Niveau, Scope
from catalogus.models import Zaaktype


@dataclass(frozen=True)
class Bereik:
    """``niveau``: the most that the role sees of any group of data."""

    rol: str
    niveau: Niveau


def bereik(zaaktypen: Iterable[Zaaktype]) -> dict[int, list[Bereik]]:
    """Per zaaktype the roles, the one that sees most first. Two queries, however many zaaktypen there are."""
    versie = Matrixversie.actief()
    regels = (
        list(versie.regels.filter(rol__voor_medewerkers=True, niveau__gt=Niveau.GEEN).select_related("rol"))
        if versie
        else []
    )
    return {zaaktype.pk: _van(zaaktype, regels) for zaaktype in zaaktypen}


def _van(zaaktype: Zaaktype, regels: list[Matrixregel]) -> list[Bereik]:
    hoogste: dict[str, int] = {}
    for regel in regels:
        if _geldt_voor(regel, zaaktype):
            hoogste[regel.rol.naam] = max(regel.niveau, hoogste.get(regel.rol.naam, 0))
    return [Bereik(rol, Niveau(n)) for rol, n in sorted(hoogste.items(), key=lambda paar: (-paar[1], paar[0]))]


def _geldt_voor(regel: Matrixregel, zaaktype: Zaaktype) -> bool:
    """Of no zaak in particular: a condition that a zaak must meet does not take a role off the list."""
    proces = zaaktype.proces
    if zaaktype.vertrouwelijkheidaanduiding > regel.max_vertrouwelijkheid:
        return False
    match Scope(regel.scope):
        case Scope.GEMEENTE | Scope.TOEGEKEND_TEAM | Scope.TOEGEKENDE_DIENST:  # granted for the team that has it
            return True
        case Scope.DIENST:
            return regel.dienst_id == proces.team.afdeling.dienst_id
        case Scope.TEAM:
            return regel.team_id == proces.team_id
        case Scope.PROCESGROEP:
            return regel.procesgroep == proces.groep
        case Scope.PROCES:
            return regel.proces_id == proces.pk
        case Scope.EIGEN_ZAAK:
            return False

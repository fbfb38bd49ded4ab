"""Who has a right by the active matrix: the people behind a role, counted as persons and not as accounts."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.models import Gebruiker, Matrixversie, Rol, Scope, Toekenning
from catalogus import klok
from catalogus.models import Team

BEHEERDERS_MINIMAAL = 2  # who may ask for a role: with one, nobody could grant anything any more


def matrix() -> Matrixversie | None:
    return Matrixversie.actief()


def rollen_met_recht(recht: str) -> Any:
    return Rol.objects.filter(regels__versie=matrix(), regels__handelingen__contains=[recht])


def toekenningen_met_recht(recht: str) -> Any:
    """The grants that give this right to an active colleague today."""
    return Toekenning.objects.filter(
        Toekenning.geldend(), rol__in=rollen_met_recht(recht).values("pk"), gebruiker__is_active=True
    )


def met_recht(recht: str) -> Any:
    return Gebruiker.objects.filter(pk__in=toekenningen_met_recht(recht).values("gebruiker"))


def houders(recht: str, *, proces_id: int | None = None) -> list[Gebruiker]:
    """The staff whose grants give them ``recht``, for this proces when one is named: whom a task tells of what they
    must look at. It asks the policy of everybody who holds a role that could give it.
    """
    return [g for g in met_recht(recht) if beleid.beslis_algemeen(Medewerker(g), recht, proces_id=proces_id)]


def aantal_personen(recht: str, *, zonder: Toekenning | None = None) -> int:
    """How many persons have this right, or would have it without that one grant."""
    rijen = toekenningen_met_recht(recht)
    if zonder is not None:
        rijen = rijen.exclude(pk=zonder.pk)
    return len({partij or -pk for pk, partij in rijen.values_list("gebruiker", "gebruiker__partij")})


def voor_iedereen(gebruiker: Gebruiker, recht: str) -> bool:
    """Has this person the right over the whole municipality: an administrator?"""
    rollen = Rol.objects.filter(
        regels__versie=matrix(), regels__handelingen__contains=[recht], regels__scope=Scope.GEMEENTE
    )
    return Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker, rol__in=rollen.values("pk")).exists()


def teams_met_recht(gebruiker: Gebruiker, recht: str) -> Any:
    """The teams for which this person holds a role with that right."""
    return Team.objects.filter(pk__in=toekenningen_met_recht(recht).filter(gebruiker=gebruiker).values("team"))


def teams_van(gebruiker: Gebruiker) -> Any:
    """The teams for which this person holds a role."""
    rijen = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker)
    return Team.objects.filter(pk__in=rijen.values("team"))


def teamgenoten(teams: Any) -> Any:
    """Who holds a current grant in these teams."""
    rijen = Toekenning.objects.filter(Toekenning.geldend(), team__in=teams.values("pk"))
    return Gebruiker.objects.filter(pk__in=rijen.values("gebruiker"), is_active=True)


def werkt_in(mens: Gebruiker, teams: Any) -> bool:
    return bool(teamgenoten(teams).filter(pk=mens.pk).exists())


def met_dezelfde_rol(gebruiker: Gebruiker) -> Any:
    """Who holds one of this person's roles, in whatever team."""
    rollen = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker).values("rol")
    rijen = Toekenning.objects.filter(Toekenning.geldend(), rol__in=rollen)
    return Gebruiker.objects.filter(pk__in=rijen.values("gebruiker"), is_active=True)


def kan_waarnemen_voor(gebruiker: Gebruiker) -> Any:
    """Who does this person's kind of work: colleagues of the teams, and who holds one of the roles elsewhere."""
    return (teamgenoten(teams_van(gebruiker)) | met_dezelfde_rol(gebruiker)).exclude(pk=gebruiker.pk)


def loopt_af(dagen: int) -> Any:
    """The grants that end within so many days and have no granted extension; ``gevraagd``: one waits for approval."""
    verlengd = Toekenning.objects.filter(verlengt=OuterRef("pk"), beeindigd_op=None)
    return (
        Toekenning.objects.filter(
            Toekenning.lopend(), geldig_tot__lte=klok.vandaag() + timedelta(days=dagen), gebruiker__is_active=True
        )
        .exclude(Exists(verlengd.filter(verleend_op__isnull=False)))
        .annotate(gevraagd=Exists(verlengd))
    )


def rollen_zonder_iemand() -> Any:
    """Roles for staff that the active matrix knows and nobody holds."""
    bezet = Toekenning.objects.filter(Toekenning.geldend(), gebruiker__is_active=True).values("rol")
    return Rol.objects.filter(voor_medewerkers=True, regels__versie=matrix()).exclude(pk__in=bezet).distinct()

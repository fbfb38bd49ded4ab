"""Who may: decide and filter, from the active version of the matrix. Start from nothing: no row means no.

Above the matrix, in code: staff never see a zaak in which they or their own circle is a party, and a shielded thing is
for named persons only; those denials are part of the door of the zaak itself (``zaken.deur``).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Q

from autorisatie.actor import Actor, Anoniem, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Matrixregel, Matrixversie, Scope, Toekenning
from autorisatie.voorwaarden import Grond, Voorwaarden, Zaakachtig
from catalogus.models import Proces

ZIEN = frozenset({"inzien", "bericht_lezen"})  # what who may only see does


@lru_cache(maxsize=8)
def _regels(versie_id: int) -> tuple[Matrixregel, ...]:
    """The rows of one version. A version never changes, so a process may keep it."""
    return tuple(Matrixregel.objects.filter(versie_id=versie_id).select_related("rol", "versie"))


def _processen(filter_: Q) -> frozenset[int]:
    return frozenset(Proces.objects.filter(filter_).values_list("pk", flat=True))


def _reikwijdte(regel: Matrixregel, teams: Iterable[int]) -> Q | None:
    """Which processen the row is about; ``None`` for all of them."""
    match regel.scope:
        case Scope.GEMEENTE | Scope.EIGEN_ZAAK:
            return None
        case Scope.PROCES:
            return Q(pk=regel.proces_id)
        case Scope.PROCESGROEP:
            return Q(groep=regel.procesgroep)
        case Scope.TEAM:
            return Q(team=regel.team_id)
        case Scope.DIENST:
            return Q(team__afdeling__dienst=regel.dienst_id)
        case Scope.TOEGEKEND_TEAM:
            return Q(team__in=list(teams))
        case Scope.TOEGEKENDE_DIENST:
            return Q(team__afdeling__dienst__afdelingen__teams__in=list(teams))
    return Q(pk__in=[])


def _rollen(actor: Actor) -> dict[str, set[int]]:
    """Role code -> the teams for which the actor holds it."""
    if isinstance(actor, Medewerker):
        rollen: dict[str, set[int]] = {}
        if not actor.gebruiker.is_active:
            return rollen
        for toekenning in Toekenning.objects.filter(Toekenning.geldend(), gebruiker=actor.gebruiker).select_related(
            "rol"
        ):
            teams = rollen.setdefault(toekenning.rol.code, set())
            if toekenning.team_id:
                teams.add(toekenning.team_id)
        return rollen
    if isinstance(actor, Burger | Anoniem):
        return {actor.rolcode: set()}
    return {}


def gronden(actor: Actor) -> tuple[Grond, ...]:
    """The rows that hold for this actor now. For staff computed once per request (three queries)."""
    if isinstance(actor, Medewerker) and "gronden" in actor._geheugen:
        return actor._geheugen["gronden"]  # type: ignore[return-value]
    gevonden = tuple(_gronden(actor))
    if isinstance(actor, Medewerker):
        actor._geheugen["gronden"] = gevonden
    return gevonden


def _gronden(actor: Actor) -> Iterable[Grond]:
    versie = Matrixversie.actief()
    rollen = _rollen(actor)
    if versie is None or not rollen:
        return
    betrouwbaarheid = actor.betrouwbaarheid if isinstance(actor, Burger) else 4
    gebruiker_id = actor.gebruiker.pk if isinstance(actor, Medewerker) else None
    bereik: dict[tuple[Any, ...], frozenset[int]] = {}
    for regel in _regels(versie.pk):
        if regel.rol.code not in rollen or regel.betrouwbaarheid_minimaal > betrouwbaarheid:
            continue
        teams = rollen[regel.rol.code]
        filter_ = _reikwijdte(regel, teams)
        processen = None
        if filter_ is not None:
            sleutel = (regel.scope, regel.proces_id, regel.procesgroep, regel.team_id, regel.dienst_id, *sorted(teams))
            processen = bereik.get(sleutel)
            if processen is None:
                processen = bereik[sleutel] = _processen(filter_)
        yield Grond(
            regel_id=regel.pk,
            matrixversie=versie.nummer,
            rol=regel.rol.naam,
            gegevensgroep=regel.gegevensgroep,
            niveau=regel.niveau,
            handelingen=frozenset(regel.handelingen),
            processen=processen,
            eigen_zaak=regel.scope == Scope.EIGEN_ZAAK,
            voorwaarden=Voorwaarden(
                open_of_gesloten=regel.open_of_gesloten,
                dagen_na_sluiting=regel.dagen_na_sluiting,
                teams=tuple(sorted(teams)) if regel.eigen_team else None,
                behandelaar=gebruiker_id if regel.aan_mij else None,
                max_vertrouwelijkheid=regel.max_vertrouwelijkheid,
            ),
        )


def niveaus(actor: Actor, zaak: Zaakachtig, *, eigen_zaak: bool) -> dict[str, int]:
    """Per group of data how much of an admitted zaak the actor sees."""
    hoogste: dict[str, int] = {}
    for grond in gronden(actor):
        if grond.eigen_zaak == eigen_zaak and grond.geldt_voor(zaak):
            hoogste[grond.gegevensgroep] = max(grond.niveau, hoogste.get(grond.gegevensgroep, 0))
    return hoogste


def beslis_over_zaak(actor: Actor, recht: str, zaak: Zaakachtig, *, eigen_zaak: bool) -> Beslissing:
    """May the actor do ``recht`` to a zaak that its door already admitted?"""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    for grond in gronden(actor):
        if recht in grond.handelingen and grond.eigen_zaak == eigen_zaak and grond.geldt_voor(zaak):
            return ja(f"rol {grond.rol}", regel_id=grond.regel_id, matrixversie=grond.matrixversie)
    return nee("geen regel van de autorisatiematrix staat dit toe")


def beslis_algemeen(actor: Actor, recht: str, *, proces_id: int | None = None) -> Beslissing:
    """May the actor do ``recht`` at all, or for zaken of this proces?"""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    for grond in gronden(actor):
        if recht in grond.handelingen and (
            proces_id is None or grond.processen is None or proces_id in grond.processen
        ):
            return ja(f"rol {grond.rol}", regel_id=grond.regel_id, matrixversie=grond.matrixversie)
    return nee("geen regel van de autorisatiematrix staat dit toe")


def beslis(actor: Actor, recht: str, rij: BewaaktModel | None = None, *, proces_id: int | None = None) -> Beslissing:
    """The one question. A row may answer for itself; where it has no answer, the matrix does."""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    if isinstance(actor, Burger) and not actor.mag_handelen and recht not in ZIEN:
        return nee("deze machtiging is alleen om te zien")
    if isinstance(rij, BewaaktModel):
        eigen = rij.beslissing(actor, recht)
        if eigen is not None:
            return eigen
    return beslis_algemeen(actor, recht, proces_id=proces_id)


def mag(actor: Actor, recht: str) -> bool:
    return bool(beslis_algemeen(actor, recht))


def processen_met_recht(actor: Actor, recht: str) -> frozenset[int] | None:
    """For which processen the actor has ``recht``; ``None`` means all of them, an empty set none."""
    gevonden: set[int] = set()
    for grond in gronden(actor):
        if recht in grond.handelingen:
            if grond.processen is None:
                return None
            gevonden |= grond.processen
    return frozenset(gevonden)

"""What each row of the active version of the matrix gives an actor: a ground, or the reason why it gives nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Q

from autorisatie.actor import Actor, Anoniem, Burger, Medewerker
from autorisatie.models import Gebruiker, Matrixregel, Matrixversie, Scope, Toekenning, Waarneming
from autorisatie.voorwaarden import Belet, Grond, voorwaarden_van
from catalogus.models import Proces

BETROUWBAAR = 4  # staff always log in with a second factor
Rollen = Mapping[str, set[int]]
Bereik = dict[tuple[Any, ...], frozenset[int]]  # a scope with what it names -> its processen


@dataclass(frozen=True)
class Stand:
    """What one row of a version gives an actor: a ground, or the reason why it gives nothing."""

    regel: Matrixregel
    grond: Grond | None
    belet: Belet | None = None


@lru_cache(maxsize=8)
def _goedgekeurde_regels(versie_id: int) -> tuple[Matrixregel, ...]:
    """The rows of one approved version. The database lets nobody change them, so a process may keep them."""
    return tuple(_regels(versie_id))


def _regels(versie_id: int) -> Iterable[Matrixregel]:
    return Matrixregel.objects.filter(versie_id=versie_id).select_related("rol", "versie", "dienst", "team", "proces")


def regels_van(versie: Matrixversie) -> tuple[Matrixregel, ...]:
    return _goedgekeurde_regels(versie.pk) if versie.is_goedgekeurd else tuple(_regels(versie.pk))


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


def _rollen(actor: Actor) -> dict[Gebruiker | None, Rollen]:
    """Role code -> the teams for which it is held: by the actor himself (``None``), and by whom he stands in for.

    What an absent colleague has as a deputy of a third is not passed on: only grants are looked at.
    """
    if isinstance(actor, Burger | Anoniem):
        return {None: {actor.rolcode: set()}}
    if not isinstance(actor, Medewerker) or not actor.gebruiker.is_active:
        return {}
    voor = Waarneming.objects.filter(Waarneming.geldend(), waarnemer=actor.gebruiker).values("afwezige")
    toekenningen = Toekenning.objects.filter(
        Toekenning.geldend(), Q(gebruiker=actor.gebruiker) | Q(gebruiker__in=voor), gebruiker__is_active=True
    )
    rollen: dict[Gebruiker | None, dict[str, set[int]]] = {}
    for toekenning in toekenningen.select_related("rol", "gebruiker"):
        van = None if toekenning.gebruiker_id == actor.gebruiker.pk else toekenning.gebruiker
        _tel_mee(rollen.setdefault(van, {}), toekenning)
    return dict(rollen)


def rollen_van(gebruiker_id: int, wanneer: Q) -> dict[str, set[int]]:
    """Role code -> teams, of the grants that ``wanneer`` picks."""
    rollen: dict[str, set[int]] = {}
    for toekenning in Toekenning.objects.filter(wanneer, gebruiker=gebruiker_id).select_related("rol"):
        _tel_mee(rollen, toekenning)
    return rollen


def _tel_mee(rollen: dict[str, set[int]], toekenning: Toekenning) -> None:
    teams = rollen.setdefault(toekenning.rol.code, set())
    if toekenning.team_id:
        teams.add(toekenning.team_id)


def standen_van(
    regels: Iterable[Matrixregel],
    rollen: Rollen,
    *,
    doel: bool,
    betrouwbaarheid: int = BETROUWBAAR,
    gebruiker_id: int | None = None,
    afwezige: Gebruiker | None = None,
    bereik: Bereik | None = None,
) -> Iterator[Stand]:
    """Each of ``regels`` for these roles: what it gives to who holds them, with or without a purpose. ``afwezige``: the
    colleague whose roles these are, for a deputy; they then speak about that colleague's own zaken only. ``bereik``
    keeps what was looked up, for who asks for many people."""
    bereik = {} if bereik is None else bereik
    for regel in regels:
        if regel.rol.code not in rollen:
            continue
        if regel.doel_verplicht and not doel:
            yield Stand(regel, None, Belet.DOEL)
            continue
        if regel.betrouwbaarheid_minimaal > betrouwbaarheid:
            yield Stand(regel, None, Belet.BETROUWBAARHEID)
            continue
        teams = rollen[regel.rol.code]
        filter_ = _reikwijdte(regel, teams)
        processen = None
        if filter_ is not None:
            sleutel = (regel.scope, regel.proces_id, regel.procesgroep, regel.team_id, regel.dienst_id, *sorted(teams))
            processen = bereik.get(sleutel)
            if processen is None:
                processen = bereik[sleutel] = _processen(filter_)
        yield Stand(
            regel,
            Grond(
                regel_id=regel.pk,
                matrixversie=regel.versie.nummer,
                rol=f"{regel.rol.naam}, waarneming voor {afwezige}" if afwezige else regel.rol.naam,
                gegevensgroep=regel.gegevensgroep,
                niveau=regel.niveau,
                handelingen=frozenset(regel.handelingen),
                processen=processen,
                eigen_zaak=regel.scope == Scope.EIGEN_ZAAK,
                voorwaarden=voorwaarden_van(regel, teams=teams, gebruiker_id=gebruiker_id, afwezige=afwezige),
                afwezige=afwezige,
            ),
        )


def standen(actor: Actor) -> tuple[Stand, ...]:
    """Every row of the active version for the roles of this actor. For staff computed once per request, with and
    without a purpose apart (three queries, and one for each scope)."""
    doel = bool(getattr(actor, "doel", ""))
    sleutel = "standen met doel" if doel else "standen"
    if isinstance(actor, Medewerker) and sleutel in actor._geheugen:
        return actor._geheugen[sleutel]  # type: ignore[return-value]
    rollen = _rollen(actor)
    versie = Matrixversie.actief() if rollen else None
    gevonden: tuple[Stand, ...] = ()
    if versie is not None:
        gevonden = tuple(
            stand
            for afwezige, van_wie in rollen.items()
            for stand in standen_van(
                regels_van(versie),
                van_wie,
                doel=doel,
                betrouwbaarheid=actor.betrouwbaarheid if isinstance(actor, Burger) else BETROUWBAAR,
                gebruiker_id=actor.gebruiker.pk if isinstance(actor, Medewerker) else None,
                afwezige=afwezige,
            )
        )
    if isinstance(actor, Medewerker):
        actor._geheugen[sleutel] = gevonden
    return gevonden


def gronden(actor: Actor) -> tuple[Grond, ...]:
    """The rows that hold for this actor now."""
    return tuple(stand.grond for stand in standen(actor) if stand.grond is not None)

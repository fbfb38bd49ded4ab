"""Who wins and who loses when a version starts to hold: people who hold the same roles for the same teams."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from autorisatie.matrix.blokken import van_versie
from autorisatie.matrix.verschillen import verschillen
from autorisatie.matrix.winst import Stuk, Vergelijking
from autorisatie.models import Gebruiker, Matrixversie, Rol, Toekenning
from autorisatie.standen import Rollen
from catalogus import klok
from catalogus.models import Team

MEESTE = 40  # groups on one screen, the largest first; the rest is counted


@dataclass
class Groep:
    """``mensen`` is empty for a role of residents."""

    rollen: Rollen
    naam: str
    mensen: list[Gebruiker] = field(default_factory=list)
    erbij: list[Stuk] = field(default_factory=list)
    eraf: list[Stuk] = field(default_factory=list)


@dataclass(frozen=True)
class Gevolg:
    groepen: list[Groep]
    niet_getoond: int  # people in groups beyond the most


def gevolg(oud: Matrixversie | None, nieuw: Matrixversie) -> Gevolg:
    """Of everybody whose role has a row that came, went or changed. The number of queries does not grow with people."""
    anders = {v.rol for v in verschillen(van_versie(oud) if oud else [], van_versie(nieuw))}
    samen = Vergelijking.van(oud, nieuw)
    groepen = sorted(_groepen(anders), key=lambda groep: (-len(groep.mensen), groep.naam))
    getoond = groepen[:MEESTE]
    for groep in getoond:
        wie = groep.mensen[0].pk if groep.mensen else None
        groep.erbij = samen.winst(groep.rollen, gebruiker_id=wie)
        groep.eraf = samen.omgekeerd().winst(groep.rollen, gebruiker_id=wie)
    return Gevolg(
        [groep for groep in getoond if groep.erbij or groep.eraf],
        sum(len(groep.mensen) for groep in groepen[MEESTE:]),
    )


def _groepen(rollen: Iterable[str]) -> list[Groep]:
    gekozen = {rol.code: rol for rol in Rol.objects.filter(code__in=rollen)}
    namen = {rol.code: rol.naam for rol in Rol.objects.all()}
    teams = dict(Team.objects.values_list("pk", "naam"))
    lopend = Toekenning.objects.filter(geldig_tot__gte=klok.vandaag(), gebruiker__is_active=True)
    houders = lopend.filter(rol__code__in=gekozen).values("gebruiker")
    per_mens: dict[Gebruiker, dict[str, set[int]]] = {}
    for toekenning in lopend.filter(gebruiker__in=houders).select_related("gebruiker", "rol"):
        van_rol = per_mens.setdefault(toekenning.gebruiker, {}).setdefault(toekenning.rol.code, set())
        if toekenning.team_id:
            van_rol.add(toekenning.team_id)
    gevonden: dict[frozenset[tuple[str, frozenset[int]]], Groep] = {}
    for mens, van_mens in per_mens.items():
        sleutel = frozenset((rol, frozenset(van_rol)) for rol, van_rol in van_mens.items())
        groep = gevonden.setdefault(sleutel, Groep(van_mens, _naam(van_mens, namen, teams)))
        groep.mensen.append(mens)
    inwoners = [Groep({rol.code: set()}, rol.naam) for rol in gekozen.values() if not rol.voor_medewerkers]
    return [*gevonden.values(), *inwoners]


def _naam(rollen: Rollen, namen: dict[str, str], teams: dict[int, str]) -> str:
    """'Behandelaar (Geluid en Lucht), Teamleider'."""
    delen = []
    for code, van_teams in sorted(rollen.items()):
        waar = ", ".join(sorted(teams[pk] for pk in van_teams))
        delen.append(f"{namen[code]} ({waar})" if waar else namen[code])
    return ", ".join(delen)

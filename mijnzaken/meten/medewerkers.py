"""Staff for the measurement: workers with 1, 20 and 200 zaaktypen, with none that has a zaak, with grants only."""

from datetime import timedelta

from autorisatie.models import Gebruiker, PartijRelatie, Rol, SoortRelatie, Toekenning
from catalogus import klok
from catalogus.models import Team
from mijnzaken.meten.proefcatalogus import KAAL, STIL, TEAMS

REDEN = "meten op schaal"
PER_TEAM = 4  # who handle, in every team
_NAMEN = [team.naam for team in TEAMS]
_ROLLEN: dict[str, tuple[str, list[str]]] = (
    {  # gebruikersnaam: role, teams
        "proef-1": ("behandelaar", _NAMEN[:1]),
        "proef-20": ("behandelaar", _NAMEN[:2]),
        "proef-200": ("behandelaar", _NAMEN),
        "proef-stil": ("behandelaar", [STIL.naam]),
        "proef-5": ("behandelaar", [KAAL.naam]),
        "proef-leider": ("teamleider", _NAMEN),
        "proef-kcc": ("kcc", []),
    }
    | {
        f"proef-{team.naam[-2:]}-{nummer}": ("behandelaar", [team.naam])
        for team in TEAMS
        for nummer in range(1, PER_TEAM + 1)
    }
)
_VRAGER, _VERLENER = "proef-vrager", "proef-beheer"  # who ask for a role and who grant it hold none themselves
_SINDS, _DUUR = timedelta(days=30), timedelta(days=395)


def zet_klaar() -> None:
    """Accounts and their grants; who is there already is left as he is."""
    bestaand = set(
        Gebruiker.objects.filter(gebruikersnaam__startswith="proef-").values_list("gebruikersnaam", flat=True)
    )
    Gebruiker.objects.bulk_create(
        Gebruiker(gebruikersnaam=naam, voorletters="P.", achternaam=naam.replace("-", " ").title(), functie="proef")
        for naam in (*_ROLLEN, _VRAGER, _VERLENER)
        if naam not in bestaand
    )
    gebruikers = {g.gebruikersnaam: g for g in Gebruiker.objects.filter(gebruikersnaam__startswith="proef-")}
    rollen = {rol.code: rol for rol in Rol.objects.all()}
    teams = {team.naam: team for team in Team.objects.all()}
    begin = klok.nu() - _SINDS
    Toekenning.objects.bulk_create(
        Toekenning(
            gebruiker=gebruikers[naam],
            rol=rollen[rol],
            team=teams[team] if team else None,
            geldig_van=klok.datum(begin),
            geldig_tot=klok.datum(begin + _DUUR),
            aangevraagd_door=gebruikers[_VRAGER],
            aangevraagd_op=begin,
            verleend_door=gebruikers[_VERLENER],
            verleend_op=begin,
            reden=REDEN,
        )
        for naam, (rol, van_teams) in _ROLLEN.items()
        if naam not in bestaand
        for team in (van_teams or [""])
    )


def geef_eigen_kring(partijen: list[int]) -> None:
    """Staff live in the municipality too: each is one of these partijen and has two housemates among them."""
    wie = Gebruiker.objects.filter(gebruikersnaam__startswith="proef-", partij=None).order_by("pk")
    rest = iter(partijen)
    for gebruiker, zelf, een, ander in zip(wie, rest, rest, rest, strict=False):
        Gebruiker.objects.filter(pk=gebruiker.pk).update(partij=zelf)
        PartijRelatie.objects.bulk_create(
            PartijRelatie(van_id=zelf, naar_id=huisgenoot, soort=SoortRelatie.HUISGENOOT, opgehaald_op=klok.nu())
            for huisgenoot in (een, ander)
        )


def medewerker(naam: str) -> Gebruiker:
    """One of those above, by name: 'proef-20'."""
    return Gebruiker.objects.get(gebruikersnaam=naam)


def behandelaars() -> dict[int, list[int]]:
    """Per team who handle its zaken; teams of the catalogue too."""
    gevonden: dict[int, list[int]] = {}
    breed = ("proef-1", "proef-20", "proef-200")
    rijen = (
        Toekenning.objects.filter(Toekenning.geldend(), rol__code="behandelaar", team__isnull=False)
        .exclude(gebruiker__gebruikersnaam__in=breed)
        .order_by("team", "gebruiker")
    )
    for team, gebruiker in rijen.values_list("team", "gebruiker"):
        gevonden.setdefault(team, []).append(gebruiker)
    return gevonden


def bestaan() -> bool:
    """Did ``schaal`` run here?"""
    return Gebruiker.objects.filter(gebruikersnaam=_VERLENER).exists()

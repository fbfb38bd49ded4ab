"""Who works for the example municipality, in which role and team, and the first version of the matrix."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from autorisatie.models import (
    Gebruiker,
    Gegevensgroep,
    Matrixherziening,
    Matrixregel,
    Matrixstand,
    Matrixversie,
    Rol,
    Toekenning,
)
from catalogus import klok
from catalogus.models import Proces, Team
from mijnzaken.voorbeeld.matrix import RIJEN, ROLLEN

EEN_MAAND, BIJNA_EEN_JAAR = timedelta(days=30), timedelta(days=350)

# gebruikersnaam: voorletters, voorvoegsel, achternaam, functie, role, teams
MEDEWERKERS = {
    "sanne": ("S.", "", "Kaya", "behandelaar", "behandelaar", ["Geluid en Lucht"]),
    "karim": ("K.", "", "El Amrani", "behandelaar", "behandelaar", ["Geluid en Lucht"]),
    "tess": ("T.", "van der", "Meer", "teamleider", "teamleider", ["Geluid en Lucht"]),
    "joost": ("J.", "van der", "Berg", "behandelaar", "behandelaar", ["Schulddienstverlening"]),
    "mila": ("M.", "", "Novak", "medewerker 14070", "kcc", ["14070"]),
    "omar": ("O.", "", "Bakkali", "functioneel beheerder", "functioneel-beheerder", []),
    "petra": ("P.", "de", "Wit", "proceseigenaar", "proceseigenaar", []),
    "ruud": ("R.", "", "Smit", "autorisatiebeheerder", "autorisatiebeheerder", []),
    "saskia": ("S.", "", "Vermeulen", "autorisatiebeheerder", "autorisatiebeheerder", []),
    "fleur": ("F.", "", "Dijkstra", "functionaris gegevensbescherming", "functionaris-gegevensbescherming", []),
    "henk": ("H.", "", "Postma", "archivaris", "archivaris", []),
    "bea": ("B.", "", "Willems", "behandelaar", "behandelaar", ["Bezwaar"]),
    "boris": ("B.", "", "Kuipers", "teamleider", "teamleider", ["Bezwaar"]),
    "vera": ("V.", "", "Prins", "behandelaar", "behandelaar", ["Parkeren", "Openbare Ruimte"]),
    "peter": ("P.", "", "Mulder", "teamleider", "teamleider", ["Parkeren", "Openbare Ruimte"]),
    "lotte": ("L.", "", "Bos", "behandelaar", "behandelaar", ["Privacy", "Woo-team", "Klachten"]),
    "hugo": ("H.", "", "Sanders", "teamleider", "teamleider", ["Privacy", "Woo-team", "Klachten"]),
    "nadia": ("N.", "", "Haddad", "teamleider", "teamleider", ["Schulddienstverlening"]),
    "iris": ("I.", "", "Visser", "behandelaar", "behandelaar", ["Vergunningen Bouwen"]),
}


# Who asked, who granted, and how many days before the first day: nobody serves who just served him (gevaren 26).
VERLENERS = {
    "ruud": ("saskia", "petra", 30),
    "saskia": ("ruud", "fleur", 70),
    "petra": ("ruud", "saskia", 110),
    "fleur": ("ruud", "saskia", 110),
}
DOOR_DE_BEHEERDERS = ("ruud", "saskia", 30)
JAAR = timedelta(days=365)
BEGONNEN = timedelta(days=14)  # how long ago the year of now began


def maak_medewerkers() -> dict[str, Gebruiker]:
    """The staff, found by name when they are there already."""
    gemaakt = {}
    for naam, (voorletters, voorvoegsel, achternaam, functie, _, _) in MEDEWERKERS.items():
        gemaakt[naam], _ = Gebruiker.objects.get_or_create(
            gebruikersnaam=naam,
            defaults={
                "voorletters": voorletters,
                "voorvoegsel_achternaam": voorvoegsel,
                "achternaam": achternaam,
                "functie": functie,
                "emailadres": f"{naam}@demostad.example",
            },
        )
    return gemaakt


def maak_rechten(medewerkers: dict[str, Gebruiker], sinds: datetime) -> None:
    """Roles, grants (each by somebody else) and version 1 of the matrix; nothing when they are there already."""
    if Matrixversie.objects.exists():
        return
    rollen = {
        code: Rol.objects.update_or_create(code=code, defaults={"naam": naam, "voor_medewerkers": staf})[0]
        for code, (naam, staf) in ROLLEN.items()
    }
    teams = {team.naam: team for team in Team.objects.all()}
    _verleen(medewerkers, rollen, teams, klok.datum(sinds))
    versie = Matrixversie.objects.create(
        nummer=1,
        toelichting="Eerste inrichting van de voorbeeldgemeente",
        opgesteld_door=medewerkers["ruud"],
        aangemaakt_op=sinds,
    )
    versie.auteurs.add(medewerkers["ruud"])
    _maak_regels(versie, rollen, teams)
    keur_goed(versie, medewerkers["saskia"], sinds)
    Matrixherziening.objects.bulk_create(
        Matrixherziening(
            rol=rol,
            versie=versie,
            door=medewerkers["petra" if rol.code == "autorisatiebeheerder" else "saskia"],
            op=klok.nu() - (BIJNA_EEN_JAAR if rol.code == "kcc" else EEN_MAAND),
            opmerking="Nagelopen met de teamleiders. Alles klopt nog.",
        )
        for rol in rollen.values()
    )


def _maak_regels(versie: Matrixversie, rollen: dict[str, Rol], teams: dict[str, Team]) -> None:
    processen = {proces.identificatie: proces for proces in Proces.objects.all()}
    blokken = [uuid4() for _ in RIJEN]
    Matrixregel.objects.bulk_create(
        Matrixregel(
            versie=versie,
            blok=blok,
            rol=rollen[rij.rol],
            scope=rij.scope,
            proces=processen[rij.proces] if rij.proces else None,
            team=teams[rij.team] if rij.team else None,
            gegevensgroep=groep,
            niveau=niveau,
            handelingen=rij.handelingen.split() if groep == Gegevensgroep.ZAAK else [],
            eigen_team=rij.eigen_team,
            max_vertrouwelijkheid=rij.max_vertrouwelijkheid,
            doel_verplicht=rij.doel_verplicht,
        )
        for blok, rij in zip(blokken, RIJEN, strict=True)
        for groep, niveau in rij.niveaus.items()
    )


def keur_goed(versie: Matrixversie, door: Gebruiker, moment: datetime) -> None:
    """The first version has no predecessor to compare with: it is approved here, by the way that the database asks."""
    versie.stand, versie.ingediend_op = Matrixstand.TER_GOEDKEURING, moment
    versie.save(update_fields=["stand", "ingediend_op"])
    versie.stand, versie.goedgekeurd_door = Matrixstand.GOEDGEKEURD, door
    versie.goedgekeurd_op = versie.actief_vanaf = moment
    versie.save(update_fields=["stand", "goedgekeurd_door", "goedgekeurd_op", "actief_vanaf"])


def _verleen(medewerkers: dict[str, Gebruiker], rollen: dict[str, Rol], teams: dict[str, Team], sinds: date) -> None:
    """A grant for each role and team, and its yearly review since: each year asked and granted again."""
    jaren = _jaren(sinds)
    for naam, (*_, rol, van_teams) in MEDEWERKERS.items():
        vrager, verlener, vooraf = VERLENERS.get(naam, DOOR_DE_BEHEERDERS)
        for team in van_teams or [""]:
            vorige = None
            for van, tot in jaren:
                moment = datetime.combine(van - timedelta(days=vooraf), time(9), klok.AMSTERDAM)
                vorige = Toekenning.objects.create(
                    gebruiker=medewerkers[naam],
                    rol=rollen[rol],
                    team=teams.get(team),
                    geldig_van=van,
                    geldig_tot=tot,
                    aangevraagd_door=medewerkers[vrager],
                    aangevraagd_op=moment - timedelta(days=1),
                    verleend_door=medewerkers[verlener],
                    verleend_op=moment,
                    verlengt=vorige,
                    reden="jaarlijkse herziening" if vorige else "eerste inrichting",
                )


def _jaren(sinds: date) -> list[tuple[date, date]]:
    """The years of the grants, the oldest first; the last one runs now."""
    van = klok.vandaag() - BEGONNEN
    jaren = [(van, van + JAAR - timedelta(days=1))]
    while jaren[0][0] > sinds:
        jaren.insert(0, (jaren[0][0] - JAAR, jaren[0][0] - timedelta(days=1)))
    return jaren

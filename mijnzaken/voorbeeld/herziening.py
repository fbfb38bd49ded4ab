"""What the rights of the example municipality show at work: a role that waits, roles that end, a deputy."""

from datetime import timedelta

from autorisatie.models import Gebruiker, Rol, Toekenning, Waarneming
from catalogus import klok
from catalogus.models import Team

LOOPT_AF = {"iris": 40, "lotte": 9}  # gebruikersnaam: days until the last day


def maak_herziening(medewerkers: dict[str, Gebruiker]) -> None:
    vandaag, nu = klok.vandaag(), klok.nu()
    for naam, dagen in LOOPT_AF.items():
        rij = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=medewerkers[naam]).latest("pk")
        Toekenning.objects.filter(pk=rij.pk).update(geldig_tot=vandaag + timedelta(days=dagen))
    Toekenning.objects.create(
        gebruiker=medewerkers["vera"],
        rol=Rol.objects.get(code="behandelaar"),
        team=Team.objects.get(naam="Bezwaar"),
        geldig_van=vandaag + timedelta(days=7),
        geldig_tot=vandaag + timedelta(days=97),
        aangevraagd_door=medewerkers["ruud"],
        aangevraagd_op=nu - timedelta(days=1),
        reden="Helpt drie maanden mee bij Bezwaar",
    )
    Waarneming.objects.create(
        afwezige=medewerkers["sanne"],
        waarnemer=medewerkers["karim"],
        van=vandaag - timedelta(days=1),
        tot=vandaag + timedelta(days=12),
        reden="Verlof",
        ingesteld_door=medewerkers["tess"],
        ingesteld_op=nu - timedelta(days=2),
    )

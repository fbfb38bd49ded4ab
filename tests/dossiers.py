"""An aansluitdossier for a test, written by one and agreed to by another."""

from datetime import date, timedelta
from typing import Any

from catalogus import klok
from catalogus.dossier.predpia import VRAGEN
from catalogus.dossier.stand import VOOR_LIVE, inhoud, lees
from catalogus.models import Aansluitdossier, Dossierakkoord, Dossierstap, Proces, SoortDossierstap, Stand
from catalogus.versies import haal_weg

SCHRIJVER, KEURDER = 900001, 900002  # nobody's account


def zet_stap(dossier: Aansluitdossier, soort: str, *, geldig_tot: date | None = None, **anders: Any) -> Dossierstap:
    """A step that is agreed to until that day (a year ahead)."""
    nu = klok.nu()
    antwoorden = dict.fromkeys(VRAGEN, False) if soort == SoortDossierstap.PRE_DPIA else {}
    waarden = {"eigenaar": "hoofd", "bevindingen": "Bekeken.", "antwoorden": antwoorden} | anders
    rij, _ = Dossierstap.objects.update_or_create(
        dossier=dossier, stap=soort, defaults=waarden | {"auteurs": [SCHRIJVER], "gewijzigd_op": nu}
    )
    Dossierakkoord.objects.create(
        dossierstap=rij,
        inhoud=inhoud(rij),
        auteurs=[SCHRIJVER],
        door_id=KEURDER,
        op=nu,
        geldig_tot=geldig_tot or klok.vandaag() + timedelta(days=365),
    )
    return rij


def maak_dossier(proces: Proces, *, zonder: str = "") -> Aansluitdossier:
    """In order for a process without a high risk; ``zonder`` leaves one step out."""
    dossier = Aansluitdossier.objects.create(
        proces=proces, opdrachtgever="directeur", functioneel_beheer="beheer", technisch_beheer="techniek"
    )
    for soort in VOOR_LIVE:
        if soort not in (SoortDossierstap.DPIA, zonder):
            zet_stap(dossier, soort)
    Proces.objects.filter(pk=proces.pk).update(getoetst_tot=lees(proces).getoetst_tot)
    return dossier


def laat_niet_lopen(proces: Proces) -> None:
    """As if it never ran: all that is left is a concept."""
    for versie in proces.versies.filter(stand=Stand.BEEINDIGD):
        haal_weg(versie)
    proces.versies.update(stand=Stand.CONCEPT)

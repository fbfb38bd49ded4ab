"""``manage.py overbrengen ZAAKTYPE MAP``: what is kept for good as folders with MDTO metadata, for an archive."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from autorisatie.actor import Systeem
from catalogus.models import Proces
from mijnzaken.zaken.overbrenging import REDEN, bevestig, schrijf_alle


class Command(BaseCommand):
    help = "Schrijft afgeronde zaken die blijvend worden bewaard naar een map, of legt vast dat het archief ze heeft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("zaaktype", help="de herkenningsnaam")
        parser.add_argument("map", type=Path, help="een map die er al is en die alleen u kunt lezen")
        parser.add_argument("--bevestig", action="store_true", help="het archief heeft wat in deze map staat")

    def handle(self, *args: Any, **opties: Any) -> None:
        doel: Path = opties["map"]
        proces = Proces.objects.filter(identificatie=opties["zaaktype"]).first()
        if proces is None:
            raise CommandError(f"Er is geen zaaktype {opties['zaaktype']}.")
        if not doel.is_dir():
            raise CommandError(f"De map {doel} is er niet.")
        if doel.stat().st_mode & 0o077:
            raise CommandError(f"Anderen kunnen in de map {doel} kijken. Doe eerst: chmod 700 {doel}")
        actor = Systeem(REDEN)
        gedaan = aantal = 0
        try:
            for zaak in bevestig(actor, doel) if opties["bevestig"] else schrijf_alle(actor, proces, doel):
                aantal += 1
                gedaan += not zaak.belet
                if zaak.belet:
                    self.stdout.write(f"{zaak.nummer} blijft: {zaak.belet}")
        except (OSError, ValueError) as fout:
            raise CommandError(f"Gestopt na {gedaan} zaken: {fout}") from fout
        wat = "als overgedragen vastgelegd" if opties["bevestig"] else "geschreven"
        self.stdout.write(f"{gedaan} van {aantal} zaken {wat}.")

"""``manage.py laad_catalogus [FILE]``: load a catalogue, whole or not at all (contract.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees


class Command(BaseCommand):
    help = "Laadt een catalogus uit een bestand of map; zonder bestand die van de voorbeeldgemeente."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", nargs="?", type=Path, default=DEMOSTAD)

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            verslag = laad(lees(paden(opties["bestand"])))
        except OnbruikbaarBestand as fout:
            raise CommandError(f"Er is niets geladen.\n{fout}") from fout
        except OSError as fout:
            raise CommandError(f"Er is niets geladen. Het bestand is niet te lezen: {fout.strerror}.") from fout
        for zin in verslag.zinnen():
            self.stdout.write(zin)

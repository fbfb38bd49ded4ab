"""``manage.py laad_upl FILE.csv``: bring the national product names up to date (contract.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from autorisatie.actor import Systeem
from catalogus.upl import OnbruikbareUpl, lees_upl
from mijnzaken.inrichting.aanbod import upl_laden


class Command(BaseCommand):
    help = "Laadt de Uniforme Productnamenlijst en zegt welke namen kwamen, gingen en veranderden."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: Any, **opties: Any) -> None:
        bestand: Path = opties["bestand"]
        try:
            namen = lees_upl(bestand.read_text(encoding="utf-8-sig"))
        except OnbruikbareUpl as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name}: {fout}") from fout
        except UnicodeDecodeError as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name} is geen tekst in UTF-8.") from fout
        except OSError as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name} is niet te lezen: {fout.strerror}.") from fout
        verslag = upl_laden(Systeem("laad_upl"), namen, bestand.name)
        for kop, rijen in (
            ("Nieuw", verslag.nieuw),
            ("Verdwenen", verslag.verdwenen),
            ("Gewijzigd", verslag.gewijzigd),
        ):
            self.stdout.write(f"{kop}: {len(rijen)}")
            if opties["verbosity"] > 1:
                self.stdout.writelines(f"  {naam}\n" for naam in rijen)
        self.stdout.write(f"Gelijk gebleven: {verslag.gelijk}")
        for naam in verslag.geraakte_producten:
            self.stdout.write(f"Let op: het product {naam} heeft een UPL-naam die verdween of veranderde.")

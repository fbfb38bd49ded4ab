"""Load the example municipality; repeated, it changes nothing."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from mijnzaken.voorbeeld.vullen import vul


class Command(BaseCommand):
    help = "Laadt de voorbeeldgemeente Demostad: catalogus, mensen, rechten en ongeveer 400 zaken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--deel", type=float, default=1.0, help="welk deel van de zaken, voor proeven")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("laad_catalogus", stdout=self.stdout)
        aantal = vul(self.stdout.write, deel=options["deel"])
        self.stdout.write(
            f"Gemeente Demostad staat klaar ({aantal} nieuwe zaken)." if aantal else "Gemeente Demostad stond al klaar."
        )

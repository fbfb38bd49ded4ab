"""Load the example municipality; repeated, it changes nothing."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogus.models import Proces
from mijnzaken.voorbeeld.vullen import vul


class Command(BaseCommand):
    help = "Laadt de voorbeeldgemeente Demostad: catalogus, mensen, rechten en ongeveer 400 zaken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--deel", type=float, default=1.0, help="welk deel van de zaken, voor proeven")

    def handle(self, *args: Any, **options: Any) -> None:
        self._laad_catalogus()
        aantal = vul(self.stdout.write, deel=options["deel"])
        self.stdout.write(
            f"Gemeente Demostad staat klaar ({aantal} nieuwe zaken)." if aantal else "Gemeente Demostad stond al klaar."
        )

    def _laad_catalogus(self) -> None:
        """A demo that an older program filled keeps its catalogue: what zaken follow does not change under them."""
        try:
            call_command("laad_catalogus", stdout=self.stdout)
        except CommandError as fout:
            if not Proces.objects.exists():
                raise
            self.stdout.write(str(fout))
            self.stdout.write("De voorbeeldgemeente blijft zoals zij was. Voor de nieuwste begint u met een lege map.")

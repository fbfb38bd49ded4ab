"""Load the example municipality; repeated, it changes nothing."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogus.models import Proces
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
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
        """Once: what was edited in the demo since stays. A demo that an older program filled keeps its catalogue too:
        what zaken follow does not change under them.
        """
        gelezen, merk = settings.VAR / "voorbeeldcatalogus", _merk()
        if Proces.objects.exists() and gelezen.is_file() and gelezen.read_text() == merk:
            return
        try:
            call_command("laad_catalogus", stdout=self.stdout)
        except CommandError as fout:
            if not Proces.objects.exists():
                raise
            self.stdout.write(str(fout))
            self.stdout.write("De voorbeeldgemeente blijft zoals zij was. Voor de nieuwste begint u met een lege map.")
        gelezen.write_text(merk)


def _merk() -> str:
    """Of the files as this program has them."""
    return hashlib.sha256(b"".join(pad.read_bytes() for pad in paden(DEMOSTAD))).hexdigest()

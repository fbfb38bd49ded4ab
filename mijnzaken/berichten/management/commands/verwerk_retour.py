"""``verwerk_retour``: the mail server pipes a bounce into this command."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mijnzaken.berichten.retour import teruggekomen_message_ids
from mijnzaken.berichten.verzenden import teruggekomen

GROOTST = 10_000_000  # bytes


class Command(BaseCommand):
    help = "Verwerkt een teruggekomen e-mail (RFC 3464) van de standaardinvoer of uit een bestand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", nargs="?", help="het bericht; zonder bestand: de standaardinvoer")

    def handle(self, *args: Any, bestand: str | None = None, **options: Any) -> None:
        if bestand:
            with open(bestand, "rb") as bron:
                rauw = bron.read(GROOTST)
        else:
            rauw = sys.stdin.buffer.read(GROOTST)
        gevonden = [message_id for message_id in teruggekomen_message_ids(rauw) if teruggekomen(message_id)]
        if not gevonden:
            raise CommandError("Dit is geen melding dat een bericht van ons definitief niet aankwam.")
        self.stdout.write(f"{len(gevonden)} bericht(en) gaan langs een andere weg.")

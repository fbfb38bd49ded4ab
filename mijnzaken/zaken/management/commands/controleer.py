"""``manage.py controleer``: is the installation in order? Exit status 1 when something is wrong."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from autorisatie.nazien import ketens, nazien
from mijnzaken.zaken.controle import CONTROLES


class Command(BaseCommand):
    help = (
        "Controleert de installatie: instellingen, sleutels, rechten, berichten, het logboek, vrije dagen, termijnen, "
        "bewaren."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--logboek",
            choices=("nieuwste", "geheel"),
            default="nieuwste",
            help="van het logboek alleen de nieuwste zegels (standaard), of alle regels die ooit zijn verzegeld",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        aantal = 0
        for naam, controle in CONTROLES.items():
            geheel = naam == "logboek" and options["logboek"] == "geheel"
            fouten = list(nazien(geheel=True) if geheel else controle())
            aantal += len(fouten)
            self.stdout.write(f"{naam}: {'in orde' if not fouten else ''}")
            for fout in fouten:
                self.stdout.write(f"  {fout}")
        for zin in ketens():
            self.stdout.write(f"logboek, ter kennisgeving: {zin}")
        if aantal:
            raise CommandError(f"{aantal} dingen zijn niet in orde.")

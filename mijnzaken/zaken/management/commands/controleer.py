"""``manage.py controleer``: is the installation in order? Exit status 1 when something is wrong."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mijnzaken.zaken.controle import CONTROLES


class Command(BaseCommand):
    help = "Controleert de installatie: instellingen, sleutels, rechten, berichten, vrije dagen, termijnen, bewaren."

    def handle(self, *args: Any, **options: Any) -> None:
        aantal = 0
        for naam, controle in CONTROLES.items():
            fouten = list(controle())
            aantal += len(fouten)
            self.stdout.write(f"{naam}: {'in orde' if not fouten else ''}")
            for fout in fouten:
                self.stdout.write(f"  {fout}")
        if aantal:
            raise CommandError(f"{aantal} dingen zijn niet in orde.")

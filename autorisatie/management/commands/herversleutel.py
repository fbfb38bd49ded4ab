"""``manage.py herversleutel``: after a new key was put in front of MIJNZAKEN_SLEUTELS; then the old one may go."""

from typing import Any

from django.core.management.base import BaseCommand

from autorisatie.sleutelwissel import geheime_velden, wissel


class Command(BaseCommand):
    help = "Versleutelt alle bewaarde geheimen opnieuw met de eerste sleutel van MIJNZAKEN_SLEUTELS."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, veld in geheime_velden():
            self.stdout.write(f"{model._meta.label}.{veld}: {wissel(model, veld)}")
        self.stdout.write("Klaar. Een dag na deze keer kan de oude sleutel weg (bewaarde formulieren blijven een dag).")

"""``manage.py laad_upl FILE.csv``: bring the national product names up to date (contract.md)."""

from typing import Any

from autorisatie.actor import Systeem
from catalogus.upl import OnbruikbareUpl, UplVerslag, lees_upl
from mijnzaken.inrichting.aanbod import upl_laden
from mijnzaken.inrichting.laadopdracht import Laadopdracht


class Command(Laadopdracht):
    help = "Laadt de Uniforme Productnamenlijst en zegt welke namen kwamen, gingen en veranderden."
    onbruikbaar = OnbruikbareUpl

    def laad(self, tekst: str, naam: str) -> UplVerslag:
        self._verslag: UplVerslag = upl_laden(Systeem("laad_upl"), lees_upl(tekst), naam)
        return self._verslag

    def handle(self, *args: Any, **opties: Any) -> None:
        super().handle(*args, **opties)
        for naam in self._verslag.geraakte_producten:
            self.stdout.write(f"Let op: het product {naam} heeft een UPL-naam die verdween of veranderde.")

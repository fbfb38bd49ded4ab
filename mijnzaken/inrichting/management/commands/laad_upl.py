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
        for verschil in self._verslag.verschillen:
            for product in verschil["producten"]:
                self.stdout.write(f"Let op: bij het product {product} {_wat(verschil)}.")


def _wat(verschil: dict[str, Any]) -> str:
    naam, was, velden = (verschil[deel] for deel in ("naam", "was", "velden"))
    if verschil["soort"] == "verdwenen":
        return f"verdween de UPL-naam {naam}"
    if "vervallen" in velden:
        return f"staat de UPL-naam {naam} weer op de lijst"
    return f"heet {was} nu {naam}" if was else f"veranderde de UPL-naam {naam}: {', '.join(velden)}"

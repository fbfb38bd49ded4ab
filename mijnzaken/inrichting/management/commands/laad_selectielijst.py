"""``manage.py laad_selectielijst FILE.json``: bring the Selectielijst up to date."""

from autorisatie.actor import Systeem
from catalogus.selectielijst import OnbruikbareSelectielijst, SelectielijstVerslag, lees_selectielijst
from mijnzaken.inrichting.aanbod import selectielijst_laden
from mijnzaken.inrichting.laadopdracht import Laadopdracht


class Command(Laadopdracht):
    help = "Laadt de Selectielijst en zegt welke procestypen en resultaten kwamen, gingen en veranderden."
    onbruikbaar = OnbruikbareSelectielijst

    def laad(self, tekst: str, naam: str) -> SelectielijstVerslag:
        verslag: SelectielijstVerslag = selectielijst_laden(
            Systeem("laad_selectielijst"), lees_selectielijst(tekst), naam
        )
        return verslag

"""Looking for unusual reading when somebody asks for it; every night the scheduler does."""

from datetime import date

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from mijnzaken.zaken import opvallend


@handeling("opvallend_bekijken")
def opvallend_nagaan(actor: Actor, *, dag: date) -> int:
    """How many signals this day gives. Raises Invoerfout for a day that has still to come."""
    if dag > klok.vandaag():
        raise Invoerfout({"dag": "Kies vandaag of een dag die voorbij is."})
    gevonden = opvallend.vind(dag)
    aantekenen(dag=dag.isoformat(), gevonden=gevonden)
    return gevonden

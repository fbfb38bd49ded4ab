"""Hearing who objects (Awb 7:2 to 7:7)."""

from datetime import datetime

from autorisatie.actor import Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker
from catalogus import klok
from mijnzaken.zaken import stappen
from mijnzaken.zaken.handelingen.behandelen import teamleden
from mijnzaken.zaken.models import Hoorzitting, Zaak
from mijnzaken.zaken.regels import is_bezwaar, mag_behandelen, mag_gekozen_worden, mag_horen


@handeling("horen", op="zaken.Zaak")
def horen(
    actor: Medewerker,
    zaak: Zaak,
    *,
    gehouden_op: datetime,
    gehoord_door: Gebruiker,
    aanwezigen: str,
    verslag: str,
) -> Hoorzitting:
    """Record that the objector was heard: by whom, when, who were there, and the report (7:7).

    Who heard did not prepare the decision that is objected to (7:5). The resident sees that there was a hearing, and
    when.
    """
    if not is_bezwaar(zaak):
        raise OnjuisteToestand("Horen hoort bij een bezwaar.")
    mag_behandelen(zaak, actor.gebruiker)
    fouten = {}
    if gehouden_op > klok.nu():
        fouten["gehouden_op"] = "Een hoorzitting leggen wij vast als zij is geweest."
    if klok.datum(gehouden_op) < zaak.ontvangstdatum:
        fouten["gehouden_op"] = "De hoorzitting kan niet voor het bezwaar zijn geweest."
    if not aanwezigen.strip():
        fouten["aanwezigen"] = "Schrijf wie erbij waren."
    if not verslag.strip():
        fouten["verslag"] = "Schrijf wat er is gezegd (Awb 7:7)."
    if gehoord_door.pk not in set(teamleden(zaak.team).values_list("pk", flat=True)):
        fouten["gehoord_door"] = f"Kies iemand van team {zaak.team}."
    if fouten:
        raise Invoerfout(fouten)
    try:
        mag_gekozen_worden(zaak, gehoord_door)
        mag_horen(zaak, gehoord_door)
    except GeenRecht as nee:
        if gehoord_door == actor.gebruiker:
            raise
        raise Invoerfout({"gehoord_door": nee.reden}) from None
    zitting: Hoorzitting = Hoorzitting.objects.create(
        zaak=zaak,
        gehouden_op=gehouden_op,
        gehoord_door=gehoord_door,
        aanwezigen=aanwezigen.strip(),
        verslag=verslag.strip(),
        vastgelegd_door=actor.gebruiker,
        vastgelegd_op=klok.nu(),
    )
    aantekenen(gehoord_door=gehoord_door.pk)
    stappen.raak_aan(zaak)
    return zitting

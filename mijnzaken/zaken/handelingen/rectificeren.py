"""Correcting a gegeven of who asked that, in whichever of his zaken it stands (AVG 16)."""

from typing import Any
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from mijnzaken.zaken import stappen
from mijnzaken.zaken.avg import RECTIFICATIE
from mijnzaken.zaken.avg.eigen_zaken import betrokkene, gevraagde_zaken
from mijnzaken.zaken.avg.ontvangers import zet_klaar
from mijnzaken.zaken.models import Kennisgevingssoort, Notitie, Zaak
from mijnzaken.zaken.regels import mag_behandelen
from mijnzaken.zaken.waarde import zet_waarde

DOEL = "een verzoek om uw gegevens te verbeteren"


@handeling("gegeven_rectificeren", op="zaken.Zaak")
def gegeven_rectificeren(actor: Medewerker, verzoek: Zaak, *, zaak: UUID, naam: str, waarde: Any, reden: str) -> int:
    """A new version of a value in a zaak of who asked, also in one that is closed or locked; the older one stays, as
    the file must show on what was decided. Gives how many receivers must be told.
    """
    if verzoek.proces.identificatie != RECTIFICATIE:
        raise OnjuisteToestand("Deze zaak is geen verzoek om gegevens te verbeteren.")
    mag_behandelen(verzoek, actor.gebruiker)
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf hoe u weet dat dit klopt."})
    over = (
        gevraagde_zaken(actor, verzoek, betrokkene(verzoek)).filter(uuid=zaak).select_for_update(of=("self",)).first()
    )
    if over is None:
        raise BestaatNiet
    gegeven = over.zaaktype.gegevens.filter(naam=naam).first()
    if gegeven is None:
        raise Invoerfout({"waarde": "Dit gegeven hoort niet bij deze zaak."})
    zet_waarde(over, gegeven, waarde)
    nu = klok.nu()
    Notitie.objects.create(
        zaak=over,
        onderwerp=f"Gegeven verbeterd: {gegeven.label}"[:255],
        tekst=f"Verbeterd op verzoek van de inwoner (AVG artikel 16). {reden.strip()}",
        aangemaakt_door=actor.gebruiker,
        aanmaakdatum=nu,
        wijzigingsdatum=nu,
    )
    stappen.raak_aan(over)
    stappen.raak_aan(verzoek)
    logboek.leg_lezing_vast(actor, "gegeven_rectificeren", rij=over, doel=DOEL)
    aantal = zet_klaar(verzoek, over, Kennisgevingssoort.VERBETERD, [gegeven])
    aantekenen(zaak=over.nummer, gegeven=gegeven.naam, ontvangers=aantal)
    return aantal

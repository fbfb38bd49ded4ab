"""Advice of a colleague."""

from datetime import date

from autorisatie.actor import Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.models import Fase
from mijnzaken.zaken import stappen
from mijnzaken.zaken.models import Adviesaanvraag, Zaak
from mijnzaken.zaken.regels import is_dezelfde, mag_adviseren, mag_gekozen_worden


@handeling("advies_vragen", op="zaken.Zaak")
def advies_vragen(
    actor: Medewerker, zaak: Zaak, *, adviseur: Gebruiker, vraag: str, uiterlijk: date | None = None
) -> Adviesaanvraag:
    """Ask a colleague; the zaak waits in phase advies, its term runs on."""
    if not vraag.strip():
        raise Invoerfout({"vraag": "Schrijf waarover u advies wilt."})
    if is_dezelfde(actor.gebruiker, adviseur):
        raise Invoerfout({"adviseur": "Kies een collega, niet uzelf."})
    mag_gekozen_worden(zaak, adviseur)
    mag_adviseren(zaak, adviseur)
    stappen.ga_naar(zaak, Fase.ADVIES)
    aanvraag: Adviesaanvraag = Adviesaanvraag.objects.create(
        zaak=zaak,
        vraag=vraag,
        gevraagd_door=actor.gebruiker,
        adviseur=adviseur,
        gevraagd_op=klok.nu(),
        uiterlijk=uiterlijk,
    )
    return aanvraag


@handeling("adviseren", op="zaken.Zaak")
def adviseren(actor: Medewerker, zaak: Zaak, *, advies: str) -> Adviesaanvraag:
    """Only who was asked gives the advice."""
    aanvraag: Adviesaanvraag | None = zaak.adviesaanvragen.filter(gegeven_op=None).order_by("-gevraagd_op").first()
    if aanvraag is None or not is_dezelfde(actor.gebruiker, aanvraag.adviseur):
        raise GeenRecht("Het advies is aan een andere collega gevraagd.")
    mag_adviseren(zaak, actor.gebruiker)
    if not advies.strip():
        raise Invoerfout({"advies": "Schrijf eerst uw advies."})
    aanvraag.advies, aanvraag.gegeven_op = advies, klok.nu()
    aanvraag.save(update_fields=["advies", "gegeven_op"])
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
    return aanvraag

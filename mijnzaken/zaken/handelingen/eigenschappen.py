"""The gegevens of a zaak as another system says them (ZGW ``ZaakEigenschap``, zrc-018)."""

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from catalogus.models import Bron, Gegeven
from mijnzaken.zaken import gegevenswaarden, stappen
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Gegevenswaarde, Zaak


@handeling("zaak_bijwerken", op="zaken.Zaak")
def eigenschap_vastleggen(actor: Actor, zaak: Zaak, gegeven: Gegeven, tekst: str) -> Gegevenswaarde:
    """The value of a gegeven that has none yet."""
    open_of_geforceerd(actor, zaak)
    if gegeven.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"": "Deze eigenschap hoort niet bij het zaaktype van de zaak."}, {"": "zaaktype-mismatch"})
    if zaak.gegevenswaarden.filter(gegeven=gegeven, actueel=True).exists():
        raise Invoerfout({"eigenschap": "Deze eigenschap heeft al een waarde."}, {"eigenschap": "unique"})
    return _zet(zaak, gegeven, tekst)


@handeling("zaak_bijwerken", op="zaken.Zaak")
def eigenschap_wijzigen(actor: Actor, zaak: Zaak, waarde: Gegevenswaarde, tekst: str) -> Gegevenswaarde:
    """A new version of a value; the older one stays."""
    open_of_geforceerd(actor, zaak)
    eigen: Gegevenswaarde = opnieuw(zaak.gegevenswaarden.filter(actueel=True).select_related("gegeven"), waarde)
    return _zet(zaak, eigen.gegeven, tekst)


@handeling("zaak_bijwerken", op="zaken.Zaak")
def eigenschap_verwijderen(actor: Actor, zaak: Zaak, waarde: Gegevenswaarde) -> None:
    """The gegeven has no value any more; what was said of it before stays as older versions."""
    open_of_geforceerd(actor, zaak)
    opnieuw(zaak.gegevenswaarden.filter(actueel=True), waarde).delete()
    stappen.raak_aan(zaak)


def _zet(zaak: Zaak, gegeven: Gegeven, tekst: str) -> Gegevenswaarde:
    rij = gegevenswaarden.zet(zaak, gegeven, gegevenswaarden.uit_tekst(gegeven, tekst), Bron.EIGEN)
    stappen.raak_aan(zaak)
    return rij

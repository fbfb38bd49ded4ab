"""A new version of the value of a gegeven; the older one stays, so that it shows on what was decided."""

from typing import Any

from catalogus import klok
from catalogus.formulieren import naar_opslag
from catalogus.models import Gegeven
from mijnzaken.zaken.models import Gegevenswaarde, Zaak


def zet_waarde(zaak: Zaak, gegeven: Gegeven, waarde: Any) -> Gegevenswaarde:
    """``waarde`` as a form gives it, or as it is stored."""
    vorige = zaak.gegevenswaarden.filter(gegeven=gegeven, actueel=True).first()
    if vorige is not None:
        vorige.actueel = False
        vorige.save(update_fields=["actueel"])
    rij: Gegevenswaarde = Gegevenswaarde.objects.create(
        zaak=zaak,
        gegeven=gegeven,
        waarde=naar_opslag(gegeven.soort, waarde),
        bron="eigen",
        moment=klok.nu(),
        versie=vorige.versie + 1 if vorige else 1,
    )
    return rij

"""A new version of the value of a gegeven; the older one stays, so that it shows on what was decided."""

from typing import Any

from catalogus.formulieren import naar_opslag
from catalogus.models import Bron, Gegeven
from mijnzaken.zaken import gegevenswaarden
from mijnzaken.zaken.models import Gegevenswaarde, Zaak


def zet_waarde(zaak: Zaak, gegeven: Gegeven, waarde: Any) -> Gegevenswaarde:
    """``waarde`` as a form gives it, or as it is stored."""
    return gegevenswaarden.zet(zaak, gegeven, naar_opslag(gegeven.soort, waarde), Bron.EIGEN)

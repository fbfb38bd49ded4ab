"""What every resource that belongs to a zaak has in common: its scope, its log, its audit trail and notification are
those of the zaak.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from autorisatie.models import Gegevensgroep
from mijnzaken.api import verwijzing
from mijnzaken.api.bron import Bron
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken import gedeeld
from mijnzaken.api.zaken.betrokkenen import van_zaken
from mijnzaken.zaken.models import Zaak

LEZEN = "zaken.lezen"
ZAAKTYPE = ("zaak__zaaktype",)  # what the notification says of the zaak


def bij_zaak(**velden: Any) -> Bron:
    """A resource with a ``zaak``; whatever is different is said."""
    vast: dict[str, Any] = {
        "pad": f"/{velden['naam']}",
        "lezen": LEZEN,
        "groep": Gegevensgroep.ZAAK,
        "betrokkenen": van_zaken,
        "hoofd": _hoofd,
        "kanaal": "zaken",
        "kenmerken": _kenmerken,
    }
    filters = {"zaak": verwijst("zaak__uuid", "zaken.zaken"), **velden.pop("filters", {})}
    uitklap = {"zaak": "zaken.zaken", **velden.pop("uitklap", {})}
    return Bron(**vast | velden, filters=filters, uitklap=uitklap)


def _hoofd(rij: Any) -> tuple[str, UUID, str]:
    return gedeeld.hoofd(rij.zaak)


def _kenmerken(rij: Any) -> Mapping[str, str]:
    return gedeeld.kenmerken(rij.zaak)


def genoemde_zaak(vraag: Vraag, veld: str = "zaak") -> Zaak:
    """The zaak that the body names, if this system may do this to it."""
    zaak: Zaak = verwijzing.toegelaten(vraag, veld, "zaken.zaken")
    return zaak

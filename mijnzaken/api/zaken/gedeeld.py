"""Where a zaak stands, and what is told of it with every notification about it or what belongs to it."""

from typing import Any
from uuid import UUID

from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.adressen import adres
from mijnzaken.zaken.models import Zaak

WORTEL = "/zaken/api/v1"


def pad(soort: str, uuid: Any) -> str:
    return f"{WORTEL}/{soort}/{uuid}"


def hoofd(rij: Zaak) -> tuple[str, UUID, str]:
    return pad("zaken", rij.uuid), rij.uuid, "zaak"


def kenmerken(rij: Zaak, zaaktype: str = "") -> dict[str, str]:
    """Those of the channel ``zaken``. ``zaaktype``: its uuid, where that is known already."""
    return {
        "bronorganisatie": rij.bronorganisatie,
        "zaaktype": adres(f"/catalogi/api/v1/zaaktypen/{zaaktype or rij.zaaktype.uuid}"),
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
    }

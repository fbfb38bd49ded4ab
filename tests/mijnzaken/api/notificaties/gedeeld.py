"""Systems that tell and that subscribe, and what happens for them to hear of."""

from typing import Any
from uuid import uuid4

from autorisatie.models import Autorisatie
from mijnzaken.berichten import tasks
from mijnzaken.berichten.models import Bericht, Kanaal, Notificatie
from mijnzaken.berichten.notificaties import zet_klaar
from tests.fabrieken import REDEN, zaaktype
from tests.mijnzaken.api.ontvanger import AUTH, Ontvanger
from tests.mijnzaken.api.systeem import Systeem, adres_van, systeem

WORTEL = "/notificaties/api/v1"
ABONNEMENT = f"{WORTEL}/abonnement"
SOORT = "parkeervergunning-bewoners"


def luisteraar(naam: str = "archief", *scopes: str) -> Systeem:
    wie = systeem(naam)
    Autorisatie.objects.create(
        applicatie=wie.applicatie, component="nrc", scopes=list(scopes or ["notificaties.consumeren"])
    )
    return wie


def verteller() -> Systeem:
    return luisteraar("verteller", "notificaties.publiceren")


def abonnement(deur: Ontvanger, *kanalen: dict[str, Any], **meer: Any) -> dict[str, Any]:
    return {"callbackUrl": deur.adres, "auth": AUTH, "kanalen": list(kanalen or [{"naam": "zaken"}])} | meer


def gebeurt(soort: str = SOORT, hoe: str = "openbaar", **meer: Any) -> Notificatie:
    """Something happens to a zaak of this zaaktype."""
    pad = f"/zaken/api/v1/zaken/{uuid4()}"
    velden: dict[str, Any] = {"hoofdobject": pad, "resource": "zaak", "resource_pad": pad, "actie": "create"}
    kenmerken = {
        "bronorganisatie": "517439943",
        "zaaktype": adres_van(zaaktype(soort)),
        "vertrouwelijkheidaanduiding": hoe,
    }
    zet_klaar("zaken", **velden | {"kenmerken": kenmerken | meer})
    return Notificatie.objects.latest("pk")


def bezorg() -> list[Bericht]:
    """What the worker does; gives the messages to other systems."""
    tasks.veeg()
    return list(Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.WEBHOOK).order_by("pk"))


def vertel(**meer: Any) -> dict[str, Any]:
    return {
        "kanaal": "vergunningen",
        "hoofdObject": "https://elders.nl/vergunningen/1",
        "resource": "vergunning",
        "resourceUrl": "https://elders.nl/vergunningen/1",
        "actie": "verleend",
        "aanmaakdatum": "2026-03-02T10:00:00Z",
        "kenmerken": {"wijk": "centrum"},
    } | meer

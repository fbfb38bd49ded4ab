"""``/statussen`` and ``/resultaten``: what happened to a zaak and how it ended, to read (Zaken 1.7.0)."""

from typing import Any
from uuid import UUID

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.lijst import ja_of_nee, verwijst
from mijnzaken.api.zaken.betrokkenen import van_zaken
from mijnzaken.api.zaken.zaak import pad
from mijnzaken.zaken.models import Resultaat, Status


def _hoofd(rij: Any) -> tuple[str, UUID, str]:
    return pad("zaken", rij.zaak.uuid), rij.zaak.uuid, "zaak"


def _statussen(actor: Applicatie) -> Rijen:
    rijen = Status.objects.voor(actor).select_related("zaak", "statustype", "gezet_door")
    return rijen.prefetch_related("zaakdocumenten")


def _status(rij: Status) -> Inhoud:
    return {
        "url": adres(pad("statussen", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "statustype": adres(f"/catalogi/api/v1/statustypen/{rij.statustype.uuid}"),
        "datumStatusGezet": rij.datum_status_gezet,
        "statustoelichting": rij.statustoelichting,
        "indicatieLaatstGezetteStatus": rij.indicatie_laatst_gezette_status,
        "gezetdoor": adres(pad("rollen", rij.gezet_door.uuid)) if rij.gezet_door else "",
        "zaakinformatieobjecten": [adres(pad("zaakinformatieobjecten", z.uuid)) for z in rij.zaakdocumenten.all()],
    }


def _resultaten(actor: Applicatie) -> Rijen:
    return Resultaat.objects.voor(actor).select_related("zaak", "resultaattype")


def _resultaat(rij: Resultaat) -> Inhoud:
    return {
        "url": adres(pad("resultaten", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "resultaattype": adres(f"/catalogi/api/v1/resultaattypen/{rij.resultaattype.uuid}"),
        "toelichting": rij.toelichting,
    }


STATUSSEN = Bron(
    naam="statussen",
    soort="status",
    pad="/statussen",
    schema="Status",
    model=Status,
    rijen=_statussen,
    vorm=_status,
    lezen="zaken.lezen",
    filters={
        "zaak": verwijst("zaak__uuid", "zaken.zaken"),
        "statustype": verwijst("statustype__uuid", "catalogi.statustypen"),
        "indicatieLaatstGezetteStatus": ja_of_nee("indicatie_laatst_gezette_status"),
    },
    uitklap={"zaak": "zaken.zaken", "statustype": "catalogi.statustypen"},
    groep=Gegevensgroep.ZAAK,
    betrokkenen=van_zaken,
    hoofd=_hoofd,
)
RESULTATEN = Bron(
    naam="resultaten",
    soort="resultaat",
    pad="/resultaten",
    schema="Resultaat",
    model=Resultaat,
    rijen=_resultaten,
    vorm=_resultaat,
    lezen="zaken.lezen",
    filters={
        "zaak": verwijst("zaak__uuid", "zaken.zaken"),
        "resultaattype": verwijst("resultaattype__uuid", "catalogi.resultaattypen"),
    },
    uitklap={"zaak": "zaken.zaken", "resultaattype": "catalogi.resultaattypen"},
    groep=Gegevensgroep.ZAAK,
    betrokkenen=van_zaken,
    hoofd=_hoofd,
)

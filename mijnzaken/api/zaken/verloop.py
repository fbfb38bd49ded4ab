"""``/statussen`` and ``/resultaten``: what happened to a zaak and how it ended (Zaken 1.7.0)."""

from autorisatie.actor import Applicatie
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.lijst import ja_of_nee, verwijst
from mijnzaken.api.verwijzing import blijft
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.api.zaken.kinderen import Uuids
from mijnzaken.zaken.handelingen.statussen import (
    Melding,
    resultaat_vastleggen,
    resultaat_verwijderen,
    resultaat_wijzigen,
    status_zetten,
)
from mijnzaken.zaken.models import Resultaat, Status

# -- statuses ----------------------------------------------------------------------------------------------------------


def _statussen(actor: Applicatie) -> Rijen:
    rijen = Status.objects.voor(actor).select_related("statustype", "gezet_door", *ZAAKTYPE)
    return rijen.annotate(document_uuids=Uuids("zaken_zaakdocument", "status_id"))


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
        "zaakinformatieobjecten": [
            adres(pad("zaakinformatieobjecten", uuid))
            for uuid in rij.document_uuids  # type: ignore[attr-defined]
        ],
    }


def _zet_status(vraag: Vraag) -> Status:
    lijf = vraag.gegevens
    melding = Melding(
        statustype=verwijzing.rij(vraag, "statustype", "catalogi.statustypen"),
        gezet_op=lijf["datumStatusGezet"],
        toelichting=lijf.get("statustoelichting", ""),
        door=verwijzing.rij(vraag, "gezetdoor", "zaken.rollen") if lijf.get("gezetdoor") else None,
    )
    status: Status = status_zetten(vraag.actor, genoemde_zaak(vraag), melding)
    return status


STATUSSEN = bij_zaak(
    naam="statussen",
    soort="status",
    schema="Status",
    model=Status,
    rijen=_statussen,
    vorm=_status,
    filters={
        "statustype": verwijst("statustype__uuid", "catalogi.statustypen"),
        "indicatieLaatstGezetteStatus": ja_of_nee("indicatie_laatst_gezette_status"),
    },
    uitklap={
        "statustype": "catalogi.statustypen",
        "gezetdoor": "zaken.rollen",
        "zaakinformatieobjecten": "zaken.zaakinformatieobjecten",
    },
    weergave=lambda rij: rij.statustype.omschrijving,
    aanmaken=_zet_status,
    uniek={"status_eens": ("nonFieldErrors", "unique")},
)

# -- results -----------------------------------------------------------------------------------------------------------


def _resultaten(actor: Applicatie) -> Rijen:
    return Resultaat.objects.voor(actor).select_related("resultaattype", *ZAAKTYPE)


def _resultaat(rij: Resultaat) -> Inhoud:
    return {
        "url": adres(pad("resultaten", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "resultaattype": adres(f"/catalogi/api/v1/resultaattypen/{rij.resultaattype.uuid}"),
        "toelichting": rij.toelichting,
    }


def _leg_resultaat_vast(vraag: Vraag) -> Resultaat:
    soort = verwijzing.rij(vraag, "resultaattype", "catalogi.resultaattypen")
    zaak = genoemde_zaak(vraag)
    resultaat: Resultaat = resultaat_vastleggen(
        vraag.actor, zaak, soort, toelichting=vraag.gegevens.get("toelichting", "")
    )
    return resultaat


def _wijzig_resultaat(vraag: Vraag, rij: Resultaat) -> Resultaat:
    blijft(vraag, zaak=("zaken.zaken", rij.zaak), resultaattype=("catalogi.resultaattypen", rij.resultaattype))
    toelichting = vraag.gegevens.get("toelichting", rij.toelichting)
    resultaat: Resultaat = resultaat_wijzigen(vraag.actor, rij.zaak, rij, toelichting=toelichting)
    return resultaat


def _verwijder_resultaat(vraag: Vraag, rij: Resultaat) -> None:
    resultaat_verwijderen(vraag.actor, rij.zaak, rij)


RESULTATEN = bij_zaak(
    naam="resultaten",
    soort="resultaat",
    schema="Resultaat",
    model=Resultaat,
    rijen=_resultaten,
    vorm=_resultaat,
    filters={"resultaattype": verwijst("resultaattype__uuid", "catalogi.resultaattypen")},
    uitklap={"resultaattype": "catalogi.resultaattypen"},
    weergave=lambda rij: rij.resultaattype.omschrijving,
    aanmaken=_leg_resultaat_vast,
    bijwerken=_wijzig_resultaat,
    verwijderen=_verwijder_resultaat,
    uniek={"resultaat_een_per_zaak": ("zaak", "unique")},
)

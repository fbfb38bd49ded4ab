"""``/zaakinformatieobjecten``: the documents of a zaak (Zaken 1.7.0)."""

from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.verwijzing import blijft
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.zaken.handelingen.koppelingen import (
    document_koppelen,
    document_ontkoppelen,
    documentkoppeling_wijzigen,
)
from mijnzaken.zaken.models import Zaakdocument

DOCUMENTEN = "documenten.enkelvoudiginformatieobjecten"
_KOLOMMEN = ("titel", "beschrijving", "vernietigingsdatum")


def _rijen(actor: Applicatie) -> Rijen:
    return Zaakdocument.objects.voor(actor).select_related("document", "status", *ZAAKTYPE)


def _vorm(rij: Zaakdocument) -> Inhoud:
    return {
        "url": adres(pad("zaakinformatieobjecten", rij.uuid)),
        "uuid": rij.uuid,
        "informatieobject": adres(f"/documenten/api/v1/enkelvoudiginformatieobjecten/{rij.document.uuid}"),
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "aardRelatieWeergave": "Hoort bij, omgekeerd: kent",
        "titel": rij.titel,
        "beschrijving": rij.beschrijving,
        "registratiedatum": rij.registratiedatum,
        "vernietigingsdatum": rij.vernietigingsdatum,
        "status": adres(pad("statussen", rij.status.uuid)) if rij.status else None,
    }


def _velden(vraag: Vraag) -> dict[str, Any]:
    lijf = vraag.gegevens
    velden = {naam: lijf[naam] for naam in _KOLOMMEN if naam in lijf}
    if "status" in lijf:
        velden["status"] = verwijzing.rij(vraag, "status", "zaken.statussen") if lijf["status"] else None
    return velden


def _koppelen(vraag: Vraag) -> Zaakdocument:
    document = verwijzing.rij(vraag, "informatieobject", DOCUMENTEN)
    rij: Zaakdocument = document_koppelen(vraag.actor, genoemde_zaak(vraag), document, _velden(vraag))
    return rij


def _wijzigen(vraag: Vraag, rij: Zaakdocument) -> Zaakdocument:
    blijft(vraag, zaak=("zaken.zaken", rij.zaak), informatieobject=(DOCUMENTEN, rij.document))
    nieuw: Zaakdocument = documentkoppeling_wijzigen(vraag.actor, rij.zaak, rij, _velden(vraag))
    return nieuw


def _ontkoppelen(vraag: Vraag, rij: Zaakdocument) -> None:
    document_ontkoppelen(vraag.actor, rij.zaak, rij)


ZAAKINFORMATIEOBJECTEN = bij_zaak(
    naam="zaakinformatieobjecten",
    soort="zaakinformatieobject",
    gepagineerd=False,
    standaardvolgorde="pk",
    schema="ZaakInformatieObject",
    model=Zaakdocument,
    rijen=_rijen,
    vorm=_vorm,
    groep=Gegevensgroep.DOCUMENT,
    filters={"informatieobject": verwijst("document__uuid", DOCUMENTEN)},
    uitklap={"informatieobject": DOCUMENTEN, "status": "zaken.statussen"},
    weergave=lambda rij: rij.titel or rij.document.titel,
    aanmaken=_koppelen,
    bijwerken=_wijzigen,
    verwijderen=_ontkoppelen,
    uniek={"zaakdocument_eens": ("nonFieldErrors", "unique")},
)

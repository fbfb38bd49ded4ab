"""The other system of a test of the Zaken API, and the zaken and types that it speaks of."""

from typing import Any

from mijnzaken.documenten.models import Document
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, zaaktype
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, adres_van
from tests.mijnzaken.documenten.proefbestanden import maak_van, pdf

WORTEL = f"http://127.0.0.1:8000{ZAKEN}"
CATALOGI = "http://127.0.0.1:8000/catalogi/api/v1"
SOORT = "parkeervergunning-bewoners"
EXTERN = "omgevingsvergunning-dakkapel"


def adres(zaak: Zaak) -> str:
    return f"{WORTEL}/zaken/{zaak.uuid}"


def lijf(soort: str = SOORT, **meer: Any) -> dict[str, Any]:
    return {
        "bronorganisatie": "002564440",
        "verantwoordelijkeOrganisatie": "002564440",
        "zaaktype": adres_van(zaaktype(soort)),
        "startdatum": "2026-03-02",
        **meer,
    }


def maak(wie: Systeem, soort: str = SOORT, **meer: Any) -> dict[str, Any]:
    """A zaak that another system makes, as it is answered."""
    antwoord = wie.stuur(f"{ZAKEN}/zaken", lijf(soort, **meer))
    assert antwoord.status_code == 201, antwoord.content
    zaak: dict[str, Any] = antwoord.json()
    return zaak


def rij_van(zaak: dict[str, Any]) -> Zaak:
    gevonden: Zaak = Zaak.objects.systeem(REDEN).get(uuid=zaak["uuid"])
    return gevonden


def statustypen(soort: str = SOORT) -> list[str]:
    """The addresses of the statustypen, by volgnummer: the last one ends a zaak."""
    return [f"{CATALOGI}/statustypen/{s.uuid}" for s in zaaktype(soort).statustypen.order_by("volgnummer")]


def resultaattype(soort: str = SOORT, **velden: Any) -> str:
    gevonden = zaaktype(soort).resultaattypen.filter(**velden).order_by("pk").first()
    assert gevonden is not None
    return f"{CATALOGI}/resultaattypen/{gevonden.uuid}"


def zet(wie: Systeem, zaak: dict[str, Any], statustype: str, dag: str = "2026-03-02", **meer: Any) -> Any:
    moment = dag if "T" in dag else f"{dag}T08:00:00Z"
    inhoud = {"zaak": zaak["url"], "statustype": statustype, "datumStatusGezet": moment, **meer}
    return wie.stuur(f"{ZAKEN}/statussen", inhoud)


def document_van(soort: str = SOORT, **velden: Any) -> Document:
    """A document of a type that this zaaktype has, at no zaak yet."""
    type_ = zaaktype(soort).zaaktypeinformatieobjecttypen.select_related("informatieobjecttype").first()
    document: Document = maak_van(pdf(), informatieobjecttype=type_.informatieobjecttype, **velden)
    return document


def document_bij(zaak: Zaak) -> Document:
    """A document that came in by the portal."""
    document: Document = maak_van(pdf())
    koppel_document(zaak, document)
    return document


def sluit(
    wie: Systeem, zaak: dict[str, Any], soort: str = SOORT, dag: str = "2026-03-02", **met: Any
) -> dict[str, Any]:
    """A result (``met`` says of which kind) and the end status; the zaak as it then is."""
    uitkomst = wie.stuur(f"{ZAKEN}/resultaten", {"zaak": zaak["url"], "resultaattype": resultaattype(soort, **met)})
    assert uitkomst.status_code == 201, uitkomst.content
    gezet = zet(wie, zaak, statustypen(soort)[-1], dag)
    assert gezet.status_code == 201, gezet.content
    gesloten: dict[str, Any] = wie.haal(zaak["url"]).json()
    return gesloten


def roltype(generiek: str, soort: str = SOORT) -> str:
    gevonden = zaaktype(soort).roltypen.filter(omschrijving_generiek=generiek).order_by("pk").first()
    assert gevonden is not None
    return f"{CATALOGI}/roltypen/{gevonden.uuid}"


def rol(zaak: dict[str, Any], soort: str, generiek: str = "initiator", /, **wie: Any) -> dict[str, Any]:
    """A body for /rollen."""
    return {
        "zaak": zaak["url"],
        "roltype": roltype(generiek),
        "betrokkeneType": soort,
        "roltoelichting": "proef",
        "betrokkeneIdentificatie": wie,
    }


def eigenschap(naam: str, soort: str = SOORT) -> str:
    return f"{CATALOGI}/eigenschappen/{zaaktype(soort).gegevens.get(naam=naam).uuid}"

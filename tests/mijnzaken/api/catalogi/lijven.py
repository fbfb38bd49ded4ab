"""Bodies as another system sends them, and a Selectielijst of three rows to hold them against."""

from typing import Any

from catalogus.models import Catalogus, Procestermijn, Selectielijstprocestype, Selectielijstresultaat
from tests.mijnzaken.api.systeem import Systeem

CATALOGI = "/catalogi/api/v1"
LIJST = "https://selectielijst.openzaak.nl/api/v1"
WOORD = "https://selectielijst.openzaak.nl/api/v1/resultaattypeomschrijvingen/f0000000-0000-4000-8000-000000000001"


def adres(soort: str, rij: Any) -> str:
    return f"http://127.0.0.1:8000{CATALOGI}/{soort}/{rij.uuid}"


def in_catalogus() -> str:
    return adres("catalogussen", Catalogus.objects.get())


def zaaktype(**meer: object) -> dict[str, object]:
    return {
        "identificatie": "evenement",
        "omschrijving": "Evenement melden",
        "vertrouwelijkheidaanduiding": "openbaar",
        "doel": "Weten wat er in de stad gebeurt",
        "aanleiding": "Iemand organiseert iets",
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "melden",
        "onderwerp": "Evenement",
        "handelingBehandelaar": "beoordelen",
        "doorlooptijd": "P30D",
        "opschortingEnAanhoudingMogelijk": False,
        "verlengingMogelijk": False,
        "publicatieIndicatie": False,
        "productenOfDiensten": [],
        "referentieproces": {"naam": "Evenement"},
        "verantwoordelijke": "Team Evenementen",
        "catalogus": in_catalogus(),
        "besluittypen": [],
        "gerelateerdeZaaktypen": [],
        "beginGeldigheid": "2026-03-02",
        **meer,
    }


def besluittype(**meer: object) -> dict[str, object]:
    return {
        "catalogus": in_catalogus(),
        "omschrijving": "Besluit evenement",
        "publicatieIndicatie": False,
        "informatieobjecttypen": [],
        "beginGeldigheid": "2026-03-02",
        **meer,
    }


def documenttype(**meer: object) -> dict[str, object]:
    return {
        "catalogus": in_catalogus(),
        "omschrijving": "Draaiboek",
        "vertrouwelijkheidaanduiding": "openbaar",
        "informatieobjectcategorie": "plan",
        "beginGeldigheid": "2026-03-02",
        **meer,
    }


def resultaattype(van: str, klasse: str, **meer: object) -> dict[str, object]:
    return {
        "zaaktype": van,
        "omschrijving": "Akkoord",
        "resultaattypeomschrijving": WOORD,
        "selectielijstklasse": klasse,
        **meer,
    }


def klasse(nummer: str, procestermijn: str = "", *, procestype: int = 8) -> str:
    """The address of a result in our copy of the list."""
    soort, _ = Selectielijstprocestype.objects.get_or_create(jaar=2020, nummer=procestype, naam=f"Type {procestype}")
    rij = Selectielijstresultaat.objects.create(
        procestype=soort,
        volledig_nummer=nummer,
        naam="Verstrekt",
        waardering="vernietigen",
        bewaartermijn="P5Y",
        procestermijn=Procestermijn(procestermijn) if procestermijn else "",
    )
    return f"{LIJST}/resultaten/{rij.uuid}"


def procestype(nummer: int = 8) -> str:
    rij, _ = Selectielijstprocestype.objects.get_or_create(jaar=2020, nummer=nummer, naam=f"Type {nummer}")
    return f"{LIJST}/procestypen/{rij.uuid}"


def gemaakt(systeem: Systeem, soort: str, lijf: dict[str, object]) -> dict[str, Any]:
    """The answer to a POST that must succeed."""
    antwoord = systeem.stuur(f"{CATALOGI}/{soort}", lijf)
    assert antwoord.status_code == 201, antwoord.content
    inhoud: dict[str, Any] = antwoord.json()
    assert systeem.haal(inhoud["url"]).json() == inhoud
    return inhoud

"""The models of zaken, besluiten, documenten and klanten carry every attribute of the standards, or say why not."""

from typing import Any

import pytest
from django.db import models

from autorisatie.models import Partij
from mijnzaken.documenten import models as documenten
from mijnzaken.klanten import models as klanten
from mijnzaken.zaken import models as zaken
from tests.zgw_attributen import URL, Anders, gebreken, oas

INFORMATIEOBJECT = Anders("heet hier document", "document")
WEERGAVE = Anders("de woorden van de keuze ernaast")
NAAR_KLANTCONTACT = Anders("verwijzing naar een rij", "klantcontact")

TABEL: dict[str, tuple[str, type[models.Model], dict[str, Anders], dict[str, Any]]] = {
    "Zaak": (
        "zaken-1.7.0.yaml",
        zaken.Zaak,
        {
            "url": URL,
            "uiterlijkeEinddatumAfdoening": Anders("kortere naam", "uiterlijke_einddatum"),
            "betalingsindicatieWeergave": WEERGAVE,
            "relevanteAndereZaken": Anders("omgekeerde relatie", "gerelateerde_zaken"),
            "eigenschappen": Anders("omgekeerde relatie", "gegevenswaarden"),
            "status": Anders("de laatste van de statussen", "statussen"),
            "zaakinformatieobjecten": Anders("omgekeerde relatie", "zaakdocumenten"),
            "resultaat": Anders("het laatste van de resultaten: heropenen bewaart het eerste", "resultaten"),
        },
        {},
    ),
    "Status": (
        "zaken-1.7.0.yaml",
        zaken.Status,
        {
            "url": URL,
            "gezetdoor": Anders("leesbaarder naam", "gezet_door"),
            "zaakinformatieobjecten": Anders("omgekeerde relatie", "zaakdocumenten"),
        },
        {},
    ),
    "Resultaat": ("zaken-1.7.0.yaml", zaken.Resultaat, {"url": URL}, {}),
    "Rol": (
        "zaken-1.7.0.yaml",
        zaken.Rol,
        {
            "url": URL,
            "omschrijving": Anders("van het roltype", "roltype"),
            "omschrijvingGeneriek": Anders("van het roltype", "roltype"),
        },
        {},
    ),
    "ZaakObject": ("zaken-1.7.0.yaml", zaken.Zaakobject, {"url": URL}, {}),
    "ZaakEigenschap": (
        "zaken-1.7.0.yaml",
        zaken.Gegevenswaarde,
        {
            "url": URL,
            "eigenschap": Anders("heet hier gegeven", "gegeven"),
            "naam": Anders("van het gegeven", "gegeven"),
        },
        {},
    ),
    "ZaakKenmerk": ("zaken-1.7.0.yaml", zaken.Zaakkenmerk, {}, {}),
    "RelevanteZaak": ("zaken-1.7.0.yaml", zaken.GerelateerdeZaak, {}, {}),
    "ZaakNotitie": (
        "zaken-1.7.0.yaml",
        zaken.Notitie,
        {"url": URL, "gerelateerdAan": Anders("een notitie hoort bij een zaak", "zaak")},
        {},
    ),
    "ZaakInformatieObject": (
        "zaken-1.7.0.yaml",
        zaken.Zaakdocument,
        {"url": URL, "informatieobject": INFORMATIEOBJECT, "aardRelatieWeergave": WEERGAVE},
        {},
    ),
    "Besluit": ("besluiten-1.1.0.yaml", zaken.Besluit, {"url": URL, "vervalredenWeergave": WEERGAVE}, {}),
    "BesluitInformatieObject": (
        "besluiten-1.1.0.yaml",
        zaken.Besluitdocument,
        {"url": URL, "informatieobject": INFORMATIEOBJECT},
        {},
    ),
    "EnkelvoudigInformatieObject": (
        "documenten-1.7.0.yaml",
        documenten.Document,
        {
            "url": URL,
            "inhoud": Anders("het bestand van de versie", "versies"),
            "locked": Anders("volgt uit de lock", "lock"),
        },
        {"ook": (documenten.Documentversie,)},
    ),
    "BestandsDeel": (
        "documenten-1.7.0.yaml",
        documenten.Bestandsdeel,
        {
            "url": URL,
            "voltooid": Anders("volgt uit de omvang van de inhoud", "inhoud"),
            "lock": Anders("van het document", "document"),
        },
        {},
    ),
    "Gebruiksrechten": (
        "documenten-1.7.0.yaml",
        documenten.Gebruiksrecht,
        {"url": URL, "informatieobject": INFORMATIEOBJECT},
        {},
    ),
    "ObjectInformatieObject": (
        "documenten-1.7.0.yaml",
        documenten.ObjectInformatieobject,
        {
            "url": URL,
            "informatieobject": INFORMATIEOBJECT,
            "object": Anders("soort en uuid, zodat documenten zaken niet kent", "object_uuid"),
        },
        {},
    ),
    "Verzending": (
        "documenten-1.7.0.yaml",
        documenten.Verzending,
        {"url": URL, "informatieobject": INFORMATIEOBJECT},
        {},
    ),
}


@pytest.mark.parametrize("schema", TABEL)
def test_elk_attribuut_van_de_standaard_heeft_een_kolom(schema: str) -> None:
    bestand, model, anders, rest = TABEL[schema]
    assert gebreken(oas(bestand), schema, model, anders, **rest) == []


VAN_KLANTINTERACTIES: dict[str, tuple[type[models.Model], dict[str, Anders], dict[str, Any]]] = {
    "Klantcontact": (
        klanten.Klantcontact,
        {
            "url": URL,
            "gingOverOnderwerpobjecten": Anders("omgekeerde relatie", "onderwerpobjecten"),
            "hadBetrokkenActoren": Anders("de medewerker of de applicatie", "medewerker"),
            "omvatteBijlagen": Anders("omgekeerde relatie", "bijlagen"),
            "hadBetrokkenen": Anders("omgekeerde relatie", "betrokkenen"),
            "leiddeTotInterneTaken": Anders("een terugbelnotitie is hier een zaak, geen interne taak"),
        },
        {},
    ),
    "Betrokkene": (
        klanten.Betrokkene,
        {
            "url": URL,
            "hadKlantcontact": NAAR_KLANTCONTACT,
            "volledigeNaam": Anders("volgt uit de delen", "volledige_naam"),
        },
        {"voorvoegsels": {"contactnaam": ""}},
    ),
    "Onderwerpobject": (klanten.Onderwerpobject, {"url": URL}, {"voorvoegsels": {"onderwerpobjectidentificator": ""}}),
    "DigitaalAdres": (
        klanten.DigitaalAdres,
        {"url": URL, "verificatieDatum": Anders("het moment, niet alleen de dag", "geverifieerd_op")},
        {},
    ),
    "Bijlage": (
        klanten.Contactbijlage,
        {
            "url": URL,
            "wasBijlageVanKlantcontact": NAAR_KLANTCONTACT,
            "bijlageidentificator": Anders("altijd een document van ons", "document_uuid"),
        },
        {},
    ),
    "Persoon": (
        Partij,
        {"volledigeNaam": Anders("volgt uit de delen", "volledige_naam")},
        {"voorvoegsels": {"contactnaam": ""}},
    ),
}


@pytest.mark.parametrize("schema", VAN_KLANTINTERACTIES)
def test_elk_attribuut_van_klantinteracties_heeft_een_kolom(schema: str) -> None:
    model, anders, rest = VAN_KLANTINTERACTIES[schema]
    assert gebreken(oas("klantinteracties-openklant.yaml"), schema, model, anders, **rest) == []

"""Gebruiksrechten, verzendingen and what a document is about, over the API."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Wijziging
from mijnzaken.api import verwijzing
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, registreer
from tests.mijnzaken.api.documenten.gedeeld import DOCUMENTEN, EIO, maak, mag, slot
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

RECHTEN = f"{DOCUMENTEN}/gebruiksrechten"
VERZENDINGEN = f"{DOCUMENTEN}/verzendingen"
RELATIES = f"{DOCUMENTEN}/objectinformatieobjecten"
MOMENT = "2026-03-02T09:00:00Z"


def recht(document: dict[str, object], **meer: object) -> dict[str, object]:
    return {
        "informatieobject": document["url"],
        "startdatum": MOMENT,
        "omschrijvingVoorwaarden": "Alleen met bronvermelding.",
        **meer,
    }


def adres_van(zaak: Zaak) -> str:
    return f"http://127.0.0.1:8000/zaken/api/v1/zaken/{zaak.uuid}"


def rij_van(document: dict[str, object]) -> Document:
    rij: Document = Document.objects.systeem(REDEN).get(uuid=str(document["url"]).rpartition("/")[2])
    return rij


# -- gebruiksrechten ---------------------------------------------------------------------------------------------------


def test_drc_006_het_eerste_gebruiksrecht_zet_de_indicatie_en_het_laatste_haalt_haar_weg(dms: Systeem) -> None:
    document = maak(dms, indicatieGebruiksrecht=False)
    een, twee = (dms.stuur(RECHTEN, recht(document)).json() for _ in range(2))
    assert dms.haal(document["url"]).json()["indicatieGebruiksrecht"] is True
    lock = slot(dms, document)
    geprobeerd = dms.wijzig(document["url"], {"indicatieGebruiksrecht": None, "lock": lock})
    assert fouten(geprobeerd) == {"indicatieGebruiksrecht": "existing-gebruiksrechten"}
    assert dms.verwijder(een["url"]).status_code == 204
    assert dms.haal(document["url"]).json()["indicatieGebruiksrecht"] is True
    assert dms.verwijder(twee["url"]).status_code == 204
    assert dms.haal(document["url"]).json()["indicatieGebruiksrecht"] is None


def test_een_gebruiksrecht_wordt_gemaakt_gelezen_gevonden_en_gewijzigd(dms: Systeem) -> None:
    document, ander = maak(dms), maak(dms)
    gemaakt = dms.stuur(RECHTEN, recht(document))
    assert gemaakt.status_code == 201, gemaakt.content
    rij = gemaakt.json()
    assert rij == recht(document, url=rij["url"], einddatum=None)
    assert dms.haal(rij["url"]).json() == rij
    dms.stuur(RECHTEN, recht(ander))
    assert dms.haal(f"{RECHTEN}?informatieobject={document['url']}").json() == [rij]
    assert dms.haal(f"{RECHTEN}?startdatum__lt={MOMENT}").json() == []
    assert len(dms.haal(f"{RECHTEN}?startdatum__lte={MOMENT}").json()) == 2
    gewijzigd = dms.wijzig(rij["url"], {"einddatum": "2026-04-02T09:00:00Z"})
    assert gewijzigd.json() == rij | {"einddatum": "2026-04-02T09:00:00Z"}
    assert fouten(dms.wijzig(rij["url"], {"einddatum": "2026-01-02T09:00:00Z"})) == {"einddatum": "date-mismatch"}
    assert fouten(dms.wijzig(rij["url"], {"informatieobject": ander["url"]})) == {
        "informatieobject": "wijzigen-niet-toegelaten"
    }
    uitgevouwen = dms.haal(f"{rij['url']}?expand=informatieobject.informatieobjecttype").json()["_expand"]
    assert uitgevouwen["informatieobject"]["url"] == document["url"]
    assert uitgevouwen["informatieobject"]["_expand"]["informatieobjecttype"]["url"] == document["informatieobjecttype"]


def test_wat_bij_een_document_hoort_staat_in_het_spoor_van_het_document(dms: Systeem) -> None:
    document = maak(dms)
    dms.stuur(RECHTEN, recht(document))
    laatste = Wijziging.objects.order_by("pk").last()
    assert laatste is not None
    assert laatste.resource == "gebruiksrechten"
    assert document["url"].endswith(laatste.hoofdobject)


# -- verzendingen ------------------------------------------------------------------------------------------------------


def test_een_verzending_heeft_elk_veld_van_de_standaard(dms: Systeem) -> None:
    document = maak(dms)
    gestuurd = {
        "informatieobject": document["url"],
        "betrokkene": "https://voorbeeld.nl/betrokkenen/1",
        "aardRelatie": "geadresseerde",
        "toelichting": "per post",
        "ontvangstdatum": None,
        "verzenddatum": "2026-03-02",
        "contactPersoon": "https://voorbeeld.nl/personen/1",
        "contactpersoonnaam": "J. Jansen",
        "mijnOverheid": False,
        "binnenlandsCorrespondentieadres": {
            "huisnummer": 1,
            "naamOpenbareRuimte": "Spui",
            "woonplaatsnaam": "Demostad",
            "postcode": "2511BT",
        },
        "buitenlandsCorrespondentieadres": None,
        "correspondentiePostadres": None,
        "faxnummer": None,
        "emailadres": None,
        "telefoonnummer": "070-1234567",
    }
    gemaakt = dms.stuur(VERZENDINGEN, gestuurd)
    assert gemaakt.status_code == 201, gemaakt.content
    rij = gemaakt.json()
    assert rij == gestuurd | {"url": rij["url"]}
    assert dms.haal(f"{VERZENDINGEN}?aardRelatie=geadresseerde&informatieobject={document['url']}").json() == {
        "count": 1,
        "next": None,
        "previous": None,
        "results": [rij],
    }
    assert dms.haal(f"{VERZENDINGEN}?aardRelatie=afzender").json()["count"] == 0
    assert dms.wijzig(rij["url"], {"emailadres": "j@voorbeeld.nl"}).json()["emailadres"] == "j@voorbeeld.nl"
    assert dms.verwijder(rij["url"]).status_code == 204
    assert dms.haal(rij["url"]).status_code == 404


# -- what it is about --------------------------------------------------------------------------------------------------


def test_drc_002_het_object_bestaat(dms: Systeem) -> None:
    document = maak(dms)
    zaak = registreer("anna", "parkeervergunning-bewoners")
    geen_zaak = adres_van(zaak).replace(str(zaak.uuid), str(uuid4()))
    gestuurd = {"informatieobject": document["url"], "object": geen_zaak, "objectType": "zaak"}
    assert fouten(dms.stuur(RELATIES, gestuurd)) == {"object": "bad-url"}
    vreemd = gestuurd | {"object": "https://elders.voorbeeld.nl/verzoeken/1", "objectType": "verzoek"}
    assert fouten(dms.stuur(RELATIES, vreemd)) == {"object": "bad-url"}
    anders = gestuurd | {"object": adres_van(zaak), "objectType": "besluit"}
    assert fouten(dms.stuur(RELATIES, anders)) == {"object": "invalid-resource"}


def test_drc_003_een_relatie_is_uniek(dms: Systeem) -> None:
    document = maak(dms)
    zaak = registreer("anna", "parkeervergunning-bewoners")
    koppel_document(zaak, rij_van(document))
    gestuurd = {"informatieobject": document["url"], "object": adres_van(zaak), "objectType": "zaak"}
    assert fouten(dms.stuur(RELATIES, gestuurd)) == {"nonFieldErrors": "unique"}


def test_drc_004_een_relatie_bestaat_eerst_bij_de_bron(dms: Systeem) -> None:
    document = maak(dms)
    zaak = registreer("anna", "parkeervergunning-bewoners")
    gestuurd = {"informatieobject": document["url"], "object": adres_van(zaak), "objectType": "zaak"}
    assert fouten(dms.stuur(RELATIES, gestuurd)) == {"nonFieldErrors": "inconsistent-relation"}
    koppel_document(zaak, rij_van(document))
    (relatie,) = dms.haal(f"{RELATIES}?object={adres_van(zaak)}&informatieobject={document['url']}").json()
    assert relatie == gestuurd | {"url": relatie["url"]}
    assert dms.haal(relatie["url"]).json() == relatie
    assert fouten(dms.verwijder(relatie["url"])) == {"nonFieldErrors": "inconsistent-relation"}


def test_een_relatie_met_een_verzoek_elders(dms: Systeem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verwijzing, "elders", lambda veld, url: None)
    document, verzoek = maak(dms), "https://elders.voorbeeld.nl/verzoeken/een"
    gestuurd = {"informatieobject": document["url"], "object": verzoek, "objectType": "verzoek"}
    gemaakt = dms.stuur(RELATIES, gestuurd)
    assert gemaakt.status_code == 201, gemaakt.content
    assert fouten(dms.stuur(RELATIES, gestuurd)) == {"nonFieldErrors": "unique"}
    assert dms.haal(f"{RELATIES}?object={verzoek}").json() == [gemaakt.json()]
    gevonden = dms.haal(f"{EIO}?objectinformatieobjecten_object={verzoek}&objectinformatieobjecten_objectType=verzoek")
    assert gevonden.json()["count"] == 1
    assert dms.haal(f"{EIO}?objectinformatieobjecten_objectType=besluit").json()["count"] == 0
    assert fouten(dms.verwijder(document["url"])) == {"nonFieldErrors": "pending-relations"}
    assert dms.verwijder(gemaakt.json()["url"]).status_code == 204
    assert dms.verwijder(document["url"]).status_code == 204


def test_een_zaak_met_veel_documenten_kost_niet_meer_statements(dms: Systeem) -> None:
    zaak = registreer("anna", "parkeervergunning-bewoners")

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert dms.haal(f"{RELATIES}?object={adres_van(zaak)}&expand=informatieobject").status_code == 200
        return len([v for v in gevraagd if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    eerst = tel()
    for _ in range(5):
        koppel_document(zaak, rij_van(maak(dms)))
    assert tel() == eerst <= 9


# -- scopes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scope", "verwacht"),
    [
        ("documenten.lezen", [200, 200, 403, 403, 403]),
        ("documenten.aanmaken", [403, 403, 201, 403, 403]),
        ("documenten.bijwerken", [403, 403, 403, 200, 403]),
        ("documenten.verwijderen", [403, 403, 403, 403, 204]),
    ],
)
@pytest.mark.parametrize("naam", ["gebruiksrechten", "verzendingen"])
def test_elke_scope_opent_wat_de_standaard_zegt(dms: Systeem, naam: str, scope: str, verwacht: list[int]) -> None:
    document = maak(dms)
    verzending = {
        "informatieobject": document["url"],
        "betrokkene": "https://voorbeeld.nl/betrokkenen/1",
        "aardRelatie": "afzender",
        "contactPersoon": "https://voorbeeld.nl/personen/1",
    }
    gestuurd = {"gebruiksrechten": recht(document), "verzendingen": verzending}[naam]
    url, adres = f"{DOCUMENTEN}/{naam}", dms.stuur(f"{DOCUMENTEN}/{naam}", gestuurd).json()["url"]
    wie = mag(systeem("ander"), scope)
    antwoorden = [
        wie.haal(url),
        wie.haal(adres),
        wie.stuur(url, gestuurd),
        wie.wijzig(adres, {}),
        wie.verwijder(adres),
    ]
    assert [a.status_code for a in antwoorden] == verwacht
    vreemd = mag(systeem("vreemd"), scope, tot="openbaar")  # this document is more confidential
    assert [vreemd.stuur(url, gestuurd).status_code, vreemd.wijzig(adres, {}).status_code] == [403, 403]


def test_wat_niet_klopt_krijgt_de_fouten_van_de_standaard(dms: Systeem) -> None:
    assert fouten(dms.stuur(RECHTEN, {})) == dict.fromkeys(
        ("informatieobject", "startdatum", "omschrijvingVoorwaarden"), "required"
    )
    weg = maak(dms)
    dms.verwijder(weg["url"])
    assert fouten(dms.stuur(RECHTEN, recht(weg))) == {"informatieobject": "bad-url"}

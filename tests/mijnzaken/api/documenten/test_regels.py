"""The rules of the standard for documents, by number, and what each scope opens."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Verwerkingsregel
from catalogus.models import Informatieobjecttype
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.aanmaken import koppel_document
from tests.fabrieken import REDEN, registreer
from tests.mijnzaken.api.documenten.conftest import Voltooid
from tests.mijnzaken.api.documenten.gedeeld import EIO, adres_van_soort, lijf, maak, mag, slot, soort, wijzig
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def concept() -> Informatieobjecttype:
    rij = soort()
    rij.pk, rij.uuid, rij.omschrijving, rij.concept = None, Document().uuid, "Nog niet klaar", True
    rij.save(force_insert=True)
    return rij


def test_drc_001_het_informatieobjecttype_bestaat_en_is_gepubliceerd(dms: Systeem) -> None:
    weg = "http://127.0.0.1:8000/catalogi/api/v1/informatieobjecttypen/6a2a6a3e-0000-4000-8000-000000000000"
    assert fouten(dms.stuur(EIO, lijf(informatieobjecttype=weg))) == {"informatieobjecttype": "bad-url"}
    anders = adres_van_soort().replace("informatieobjecttypen", "zaaktypen")
    assert fouten(dms.stuur(EIO, lijf(informatieobjecttype=anders))) == {"informatieobjecttype": "invalid-resource"}
    nieuw = adres_van_soort(concept())
    assert fouten(dms.stuur(EIO, lijf(informatieobjecttype=nieuw))) == {"informatieobjecttype": "not-published"}


def test_drc_005_wat_ontvangen_is_is_niet_in_bewerking(dms: Systeem) -> None:
    for status in ("in_bewerking", "ter_vaststelling"):
        gestuurd = lijf(ontvangstdatum="2026-03-01", status=status)
        assert fouten(dms.stuur(EIO, gestuurd)) == {"status": "invalid_for_received"}
    document = maak(dms, status="in_bewerking")
    lock = slot(dms, document)
    gewijzigd = dms.wijzig(document["url"], {"ontvangstdatum": "2026-03-01", "lock": lock})
    assert fouten(gewijzigd) == {"status": "invalid_for_received"}
    assert dms.haal(document["url"]).json()["versie"] == 1


def test_drc_006_de_indicatie_volgt_uit_de_gebruiksrechten(dms: Systeem) -> None:
    gestuurd = lijf(indicatieGebruiksrecht=True)
    assert fouten(dms.stuur(EIO, gestuurd)) == {"indicatieGebruiksrecht": "missing-gebruiksrechten"}
    document = maak(dms, indicatieGebruiksrecht=False)
    assert document["indicatieGebruiksrecht"] is False
    lock = slot(dms, document)
    gewijzigd = dms.wijzig(document["url"], {"indicatieGebruiksrecht": True, "lock": lock})
    assert fouten(gewijzigd) == {"indicatieGebruiksrecht": "missing-gebruiksrechten"}


def test_drc_007_de_vertrouwelijkheid_komt_van_het_type_of_wordt_gegeven(dms: Systeem) -> None:
    van_het_type = soort().get_vertrouwelijkheidaanduiding_display().replace(" ", "_")
    assert maak(dms)["vertrouwelijkheidaanduiding"] == van_het_type
    assert maak(dms, vertrouwelijkheidaanduiding="")["vertrouwelijkheidaanduiding"] == van_het_type
    assert maak(dms, vertrouwelijkheidaanduiding="geheim")["vertrouwelijkheidaanduiding"] == "geheim"


def test_het_spoor_van_een_document_is_te_lezen_met_een_eigen_scope(dms: Systeem) -> None:
    document = maak(dms)
    wijzig(dms, document, titel="Nieuw")
    spoor = dms.haal(f"{document['url']}/audittrail").json()
    assert [(regel["bron"], regel["actie"], regel["hoofdObject"]) for regel in spoor] == [
        ("drc", "create", document["url"]),
        ("drc", "partial_update", document["url"]),
    ]
    assert spoor[1]["wijzigingen"]["nieuw"]["titel"] == "Nieuw"
    assert dms.haal(f"{document['url']}/audittrail/{spoor[0]['uuid']}").json() == spoor[0]
    lezer, ander = mag(systeem("lezer"), "audittrails.lezen"), mag(systeem("ander"), "documenten.lezen")
    assert lezer.haal(f"{document['url']}/audittrail").json() == spoor
    assert ander.haal(f"{document['url']}/audittrail").status_code == 403


# -- scopes ------------------------------------------------------------------------------------------------------------


def ander(*scopes: str, tot: str = "zeer_geheim", van: Informatieobjecttype | None = None) -> Systeem:
    gemaakt = mag(systeem("ander"), *scopes, tot=tot, van=van)
    gemaakt.client = Voltooid()
    return gemaakt


def codes(wie: Systeem, document: dict[str, object]) -> dict[str, int]:
    """What each operation answers, without doing more than it may."""
    url = str(document["url"])
    return {
        "lijst": wie.haal(EIO).status_code,
        "lees": wie.haal(url).status_code,
        "kop": wie.vraag("HEAD", url).status_code,
        "download": wie.haal(f"{url}/download").status_code,
        "maak": wie.stuur(EIO, lijf()).status_code,
        "wijzig": wie.wijzig(url, {"titel": "x", "lock": "x"}).status_code,
        "slot": wie.stuur(f"{url}/lock", {}).status_code,
        "open": wie.stuur(f"{url}/unlock", {"lock": "y"}).status_code,
        "weg": wie.verwijder(url).status_code,
    }


NIETS = dict.fromkeys(("lijst", "lees", "kop", "download", "maak", "wijzig", "slot", "open", "weg"), 403)


@pytest.mark.parametrize(
    ("scope", "mag_dit"),
    [
        ("documenten.lezen", {"lijst": 200, "lees": 200, "kop": 200, "download": 200}),
        ("documenten.aanmaken", {"maak": 201}),
        ("documenten.bijwerken", {"wijzig": 400}),  # it may; the document is not locked
        ("documenten.geforceerd-bijwerken", {"wijzig": 400}),
        ("documenten.lock", {"slot": 200, "open": 400}),  # not without the key
        ("documenten.geforceerd-unlock", {"open": 204}),
        ("documenten.verwijderen", {"weg": 204}),
        ("zaken.lezen", {}),
    ],
)
def test_elke_scope_opent_wat_de_standaard_zegt(dms: Systeem, scope: str, mag_dit: dict[str, int]) -> None:
    document = maak(dms)
    assert codes(ander(scope), document) == NIETS | mag_dit


def test_een_scope_geldt_voor_een_soort_tot_een_hoogte(dms: Systeem) -> None:
    gewoon, geheim = maak(dms, vertrouwelijkheidaanduiding="openbaar"), maak(dms, vertrouwelijkheidaanduiding="geheim")
    wie = ander("documenten.lezen", "documenten.aanmaken", tot="intern")
    lijst = wie.haal(EIO).json()
    assert (lijst["count"], [d["url"] for d in lijst["results"]]) == (1, [gewoon["url"]])
    assert wie.haal(geheim["url"]).status_code == 403
    assert wie.stuur(EIO, lijf(vertrouwelijkheidaanduiding="geheim")).status_code == 403
    vreemd = mag(systeem("vreemd"), "documenten.lezen", van=concept())
    assert vreemd.haal(EIO).json()["count"] == 0
    assert vreemd.haal(gewoon["url"]).status_code == 403


def test_wie_bijwerkt_maakt_niets_wat_hij_niet_mag_zien(dms: Systeem) -> None:
    document = maak(dms, vertrouwelijkheidaanduiding="openbaar")
    wie = ander("documenten.bijwerken", "documenten.lock", tot="intern")
    lock = slot(wie, document)
    assert wie.wijzig(document["url"], {"vertrouwelijkheidaanduiding": "geheim", "lock": lock}).status_code == 403
    assert wie.wijzig(document["url"], {"titel": "Anders", "lock": lock}).status_code == 200


def test_een_document_van_een_afgeschermde_zaak_bestaat_niet(dms: Systeem) -> None:
    document = maak(dms)
    rij = Document.objects.systeem(REDEN).get()
    zaak = registreer("anna", "parkeervergunning-bewoners")
    koppel_document(zaak, rij)
    assert dms.haal(document["url"]).status_code == 200
    zaak.afgeschermd = True
    zaak.save(update_fields=["afgeschermd"])
    assert dms.haal(document["url"]).status_code == 404
    assert dms.haal(f"{document['url']}/download").status_code == 404
    assert dms.haal(f"{EIO}?identificatie={rij.identificatie}").json()["count"] == 0


def test_wie_leest_staat_in_het_logboek_van_de_betrokkene(dms: Systeem) -> None:
    document = maak(dms)
    rij = Document.objects.systeem(REDEN).get()
    zaak = registreer("anna", "parkeervergunning-bewoners")
    koppel_document(zaak, rij)
    assert rij.betrokken_partijen() == zaak.betrokken_partijen()
    voor = Verwerkingsregel.objects.count()
    dms.haal(document["url"])
    assert Verwerkingsregel.objects.count() == voor + 1
    dms.haal(f"{EIO}?identificatie={rij.identificatie}")
    assert Verwerkingsregel.objects.count() == voor + 2
    dms.haal(document["inhoud"])
    assert Verwerkingsregel.objects.count() == voor + 3
    wijzig(dms, document, titel="Nieuw")
    assert Verwerkingsregel.objects.count() == voor + 6  # locked, changed, unlocked


# -- statements --------------------------------------------------------------------------------------------------------


def test_een_lijst_een_document_en_een_nieuw_document_kosten_een_vast_aantal_statements(dms: Systeem) -> None:
    zaak = registreer("anna", "parkeervergunning-bewoners")
    for _ in range(3):
        uuid = maak(dms)["url"].rpartition("/")[2]
        koppel_document(zaak, Document.objects.systeem(REDEN).get(uuid=uuid))
    zaakadres = f"http://127.0.0.1:8000/zaken/api/v1/zaken/{zaak.uuid}"

    def tel(adres: str) -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert dms.haal(adres).status_code == 200
        return len([v for v in gevraagd if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    assert tel(f"{EIO}?objectinformatieobjecten_object={zaakadres}") <= 8
    assert tel(f"{EIO}?objectinformatieobjecten_object={zaakadres}&expand=informatieobjecttype") <= 8 + 3
    assert tel(f"{EIO}/{uuid}") <= 8
    with CaptureQueriesContext(connection) as gevraagd:
        maak(dms)
    assert len(gevraagd) <= 30, len(gevraagd)

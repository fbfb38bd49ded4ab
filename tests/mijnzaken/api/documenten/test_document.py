"""One document over the API: made, read, downloaded, changed under a lock version by version, removed."""

from typing import Any

import pytest

from autorisatie.models import Auditregel, Wijziging
from catalogus import klok
from mijnzaken.berichten.models import Bericht, Notificatie
from mijnzaken.documenten.models import Document, Documentversie, documentenopslag
from mijnzaken.zaken.aanmaken import koppel_document
from tests.fabrieken import REDEN, registreer
from tests.mijnzaken.api.documenten.gedeeld import EIO, TEKST, bytes_van, lijf, maak, slot, soort, wijzig
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_een_document_wordt_gemaakt_gelezen_en_gedownload(dms: Systeem) -> None:
    document = maak(dms, beschrijving="Over de dakkapel", trefwoorden=["dak", "brief"])
    assert (document["versie"], document["bestandsomvang"], document["locked"]) == (1, len(TEKST), False)
    assert document["integriteit"]["algoritme"] == "sha_256"
    assert document.pop("lock") == ""
    assert dms.haal(document["url"]).json() == document
    lijst = dms.haal(f"{EIO}?identificatie={document['identificatie']}").json()
    assert (lijst["count"], lijst["results"]) == (1, [document])
    gehaald = dms.haal(document["inhoud"])
    assert bytes_van(gehaald) == TEKST
    assert gehaald.headers["Content-Disposition"] == 'attachment; filename="brief.txt"'
    assert gehaald.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert gehaald.headers["Content-Length"] == str(len(TEKST))
    deel = dms.haal(document["inhoud"], Range="bytes=0-4")
    assert (deel.status_code, bytes_van(deel)) == (206, b"Beste")
    assert deel.headers["Content-Range"] == f"bytes 0-4/{len(TEKST)}"


def test_elk_veld_dat_wordt_gestuurd_staat_er_ook(dms: Systeem) -> None:
    gestuurd: dict[str, object] = {
        "identificatie": "D-2026-1",
        "vertrouwelijkheidaanduiding": "vertrouwelijk",
        "isGereedVoorPublicatie": True,
        "tonenAanInitiator": True,
        "status": "definitief",
        "inhoudIsVervallen": True,
        "link": "https://voorbeeld.nl/brief",
        "beschrijving": "Over de dakkapel",
        "ontvangstdatum": "2026-02-27",
        "verzenddatum": None,
        "indicatieGebruiksrecht": False,
        "verschijningsvorm": "brief",
        "ondertekening": {"soort": "digitaal", "datum": "2026-02-27"},
        "integriteit": {"algoritme": "md5", "waarde": "27a3d8", "datum": "2026-02-27"},
        "trefwoorden": ["dak"],
    }
    document = maak(dms, **gestuurd)
    assert {naam: document[naam] for naam in gestuurd} == gestuurd


def test_wijzigen_vraagt_een_slot_en_maakt_een_versie(dms: Systeem) -> None:
    document = maak(dms)
    assert fouten(dms.wijzig(document["url"], {"titel": "Nieuw", "lock": "x"})) == {"nonFieldErrors": "unlocked"}
    lock = slot(dms, document)
    assert fouten(dms.stuur(f"{document['url']}/lock", {})) == {"nonFieldErrors": "existing-lock"}
    assert fouten(dms.wijzig(document["url"], {"titel": "Nieuw"})) == {"nonFieldErrors": "missing-lock-id"}
    assert fouten(dms.wijzig(document["url"], {"titel": "Nieuw", "lock": "x"})) == {
        "nonFieldErrors": "incorrect-lock-id"
    }
    gewijzigd = dms.wijzig(document["url"], {"titel": "Nieuw", "lock": lock}).json()
    assert (gewijzigd["titel"], gewijzigd["versie"], gewijzigd["locked"]) == ("Nieuw", 2, True)
    assert bytes_van(dms.haal(gewijzigd["inhoud"])) == TEKST  # words changed, the content did not
    assert dms.stuur(f"{document['url']}/unlock", {"lock": lock}).status_code == 204
    assert not dms.haal(document["url"]).json()["locked"]
    assert Documentversie.objects.systeem(REDEN).exclude(bestand="").count() == 1


def test_elke_versie_is_te_lezen_met_nummer_en_moment(dms: Systeem, monkeypatch: pytest.MonkeyPatch) -> None:
    eerste = maak(dms, trefwoorden=["een"])
    eerste.pop("lock")
    begin = klok.nu()
    monkeypatch.setattr(klok, "nu", lambda: begin.replace(hour=begin.hour + 1))
    nieuw = {"titel": "Anders", "trefwoorden": ["twee"], "inhoud": "TmlldXc=", "bestandsomvang": 5}
    tweede = wijzig(dms, eerste, **nieuw)
    wijzig(dms, eerste, titel="Derde")
    assert dms.haal(eerste["url"]).json()["titel"] == "Derde"
    assert dms.haal(f"{eerste['url']}?versie=1").json() == eerste
    assert dms.haal(f"{eerste['url']}?versie=2").json() == tweede | {"locked": False}
    moment = begin.isoformat().replace("+", "%2B")
    assert dms.haal(f"{eerste['url']}?registratieOp={moment}").json() == eerste
    assert dms.haal(f"{eerste['url']}?versie=9").status_code == 404
    assert bytes_van(dms.haal(f"{eerste['url']}/download?versie=1")) == TEKST
    assert bytes_van(dms.haal(f"{eerste['url']}/download?versie=3")) == b"Nieuw"
    assert dms.haal(f"{eerste['url']}/download?versie=9").status_code == 404


def test_put_vervangt_het_geheel(dms: Systeem) -> None:
    document = maak(dms)
    lock = slot(dms, document)
    gestuurd = lijf(b"Twee", titel="Heel anders", lock=lock)
    antwoord = dms.vraag("PUT", document["url"], gestuurd)
    assert antwoord.status_code == 200, antwoord.content
    assert (antwoord.json()["titel"], antwoord.json()["bestandsomvang"]) == ("Heel anders", 4)
    del gestuurd["lock"]
    assert fouten(dms.vraag("PUT", document["url"], gestuurd)) == {"lock": "required"}


def test_met_geweld_gaat_een_slot_open_zonder_sleutel(dms: Systeem) -> None:
    document = maak(dms)
    slot(dms, document)
    assert dms.stuur(f"{document['url']}/unlock", {}).status_code == 204  # this one may do everything
    assert not dms.haal(document["url"]).json()["locked"]


def test_elke_schrijfactie_laat_een_spoor_en_een_notificatie_zonder_de_inhoud(dms: Systeem) -> None:
    document = maak(dms)
    wijzig(dms, document, titel="Nieuw")
    gemaakt, gewijzigd = Wijziging.objects.order_by("pk")
    assert (gemaakt.actie, gemaakt.bron, gemaakt.resource) == ("create", "drc", "enkelvoudiginformatieobject")
    assert (gewijzigd.oud["titel"], gewijzigd.nieuw["titel"]) == ("Brief", "Nieuw")
    assert "lock" not in gewijzigd.nieuw
    assert [(n.kanaal, n.actie) for n in Notificatie.objects.order_by("pk")] == [
        ("documenten", "create"),
        ("documenten", "partial_update"),
    ]
    assert set(Notificatie.objects.order_by("pk")[0].kenmerken) == {
        "bronorganisatie",
        "informatieobjecttype",
        "vertrouwelijkheidaanduiding",
    }
    handelingen = set(Auditregel.objects.filter(client_id="dms").values_list("handeling", flat=True))
    assert handelingen == {
        "document_aanmaken",
        "document_vergrendelen",
        "document_bijwerken",
        "document_ontgrendelen",
    }


def test_verwijderen_is_voorgoed(dms: Systeem) -> None:
    document = maak(dms)
    versie = Documentversie.objects.systeem(REDEN).get()
    assert documentenopslag().exists(versie.pad)
    assert dms.verwijder(document["url"]).status_code == 204
    assert dms.haal(document["url"]).status_code == 404
    assert not documentenopslag().exists(versie.pad)
    assert list(Wijziging.objects.values_list("actie", flat=True)) == ["destroy"]


def test_wat_bij_een_zaak_hoort_wordt_niet_verwijderd(dms: Systeem) -> None:
    document = maak(dms)
    rij = Document.objects.systeem(REDEN).get()
    koppel_document(registreer("anna", "parkeervergunning-bewoners"), rij)
    assert fouten(dms.verwijder(document["url"])) == {"nonFieldErrors": "pending-relations"}


def test_de_inwoner_ziet_het_document_en_krijgt_bericht_als_de_vlag_omgaat(dms: Systeem) -> None:
    document = maak(dms)
    rij = Document.objects.systeem(REDEN).get()
    koppel_document(registreer("anna", "parkeervergunning-bewoners"), rij)
    wijzig(dms, document, beschrijving="nog niet")
    gemeld = Bericht.objects.systeem(REDEN).filter(onderwerp__startswith="Er is een document bij uw zaak")
    assert not gemeld
    wijzig(dms, document, tonenAanInitiator=True)
    assert gemeld.all().count() == 1
    wijzig(dms, document, titel="Brief 2")
    assert gemeld.all().count() == 1


def test_bestandsomvang_is_waar(dms: Systeem) -> None:
    assert fouten(dms.stuur(EIO, lijf(TEKST, bestandsomvang=3))) == {"nonFieldErrors": "file-size"}
    zonder = lijf(TEKST)
    del zonder["bestandsomvang"]
    assert dms.stuur(EIO, zonder).json()["bestandsomvang"] == len(TEKST)


def test_een_document_kan_zonder_inhoud(dms: Systeem) -> None:
    document = maak(dms, None)
    assert (document["inhoud"], document["bestandsomvang"], document["locked"]) == (None, None, False)
    assert dms.haal(f"{document['url']}/download").status_code == 404
    leeg = maak(dms, b"")
    assert leeg["bestandsomvang"] == 0
    assert bytes_van(dms.haal(leeg["inhoud"])) == b""
    wijzig(dms, document, inhoud="TmlldXc=", bestandsomvang=5)
    assert bytes_van(dms.haal(f"{document['url']}/download")) == b"Nieuw"


def test_75_besmette_inhoud_komt_er_niet_uit(dms: Systeem) -> None:
    eicar = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    document = maak(dms, eicar)
    antwoord = dms.haal(document["inhoud"])
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "document-besmet")


def test_76_wat_nog_niet_is_gekeurd_wacht(dms: Systeem, settings: Any) -> None:
    settings.SCANNER, settings.CLAMD_ADRES = "clamd", "unix:/bestaat/niet"
    document = maak(dms)
    antwoord = dms.haal(document["inhoud"])
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "document-wacht-op-keuring")


def test_72_wat_te_groot_is_wordt_geweigerd(dms: Systeem, settings: Any) -> None:
    settings.MAX_BESTAND = 20
    assert fouten(dms.stuur(EIO, lijf(b"x" * 21))) == {"bestandsomvang": "max_value"}
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert dms.stuur(EIO, lijf(b"x" * 2000)).status_code == 413
    settings.MAX_DOCUMENT = 100
    assert dms.stuur(EIO, lijf(None, bestandsomvang=101)).status_code == 413  # the body itself is too long by now
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000
    assert fouten(dms.stuur(EIO, lijf(None, bestandsomvang=101))) == {"bestandsomvang": "max_value"}


def test_wat_niet_klopt_krijgt_de_fouten_van_de_standaard(dms: Systeem) -> None:
    assert fouten(dms.stuur(EIO, {})) == dict.fromkeys(
        ("bronorganisatie", "creatiedatum", "titel", "auteur", "taal", "informatieobjecttype"), "required"
    )
    assert fouten(dms.stuur(EIO, lijf() | {"inhoud": "geen base64!"})) == {"inhoud": "invalid"}
    maak(dms, identificatie="A1")
    assert fouten(dms.stuur(EIO, lijf(identificatie="A1"))) == {"identificatie": "identificatie-niet-uniek"}


def test_zoeken_met_uuids(dms: Systeem) -> None:
    een, twee, _drie = maak(dms), maak(dms), maak(dms)
    uuids = [document["url"].rpartition("/")[2] for document in (een, twee)]
    gevonden = dms.stuur(f"{EIO}/_zoek", {"uuid__in": uuids, "expand": "informatieobjecttype"})
    assert gevonden.status_code == 200, gevonden.content
    assert gevonden.json()["count"] == 2
    uitgevouwen = gevonden.json()["results"][0]["_expand"]["informatieobjecttype"]
    assert uitgevouwen["omschrijving"] == soort().omschrijving
    assert dms.stuur(f"{EIO}/_zoek", {}).status_code == 400

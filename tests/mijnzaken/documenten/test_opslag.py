"""Uploads are kept, become documents, and nothing stays behind."""

import hashlib
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from autorisatie.actor import Anoniem
from autorisatie.fouten import BestaatNiet
from catalogus import klok
from mijnzaken.documenten import bewaarplaats, keuren, opslag
from mijnzaken.documenten.models import Document, Documentversie, Keuringsstand, ObjectInformatieobject, Upload
from tests.mijnzaken.documenten import proefbestanden as proef
from tests.mijnzaken.documenten.proefbestanden import bestand, bestanden_in, document, maak_van, opnieuw

pytestmark = pytest.mark.django_db


def test_een_upload_bewaart_inhoud_soort_en_vingerafdruk(opslagmap: Path) -> None:
    inhoud = proef.pdf()
    upload = opslag.bewaar_upload(bestand(inhoud, "Mijn brief.pdf"), eigenaar="anna")
    assert (upload.bestandsnaam, upload.formaat, upload.bestandsomvang) == (
        "Mijn brief.pdf",
        "application/pdf",
        len(inhoud),
    )
    assert upload.sha256 == hashlib.sha256(inhoud).hexdigest()
    [pad] = bestanden_in(opslagmap)
    assert pad.read_bytes() == inhoud
    assert "brief" not in str(pad.relative_to(opslagmap))


def test_een_geweigerde_upload_laat_niets_achter(opslagmap: Path) -> None:
    with pytest.raises(opslag.Geweigerd) as fout:
        opslag.bewaar_upload(bestand(b"MZ\x90", "brief.pdf"), eigenaar="anna")
    assert fout.value.code == "programma"
    assert fout.value.reden == str(fout.value)
    assert not opslagmap.exists() or not bestanden_in(opslagmap)
    assert not Upload.objects.systeem("proef").exists()


def test_andermans_upload_bestaat_niet() -> None:
    upload = opslag.bewaar_upload(bestand(proef.pdf()), eigenaar="anna")
    assert opslag.upload_van("anna", upload.uuid) == upload
    with pytest.raises(BestaatNiet):
        opslag.upload_van("bram", upload.uuid)
    with pytest.raises(BestaatNiet):
        maak_van(str(upload.uuid), eigenaar="bram")
    assert opslag.uploads_van("bram") == {}


def test_een_eigenaar_kan_de_schijf_niet_vullen_met_kleine_bestanden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opslag, "MAX_UPLOADS", 2)
    for _keer in range(2):
        opslag.bewaar_upload(bestand(b"tekst", "a.txt"), eigenaar="anna")
    with pytest.raises(opslag.Geweigerd) as fout:
        opslag.bewaar_upload(bestand(b"tekst", "a.txt"), eigenaar="anna")
    assert fout.value.code == "te_veel"
    opslag.bewaar_upload(bestand(b"tekst", "a.txt"), eigenaar="bram")


def test_een_upload_wordt_een_document_in_quarantaine(opslagmap: Path) -> None:
    rij = document()
    assert (rij.keuring, rij.plaatser, rij.tonen_aan_initiator) == (Keuringsstand.WACHT, "inwoner", True)
    assert rij.ontvangstdatum == klok.vandaag()
    assert (rij.laatste.versie, rij.laatste.bestandsnaam) == (1, "brief.pdf")
    assert not Upload.objects.systeem("proef").exists()
    assert len(bestanden_in(opslagmap)) == 1


def test_een_gekeurde_upload_wordt_meteen_een_schoon_document() -> None:
    upload = opslag.bewaar_upload(bestand(proef.pdf()), eigenaar="anna")
    assert keuren.keur_upload(upload.pk) == Keuringsstand.SCHOON
    rij = opnieuw(maak_van(upload.uuid, eigenaar="anna"))
    assert rij.keuring == Keuringsstand.SCHOON
    assert rij.gekeurd_op is not None


def test_een_besmette_upload_wordt_een_besmet_document() -> None:
    upload = opslag.bewaar_upload(bestand(proef.EICAR, "a.txt"), eigenaar="anna")
    assert keuren.keur_upload(upload.pk) == Keuringsstand.BESMET
    rij = opnieuw(maak_van(upload.uuid, eigenaar="anna"))
    assert (rij.keuring, rij.keuring_bevinding) == (Keuringsstand.BESMET, "EICAR-testbestand")


def test_wat_wij_zelf_maken_is_schoon() -> None:
    rij = maak_van(proef.pdf(), bestandsnaam="Besluit 2026-0000001.pdf")
    assert (rij.keuring, rij.plaatser, rij.ontvangstdatum) == (Keuringsstand.SCHOON, "systeem", None)
    assert rij.laatste.bestandsnaam == "Besluit 2026-0000001.pdf"


def test_een_nieuwe_versie_gaat_eerst_weer_in_quarantaine() -> None:
    rij = document()
    keuren.keur(rij.pk)
    nieuw = opslag.bewaar_upload(bestand(proef.EICAR, "nieuw.txt"), eigenaar="anna")
    versie = opslag.nieuwe_versie(opnieuw(rij), nieuw.uuid, eigenaar="anna")
    assert (versie.versie, opnieuw(rij).keuring) == (2, Keuringsstand.WACHT)
    assert keuren.keur(rij.pk) == Keuringsstand.BESMET


def test_een_koppeling_is_uniek() -> None:
    rij, zaak = document(), uuid.uuid4()
    assert opslag.koppelen(rij, "zaak", zaak) == opslag.koppelen(rij, "zaak", zaak)
    with pytest.raises(IntegrityError), transaction.atomic():
        ObjectInformatieobject.objects.create(document=rij, object_type="zaak", object_uuid=zaak)


def test_documenten_zijn_alleen_langs_hun_zaak_te_bereiken() -> None:
    rij = document()
    assert Document.objects.een(Anoniem(), rij.uuid) is None
    assert Document.objects.een(proef.SYSTEEM, rij.uuid) == rij


@pytest.mark.parametrize(
    "velden",
    [
        {"vertrouwelijkheidaanduiding": 9},
        {"keuring": "schoon", "gekeurd_op": None},
        {"keuring": "vertrouwd"},
        {"status": "in_bewerking"},
        {"plaatser": "iemand"},
    ],
)
def test_de_database_weigert_een_rij_die_niet_kan(velden: dict[str, object]) -> None:
    rij = document()
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.systeem("proef").filter(pk=rij.pk).update(**velden)


def test_een_bestand_hoort_bij_een_versie() -> None:
    eerste = document().laatste
    with pytest.raises(IntegrityError), transaction.atomic():
        Documentversie.objects.create(
            document=eerste.document,
            versie=2,
            begin_registratie=klok.nu(),
            bestand=eerste.bestand.name,
            bestandsnaam="b",
            bestandsomvang=1,
            formaat="text/plain",
            integriteit_waarde="0",
            integriteit_datum=klok.vandaag(),
        )


def test_verlopen_uploads_worden_vernietigd_en_andere_niet(opslagmap: Path, django_capture_on_commit_callbacks) -> None:
    oud = opslag.bewaar_upload(bestand(b"oud", "a.txt"), eigenaar="anna")
    opslag.bewaar_upload(bestand(b"ook oud, maar er wordt aan gewerkt", "b.txt"), eigenaar="bram")
    straks = klok.nu() + opslag.UPLOAD_BLIJFT + timedelta(minutes=1)
    opslag.verleng_uploads("bram", straks + timedelta(days=30))
    with klok.op_moment(straks), django_capture_on_commit_callbacks(execute=True):
        assert keuren.ruim_op() == 1
    assert not Upload.objects.systeem("proef").filter(pk=oud.pk).exists()
    assert [pad.read_bytes() for pad in bestanden_in(opslagmap)] == [b"ook oud, maar er wordt aan gewerkt"]


def test_een_bestand_zonder_rij_wordt_gevonden_en_een_met_rij_blijft(opslagmap: Path) -> None:
    bewaard = document().laatste.bestand.name
    zwerver = bewaarplaats.schrijf([b"de transactie ging niet door"]).pad
    assert bewaarplaats.ruim_zwervers_op(klok.vandaag()) == 0  # too young: its row may still come
    dag = klok.vandaag()
    with klok.op_moment(klok.nu() + timedelta(days=3)):
        assert keuren.ruim_op() == 1
    assert bewaarplaats.ruim_zwervers_op(dag) == 0
    assert (opslagmap / bewaard).exists()
    assert not (opslagmap / zwerver).exists()

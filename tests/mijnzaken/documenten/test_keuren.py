"""Out of quarantine, with a scanner at the other end of a real socket."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from catalogus import klok
from mijnzaken import aanstoot
from mijnzaken.documenten import keuren, scanner, tasks
from mijnzaken.documenten.models import Keuringsstand
from mijnzaken.documenten.scanner import Clamav, ScannerOnbereikbaar, Uitslag
from tests.mijnzaken.documenten.nagebootste_clamd import Clamd, ClamdOpSocket, KapotteClamd, clamd
from tests.mijnzaken.documenten.proefbestanden import EICAR, document, opnieuw, pdf


@pytest.fixture
def server(settings) -> Iterator[Clamd]:
    with clamd(Clamd()) as server:
        settings.SCANNER, settings.CLAMD_ADRES = "clamd", server.adres
        yield server


def test_clamav_krijgt_het_hele_bestand_en_zijn_oordeel_telt(server: Clamd) -> None:
    groot = b"a" * 3_000_000
    assert Clamav(server.adres).keur(BytesIO(groot)) == (Uitslag.SCHOON, "")
    assert server.gezien == [groot]
    assert Clamav(server.adres).keur(BytesIO(groot + EICAR)) == (Uitslag.BESMET, "Eicar-Test-Signature")


def test_een_antwoord_dat_geen_oordeel_is_laat_het_bestand_wachten() -> None:
    with clamd(KapotteClamd()) as server, pytest.raises(ScannerOnbereikbaar):
        Clamav(server.adres).keur(BytesIO(b"a"))


def test_een_scanner_die_niet_antwoordt_houdt_niemand_langer_op_dan_de_tijd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "TIJD", 0.2)
    with socket.socket() as stil:
        stil.bind(("127.0.0.1", 0))
        stil.listen()
        with pytest.raises(ScannerOnbereikbaar):
            Clamav(f"tcp://127.0.0.1:{stil.getsockname()[1]}").keur(BytesIO(b"a"))


def test_een_unix_socket_is_ook_een_adres(tmp_path) -> None:
    adres = tmp_path / "clamd.ctl"
    with clamd(ClamdOpSocket(str(adres))):
        assert Clamav(f"unix:{adres}").keur(BytesIO(EICAR)) == (Uitslag.BESMET, "Eicar-Test-Signature")


def test_een_socket_die_er_niet_is_is_een_scanner_die_er_niet_is(tmp_path) -> None:
    with pytest.raises(ScannerOnbereikbaar):
        Clamav(f"unix:{tmp_path}/clamd.ctl").keur(BytesIO(b"a"))


def test_de_demoscanner_kent_eicar_ook_op_de_rand_van_een_stuk() -> None:
    demo = scanner.Demoscanner()
    assert demo.keur(BytesIO(b"a" * (65536 - 30) + EICAR)) == (Uitslag.BESMET, "EICAR-testbestand")
    assert demo.keur(BytesIO(b"a" * 200_000)) == (Uitslag.SCHOON, "")


def test_de_demoscanner_bestaat_niet_buiten_de_demo(settings) -> None:
    settings.DEMO = settings.TEST = False
    settings.SCANNER = "demo"
    with pytest.raises(ImproperlyConfigured, match="MIJNZAKEN_SCANNER"):
        scanner.scanner()


@pytest.mark.django_db(transaction=True)
def test_een_werker_hoort_van_een_bestand_na_de_transactie_en_niet_als_die_mislukt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gestuurd: list[str] = []
    monkeypatch.setattr(aanstoot, "_geef_mee", lambda taak, pk, koppen: gestuurd.append(taak.rpartition(".")[2]))
    with transaction.atomic():
        document()
        assert gestuurd == []
    assert gestuurd == ["keur_upload", "keur_document"]
    with transaction.atomic():
        document()
        transaction.set_rollback(True)
    assert gestuurd == ["keur_upload", "keur_document"]


@pytest.mark.django_db
class TestDocument:
    def test_schoon_en_besmet(self, server: Clamd) -> None:
        goed, fout = document(), document(EICAR, "a.txt")
        assert tasks.keur_wachtende() == 2
        assert (opnieuw(goed).keuring, opnieuw(fout).keuring) == (Keuringsstand.SCHOON, Keuringsstand.BESMET)
        assert opnieuw(fout).keuring_bevinding == "Eicar-Test-Signature"

    def test_tweemaal_keuren_is_eenmaal_oordelen(self, server: Clamd) -> None:
        rij = document()
        assert tasks.keur_document(rij.pk) == Keuringsstand.SCHOON
        gekeurd_op = opnieuw(rij).gekeurd_op
        assert tasks.keur_document(rij.pk) == ""
        assert (opnieuw(rij).gekeurd_op, len(server.gezien)) == (gekeurd_op, 1)

    def test_een_bestand_dat_weg_is_houdt_de_rest_niet_op(self, server: Clamd, opslagmap) -> None:
        weg, goed = document(), document(pdf("ander"))
        (opslagmap / weg.laatste.bestand.name).unlink()
        assert tasks.keur_wachtende() == 1
        assert (opnieuw(weg).keuring, opnieuw(goed).keuring) == (Keuringsstand.WACHT, Keuringsstand.SCHOON)

    def test_wat_te_lang_wacht_is_te_zien(self) -> None:
        document()
        assert keuren.wacht_te_lang() == 0
        with klok.op_moment(klok.nu() + timedelta(hours=2)):
            assert keuren.wacht_te_lang() == 1

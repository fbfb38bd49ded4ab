"""Files, in the situations that the program must survive; each test is named after its number."""

import resource
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import RequestFactory
from pypdf import PdfReader

from autorisatie.fouten import BestaatNiet
from mijnzaken.berichten.brieven import maak_brief
from mijnzaken.documenten import keuren, opslag, scanner, tasks
from mijnzaken.documenten.antwoord import antwoord
from mijnzaken.documenten.inspectie import schone_bestandsnaam
from mijnzaken.documenten.models import Document, Documentversie, Keuringsstand, Upload
from tests.mijnzaken.berichten.brievenbus import BRIEVEN
from tests.mijnzaken.documenten import proefbestanden as proef
from tests.mijnzaken.documenten.nagebootste_clamd import Clamd, clamd
from tests.mijnzaken.documenten.proefbestanden import (
    EICAR,
    INHOUDSTYPEN,
    MB,
    bestand,
    bestanden_in,
    document,
    keur,
    maak_van,
    opnieuw,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap")]
GRENS = b"grens"
DEEL_VOOR = b'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="film.pdf"\r\n\r\n'
DEEL_NA = b"\r\n--grens--\r\n"


def geopend(rij: Document) -> Any:
    """The answer that somebody gets who may read this document."""
    return antwoord(RequestFactory().get(f"/documenten/{rij.uuid}/"), rij.laatste)


# -- leaks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("norm", ["ua-1", "a-3a"])
def test_44_een_brief_noemt_in_zijn_gegevens_geen_medewerker_en_geen_map(norm: Any) -> None:
    for sjabloon, gegevens in BRIEVEN.items():
        pdf = maak_brief(sjabloon, gegevens, norm=norm)
        lezer = PdfReader(BytesIO(pdf))
        assert set(lezer.metadata) <= {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}
        assert lezer.metadata.author == "Gemeente Demostad"
        xmp = lezer.root_object["/Metadata"].get_object().get_data()
        for spoor in (str(instellingen.BASIS).encode(), b"/home/", b"sanne", b".typ"):
            assert spoor not in pdf
            assert spoor not in xmp


def test_44_wat_een_medewerker_toevoegt_noemt_hem_niet_ook_niet_in_de_gegevens() -> None:
    inhoud = proef.pdf_van("Sanne Bakker")
    assert b"Sanne" in inhoud
    rij = document(inhoud, plaatser="medewerker")
    keuren.keur(rij.pk)
    geleverd = b"".join(geopend(opnieuw(rij)))
    assert b"Sanne" not in geleverd
    assert PdfReader(BytesIO(geleverd)).metadata.title == "Advies"
    assert rij.laatste.bestandsomvang == len(geleverd)


# -- the web ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "naam", ["tekening.svg", "tekening.png", "pagina.html", "pagina.pdf", "notitie.txt", "lijst.csv"]
)
@pytest.mark.parametrize(
    "inhoud",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?>\n<svg/>',
        b"\xef\xbb\xbf  <!DOCTYPE html><script>alert(1)</script>",
        b"<!-- foto -->\n<html><body onload=alert(1)>",
        b"<?php system($_GET[0]);",
    ],
)
def test_65_svg_en_html_komen_niet_binnen_onder_welke_naam_ook(inhoud: bytes, naam: str) -> None:
    with pytest.raises(opslag.Geweigerd) as fout:
        opslag.bewaar_upload(bestand(inhoud, naam), eigenaar="anna")
    assert fout.value.code == "opmaak"


@pytest.mark.parametrize("formaat", ["image/svg+xml", "text/html", "application/xhtml+xml"])
def test_65_wat_langs_een_ander_systeem_toch_binnenkwam_wordt_nooit_getoond(formaat: str) -> None:
    """Over the ZGW APIs other systems bring documents of every kind."""
    reactie = geopend(maak_van(b"<script>alert(1)</script>", formaat=formaat, bestandsnaam="a.html"))
    assert reactie["Content-Disposition"].startswith("attachment")
    assert reactie["Content-Security-Policy"].startswith("sandbox")
    assert reactie["X-Content-Type-Options"] == "nosniff"


# -- files -----------------------------------------------------------------------------------------------------------


class Stroom:
    """A body that is made as it is read, so that 5 GB costs nothing here."""

    def __init__(self, omvang: int) -> None:
        self._delen = [DEEL_VOOR, *([b"\0" * 65536] * (omvang // 65536)), DEEL_NA]
        self._rest = b""
        self.gelezen = 0

    def read(self, aantal: int = -1) -> bytes:
        while self._delen and len(self._rest) < aantal:
            self._rest += self._delen.pop(0)
        stuk, self._rest = self._rest[:aantal], self._rest[aantal:]
        self.gelezen += len(stuk)
        return stuk

    readline = read


def verzoek(stroom: Stroom, omvang: int) -> Any:
    koppen = {
        "CONTENT_TYPE": "multipart/form-data; boundary=grens",
        "CONTENT_LENGTH": str(omvang),
        "wsgi.input": stroom,
    }
    return RequestFactory().generic("POST", "/mijn/", **koppen)


def test_72_vijf_gigabyte_wordt_afgebroken_zonder_een_byte_op_schijf(tmp_path: Path, settings) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    stroom = Stroom(10 * MB)
    with pytest.raises(RequestDataTooBig):  # Django answers it with 400 or 413 and reads no further
        _ = verzoek(stroom, 5 * 1024 * MB).FILES
    assert stroom.gelezen < MB
    assert not list(tmp_path.glob("*.upload*"))


def test_72_een_te_groot_bestand_neemt_niet_meer_ruimte_dan_er_mag_en_krijgt_een_zin(settings, opslagmap: Path) -> None:
    settings.MAX_BESTAND = 2 * MB
    stroom = Stroom(20 * MB)
    [gekomen] = verzoek(stroom, 20 * MB + len(DEEL_VOOR) + len(DEEL_NA)).FILES.values()
    gekomen.seek(0, 2)
    assert gekomen.tell() == 2 * MB + 1
    with pytest.raises(opslag.Geweigerd, match="hooguit 2 MB") as fout:
        opslag.bewaar_upload(gekomen, eigenaar="anna")
    assert fout.value.code == "te_groot"
    assert not opslagmap.exists()


def test_72_een_bestand_dat_mag_komt_heel_binnen(settings) -> None:
    settings.MAX_BESTAND = 2 * MB
    inhoud = b"a" * (2 * MB)
    verzoek_ = RequestFactory().post("/mijn/", {"bestand": SimpleUploadedFile("a.txt", inhoud)})
    upload = opslag.bewaar_upload(verzoek_.FILES["bestand"], eigenaar="anna")
    assert upload.bestandsomvang == len(inhoud)


def _liegende_bom() -> bytes:
    """A part that says to be small and is not."""
    eerlijk = proef.xlsx({"xl/groot.xml": b"\0" * (30 * MB)})
    echt, gelogen = struct.pack("<I", 30 * MB), struct.pack("<I", 1000)
    assert eerlijk.count(echt) >= 2
    return eerlijk.replace(echt, gelogen)


def _overlappende_bom() -> bytes:
    """Many names for the same bytes."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("[Content_Types].xml", INHOUDSTYPEN)
        archief.writestr("xl/workbook.xml", b"<workbook/>")
        archief.writestr("xl/kern.bin", bytes(range(256)) * 4000)
        kern = archief.getinfo("xl/kern.bin")
        for nummer in range(100):
            kopie = zipfile.ZipInfo(f"xl/kopie{nummer}.bin")
            for eigenschap in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(kopie, eigenschap, getattr(kern, eigenschap))
            archief.filelist.append(kopie)
            archief.NameToInfo[kopie.filename] = kopie
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud,naam,codes",
    [
        (proef.xlsx({"xl/groot.xml": b"\0" * (30 * MB)}), "lijst.xlsx", {"bom"}),
        (proef.xlsx({f"xl/{n}.xml": b"" for n in range(6000)}), "lijst.xlsx", {"bom"}),
        (proef.docx(word__embeddings__a=proef.xlsx({"xl/embeddings/b": proef.xlsx()})), "brief.docx", {"bom"}),
        (proef.docx(word__embeddings__a=proef.xlsx({"xl/g": b"\0" * (30 * MB)})), "brief.docx", {"bom"}),
        (_overlappende_bom(), "lijst.xlsx", {"bom", "beschadigd"}),
        (proef.png(60_000, 60_000), "foto.png", {"te_veel_pixels"}),
        (proef.png(2**31 - 1, 1), "foto.png", {"te_veel_pixels"}),
        (proef.jpeg(65_000, 65_000), "foto.jpg", {"te_veel_pixels"}),
        (proef.tiff(100_000, 100_000), "scan.tiff", {"te_veel_pixels"}),
        (proef.heic(100_000, 100_000), "foto.heic", {"te_veel_pixels"}),
        (proef.png(0, 10), "foto.png", {"te_veel_pixels"}),
    ],
)
def test_73_een_bom_wordt_aan_zijn_kop_herkend_en_niet_geopend(inhoud: bytes, naam: str, codes: set[str]) -> None:
    assert len(inhoud) < 2 * MB
    assert keur(inhoud, naam).code in codes


def test_73_een_bom_die_over_zijn_omvang_liegt_wordt_nooit_uitgepakt(monkeypatch: pytest.MonkeyPatch) -> None:
    gelezen = 0
    echt = zipfile.ZipExtFile.read

    def tellend(zelf: Any, aantal: int = -1) -> bytes:
        nonlocal gelezen
        stuk = echt(zelf, aantal)
        gelezen += len(stuk)
        return stuk

    monkeypatch.setattr(zipfile.ZipExtFile, "read", tellend)
    keur(_liegende_bom(), "lijst.xlsx")
    assert gelezen < 10_000


ARCHIEF = proef.pakket({"stiekem.txt": b"hallo"})


@pytest.mark.parametrize(
    "inhoud,naam,code",
    [
        (proef.pdf() + ARCHIEF, "brief.pdf", "twee_soorten"),
        (proef.jpeg() + ARCHIEF, "foto.jpg", "twee_soorten"),
        (proef.png() + ARCHIEF, "foto.png", "twee_soorten"),
        (proef.png() + b"staart", "foto.png", "twee_soorten"),
        (proef.png(tekst=b"<script>alert(1)</script>"), "foto.png", "twee_soorten"),
        (proef.jpeg() + b" " * (MB - 40) + b"<script src=//x>", "foto.jpg", "twee_soorten"),
        (proef.jpeg() + b"<?php system(1);", "foto.jpg", "twee_soorten"),
        (b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", "plaatje.gif", "soort"),
        (b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", "plaatje.png", "soort"),
        (b"rommel" + proef.docx(), "brief.docx", "soort"),
        (proef.docx(word__media__a=b"MZ\x90\x00"), "brief.docx", "twee_soorten"),
        (proef.docx(word__media__a=b"7z\xbc\xaf\x27\x1c"), "brief.docx", "twee_soorten"),
        (proef.pdf_met_bijlage(), "brief.pdf", "actief"),
    ],
)
def test_74_een_bestand_dat_ook_iets_anders_is_komt_niet_binnen(inhoud: bytes, naam: str, code: str) -> None:
    assert keur(inhoud, naam).code == code


def test_75_malware_eicar_wordt_nooit_geleverd_ook_niet_voor_de_keuring() -> None:
    rij = document(EICAR, "rekening.txt")
    with pytest.raises(BestaatNiet):
        geopend(rij)
    assert tasks.keur_document(rij.pk) == Keuringsstand.BESMET
    besmet = opnieuw(rij)
    assert besmet.keuring_bevinding == "EICAR-testbestand"
    with pytest.raises(BestaatNiet):
        geopend(besmet)


def test_75_malware_eicar_achter_een_schone_versie_houdt_ook_die_tegen() -> None:
    rij = document()
    tasks.keur_document(rij.pk)
    nieuw = opslag.bewaar_upload(bestand(EICAR, "nieuw.txt"), eigenaar="anna")
    opslag.nieuwe_versie(opnieuw(rij), nieuw)
    tasks.keur_document(rij.pk)
    oude = Documentversie.objects.systeem("proef").select_related("document").get(document=rij, versie=1)
    with pytest.raises(BestaatNiet):
        antwoord(RequestFactory().get("/"), oude)


def test_76_zolang_de_scanner_weg_is_wacht_het_bestand_zichtbaar_en_daarna_komt_het_vrij(settings) -> None:
    with clamd(Clamd()) as server:
        settings.SCANNER, settings.CLAMD_ADRES = "clamd", server.adres
    rij = document()
    assert tasks.keur_document(rij.pk) == Keuringsstand.WACHT
    assert tasks.keur_wachtende() == 0
    assert (opnieuw(rij).keuring, opnieuw(rij).get_keuring_display()) == (Keuringsstand.WACHT, "wacht op controle")
    with pytest.raises(BestaatNiet):
        geopend(opnieuw(rij))
    with clamd(Clamd()) as server:
        settings.CLAMD_ADRES = server.adres
        assert tasks.keur_wachtende() == 1
    assert b"".join(geopend(opnieuw(rij))).startswith(b"%PDF")


def test_76_een_scanner_die_weg_is_wordt_in_een_veegbeurt_eenmaal_gevraagd(monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd = 0

    class Weg:
        def keur(self, stroom: Any) -> Any:
            nonlocal gevraagd
            gevraagd += 1
            raise scanner.ScannerOnbereikbaar("weg")

    for _keer in range(3):
        document()
    monkeypatch.setattr(keuren, "scanner", Weg)
    assert tasks.keur_wachtende() == 0
    assert gevraagd == 1


@pytest.mark.parametrize(
    "naam,schoon",
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Windows\\brief.pdf", "brief.pdf"),
        ("brief\x00\r\nSet-Cookie: a=b.pdf", "brief Set-Cookie a=b.pdf"),
        ("factuur\u202egpj.pdf", "factuurgpj.pdf"),
        ("\u200bonzichtbaar\ufeff.pdf", "onzichtbaar.pdf"),
        ("....pdf", "pdf"),
        (".htaccess", "htaccess"),
        ("con.pdf", "_con.pdf"),
        ('a<b>:"|?*.pdf', "ab.pdf"),
        ("", "bestand"),
        ("///", "bestand"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
    ],
)
def test_77_een_naam_houdt_geen_pad_stuurteken_of_omkering(naam: str, schoon: str) -> None:
    assert schone_bestandsnaam(naam) == schoon


def test_77_een_naam_blijft_kort_en_houdt_zijn_extensie() -> None:
    kort = schone_bestandsnaam("a" * 5000 + ".pdf")
    assert len(kort) == 150
    assert kort.endswith(".pdf")


def test_77_een_gekke_naam_bepaalt_niet_waar_het_bestand_staat_of_wat_de_kop_zegt(opslagmap: Path) -> None:
    naar_buiten = SimpleUploadedFile("brief.pdf", proef.pdf())
    naar_buiten._name = "../../../../tmp/\u202egpj\r\nX-Kwaad: 1.pdf"  # what a hostile parser could let through
    upload = opslag.bewaar_upload(naar_buiten, eigenaar="anna")
    rij = maak_van(upload)
    keuren.keur(rij.pk)
    [pad] = bestanden_in(opslagmap)
    assert pad.is_relative_to(opslagmap)
    assert "kwaad" not in str(pad).lower()
    kop = geopend(opnieuw(rij))["Content-Disposition"]
    assert "\r" not in kop
    assert "\n" not in kop
    assert ".." not in kop
    assert "\u202e" not in kop


def test_78_een_pdf_met_een_wachtwoord_wordt_met_uitleg_geweigerd() -> None:
    bevinding = keur(proef.versleutelde_pdf("geheim"), "brief.pdf")
    assert bevinding.code == "wachtwoord"
    assert "wachtwoord" in bevinding.weigering
    assert keur(proef.versleutelde_pdf(""), "brief.pdf").weigering == ""  # opens for anyone; only printing is forbidden


@contextmanager
def schijf_vol_na(omvang: int) -> Iterator[None]:
    """The operating system really refuses to write further: as with a full disk, half a file is there by then."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (omvang, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def test_79_een_schijf_die_halverwege_vol_is_laat_niets_achter_en_zegt_wat_te_doen(opslagmap: Path) -> None:
    with schijf_vol_na(MB // 2), pytest.raises(opslag.Geweigerd, match="opnieuw") as fout:
        opslag.bewaar_upload(bestand(b"a" * MB, "a.txt"), eigenaar="anna")
    assert fout.value.code == "opslag"
    assert isinstance(fout.value.__cause__, OSError)
    assert bestanden_in(opslagmap) == []
    assert not Upload.objects.systeem("proef").exists()


def test_79_een_brief_die_niet_op_schijf_past_maakt_ook_geen_document(opslagmap: Path) -> None:
    with schijf_vol_na(1000), pytest.raises(OSError, match="large"), transaction.atomic():
        maak_van(b"a" * 5000)
    assert bestanden_in(opslagmap) == []
    assert not Document.objects.systeem("proef").exists()


def test_79_een_bestand_waarvan_de_rij_niet_lukt_laat_niets_achter(
    opslagmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(**_velden: Any) -> None:
        raise RuntimeError("de database is weg")

    monkeypatch.setattr(Upload.objects, "create", kapot)
    with pytest.raises(RuntimeError):
        opslag.bewaar_upload(bestand(b"tekst", "a.txt"), eigenaar="anna")
    assert bestanden_in(opslagmap) == []

"""What a file really is, and with which sentence it is refused."""

from io import BytesIO

import pytest

from mijnzaken.documenten.inspectie import EXTENSIES, PDF, keur_inhoud
from mijnzaken.documenten.pakket import DOCX, ODT, XLSX
from tests.mijnzaken.documenten import proefbestanden as proef
from tests.mijnzaken.documenten.proefbestanden import MB, keur


@pytest.mark.parametrize(
    "inhoud,naam,formaat",
    [
        (proef.pdf(), "brief.pdf", PDF),
        (proef.pdf(), "BRIEF.PDF", PDF),
        (proef.versleutelde_pdf(""), "alleen-niet-printen.pdf", PDF),
        (proef.png(), "foto.png", "image/png"),
        (proef.jpeg(), "foto.jpg", "image/jpeg"),
        (proef.jpeg(4000, 3000), "foto.jpeg", "image/jpeg"),
        (proef.tiff(), "scan.tif", "image/tiff"),
        (proef.heic(), "IMG_0001.heic", "image/heic"),
        (proef.docx(), "brief.docx", DOCX),
        (proef.xlsx(), "lijst.xlsx", XLSX),
        (proef.odt(), "brief.odt", ODT),
        (proef.docx(word__embeddings__tabel=proef.xlsx()), "brief met tabel.docx", DOCX),
        ("Geluid à 47 dB".encode(), "notitie.txt", "text/plain"),
        ("Geluid à 47 dB".encode("cp1252"), "notitie.txt", "text/plain"),
        ("Geluid à 47 dB".encode("utf-16"), "notitie.txt", "text/plain"),
        (b"naam;bedrag\r\nAnna;12\r\n", "lijst.csv", "text/csv"),
    ],
)
def test_wat_mag_komt_binnen_als_wat_het_is(inhoud: bytes, naam: str, formaat: str) -> None:
    bevinding = keur(inhoud, naam)
    assert (bevinding.weigering, bevinding.formaat) == ("", formaat)


@pytest.mark.parametrize(
    "inhoud,naam,code",
    [
        (b"", "leeg.pdf", "leeg"),
        (proef.pdf(), "brief.jpg", "extensie"),
        (proef.png(), "foto.pdf", "extensie"),
        (proef.docx(), "brief.xlsx", "extensie"),
        (proef.pdf(), "brief", "extensie"),
        (b"MZ\x90\x00\x03" + b"\0" * 200, "brief.pdf", "programma"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 200, "brief.docx", "programma"),
        (b"#!/bin/sh\nrm -rf /\n", "tekst.txt", "programma"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "brief.doc", "oud_office"),
        (b"GIF89a\x01\x00\x01\x00\x80", "plaatje.gif", "soort"),
        (b"\0\1\2\3\4" * 100, "rommel.txt", "soort"),
        (b"Geluid\x1b[31m", "terminal.txt", "soort"),
        (proef.pdf()[:200], "half.pdf", "beschadigd"),
        (proef.png()[:20], "half.png", "beschadigd"),
        (proef.jpeg()[:22], "half.jpg", "beschadigd"),
        (proef.docx()[:-30], "half.docx", "beschadigd"),
        (proef.pakket({"a.txt": b"a"}), "map.zip", "archief"),
        (proef.pakket({"a.txt": b"a"}), "brief.docx", "archief"),
        (proef.docx(word__vbaProject=b"x"), "brief.docx", "macro"),
        (proef.odt({"Basic/Standard/Module1.xml": b"x"}), "brief.odt", "macro"),
        (proef.pdf_met_script(), "brief.pdf", "actief"),
        (proef.pdf_met_bijlage(), "brief.pdf", "actief"),
    ],
)
def test_wat_niet_mag_wordt_met_een_reden_geweigerd(inhoud: bytes, naam: str, code: str) -> None:
    bevinding = keur(inhoud, naam)
    assert bevinding.code == code
    assert bevinding.formaat == ""
    assert bevinding.weigering.endswith(".")


def test_een_macro_in_de_inhoudstypen_wordt_gezien_ook_als_het_deel_anders_heet() -> None:
    stiekem = {
        "[Content_Types].xml": b'<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    }
    assert keur(proef.xlsx(stiekem), "lijst.xlsx").code == "macro"


def test_de_grens_is_de_laatste_byte_die_nog_mag() -> None:
    tekst = b"a" * (2 * MB)
    assert keur(tekst, "a.txt", grens=2 * MB).weigering == ""
    te_groot = keur(tekst + b"a", "a.txt", grens=2 * MB)
    assert te_groot.code == "te_groot"
    assert "2 MB" in te_groot.weigering


def test_een_lettersoort_op_de_rand_van_een_stuk_blijft_heel() -> None:
    assert keur(b"a" * (MB - 1) + "é".encode() * 10, "a.txt").formaat == "text/plain"


def test_het_bestand_staat_na_de_keuring_aan_het_begin() -> None:
    stroom = BytesIO(proef.pdf())
    keur_inhoud(stroom, "a.pdf", grens=MB)
    assert stroom.tell() == 0


def test_elke_toegestane_extensie_hoort_bij_een_soort() -> None:
    alle = [extensie for extensies in EXTENSIES.values() for extensie in extensies]
    assert len(alle) == len(set(alle))

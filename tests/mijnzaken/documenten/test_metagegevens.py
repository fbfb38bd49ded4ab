"""What a PDF tells about its maker."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from mijnzaken.documenten.metagegevens import zonder_maker
from tests.mijnzaken.documenten import proefbestanden as proef


def test_auteur_programma_en_geschiedenis_gaan_weg_en_de_titel_blijft() -> None:
    schoon = zonder_maker(BytesIO(proef.pdf_van("Sanne Bakker")))
    assert schoon is not None
    lezer = PdfReader(BytesIO(schoon))
    assert dict(lezer.metadata or {}) == {"/Title": "Advies", "/Producer": "Mijn Zaken"} | {
        naam: waarde for naam, waarde in (lezer.metadata or {}).items() if naam in ("/CreationDate", "/ModDate")
    }
    xmp = lezer.root_object["/Metadata"].get_object().get_data()
    assert b"Sanne" not in schoon
    assert b"Sanne" not in xmp
    assert b"Advies" in xmp
    assert "Hallo" in lezer.pages[0].extract_text()


def test_een_ondertekende_pdf_blijft_zoals_hij_is() -> None:
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(proef.pdf_van("Sanne Bakker"))))
    schrijver.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})
    uit = BytesIO()
    schrijver.write(uit)
    assert zonder_maker(uit) is None


def test_wat_niet_te_lezen_is_blijft_zoals_het_is() -> None:
    assert zonder_maker(BytesIO(b"%PDF-1.7 onzin")) is None

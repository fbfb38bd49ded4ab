"""How a document goes over the line."""

import pytest
from django.test import RequestFactory

from autorisatie.fouten import BestaatNiet
from mijnzaken.documenten.antwoord import antwoord
from mijnzaken.documenten.models import Documentversie, Keuringsstand
from tests.mijnzaken.documenten import proefbestanden as proef
from tests.mijnzaken.documenten.proefbestanden import document, maak_van

pytestmark = pytest.mark.django_db
INHOUD = b"0123456789"


def versie(inhoud: bytes = INHOUD, naam: str = "cijfers.txt", formaat: str = "text/plain") -> Documentversie:
    return maak_van(inhoud, bestandsnaam=naam, formaat=formaat).laatste


def vraag(rij: Documentversie, bereik: str = "", query: str = ""):
    koppen = {"HTTP_RANGE": bereik} if bereik else {}
    return antwoord(RequestFactory().get(f"/documenten/x/{query}", **koppen), rij)


def test_een_pdf_opent_in_de_browser_en_is_ook_te_bewaren() -> None:
    inhoud = proef.pdf()
    rij = versie(inhoud, "Besluit é.pdf", "application/pdf")
    reactie = vraag(rij)
    assert reactie["Content-Disposition"] == "inline; filename*=utf-8''Besluit%20%C3%A9.pdf"
    assert (reactie["Content-Type"], b"".join(reactie)) == ("application/pdf", inhoud)
    assert vraag(rij, query="?download=1")["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("formaat", ["text/plain", "text/html", "image/svg+xml", "text/csv", "application/zip"])
def test_alles_behalve_pdf_en_foto_wordt_bewaard_en_niet_getoond(formaat: str) -> None:
    assert vraag(versie(formaat=formaat))["Content-Disposition"].startswith("attachment")


def test_geen_browser_raadt_de_soort_of_voert_iets_uit_en_niets_bewaart_het() -> None:
    koppen = vraag(versie()).headers
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert koppen["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    "bereik,deel,kop",
    [
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=4-", b"456789", "bytes 4-9/10"),
        ("bytes=-2", b"89", "bytes 8-9/10"),
        ("bytes=8-99999", b"89", "bytes 8-9/10"),
        ("bytes=-99", INHOUD, "bytes 0-9/10"),
    ],
)
def test_een_deel_van_een_document(bereik: str, deel: bytes, kop: str) -> None:
    reactie = vraag(versie(), bereik)
    assert (reactie.status_code, reactie["Content-Range"], b"".join(reactie)) == (206, kop, deel)
    assert reactie["Content-Length"] == str(len(deel))


@pytest.mark.parametrize("bereik", ["bytes=10-", "bytes=7-3", "bytes=-0"])
def test_een_deel_dat_er_niet_is(bereik: str) -> None:
    reactie = vraag(versie(), bereik)
    assert (reactie.status_code, reactie["Content-Range"]) == (416, "bytes */10")


@pytest.mark.parametrize("bereik", ["bytes=a-b", "regels=0-1", "bytes=0-1,3-4", f"bytes=0-{'9' * 5000}", "bytes=-"])
def test_een_onleesbaar_bereik_geeft_het_geheel(bereik: str) -> None:
    reactie = vraag(versie(), bereik)
    assert (reactie.status_code, b"".join(reactie)) == (200, INHOUD)


@pytest.mark.parametrize("stand", [Keuringsstand.WACHT, Keuringsstand.BESMET, Keuringsstand.GEWEIGERD])
def test_wat_niet_schoon_is_gaat_nooit_de_deur_uit(stand: str) -> None:
    rij = document()
    rij.keuring = stand
    with pytest.raises(BestaatNiet):
        vraag(Documentversie(document=rij, versie=1, bestandsomvang=1, formaat="application/pdf"))

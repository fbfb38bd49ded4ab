"""A melding without log-in: who began it can finish it, nobody else can see it, and sending twice makes one zaak."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.documenten.proefbestanden import bestand, pdf
from tests.oidc.hulp import als

PAGINA = "/aanvragen/melding-openbare-ruimte/"


@pytest.fixture
def bezoeker(gemeente: None, db: None, op_maandag: datetime) -> Client:
    return Client()


@pytest.fixture
def begonnen(bezoeker: Client) -> str:
    antwoord = bezoeker.post(PAGINA)
    assert antwoord.status_code == 302
    return str(antwoord["Location"])


def _zaken() -> Any:
    return Zaak.objects.systeem(REDEN)


def _concept() -> Concept:
    return Concept.objects.systeem(REDEN).latest("pk")  # type: ignore[no-any-return]


def _antwoorden(formulier: Any) -> dict[str, Any]:
    """Something plausible for every question that must be answered."""
    data: dict[str, Any] = {}
    for veld in formulier:
        keuzes = [str(k) for k, _ in getattr(veld.field, "choices", []) if str(k)]
        if not veld.field.required:
            continue
        if hasattr(veld.field.widget, "widgets"):
            delen = veld.field.widget.get_context(veld.html_name, None, {})["widget"]["subwidgets"]
            waarden = {"postcode": "2900AB", "huisnummer": "12", "straat": "Spoorlaan", "woonplaats": "Demostad"}
            data |= {d["name"]: next((w for k, w in waarden.items() if k in d["name"]), "") for d in delen}
        elif keuzes:
            data[veld.html_name] = keuzes[0]
        elif veld.widget_type == "date":
            data[veld.html_name] = "2026-03-01"
        else:
            data[veld.html_name] = "Er ligt een stoeptegel los."
    return data


def _vul_in(client: Client, adres: str) -> str:
    """The whole form; the address of the page before sending."""
    for _ in range(10):
        pagina = client.get(adres)
        assert pagina.status_code == 200
        if "bestandvragen" not in pagina.context:
            return adres
        antwoord = client.post(adres, _antwoorden(pagina.context["form"]))
        assert antwoord.status_code == 302, antwoord.context["form"].errors
        adres = antwoord["Location"]
    raise AssertionError("het formulier komt niet aan zijn einde")


def test_melden_zonder_inloggen(bezoeker: Client, begonnen: str) -> None:
    controle = _vul_in(bezoeker, begonnen)
    assert "stoeptegel los" in bezoeker.get(controle).content.decode()
    antwoord = bezoeker.post(controle, {"indienen": "1"}, follow=True)
    zaak = _zaken().get()
    assert zaak.nummer in antwoord.content.decode()
    assert not zaak.rollen.filter(partij__isnull=False).exists()


def test_twee_keer_versturen_is_een_melding(bezoeker: Client, begonnen: str) -> None:
    controle = _vul_in(bezoeker, begonnen)
    een, twee = (bezoeker.post(controle, {"indienen": "1"}) for _ in range(2))
    assert een["Location"] == twee["Location"] == f"{PAGINA}ontvangen/"
    assert _zaken().count() == 1
    assert bezoeker.get(twee["Location"]).status_code == 200


def test_opslaan_vanzelf(bezoeker: Client, begonnen: str) -> None:
    pagina = bezoeker.get(begonnen)
    assert bezoeker.post(f"{begonnen}&bewaar=1", _antwoorden(pagina.context["form"])).json() == {"bewaard": True}
    assert _concept().lees_waarden()


@pytest.mark.parametrize("wie", ["", "anna"])
def test_melding_van_een_ander_bestaat_niet(bezoeker: Client, begonnen: str, wie: str) -> None:
    """Who is logged in is led to the begin of an own application."""
    ander = als(Client(), partij(wie)) if wie else Client()
    for antwoord in (ander.get(begonnen, follow=True), ander.post(begonnen, {"indienen": "1"}, follow=True)):
        assert antwoord.status_code == 404 or b"Beginnen" in antwoord.content
        assert wie or antwoord.status_code == 404
    adres = f"{PAGINA}bestand/?concept={_concept().uuid}&naam=foto"
    assert ander.post(adres, {"bestand": bestand(pdf())}).status_code == 404
    assert ander.get(f"{PAGINA}ontvangen/").status_code == 404


def test_wie_is_ingelogd_gaat_naar_zijn_eigen_omgeving(bezoeker: Client) -> None:
    assert als(bezoeker, partij("anna")).get(PAGINA)["Location"] == "/mijn/aanvragen/melding-openbare-ruimte/"


def test_wat_inloggen_vraagt_begint_niet_zonder(bezoeker: Client) -> None:
    antwoord = bezoeker.post("/aanvragen/subsidie-sanering-verkeerslawaai/")
    assert antwoord["Location"] == "/mijn/aanvragen/subsidie-sanering-verkeerslawaai/"
    assert not Concept.objects.systeem(REDEN).exists()


VIJANDIG = ["", "x" * 100_000, "<script>alert(1)</script>", "a\0b", "\u202efdp", "'; DROP TABLE x;--"]


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_wat_er_getypt_is_komt_terug(bezoeker: Client, begonnen: str, waarde: str) -> None:
    pagina = bezoeker.get(begonnen)
    namen = [veld.html_name for veld in pagina.context["form"]]
    antwoord = bezoeker.post(begonnen, dict.fromkeys(namen, waarde))
    assert antwoord.status_code in (302, 422)
    assert b"<script>alert(1)" not in antwoord.content
    assert bezoeker.get(begonnen).status_code == 200


ZOEKVRAGEN = [*VIJANDIG, "lawaai", "' OR 1=1 --", "& | ! ( ) : *", "%", "\\"]


@pytest.mark.parametrize("vraag", ZOEKVRAGEN)
def test_zoeken_naar_wat_dan_ook(bezoeker: Client, vraag: str) -> None:
    antwoord = bezoeker.get("/producten/", {"zoek": vraag})
    assert antwoord.status_code == 200
    assert b"<script>alert(1)" not in antwoord.content


@pytest.mark.parametrize("thema", ["bestaat-niet", "a\0b", "'", "x" * 3000])
def test_onderwerp_dat_er_niet_is(bezoeker: Client, thema: str) -> None:
    assert bezoeker.get("/producten/", {"thema": thema}).status_code in (200, 404)

"""Wrong, empty, far too long and hostile: every question of every form that a resident can open."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils.html import escape

from catalogus.models import Actie, Product
from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import REDEN, VANDAAG

SCRIPT = "<script>alert(1)</script>"
WAARDEN = {
    "leeg": "",
    "verkeerd": "-1,5 appels",
    "veel te lang": "x" * 100_000,
    "script": SCRIPT,
    "nul": "a\0b",
    "van rechts naar links": "\u202efdp.exe\u2066",
    "sql": "'; DROP TABLE zaken_zaak; --",
    "heel groot": "9" * 60,
    "dag die niet bestaat": "2026-02-31",
    "halve emoji": "\ud83d",
}
NIET_VAN_ONS = {"csrfmiddlewaretoken", "_wie", "vorige", "volgende", "later", "zoek"}


def _producten() -> list[str]:
    rijen = Product.objects.gepubliceerd_op(VANDAAG.date()).filter(
        kruistabel__actie=Actie.AANVRAGEN, kruistabel__proces__actief=True
    )
    return sorted({product.slug for product in rijen})


@pytest.mark.parametrize("soort", list(WAARDEN))
def test_elk_veld_van_elk_formulier(anna: Client, soort: str) -> None:
    slugs = _producten()
    assert len(slugs) > 8
    stappen = sum(_loop_langs(anna, slug, WAARDEN[soort]) for slug in slugs)
    assert stappen > 20
    assert not Zaak.objects.systeem(REDEN).exists()


def _loop_langs(client: Client, slug: str, waarde: str) -> int:
    """Every step of this form, with this value in every field of it; how many steps there were."""
    begin = client.post(f"/mijn/aanvragen/{slug}/")
    if "concept=" not in begin.get("Location", ""):
        return 0  # handled in another system, or not for somebody like this
    concept = Concept.objects.systeem(REDEN).latest("pk")
    nummer = 0
    for nummer in range(1, 12):
        adres = f"/mijn/aanvragen/{slug}/?concept={concept.uuid}&stap={nummer}"
        pagina = client.get(adres)
        assert pagina.status_code == 200
        if "bestandvragen" not in pagina.context:
            break
        antwoord = _stuur(client, adres, {n for n in _namen(pagina) if not n.endswith("_bestand")}, waarde)
        _houd(antwoord, waarde, f"{slug} stap {nummer}")
        assert client.get(adres).status_code == 200
    return nummer - 1


def _namen(pagina: Any) -> set[str]:
    return set(re.findall(r'<(?:input|textarea|select)[^>]* name="([^"]+)"', pagina.content.decode())) - NIET_VAN_ONS


def _stuur(client: Client, adres: str, namen: set[str], waarde: str) -> Any:
    """This value in every field, also when it is no proper text."""
    inhoud = urlencode(dict.fromkeys(namen, waarde), errors="surrogatepass")
    return client.post(adres, inhoud, content_type="application/x-www-form-urlencoded")


def _houd(antwoord: Any, waarde: str, waar: str) -> None:
    """On to the next step, or back with a message at the field and what was typed in it."""
    assert antwoord.status_code in (302, 422), waar
    if antwoord.status_code == 302:
        return
    tekst = antwoord.content.decode()
    assert SCRIPT not in tekst, waar
    formulier = antwoord.context["form"]
    assert formulier.errors or any(v["fout"] for v in antwoord.context["bestandvragen"]), waar
    for naam, fouten in formulier.errors.items():
        assert all(escape(fout) in tekst for fout in fouten), f"{waar}: {naam}"
        if formulier[naam].widget_type in ("text", "textarea", "email", "tel") and "\0" not in waarde:
            assert escape(formulier[naam].value() or "") in tekst, f"{waar}: {naam} is kwijt"


@pytest.mark.parametrize("waarde", [w for naam, w in WAARDEN.items() if naam != "halve emoji"])
def test_elke_vraag_in_het_adres(anna: Client, waarde: str) -> None:
    """What somebody types behind the question mark of a list."""
    for pagina in [
        "zaken",
        "berichten",
        "taken",
        "inzage",
        "contact",
        "contact/vraag",
        "producten",
        "machtigingen",
        "toestemming",
    ]:
        vraag = dict.fromkeys(("na", "voor", "toon", "zaak", "concept", "stap", "code"), waarde)
        antwoord = anna.get(f"/mijn/{pagina}/", vraag)
        assert antwoord.status_code in (200, 404, 422), pagina
        assert SCRIPT not in antwoord.content.decode(), pagina


FORMULIEREN = [
    "contact/vraag",
    "gegevens/adres",
    "gegevens/voorkeur",
    "machtigingen/aanbieden",
    "machtigingen/wissel",
    "toestemming",
]


@pytest.mark.parametrize("soort", list(WAARDEN))
@pytest.mark.parametrize("pagina", FORMULIEREN)
def test_elk_ander_formulier(anna: Client, pagina: str, soort: str) -> None:
    """Back with a message and what was typed; or, where nothing is typed, on to the page that it came from."""
    adres = f"/mijn/{pagina}/"
    namen = _namen(anna.get(adres)) | {"adres", "soort", "code", "post", "machtiging", "naar"}
    antwoord = _stuur(anna, adres, namen, WAARDEN[soort])
    assert antwoord.status_code in (200, 302, 404, 422)
    assert SCRIPT not in antwoord.content.decode()

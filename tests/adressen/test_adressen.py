"""Every address of the program, as every persona: they get what the table says, and nothing is missing from it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import resolve

from mijnzaken.voorbeeld.personas import PERSONAS
from tests.adressen.adressen import alle_patronen, lees_tabel, uitkomst, voorbeelden, vul_in

Binnen = Callable[[str], Client]
WIE = ["anoniem", *(persona.persona for persona in PERSONAS)]
NIET_HIER = {"static/", "inloggen/demo/", "demo/postvak/"}  # of the demo only; tests/autorisatie/inloggen has those

# One address of somebody else, and the same address of nothing at all, for who may open that kind of page.
VAN_EEN_ANDER = [
    ("bram", "/mijn/zaken/<zaak>/", "/mijn/zaken/<onbekend>/"),
    ("bram", "/mijn/zaken/<zaak>/taken/<taak>/", "/mijn/zaken/<onbekend>/taken/<taak>/"),
    ("bram", "/mijn/zaken/<zaak>/document/", "/mijn/zaken/<onbekend>/document/"),
    ("bram", "/mijn/zaken/<zaak>/intrekken/", "/mijn/zaken/<onbekend>/intrekken/"),
    ("bram", "/mijn/zaken/<zaak-met-besluit>/bezwaar/<besluit>/", "/mijn/zaken/<onbekend>/bezwaar/<besluit>/"),
    ("bram", "/mijn/berichten/<bericht>/", "/mijn/berichten/<onbekend>/"),
    ("bram", "/documenten/<document>/", "/documenten/<onbekend>/"),
    ("anoniem", "/documenten/<document>/", "/documenten/<onbekend>/"),
    ("mila", "/documenten/<document>/", "/documenten/<onbekend>/"),
    ("bram", "/mijn/aanvragen/subsidie-sanering-verkeerslawaai/?concept=<concept>",
     "/mijn/aanvragen/subsidie-sanering-verkeerslawaai/?concept=<onbekend>"),
    ("sanne", "/backoffice/zaken/<nummer-van-wil>/", "/backoffice/zaken/2026-9999999/"),
    ("joost", "/backoffice/zaken/<nummer-van-joost>/", "/backoffice/zaken/2026-9999999/"),
]  # fmt: skip
ALLEEN_POST = [
    ("bram", "/mijn/concepten/<concept>/weggooien/", "/mijn/concepten/<onbekend>/weggooien/"),
    ("anna", "/mijn/machtigingen/<machtiging-van-wil>/beeindigen/", "/mijn/machtigingen/<onbekend>/beeindigen/"),
    ("anna", "/mijn/machtigingen/<machtiging-van-wil>/aanvaarden/", "/mijn/machtigingen/<onbekend>/aanvaarden/"),
    ("anna", "/mijn/machtigingen/<machtiging-van-wil>/weigeren/", "/mijn/machtigingen/<onbekend>/weigeren/"),
    ("bram", "/mijn/zaken/<zaak>/upload/", "/mijn/zaken/<onbekend>/upload/"),
]


@pytest.mark.parametrize("wie", WIE)
def test_wat_de_tabel_zegt(binnen: Binnen, wie: str) -> None:
    client, waarden = binnen(wie), voorbeelden()
    anders = []
    for regel in lees_tabel():
        adres = vul_in(regel.adres, waarden)
        gekregen = uitkomst(client.get(adres))
        if gekregen != regel.antwoorden[wie]:
            anders.append(f"{regel.adres}: {gekregen} in plaats van {regel.antwoorden[wie]}")
    assert anders == []


@pytest.mark.parametrize("wie", ["anoniem", "anna", "sanne"])
def test_head_antwoordt_als_get(binnen: Binnen, wie: str) -> None:
    client, waarden = binnen(wie), voorbeelden()
    for regel in lees_tabel():
        if regel.adres.endswith("/terug/"):
            continue  # the way back from log-in is used once, by a GET
        antwoord = client.head(vul_in(regel.adres, waarden))
        assert uitkomst(antwoord) == regel.antwoorden[wie], regel.adres
        assert antwoord.getvalue() == b"", regel.adres


def test_elk_adres_staat_in_de_tabel(bewoond: None, db: None) -> None:
    waarden = voorbeelden()
    genoemd = {resolve(vul_in(regel.adres, waarden).partition("?")[0]).route for regel in lees_tabel()}
    assert {patroon for patroon in alle_patronen() if patroon not in NIET_HIER} - genoemd == set()


def test_elke_persona_staat_in_de_tabel() -> None:
    assert all(sorted(regel.antwoorden) == sorted(WIE) for regel in lees_tabel())


@pytest.mark.parametrize("wie,bestaat,bestaat_niet", VAN_EEN_ANDER)
def test_van_een_ander_is_niet_te_onderscheiden_van_niets(
    binnen: Binnen, wie: str, bestaat: str, bestaat_niet: str
) -> None:
    client, waarden = binnen(wie), voorbeelden()
    een, twee = (client.get(vul_in(adres, waarden)) for adres in (bestaat, bestaat_niet))
    assert een.status_code == twee.status_code == 404
    assert _kaal(een.content) == _kaal(twee.content)


@pytest.mark.parametrize("wie,bestaat,bestaat_niet", ALLEEN_POST)
def test_ook_wie_iets_stuurt_merkt_geen_verschil(binnen: Binnen, wie: str, bestaat: str, bestaat_niet: str) -> None:
    client, waarden = binnen(wie), voorbeelden()
    een, twee = (client.post(vul_in(adres, waarden)) for adres in (bestaat, bestaat_niet))
    assert een.status_code == twee.status_code == 404
    assert _kaal(een.content) == _kaal(twee.content)


def _kaal(inhoud: bytes) -> str:
    """Without what differs at every answer: tokens, and the address that was asked for."""
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", inhoud.decode())
    tekst = re.sub(r'nonce="[^"]*"|"X-CSRFToken": ?"[^"]*"', "", tekst)
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|2026-\d{7}", "", tekst)

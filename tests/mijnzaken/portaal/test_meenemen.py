"""What somebody filled in, as a file that he takes with him (AVG 20): all of it, and nothing of anybody else."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.handelingen.behandelen import gegeven_wijzigen, in_behandeling_nemen
from tests.fabrieken import burger, dien_in, gemachtigde, medewerker, partij, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]


def bestand(naam: str) -> dict[str, Any]:
    client = Client()
    als(client, burger(naam).partij)
    antwoord = client.get(reverse("mijn_gegevens_bestand"))
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "application/json"
    assert 'attachment; filename="mijn-gegevens.json"' in antwoord["Content-Disposition"]
    gelezen: dict[str, Any] = json.loads(antwoord.content)
    return gelezen


def test_alles_wat_iemand_zelf_invulde_staat_erin_en_wat_de_gemeente_erbij_schreef_niet() -> None:
    zaak = ververs(dien_in("anna"))
    (van_haar,) = bestand("anna")["zaken"]
    assert (van_haar["nummer"], van_haar["soort"]) == (zaak.nummer, "Parkeervergunning bewoners")
    waarden = {gegeven["naam"]: gegeven["waarde"] for gegeven in van_haar["gegevens"]}
    assert waarden["kenteken"] == "K-123-BB"
    in_behandeling_nemen(medewerker("vera"), zaak)
    gegeven_wijzigen(medewerker("vera"), ververs(zaak), "kenteken", "K-999-XX", reden="Verschreven.")
    assert "kenteken" not in {gegeven["naam"] for gegeven in bestand("anna")["zaken"][0]["gegevens"]}


def test_van_een_ander_staat_er_niets_in_ook_niet_in_een_zaak_die_men_volgt() -> None:
    van_bram = ververs(dien_in("bram", kenteken="B-999-RM"))
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    assert bestand("anna")["zaken"] == []
    assert "B-999-RM" in json.dumps(bestand("bram"))


def test_wie_voor_een_ander_handelt_krijgt_diens_bestand_niet() -> None:
    client = Client()
    adres = reverse("mijn_gegevens_bestand")
    assert client.get(adres).status_code == 302
    als(client, burger("bram").partij)
    assert client.post(adres).status_code == 405
    machtiging = gemachtigde("bram", "wil").machtiging
    assert machtiging is not None
    client.post(reverse("machtiging_wissel"), {"machtiging": str(machtiging.uuid)})
    assert client.get(adres).status_code == 404


def test_hoeveel_het_ook_is_het_kost_even_veel_vragen(django_assert_num_queries: Any) -> None:
    client = Client()
    als(client, burger("anna").partij)
    adres = reverse("mijn_gegevens_bestand")
    dien_in("anna")
    client.get(adres)
    with CaptureQueriesContext(connection) as eerst:
        client.get(adres)
    for nummer in range(3):
        dien_in("anna", kenteken=f"K-12{nummer}-BB")
    with django_assert_num_queries(len(eerst)):
        assert len(client.get(adres).json()["zaken"]) == 4


def test_mijn_gegevens_wijst_de_weg_naar_elk_recht_in_de_volgorde_van_de_wet() -> None:
    client = Client()
    als(client, burger("anna").partij)
    pagina = client.get(reverse("mijn_gegevens")).content.decode()
    slugs = (
        "inzage-persoonsgegevens",
        "persoonsgegevens-verbeteren",
        "persoonsgegevens-wissen",
        "gebruik-persoonsgegevens-beperken",
        "bezwaar-gebruik-persoonsgegevens",
    )
    plekken = [pagina.index(reverse("product", args=[slug])) for slug in slugs]
    assert plekken == sorted(plekken)

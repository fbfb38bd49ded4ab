"""A session ends after 15 minutes without activity, on the server, and can be made longer."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from autorisatie.models import Auditregel, Gebruiker, Partij
from autorisatie.tasks import ruim_op
from tests.oidc.hulp import als, later, open_formulier

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paginas")]


@pytest.mark.parametrize(("minuten", "status"), [(14, 200), (15, 302), (16, 302)])
def test_na_een_kwartier_stilte_is_de_sessie_voorbij(client: Client, anna: Partij, minuten: int, status: int) -> None:
    als(client, anna)
    with later(minuten):
        assert client.get("/mijn/brief/").status_code == status


def test_ook_voor_een_medewerker(client: Client, sanne: Gebruiker) -> None:
    als(client, sanne)
    with later(16):
        antwoord = client.get("/backoffice/bureau/")
        assert antwoord["Location"] == "/inloggen/medewerker/?next=%2Fbackoffice%2Fbureau%2F"
        assert "_auth_user_id" not in client.session


def test_activiteit_verlengt(client: Client, anna: Partij) -> None:
    als(client, anna)
    for minuten in (10, 20, 30):
        with later(minuten):
            assert client.get("/mijn/brief/").status_code == 200


def test_peilen_is_geen_activiteit(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(10):
        assert client.get("/mijn/teller/").status_code == 200
        assert client.get("/mijn/brief/", headers={"X-Peiling": "1"}).status_code == 200
        assert 290 < client.get("/sessie/").json()["seconden"] <= 300
    with later(15):
        assert client.get("/mijn/brief/").status_code == 302


def test_peilen_na_het_einde_stuurt_de_pagina_niet_weg(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(16):
        assert client.get("/mijn/brief/", headers={"X-Peiling": "1", "HX-Request": "true"}).status_code == 401
        assert client.get("/sessie/").json() == {"seconden": 0}


def test_verlengen_met_een_klik(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(14):
        antwoord = client.post("/sessie/verlengen/", headers={"Accept": "application/json"})
        assert 890 < antwoord.json()["seconden"] <= 900
    with later(28):
        assert client.get("/mijn/brief/").status_code == 200
    with later(60):
        te_laat = client.post("/sessie/verlengen/", headers={"Accept": "application/json"})
        assert (te_laat.status_code, te_laat.json()) == (401, {"seconden": 0})


def test_verlengen_zonder_script_gaat_terug_naar_de_pagina(client: Client, anna: Partij) -> None:
    als(client, anna)
    antwoord = client.post("/sessie/verlengen/", headers={"Referer": "http://testserver/mijn/brief/"})
    assert antwoord["Location"] == "/mijn/brief/"


def test_nooit_langer_dan_twaalf_uur(client: Client, anna: Partij) -> None:
    als(client, anna)
    for minuten in range(14, 12 * 60, 14):
        with later(minuten):
            assert client.get("/mijn/teller/").status_code == 200
            client.post("/sessie/verlengen/")
    with later(12 * 60 + 1):
        assert client.get("/mijn/brief/").status_code == 302


def test_wat_van_een_verlopen_sessie_blijft_noemt_niemand(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(16):
        client.get("/mijn/brief/")
    assert set(client.session.keys()) == {"verlopen"}
    assert set(client.session["verlopen"]) == {"wie", "soort", "middel", "machtiging"}


def test_een_verlopen_sessie_komt_niet_terug_als_de_klok_teruggaat(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(16):
        client.get("/mijn/brief/")
    assert client.get("/mijn/brief/").status_code == 302


def test_achter_het_inloggen_wordt_niets_bewaard_in_een_cache(client: Client, anna: Partij) -> None:
    als(client, anna)
    assert "no-store" in client.get("/mijn/brief/")["Cache-Control"]
    assert "no-store" in client.get("/open/")["Cache-Control"]
    assert "no-store" not in Client().get("/open/").get("Cache-Control", "")


def test_uitloggen_staat_in_het_logboek(client: Client, anna: Partij) -> None:
    als(client, anna).post("/uitloggen/")
    regel = Auditregel.objects.get(handeling="uitloggen")
    assert regel.partij_id == anna.pk


def test_uitloggen_in_een_vergeten_tabblad_van_een_ander(client: Client, anna: Partij, bram: Partij) -> None:
    als(client, anna)
    formulier = open_formulier(client, "/mijn/brief/")
    als(client, bram)
    assert client.post("/uitloggen/", formulier).status_code == 200
    assert "burger" not in client.session


def test_opruimen_haalt_oude_sessies_weg(client: Client, anna: Partij) -> None:
    als(client, anna)
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    ruim_op()
    assert not Session.objects.exists()


def test_al_ingelogd_gaat_meteen_verder(client: Client, anna: Partij) -> None:
    als(client, anna)
    assert client.get("/inloggen/", {"next": "/mijn/brief/"})["Location"] == "/mijn/brief/"


def test_een_partij_die_niet_meer_actief_is_draait_niet_in_een_kring(client: Client, anna: Partij) -> None:
    als(client, anna)
    Partij.objects.systeem("test").filter(pk=anna.pk).update(indicatie_actief=False)
    assert client.get("/mijn/brief/").status_code == 302
    assert client.get("/inloggen/").status_code == 200

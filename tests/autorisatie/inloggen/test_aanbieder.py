"""Log-in by each means, against a real OpenID provider."""

from typing import Any

import pytest
from django.test import Client, override_settings

from autorisatie.inloggen import eerste_keer
from autorisatie.models import Auditregel, Gebruiker, Partij
from tests.oidc.aanbieder import Aanbieder, Bezoeker
from tests.oidc.fixtures import (
    ANNA,
    HIER,
    MFA,
    SUBSTANTIEEL,
    begin,
    log_in,
    maak_partij,
    partij_met,
    vraag_van,
)
from tests.oidc.hulp import later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paginas", "middelen")]


def test_vraagt_code_met_state_nonce_pkce_en_niveau(client: Client) -> None:
    vraag = vraag_van(begin(client, "digid"))
    assert vraag["response_type"] == "code"
    assert vraag["code_challenge_method"] == "S256"
    assert len(vraag["state"]) >= 32
    assert len(vraag["nonce"]) >= 32
    assert vraag["redirect_uri"] == f"{HIER}/inloggen/digid/terug/"
    assert "PasswordProtectedTransport" not in vraag["acr_values"]  # lower than this means asks


def test_digid_bekende_inwoner(client: Client, aanbieder: Aanbieder) -> None:
    anna = maak_partij(ANNA, "Anna")
    antwoord = log_in(client, aanbieder, "digid", "anna", "?next=/mijn/zaken/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/mijn/zaken/")
    assert client.session["burger"] == {
        "partij": anna.pk,
        "middel": "digid",
        "betrouwbaarheid": 3,
        "namens": None,
        "machtiging": None,
    }
    assert client.session["sessie"]["acr"] == SUBSTANTIEEL


def test_digid_zonder_bestemming_naar_het_overzicht(client: Client, aanbieder: Aanbieder) -> None:
    assert log_in(client, aanbieder, "digid", "anna")["Location"] == "/mijn/"


def test_eerste_keer_maakt_een_partij_en_meldt_dat(
    client: Client, aanbieder: Aanbieder, monkeypatch: Any, django_capture_on_commit_callbacks: Any
) -> None:
    gemeld: list[int] = []
    monkeypatch.setattr(eerste_keer, "_werk", [gemeld.append])
    with django_capture_on_commit_callbacks(execute=True):
        log_in(client, aanbieder, "digid", "anna")
    anna = partij_met(ANNA)
    assert anna is not None
    assert gemeld == [anna.pk]
    with django_capture_on_commit_callbacks(execute=True):
        log_in(Client(), aanbieder, "digid", "anna")
    assert Partij.objects.systeem("test").count() == 1
    assert gemeld == [anna.pk]


def test_bsn_staat_nergens_leesbaar(client: Client, aanbieder: Aanbieder) -> None:
    antwoord = log_in(client, aanbieder, "digid", "anna")
    assert ANNA not in antwoord["Location"]
    assert ANNA not in str(dict(client.session))
    assert ANNA not in str(list(Auditregel.objects.values()))


@pytest.mark.parametrize("account", ["onzin", "leeg"])
def test_zonder_goed_bsn_geen_sessie(client: Client, aanbieder: Aanbieder, account: str) -> None:
    antwoord = log_in(client, aanbieder, "digid", account)
    assert antwoord.status_code == 400
    assert "Het inloggen is niet gelukt" in antwoord.content.decode()
    assert "burger" not in client.session
    assert Partij.objects.systeem("test").count() == 0


def test_wie_afbreekt_leest_dat_en_kan_opnieuw(client: Client, aanbieder: Aanbieder) -> None:
    antwoord = log_in(client, aanbieder, "digid", "wie-annuleert")
    assert antwoord.status_code == 200
    assert "U bent niet ingelogd" in antwoord.content.decode()
    assert "/inloggen/" in antwoord.content.decode()


def test_eherkenning_voor_de_hele_organisatie(client: Client, aanbieder: Aanbieder) -> None:
    aanbieder.geef("eherkenning", baas=_bedrijf())
    log_in(client, aanbieder, "eherkenning", "baas")
    partij = Partij.objects.systeem("test").get(pk=client.session["burger"]["partij"])
    assert (partij.kvk_nummer, partij.vestigingsnummer, partij.naam) == ("90004760", "", "Bakkerij De Korenaar B.V.")
    assert client.session["burger"]["betrouwbaarheid"] == 3


def test_eherkenning_beperkt_tot_een_vestiging(client: Client, aanbieder: Aanbieder) -> None:
    aanbieder.geef(
        "eherkenning", winkel=_bedrijf(**{"urn:etoegang:1.9:ServiceRestriction:Vestigingsnr": "000038509504"})
    )
    log_in(client, aanbieder, "eherkenning", "winkel")
    partij = Partij.objects.systeem("test").get(pk=client.session["burger"]["partij"])
    assert partij.vestigingsnummer == "000038509504"
    assert partij.vestiging_van is not None
    assert partij.vestiging_van.vestigingsnummer == ""


def test_eherkenning_vestiging_van_een_ander_bedrijf_wordt_geweigerd(client: Client, aanbieder: Aanbieder) -> None:
    vestiging = {"urn:etoegang:1.9:ServiceRestriction:Vestigingsnr": "000038509504"}
    aanbieder.geef("eherkenning", winkel=_bedrijf(**vestiging), dief=_bedrijf(kvk="90004761", **vestiging))
    log_in(client, aanbieder, "eherkenning", "winkel")
    ander = Client()
    assert log_in(ander, aanbieder, "eherkenning", "dief").status_code == 400
    assert "burger" not in ander.session


def test_eidas_met_en_zonder_bsn(client: Client, aanbieder: Aanbieder) -> None:
    maria = {"urn:etoegang:1.12:EntityConcernedID:PseudoID": "ES/NL/abc", "given_name": "María", "family_name": "Núñez"}
    aanbieder.geef(
        "eidas",
        maria={"acr": "http://eidas.europa.eu/LoA/high", "claims": {**maria, "birthdate": "1980-02-29"}},
        anna={
            "acr": "http://eidas.europa.eu/LoA/substantial",
            "claims": {"urn:etoegang:1.12:EntityConcernedID:BSN": ANNA},
        },
    )
    anna = maak_partij(ANNA, "Anna")
    log_in(client, aanbieder, "eidas", "maria")
    partij = Partij.objects.systeem("test").get(pk=client.session["burger"]["partij"])
    assert (partij.voornaam, partij.achternaam, partij.bsn) == ("María", "Núñez", None)
    assert str(partij.geboortedatum) == "1980-02-29"
    assert client.session["burger"]["betrouwbaarheid"] == 4
    log_in(client, aanbieder, "eidas", "anna")
    assert client.session["burger"]["partij"] == anna.pk


def test_medewerker_wordt_gebonden_aan_zijn_onderwerp(client: Client, aanbieder: Aanbieder, sanne: Gebruiker) -> None:
    antwoord = log_in(client, aanbieder, "medewerker", "sub-sanne")
    assert antwoord["Location"] == "/backoffice/"
    sanne.refresh_from_db()
    assert sanne.onderwerp_id == f"{aanbieder.basis}/medewerker|sub-sanne"
    assert client.session["sessie"]["acr"] == MFA
    aanbieder.geef("medewerker", **{"sub-ander": {"acr": MFA, "claims": {"preferred_username": "sanne"}}})
    assert log_in(Client(), aanbieder, "medewerker", "sub-ander").status_code == 403


@pytest.mark.parametrize("account", ["sub-vreemd", "sub-sann"])
@pytest.mark.usefixtures("sanne")
def test_medewerker_die_niet_bekend_is_krijgt_een_gewone_pagina(
    client: Client, aanbieder: Aanbieder, account: str
) -> None:
    antwoord = log_in(client, aanbieder, "medewerker", account)
    assert antwoord.status_code == 403
    assert "U hebt geen toegang" in antwoord.content.decode()
    assert "_auth_user_id" not in client.session


def test_medewerker_die_niet_meer_actief_is(client: Client, aanbieder: Aanbieder, sanne: Gebruiker) -> None:
    log_in(client, aanbieder, "medewerker", "sub-sanne")
    Gebruiker.objects.filter(pk=sanne.pk).update(is_active=False)
    assert client.get("/backoffice/").status_code in (302, 404)
    assert log_in(Client(), aanbieder, "medewerker", "sub-sanne").status_code == 403


@pytest.mark.usefixtures("sanne")
def test_uitloggen_eindigt_ook_bij_de_aanbieder(client: Client, aanbieder: Aanbieder) -> None:
    bezoeker = Bezoeker(aanbieder)
    client.get(bezoeker.ga(begin(client, "medewerker"), "sub-sanne").removeprefix(HIER))
    assert bezoeker.ga(begin(Client(), "medewerker")).startswith(f"{HIER}/inloggen/medewerker/terug/")  # still in
    elders = client.post("/uitloggen/").context["elders"]
    assert elders.startswith(f"{aanbieder.basis}/medewerker/session/end?")
    assert "id_token_hint" in elders
    assert bezoeker.uit(elders) == f"{HIER}/uitloggen/"
    with pytest.raises(AssertionError, match="vraagt om in te loggen"):
        bezoeker.ga(begin(Client(), "medewerker"))


def test_een_inwoner_toont_elke_keer_wie_hij_is(client: Client, aanbieder: Aanbieder) -> None:
    bezoeker = Bezoeker(aanbieder)
    client.get(bezoeker.ga(begin(client, "digid"), "anna").removeprefix(HIER))
    with pytest.raises(AssertionError, match="vraagt om in te loggen"):
        bezoeker.ga(begin(Client(), "digid"))


@pytest.mark.usefixtures("sanne")
def test_een_medewerker_ook_als_zijn_sessie_verliep(client: Client, aanbieder: Aanbieder) -> None:
    bezoeker = Bezoeker(aanbieder)
    client.get(bezoeker.ga(begin(client, "medewerker"), "sub-sanne").removeprefix(HIER))
    with later(16), pytest.raises(AssertionError, match="vraagt om in te loggen"):
        bezoeker.ga(begin(client, "medewerker"))


def test_id_token_met_kenmerken_gaat_niet_in_een_adres(client: Client, aanbieder: Aanbieder) -> None:
    claims = {"urn:etoegang:1.12:EntityConcernedID:BSN": ANNA}
    aanbieder.geef("eidas", anna={"acr": "http://eidas.europa.eu/LoA/high", "claims": claims})
    log_in(client, aanbieder, "eidas", "anna")
    assert "id_token" not in client.session["sessie"]
    assert "id_token_hint" not in client.post("/uitloggen/").context["elders"]


def test_aanbieder_onbereikbaar_geeft_een_bladzijde(client: Client, settings: Any) -> None:
    settings.INLOGMIDDELEN["digid"]["aanbieder"] = "http://127.0.0.1:9/digid"
    antwoord = client.get("/inloggen/digid/")
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"] == "300"
    assert "Inloggen kan nu niet" in antwoord.content.decode()


def test_zonder_cache_kan_iedereen_nog_inloggen(client: Client, aanbieder: Aanbieder) -> None:
    weg = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    with override_settings(CACHES={"default": weg}):
        assert log_in(client, aanbieder, "digid", "anna").status_code == 302


def test_beschrijving_van_een_andere_uitgever_wordt_niet_geloofd(
    client: Client, settings: Any, aanbieder: Aanbieder
) -> None:
    settings.INLOGMIDDELEN["digid"]["aanbieder"] = f"{aanbieder.basis.replace('127.0.0.1', 'localhost')}/digid"
    assert client.get("/inloggen/digid/").status_code == 503


def _bedrijf(kvk: str = "90004760", **meer: str) -> dict[str, Any]:
    return {
        "acr": "urn:etoegang:core:assurance-class:loa3",
        "claims": {
            "urn:etoegang:1.9:EntityConcernedID:KvKnr": kvk,
            "urn:etoegang:1.11:attribute-represented:CompanyName": "Bakkerij De Korenaar B.V.",
            "urn:etoegang:core:ActingSubjectID": "pseudo-1",
            **meer,
        },
    }

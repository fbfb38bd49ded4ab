"""The settings of the means: from the environment, and a sentence when they are wrong."""

from typing import Any

import environ
import pytest
from django.test import Client, RequestFactory

from autorisatie.inloggen import pogingen
from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.omgeving import lees
from autorisatie.inloggen.weigering import InlogWeigering

DIGID = {
    "MIJNZAKEN_OIDC_DIGID_AANBIEDER": "https://inloggen.example/digid/",
    "MIJNZAKEN_OIDC_DIGID_CLIENT_ID": "mijnzaken",
    "MIJNZAKEN_OIDC_DIGID_CLIENT_GEHEIM": "geheim",
}


@pytest.fixture
def omgeving(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for naam, waarde in DIGID.items():
        monkeypatch.setenv(naam, waarde)
    return monkeypatch


def test_alleen_wat_de_omgeving_noemt(omgeving: pytest.MonkeyPatch) -> None:
    middelen = lees(environ.Env())
    assert list(middelen) == ["digid"]
    assert middelen["digid"]["aanbieder"] == "https://inloggen.example/digid"
    assert middelen["digid"]["niveau"] == 2


def test_claims_en_niveaus_zijn_te_vervangen(omgeving: pytest.MonkeyPatch) -> None:
    omgeving.setenv("MIJNZAKEN_OIDC_DIGID_CLAIM_BSN", "bsn")
    omgeving.setenv("MIJNZAKEN_OIDC_DIGID_ACR", "urn:laag=2, urn:hoog=4")
    middel = Middel("digid", lees(environ.Env())["digid"])
    assert middel.claim("bsn") == "bsn"
    assert middel.niveau_van("urn:hoog") == 4
    assert middel.niveau_van("onbekend") == 0
    assert middel.acr_vanaf(3) == ["urn:hoog"]


@pytest.mark.parametrize(
    ("naam", "waarde", "zin"),
    [
        ("CLIENT_ID", "", "MIJNZAKEN_OIDC_DIGID_CLIENT_ID ontbreekt"),
        ("CLIENT_GEHEIM", "", "MIJNZAKEN_OIDC_DIGID_CLIENT_GEHEIM ontbreekt"),
        ("ALG", "none", "openbare sleutel"),
        ("ALG", "HS256", "openbare sleutel"),
        ("NIVEAU", "5", "1, 2, 3 of 4"),
        ("ACR", "urn:hoog", "waarde=niveau"),
        ("ACR", "urn:hoog=9", "waarde=niveau"),
    ],
)
def test_een_foute_instelling_houdt_de_start_tegen(
    omgeving: pytest.MonkeyPatch, naam: str, waarde: str, zin: str
) -> None:
    omgeving.setenv(f"MIJNZAKEN_OIDC_DIGID_{naam}", waarde)
    with pytest.raises(SystemExit, match=zin):
        lees(environ.Env())


@pytest.mark.django_db
@pytest.mark.usefixtures("paginas")
def test_een_middel_dat_er_niet_is_bestaat_niet(client: Client, settings: Any) -> None:
    settings.INLOGMIDDELEN, settings.DEMO = {}, False
    assert client.get("/inloggen/digid/").status_code == 404
    assert client.get("/inloggen/digid/terug/").status_code == 404
    assert client.get("/inloggen/medewerker/").status_code == 404


def test_de_grens_telt_per_adres_en_per_soort() -> None:
    mijn, ander = (RequestFactory().get("/", REMOTE_ADDR=adres) for adres in ("192.0.2.1", "192.0.2.2"))
    for _ in range(pogingen.GRENZEN["mislukt"][0]):
        pogingen.houd_tegen(mijn, "mislukt")
        pogingen.tel(mijn, "mislukt")
    with pytest.raises(InlogWeigering, match="te_vaak"):
        pogingen.houd_tegen(mijn, "begin", "mislukt")
    pogingen.houd_tegen(mijn, "demo")
    pogingen.houd_tegen(ander, "mislukt")

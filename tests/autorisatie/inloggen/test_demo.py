"""Log-in as a persona: in the demo only."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.cache import cache
from django.test import Client
from django.urls import clear_url_caches

from autorisatie.inloggen import pogingen
from autorisatie.models import Gebruiker, Partij
from mijnzaken.voorbeeld.personas import OP_NAAM, PERSONAS, partij_uuid

WORTEL = Path(__file__).resolve().parents[3]
CONTRACT = "anna bram wil korenaar sanne karim tess joost mila omar petra ruud saskia fleur henk"


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEMO = True
    settings.INLOGMIDDELEN = {}
    settings.ROOT_URLCONF = "tests.autorisatie.inloggen.demopaginas"
    clear_url_caches()


def _partij(persona: str, **velden: str) -> Partij:
    partij = Partij(uuid=partij_uuid(persona), **velden)
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


def test_alle_personas_van_het_contract_en_wie_verzoeken_over_gegevens_doet() -> None:
    assert " ".join(OP_NAAM) == f"{CONTRACT} lotte hugo"
    assert OP_NAAM["mila"].landing == "/backoffice/14070/"
    assert len({een.partij_uuid for een in PERSONAS}) == 17


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_de_lijst_en_inloggen_als_inwoner(client: Client) -> None:
    anna = _partij("anna", soort_partij="persoon", voornaam="Anna", achternaam="Vries")
    assert "Log in als Anna de Vries" in client.get("/inloggen/demo/").content.decode()
    antwoord = client.post("/inloggen/demo/", {"persona": "anna"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/mijn/")
    assert client.session["burger"]["partij"] == anna.pk


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_een_organisatie_komt_met_eherkenning(client: Client) -> None:
    _partij("korenaar", soort_partij="organisatie", organisatienaam="Bakkerij", kvk_nummer="90004760")
    client.post("/inloggen/demo/", {"persona": "korenaar"})
    assert client.session["burger"]["middel"] == "eherkenning"


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_een_medewerker_en_terug_naar_waar_hij_was(client: Client) -> None:
    Gebruiker.objects.create(gebruikersnaam="sanne", achternaam="Sanne")
    assert client.post("/inloggen/demo/", {"persona": "sanne"})["Location"] == "/backoffice/"
    antwoord = client.post("/inloggen/demo/", {"persona": "sanne", "next": "/backoffice/zaken/"})
    assert antwoord["Location"] == "/backoffice/zaken/"
    assert client.post("/inloggen/demo/", {"persona": "sanne", "next": "//kwaad.example"})["Location"] == "/backoffice/"


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("persona", "status"), [("", 422), ("admin", 422), ("ANNA", 422), ("x" * 9999, 422), ("tess", 409)]
)
def test_wie_er_niet_is_logt_niet_in(client: Client, persona: str, status: int) -> None:
    antwoord = client.post("/inloggen/demo/", {"persona": persona})
    assert antwoord.status_code == status
    assert not set(client.session.keys()) & {"burger", "_auth_user_id"}


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_de_knoppen_van_inloggen_leiden_naar_de_personas(client: Client) -> None:
    inhoud = client.get("/inloggen/?next=/mijn/zaken/").content.decode()
    for middel in ("digid", "eherkenning", "eidas"):
        assert f'href="/inloggen/{middel}/?next=%2Fmijn%2Fzaken%2F"' in inhoud
    assert client.get("/inloggen/digid/?next=/mijn/")["Location"] == "/inloggen/demo/?next=%2Fmijn%2F"
    assert client.get("/inloggen/medewerker/")["Location"] == "/inloggen/demo/"


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_wie_te_vaak_wisselt_moet_wachten(client: Client, monkeypatch: Any) -> None:
    cache.clear()
    monkeypatch.setitem(pogingen.GRENZEN, "demo", (2, 60))
    statussen = [client.post("/inloggen/demo/", {"persona": "anna"}).status_code for _ in range(3)]
    cache.clear()
    assert statussen == [409, 409, 429]


def _buiten_de_demo(code: str) -> subprocess.CompletedProcess[str]:
    """Run this where neither demo nor test is set, with everything that production needs."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MIJNZAKEN_")}
    sleutel = Fernet.generate_key().decode()
    omgeving |= {
        "MIJNZAKEN_DEMO": "0",
        "MIJNZAKEN_TEST": "0",
        "MIJNZAKEN_VAR": "/nonexistent",
        "SECRET_KEY": "s" * 60,
        "MIJNZAKEN_SLEUTELS": sleutel,
        "MIJNZAKEN_ZOEKSLEUTEL": "z" * 40,
        "MIJNZAKEN_HOSTS": "mijn.demostad.example",
        "DATABASE_URL": "postgres://niemand@127.0.0.1:1/niets",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "MIJNZAKEN_EMAIL_URL": "smtp://127.0.0.1:1",
        "MIJNZAKEN_BASISADRES": "https://mijn.demostad.example",
        "DJANGO_SETTINGS_MODULE": "mijnzaken.settings",
    }
    opdracht = f"import django; django.setup()\n{code}"
    return subprocess.run([sys.executable, "-c", opdracht], cwd=WORTEL, env=omgeving, capture_output=True, text=True)


def test_buiten_de_demo_bestaat_het_adres_niet() -> None:
    gedaan = _buiten_de_demo(
        "from django.urls import resolve, Resolver404\n"
        "try: resolve('/inloggen/demo/')\n"
        "except Resolver404: print('bestaat niet')"
    )
    assert gedaan.stdout.strip() == "bestaat niet", gedaan.stderr


def test_buiten_de_demo_weigert_de_module() -> None:
    gedaan = _buiten_de_demo("import mijnzaken.voorbeeld.inloggen")
    assert gedaan.returncode != 0
    assert "alleen in de demo" in gedaan.stderr

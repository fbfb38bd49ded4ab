"""Settings fail closed: what is missing has a name, and what belongs to the demo stays in the demo."""

import json
import os
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet

from mijnzaken.start.plaats import BASIS

PRODUCTIE = {
    "SECRET_KEY": "een-lange-willekeurige-sleutel-die-alleen-in-deze-test-staat",
    "DATABASE_URL": "postgresql://mijnzaken@db.example/mijnzaken",
    "REDIS_URL": "redis://redis.example/0",
    "MIJNZAKEN_SLEUTELS": Fernet.generate_key().decode(),
    "MIJNZAKEN_ZOEKSLEUTEL": "een-andere-lange-sleutel",
    "MIJNZAKEN_HOSTS": "mijn.demostad.example",
    "MIJNZAKEN_VAR": "/var/lib/mijnzaken-in-productie",
    "MIJNZAKEN_EMAIL_URL": "smtp://mail.example:25",
}
VRAAG = """
import json, sys
from mijnzaken import settings
print(json.dumps({naam: getattr(settings, naam) for naam in sys.argv[1:]}, default=str))
"""


def laad(omgeving: dict[str, str], *namen: str) -> subprocess.CompletedProcess[str]:
    """The settings in a process of their own, with nothing but ``omgeving``."""
    schoon = {"PATH": os.environ["PATH"], "PYTHONPATH": str(BASIS), "MIJNZAKEN_ENVBESTAND": "", **omgeving}
    return subprocess.run(
        [sys.executable, "-c", VRAAG, *namen], env=schoon, cwd="/", capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("naam", sorted(PRODUCTIE))
def test_een_ontbrekende_instelling_stopt_de_start_met_een_zin_die_haar_noemt(naam: str) -> None:
    klaar = laad({sleutel: waarde for sleutel, waarde in PRODUCTIE.items() if sleutel != naam})
    assert klaar.returncode == 1
    assert naam in klaar.stderr
    assert klaar.stderr.count("\n") == 1
    assert "Traceback" not in klaar.stderr


def test_in_productie_gaat_niets_over_http_en_staat_niets_open() -> None:
    klaar = laad(
        PRODUCTIE,
        *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "DEBUG"),
        *("SECURE_HSTS_SECONDS", "CONTENT_SECURITY_POLICY", "DEMO", "SCANNER", "INSTALLED_APPS", "ALLOWED_HOSTS"),
    )
    assert klaar.returncode == 0, klaar.stderr
    stand = json.loads(klaar.stdout)
    for naam in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert stand[naam] is True, naam
    assert stand["DEBUG"] is False
    assert stand["SECURE_HSTS_SECONDS"] >= 31536000
    assert stand["ALLOWED_HOSTS"] == ["mijn.demostad.example"]
    assert stand["SCANNER"] != "demo"
    assert "mijnzaken.voorbeeld" not in stand["INSTALLED_APPS"]
    beleid = stand["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert beleid["default-src"] == ["'none'"]
    assert beleid["script-src"] == ["'self'"]
    assert beleid["style-src"] == ["'self'"]
    assert "unsafe" not in json.dumps(beleid)


@pytest.mark.parametrize("schakelaar", ["MIJNZAKEN_DEMO", "MIJNZAKEN_TEST"])
def test_demo_en_proef_gaan_niet_samen_met_een_adres_buiten_deze_machine(schakelaar: str) -> None:
    klaar = laad({**PRODUCTIE, schakelaar: "1"})
    assert klaar.returncode == 1
    assert schakelaar in klaar.stderr
    assert klaar.stderr.count("\n") == 1


def test_alleen_postgresql_is_een_database() -> None:
    klaar = laad({**PRODUCTIE, "DATABASE_URL": "sqlite:////tmp/x.db"})
    assert klaar.returncode == 1
    assert "DATABASE_URL" in klaar.stderr


def test_de_demo_maakt_haar_sleutels_een_keer_en_voor_zichzelf(tmp_path) -> None:
    demo = {"MIJNZAKEN_DEMO": "1", "MIJNZAKEN_VAR": str(tmp_path), "DATABASE_URL": PRODUCTIE["DATABASE_URL"]}
    eerste, tweede = (laad(demo, "SECRET_KEY", "SLEUTELS", "ZOEKSLEUTEL") for _ in range(2))
    assert eerste.returncode == 0, eerste.stderr
    assert eerste.stdout == tweede.stdout
    sleutels = list((tmp_path / "sleutels").iterdir())
    assert len(sleutels) == len({sleutel.read_text() for sleutel in sleutels}) == 3
    assert all(sleutel.stat().st_mode & 0o777 == 0o600 for sleutel in sleutels)


def test_ook_een_commando_zonder_instellingen_geeft_een_zin() -> None:
    klaar = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"PATH": os.environ["PATH"], "MIJNZAKEN_ENVBESTAND": ""},
        cwd=BASIS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("Mijn Zaken start niet")
    assert "Traceback" not in klaar.stderr


def test_een_zaaksysteem_heeft_naam_geheim_en_wortel() -> None:
    adres = "https://mijn%2Dzaken:ge%3Aheim@zaken.dso.example:8443/open/"
    klaar = laad({**PRODUCTIE, "MIJNZAKEN_ZAAKSYSTEMEN": adres}, "ZAAKSYSTEMEN")
    assert json.loads(klaar.stdout) == {
        "ZAAKSYSTEMEN": [
            {"wortel": "https://zaken.dso.example:8443/open", "client_id": "mijn-zaken", "geheim": "ge:heim"}
        ]
    }


@pytest.mark.parametrize(
    "adres",
    ["http://naam:geheim@zaken.dso.example", "https://zaken.dso.example", "https://naam@zaken.dso.example", "dso"],
)
def test_een_token_gaat_niet_in_klare_tekst_het_net_op(adres: str) -> None:
    klaar = laad({**PRODUCTIE, "MIJNZAKEN_ZAAKSYSTEMEN": adres})
    assert klaar.returncode == 1
    assert "MIJNZAKEN_ZAAKSYSTEMEN" in klaar.stderr
    assert "geheim@" not in klaar.stderr.removesuffix("https://naam:geheim@host.\n")
    binnen = {"MIJNZAKEN_ZAAKSYSTEMEN": adres, "MIJNZAKEN_API_BESLOTEN_HOSTS": "zaken.dso.example"}
    assert laad({**PRODUCTIE, **binnen}).returncode == (0 if adres.startswith("http:") else 1)

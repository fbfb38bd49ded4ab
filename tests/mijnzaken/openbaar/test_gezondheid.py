"""What operators ask: does it live, is it ready, how is it doing."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from kombu.exceptions import OperationalError as BrokerFout

from catalogus import klok
from mijnzaken.berichten.models import Bericht, Kanaal, Stand
from mijnzaken.openbaar import gezondheid


def _bericht(sleutel: str, status: Stand, wacht: timedelta) -> None:
    Bericht.objects.create(
        sleutel=sleutel,
        kanaal=Kanaal.EMAIL,
        soort="proef",
        onderwerp="proef",
        tekst="proef",
        adres="iemand@example.org",
        status=status,
        volgende_poging=klok.nu() - wacht,
        aangemaakt_op=klok.nu(),
    )


def test_leeft_vraagt_niets_aan_de_database(client: Client) -> None:
    """pytest-django refuses any query here: the mark for the database is missing on purpose."""
    antwoord = client.get("/-/leeft")
    assert antwoord.status_code == 200
    assert antwoord.content == b"leeft\n"
    assert "no-store" in antwoord.headers["Cache-Control"]


@pytest.mark.django_db
def test_gereed_als_database_en_migraties_in_orde_zijn(client: Client) -> None:
    antwoord = client.get("/-/gereed")
    assert antwoord.status_code == 200
    assert antwoord.json() == {
        "gereed": True,
        "database": "bereikbaar",
        "migraties": "bijgewerkt",
        "oudste_bericht_seconden": 0.0,
        "verzending": "bij",
        "broker": "bereikbaar",
    }


@pytest.mark.django_db
def test_niet_gereed_zonder_database(client: Client) -> None:
    with mock.patch.object(gezondheid, "_openstaande_migraties", side_effect=OperationalError("weg")):
        antwoord = client.get("/-/gereed")
    assert antwoord.status_code == 503
    assert antwoord.json()["database"] == "onbereikbaar"


@pytest.mark.django_db
def test_niet_gereed_met_migraties_die_nog_moeten(client: Client) -> None:
    with mock.patch.object(gezondheid, "_openstaande_migraties", return_value=1):
        antwoord = client.get("/-/gereed")
    assert antwoord.status_code == 503
    assert antwoord.json()["migraties"] == "achter"


@pytest.mark.django_db
def test_een_broker_die_weg_is_laat_bezoekers_gewoon_door(client: Client) -> None:
    with mock.patch("kombu.Connection.ensure_connection", side_effect=BrokerFout("weg")):
        antwoord = client.get("/-/gereed")
    assert antwoord.status_code == 200
    assert antwoord.json()["broker"] == "onbereikbaar"


@pytest.mark.django_db
def test_een_bericht_dat_te_lang_wacht_is_te_zien(client: Client) -> None:
    _bericht("oud", Stand.KLAAR, timedelta(minutes=20))
    stand = client.get("/-/gereed").json()
    assert stand["verzending"] == "achter"
    assert 1200 <= stand["oudste_bericht_seconden"] < 1260


@pytest.mark.django_db
def test_metrics_tellen_berichten_naar_stand(client: Client) -> None:
    _bericht("een", Stand.KLAAR, timedelta(0))
    _bericht("twee", Stand.GEPARKEERD, timedelta(0))
    _bericht("drie", Stand.GEPARKEERD, timedelta(0))
    antwoord = client.get("/-/metrics")
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    regels = antwoord.content.decode().splitlines()
    assert 'mijnzaken_berichten{stand="geparkeerd"} 2' in regels
    assert 'mijnzaken_berichten{stand="klaar"} 1' in regels
    assert 'mijnzaken_berichten{stand="verzonden"} 0' in regels
    assert "mijnzaken_migraties_open 0" in regels
    assert "mijnzaken_broker_bereikbaar 1" in regels


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("adres", "status"),
    [
        ("127.0.0.1", 200),
        ("::1", 200),
        ("10.1.2.3", 200),
        ("10.2.0.1", 404),
        ("203.0.113.9", 404),
        ("", 404),
        ("raar", 404),
    ],
)
def test_metrics_alleen_uit_een_toegestaan_netwerk(client: Client, settings, adres: str, status: int) -> None:
    settings.METRICS_NETWERKEN = ["127.0.0.1/32", "::1/128", "10.1.0.0/16"]
    kop = {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}  # a visitor writes what he likes
    assert client.get("/-/metrics", REMOTE_ADDR=adres, **kop).status_code == status

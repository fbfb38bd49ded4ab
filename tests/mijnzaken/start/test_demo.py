"""However the demo ends, nothing of it stays behind, and the next start works."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from mijnzaken.start.plaats import BASIS

pytestmark = pytest.mark.proces


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return proef.getsockname()[1]


def _leeft(proces: psutil.Process) -> bool:
    """A zombie does not: it waits for an init that is not ours."""
    try:
        return proces.is_running() and proces.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class Demo:
    """One run of the supervisor, and everything that it started."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.poort = vrije_poort()

    def start(self) -> None:
        omgeving = {
            naam: waarde
            for naam, waarde in os.environ.items()
            if not naam.startswith(("DATABASE_URL", "MAKELEVEL", "MIJNZAKEN_"))
        }
        omgeving |= {"MIJNZAKEN_VAR": str(self.var), "PORT": str(self.poort), "PYTHONPATH": str(BASIS)}
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "tests.mijnzaken.start.nagebootste_demo"],
            env=omgeving,
            cwd=BASIS,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
        )
        assert self.proces.stdout is not None
        self.uitvoer = ""
        for regel in self.proces.stdout:
            self.uitvoer += regel
            if "Ctrl-C" in regel:
                break
        self.gezin = psutil.Process(self.proces.pid).children(recursive=True) if self.proces.poll() is None else []

    def kind(self, woord: str) -> psutil.Process:
        return next(kind for kind in self.gezin if woord in " ".join(kind.cmdline()))

    def wacht(self, seconden: float = 25) -> int:
        return self.proces.wait(seconden)

    def overlevenden(self, seconden: float = 20) -> list[psutil.Process]:
        einde = time.monotonic() + seconden
        while (levend := [kind for kind in self.gezin if _leeft(kind)]) and time.monotonic() < einde:
            time.sleep(0.1)
        return levend


@pytest.fixture
def demo() -> Iterator[Demo]:
    map_ = Path(os.environ["MIJNZAKEN_PROEFMAP"]) / f"demo-{os.getpid()}-{time.monotonic_ns()}"
    demo = Demo(map_)
    yield demo
    for proces in [*demo.gezin, psutil.Process(demo.proces.pid)] if demo.proces.poll() is None else demo.gezin:
        if _leeft(proces):
            proces.kill()


def test_de_demo_zegt_haar_adres_en_de_personas(demo: Demo) -> None:
    demo.start()
    assert f"http://127.0.0.1:{demo.poort}" in demo.uitvoer
    assert all(persona in demo.uitvoer for persona in ("anna", "korenaar", "mila", "henk"))
    demo.proces.send_signal(signal.SIGINT)
    assert demo.wacht() == 0
    assert demo.overlevenden() == []


@pytest.mark.parametrize("signaal", [signal.SIGTERM, signal.SIGHUP])
def test_een_signaal_stopt_alles(demo: Demo, signaal: signal.Signals) -> None:
    demo.start()
    demo.proces.send_signal(signaal)
    assert demo.wacht() == 0
    assert demo.overlevenden() == []


@pytest.mark.parametrize("slachtoffer", ["HTTPServer", "subprocess.Popen", "bin/postgres"])
def test_als_een_proces_sterft_stopt_alles_met_een_zin(demo: Demo, slachtoffer: str) -> None:
    demo.start()
    demo.kind(slachtoffer).kill()
    assert demo.wacht() == 1
    assert demo.proces.stdout is not None
    assert "stopte onverwacht" in demo.proces.stdout.read()
    assert demo.overlevenden() == []


def test_kill_9_van_de_demo_laat_niets_achter_en_de_volgende_start_herstelt(demo: Demo) -> None:
    demo.start()
    demo.proces.kill()
    demo.wacht()
    assert demo.overlevenden() == []
    demo.start()
    assert "Ctrl-C" in demo.uitvoer
    demo.proces.terminate()
    assert demo.wacht() == 0


def test_een_bezette_poort_geeft_een_zin_en_status_1(demo: Demo) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", demo.poort))
        bezet.listen()
        demo.start()
        assert demo.wacht() == 1
    assert demo.uitvoer.count("\n") == 1
    assert f"Poort {demo.poort}" in demo.uitvoer


def test_een_tweede_demo_op_dezelfde_gegevens_wordt_geweigerd(demo: Demo) -> None:
    demo.start()
    tweede = Demo(demo.var)
    tweede.start()
    assert tweede.wacht() == 1
    assert "draait al" in tweede.uitvoer
    assert demo.proces.poll() is None
    demo.proces.terminate()
    assert demo.wacht() == 0

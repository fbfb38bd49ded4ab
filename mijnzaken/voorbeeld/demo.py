"""``make demo``: the whole program on this machine, as processes that this one watches.

PostgreSQL, then web, worker and scheduler. They start together and end together: at Ctrl-C, at SIGTERM, when one of
them dies, and when this process is killed.
"""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from mijnzaken.start import processen
from mijnzaken.start.plaats import BASIS, var_map
from mijnzaken.start.postgres import Postgres, StartMislukt
from mijnzaken.voorbeeld.personas import PERSONAS

BIJWERKEN = (sys.executable, "-m", "mijnzaken.start.bijwerken")
_OPSTARTTIJD = 60.0  # seconds until the web process must answer
_GEDULD = 8.0  # seconds for an orderly end of web, worker and scheduler


class Gestopt(Exception):
    """Somebody asked to stop."""


class Uitgevallen(Exception):
    """A process that should run ended by itself."""


def opdrachten(poort: str, var: Path) -> dict[str, list[str]]:
    python = [sys.executable, "-m"]
    celery = [sys.executable, "-W", "ignore:You're running the worker", "-m", "celery", "--app", "mijnzaken", "--quiet"]
    zwijgzaam = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "WARNING"]
    wachtrijen = ["--queues", "standaard,berichten,documenten"]
    return {
        "web": [
            *(*python, "gunicorn", "mijnzaken.wsgi", "--bind", f"127.0.0.1:{poort}", "--log-level", "warning"),
            *("--workers", "2", "--threads", "4", "--graceful-timeout", "5", "--no-control-socket"),
        ],
        "worker": [*celery, "worker", "--pool", "threads", "--concurrency", "2", *wachtrijen, *zwijgzaam],
        "planner": [*celery, "beat", "--schedule", str(var / "rooster"), "--pidfile", "", "--loglevel", "WARNING"],
    }


def _poort_vrij(poort: str) -> bool:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", int(poort)))
        except OSError:
            return False
    return True


def _antwoordt(poort: str) -> bool:
    verbinding = http.client.HTTPConnection("127.0.0.1", int(poort), timeout=5)
    with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(verbinding):
        verbinding.request("GET", "/-/leeft")
        return verbinding.getresponse().status == 200
    return False


def _let_op(lopend: Mapping[str, subprocess.Popen[bytes]], seconden: float) -> None:
    """Wait, and raise ``Uitgevallen`` as soon as one of the processes is gone."""
    einde = time.monotonic() + seconden
    while True:
        for naam, proces in lopend.items():
            if proces.poll() is not None:
                raise Uitgevallen(f"Het proces '{naam}' stopte onverwacht (status {proces.returncode}); alles stopt.")
        if time.monotonic() >= einde:
            return
        time.sleep(0.2)


def _wacht_op_web(lopend: Mapping[str, subprocess.Popen[bytes]], poort: str) -> None:
    einde = time.monotonic() + _OPSTARTTIJD
    while not _antwoordt(poort):
        if time.monotonic() > einde:
            raise Uitgevallen(f"Mijn Zaken antwoordt na {_OPSTARTTIJD:.0f} seconden nog niet; alles stopt.")
        _let_op(lopend, 0.2)


def _zeg_adres(adres: str) -> None:
    regels = "\n".join(f"  {wie.persona:<10}{wie.naam}: {wie.omschrijving}" for wie in PERSONAS)
    sys.stdout.write(f"\nMijn Zaken draait op {adres}\nInloggen als persona: {adres}/inloggen/demo/\n\n{regels}\n\n")
    sys.stdout.write("Ctrl-C stopt alles; de gegevens blijven bewaard.\n")
    sys.stdout.flush()


def _luister_naar_signalen() -> None:
    """Ctrl-C and SIGTERM end the demo; so does the end of the ``make`` that started it."""

    def stop_nu(_nummer: int, _frame: FrameType | None) -> None:
        for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signaal, signal.SIG_IGN)  # the end is on its way
        raise Gestopt

    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signaal, stop_nu)
    if "MAKELEVEL" in os.environ:
        processen.sterf_met_ouder(signal.SIGTERM, os.getppid())


def _draai(poort: str) -> None:
    """Start everything, say where, and watch until something raises; what was started ends in any case."""
    adres = f"http://127.0.0.1:{poort}"
    var = var_map(BASIS)
    var.mkdir(parents=True, exist_ok=True)
    omgeving = {**os.environ, "MIJNZAKEN_DEMO": "1", "MIJNZAKEN_VAR": str(var), "MIJNZAKEN_BASISADRES": adres}
    with contextlib.ExitStack() as bij_einde:
        lopend: dict[str, subprocess.Popen[bytes]] = {}
        if not omgeving.get("DATABASE_URL"):
            server = Postgres(var)
            bij_einde.callback(server.stop)
            omgeving["DATABASE_URL"] = server.start()
            if server.proces is not None:
                lopend["postgres"] = server.proces
        # Filling is a thousand small transactions; should the machine fail halfway, the next start goes on with it.
        vullend = {**omgeving, "PGOPTIONS": "-c synchronous_commit=off"}
        bijwerken = processen.start(BIJWERKEN, omgeving=vullend)
        bij_einde.callback(processen.beeindig, [bijwerken], geduld=_GEDULD)
        while bijwerken.poll() is None:
            _let_op(lopend, 0.2)
        if bijwerken.returncode:
            raise Uitgevallen(
                "De database of de voorbeeldgemeente kon niet bijgewerkt worden; zie de melding hierboven."
            )
        diensten: list[subprocess.Popen[bytes]] = []
        bij_einde.callback(processen.beeindig, diensten, geduld=_GEDULD)
        for naam, opdracht in opdrachten(poort, var).items():
            lopend[naam] = processen.start(opdracht, omgeving=omgeving)
            diensten.append(lopend[naam])
        _wacht_op_web(lopend, poort)
        _zeg_adres(adres)
        while True:
            _let_op(lopend, 60)


def main() -> None:
    poort = os.environ.get("PORT", "8000")
    if not _poort_vrij(poort):
        sys.exit(f"Poort {poort} op 127.0.0.1 is bezet; kies een andere, zoals PORT=8123 make demo.")
    _luister_naar_signalen()
    try:
        _draai(poort)
    except Gestopt:
        sys.stdout.write("\nMijn Zaken is gestopt.\n")
    except (Uitgevallen, StartMislukt) as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()

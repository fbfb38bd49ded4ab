"""Processes that never outlive the one that started them.

Each runs in a session of its own (so that Ctrl-C reaches only the parent, which ends the rest in order) and asks the
kernel for a signal when its parent dies, however that happens.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from mijnzaken.start.plaats import Gebruiker

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def sterf_met_ouder(signaal: signal.Signals, ouder: int) -> None:
    """The kernel sends this process ``signaal`` when process ``ouder`` ends. Does nothing outside Linux."""
    if _LIBC is None:
        return
    _LIBC.prctl(_PR_SET_PDEATHSIG, int(signaal))
    if os.getppid() != ouder:  # it ended before we asked
        os._exit(1)


def start(
    opdracht: Sequence[str | Path],
    *,
    omgeving: Mapping[str, str] | None = None,
    gebruiker: Gebruiker | None = None,
    uitvoer: IO[bytes] | None = None,
    bij_dood_ouder: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start ``opdracht`` in a session of its own, as ``gebruiker``, tied to the life of this process."""
    return subprocess.Popen(
        [str(deel) for deel in opdracht],
        env=omgeving,
        stdin=subprocess.DEVNULL,
        stdout=uitvoer,
        stderr=subprocess.STDOUT if uitvoer else None,
        start_new_session=True,
        cwd="/" if gebruiker else None,
        preexec_fn=_voor_exec(gebruiker, bij_dood_ouder),
    )


def _voor_exec(gebruiker: Gebruiker | None, bij_dood_ouder: signal.Signals) -> Callable[[], None]:
    """What the child does before exec. The signal comes last: changing user clears it."""
    ouder = os.getpid()

    def bereid_voor() -> None:
        if gebruiker is not None:
            os.setgroups([])
            os.setgid(gebruiker.gid)
            os.setuid(gebruiker.uid)
        sterf_met_ouder(bij_dood_ouder, ouder)

    return bereid_voor


def beeindig(processen: Sequence[subprocess.Popen[bytes]], *, geduld: float) -> None:
    """Ask all to end, wait ``geduld`` seconds together, and kill what is left of each group."""
    for proces in processen:
        _stuur_groep(proces, signal.SIGTERM)
    einde = time.monotonic() + geduld
    for proces in processen:
        with contextlib.suppress(subprocess.TimeoutExpired):
            proces.wait(max(0.0, einde - time.monotonic()))
    for proces in processen:
        _stuur_groep(proces, signal.SIGKILL)  # children of a process that is gone too
        proces.wait()


def _stuur_groep(proces: subprocess.Popen[bytes], signaal: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(proces.pid, signaal)

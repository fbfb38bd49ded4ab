"""The nudge: tell a worker that a row waits. It may be lost; a sweep by the scheduler is the guarantee.

A request never waits for the broker: a thread of this process publishes, and what it cannot publish is dropped.
"""

import logging
import queue
import threading
import time

from celery import current_app
from django.db import transaction

from autorisatie import spoor

log = logging.getLogger(__name__)

RUST = 30.0  # seconds without nudges after the broker failed
MEESTE = 1_000  # nudges that wait in this process; more are dropped

_wachtend: queue.Queue[tuple[str, int, dict[str, str]]] = queue.Queue(MEESTE)
_slot = threading.Lock()
_bode: threading.Thread | None = None


def stoot_aan(taak: str, pk: int) -> None:
    """Run ``taak`` (its dotted name) with this primary key, after the running transaction and only if it commits.

    The trace that runs goes along in the headers of the message.
    """
    koppen = spoor.koppen()
    transaction.on_commit(lambda: _geef_mee(taak, pk, koppen), robust=True)


def _geef_mee(taak: str, pk: int, koppen: dict[str, str]) -> None:
    try:
        _wachtend.put_nowait((taak, pk, koppen))
    except queue.Full:
        return
    global _bode
    with _slot:
        if _bode is None or not _bode.is_alive():  # none yet, or another process was forked off
            _bode = threading.Thread(target=_bezorg, args=(_wachtend,), name="aanstoot", daemon=True)
            _bode.start()


def _bezorg(wachtend: queue.Queue[tuple[str, int, dict[str, str]]]) -> None:
    stil_tot = 0.0
    while True:
        taak, pk, koppen = wachtend.get()
        if time.monotonic() < stil_tot:
            continue
        try:
            current_app.send_task(taak, args=[pk], headers=koppen, retry=False, ignore_result=True)
        except Exception as fout:
            # Deliberately broad: kombu raises its own, the transport's and the operating system's errors.
            stil_tot = time.monotonic() + RUST
            log.warning("De wachtrij antwoordt niet (%s); de veegbeurt doet het werk.", type(fout).__name__)

"""The nudge: tell a worker that a message waits. It may be lost; the sweep is the guarantee."""

import logging
import time
from functools import partial

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)

RUST = 30.0  # seconds without nudges after the broker failed, so that no request waits for it in vain
_stil_tot = 0.0


def stoot_aan(bericht_pk: int) -> None:
    """After the transaction that runs, and only when it commits (gevaren 86)."""
    transaction.on_commit(partial(_stuur, bericht_pk), robust=True)


def _stuur(bericht_pk: int) -> None:
    """Publish once, without retry. Whatever the broker does, the caller does not notice (gevaren 80)."""
    global _stil_tot
    if time.monotonic() < _stil_tot:
        return
    try:
        current_app.send_task("mijnzaken.berichten.tasks.verzend", args=[bericht_pk], retry=False, ignore_result=True)
    except Exception as fout:
        # Deliberately broad: kombu raises its own, the transport's and the operating system's errors.
        _stil_tot = time.monotonic() + RUST
        log.warning(
            "De wachtrij antwoordt niet (%s); de veegbeurt verzendt bericht %s.", type(fout).__name__, bericht_pk
        )

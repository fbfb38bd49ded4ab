"""A nudge to the worker that a document waits; the sweep finds it when the nudge is lost."""

import structlog
from celery import current_app
from django.db import transaction

log = structlog.get_logger(__name__)


def stoot_keuring_aan(pk: int) -> None:
    """After the commit, and never in its way: a broker that is down costs nothing but time."""
    transaction.on_commit(lambda: _stuur(pk))


def _stuur(pk: int) -> None:
    try:
        current_app.send_task("mijnzaken.documenten.tasks.keur_document", args=[pk], retry=False)
    except Exception as fout:  # the sweep is the guarantee
        log.warning("keuring_niet_aangestoten", fout=type(fout).__name__)

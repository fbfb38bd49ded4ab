"""A nudge to the worker that a file waits; the sweep finds it when the nudge is lost."""

import structlog
from celery import current_app
from django.db import transaction

log = structlog.get_logger(__name__)


def stoot_keuring_aan(document_pk: int) -> None:
    """After the commit, and never in its way: a broker that is down costs nothing but time (gevaren 80, 86)."""
    transaction.on_commit(lambda: _stuur("keur_document", document_pk), robust=True)


def stoot_keuring_van_upload_aan(upload_pk: int) -> None:
    transaction.on_commit(lambda: _stuur("keur_upload", upload_pk), robust=True)


def _stuur(taak: str, pk: int) -> None:
    try:
        current_app.send_task(f"mijnzaken.documenten.tasks.{taak}", args=[pk], retry=False, ignore_result=True)
    except Exception as fout:  # kombu's errors, the transport's and the system's: the sweep is the guarantee
        log.warning("keuring_niet_aangestoten", fout=type(fout).__name__)

"""A nudge to the worker that a file waits; the sweep finds it when the nudge is lost (gevaren 80, 86)."""

from mijnzaken.aanstoot import stoot_aan


def stoot_keuring_aan(document_pk: int) -> None:
    """After the commit, and never in its way."""
    stoot_aan("mijnzaken.documenten.tasks.keur_document", document_pk)


def stoot_keuring_van_upload_aan(upload_pk: int) -> None:
    stoot_aan("mijnzaken.documenten.tasks.keur_upload", upload_pk)

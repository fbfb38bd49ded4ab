"""Later, and again if it fails."""

from celery import shared_task

from mijnzaken.documenten import keuren


@shared_task
def keur_document(pk: int) -> str:
    return keuren.keur(pk)


@shared_task
def keur_wachtende() -> int:
    return keuren.keur_wachtende()


@shared_task
def ruim_uploads_op() -> int:
    return keuren.ruim_uploads_op()

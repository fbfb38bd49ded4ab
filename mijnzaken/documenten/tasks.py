"""Later, and again if it fails: by primary key, and by the sweeps of the scheduler."""

from celery import shared_task

from mijnzaken.documenten import keuren


@shared_task(ignore_result=True)
def keur_document(pk: int) -> str:
    return keuren.keur(pk)


@shared_task(ignore_result=True)
def keur_upload(pk: int) -> str:
    return keuren.keur_upload(pk)


@shared_task(ignore_result=True)
def keur_wachtende() -> int:
    return keuren.keur_wachtende()


@shared_task(ignore_result=True)
def ruim_op() -> int:
    return keuren.ruim_op()

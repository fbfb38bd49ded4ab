"""What the APIs do later."""

from celery import shared_task

from mijnzaken.api import herhaling


@shared_task
def ruim_op() -> None:
    herhaling.ruim_op()

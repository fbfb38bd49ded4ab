"""What autorisatie does later."""

from celery import shared_task
from django.core.management import call_command

from autorisatie import herstel, maanden, verzegelen


@shared_task(name="autorisatie.tasks.ruim_op")
def ruim_op() -> int:
    """Destroy kept forms and session rows that are older than a day; the number of forms."""
    call_command("clearsessions")
    return herstel.ruim_op()


@shared_task(name="autorisatie.tasks.verzegel_logboek", ignore_result=True)
def verzegel_logboek() -> int:
    """Seal the lines of the logs that are over; how many seals."""
    return verzegelen.verzegel()


@shared_task(name="autorisatie.tasks.maak_logboekmaanden", ignore_result=True)
def maak_logboekmaanden() -> int:
    """The months of the logs to come are there before they are needed; how many were made."""
    return len(maanden.maak_vooruit())

"""What autorisatie does later."""

from celery import shared_task
from django.core.management import call_command

from autorisatie import herstel


@shared_task(name="autorisatie.tasks.ruim_op")
def ruim_op() -> int:
    """Destroy kept forms and session rows that are older than a day; the number of forms."""
    call_command("clearsessions")
    return herstel.ruim_op()

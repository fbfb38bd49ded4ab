"""Later, and again if it fails: each sweeps, and makes one call."""

from celery import shared_task

from mijnzaken.inrichting import herziening


@shared_task
def meld_wat_afloopt() -> int:
    """Roles that end soon: word to who holds them, once, and to the administrators, once a week."""
    return herziening.meld_wat_afloopt()

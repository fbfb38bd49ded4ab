"""Later, and again if it fails: each sweeps, and makes one call."""

from celery import shared_task

from catalogus import versies
from mijnzaken.inrichting import herziening, toetsen


@shared_task
def meld_wat_afloopt() -> int:
    """Roles that end soon: word to who holds them, once, and to the administrators, once a week."""
    return herziening.meld_wat_afloopt()


@shared_task
def meld_toetsen() -> int:
    """Tests of processes that end soon or are over: word to the process owner, once each."""
    return toetsen.meld_wat_afloopt()


@shared_task
def sluit_versies_af() -> int:
    """Versions of a zaaktype of which the planned end has come are ended from then on."""
    return versies.sluit_af()

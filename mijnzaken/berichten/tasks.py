"""Sending later: by primary key, and again by the sweep. No task is ever planned ahead in the broker (gevaren 85)."""

import time
from datetime import timedelta

from celery import shared_task

from catalogus import klok
from mijnzaken.berichten import notificaties, verdelen, verzenden

PER_KEER = 200
BEWAAR = timedelta(days=30)
BUDGET = 60.0  # seconds; what is left is for the next turn, half a minute later


@shared_task(ignore_result=True)
def verzend(bericht_pk: int) -> bool:
    return verzenden.verzend(bericht_pk)


@shared_task(ignore_result=True)
def verdeel(_: int = 0) -> int:
    """Make messages of the notifications that wait, whichever they are: a nudge names none of them."""
    return sum(verdelen.verdeel(notificatie_pk) for notificatie_pk in verdelen.wachtende(PER_KEER))


@shared_task(ignore_result=True)
def ruim_op() -> int:
    """What was told, and what another system took, more than a month ago."""
    grens = klok.nu() - BEWAAR
    return notificaties.ruim_op(grens) + verzenden.ruim_koppelberichten_op(grens)


@shared_task(ignore_result=True)
def veeg() -> int:
    """Send what waits: the guarantee behind every nudge, run by the scheduler twice a minute."""
    einde = time.monotonic() + BUDGET
    verdeel()
    verzonden = 0
    for bericht_pk in verzenden.wachtenden(PER_KEER):
        if time.monotonic() > einde:
            break
        verzonden += verzenden.verzend(bericht_pk)
    return verzonden

"""Sending later: by primary key, and again by the sweep. No task is ever planned ahead in the broker (gevaren 85)."""

import time

from celery import shared_task

from mijnzaken.berichten import verdelen, verzenden

PER_KEER = 200
BUDGET = 60.0  # seconds; what is left is for the next turn, half a minute later


@shared_task(ignore_result=True)
def verzend(bericht_pk: int) -> bool:
    return verzenden.verzend(bericht_pk)


@shared_task(ignore_result=True)
def verdeel(notificatie_pk: int) -> int:
    return verdelen.verdeel(notificatie_pk)


@shared_task(ignore_result=True)
def veeg() -> int:
    """Send what waits: the guarantee behind every nudge, run by the scheduler twice a minute."""
    einde = time.monotonic() + BUDGET
    for notificatie_pk in verdelen.wachtende(PER_KEER):
        verdelen.verdeel(notificatie_pk)
    verzonden = 0
    for bericht_pk in verzenden.wachtenden(PER_KEER):
        if time.monotonic() > einde:
            break
        verzonden += verzenden.verzend(bericht_pk)
    return verzonden

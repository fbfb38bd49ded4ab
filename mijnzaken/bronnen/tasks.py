"""Asking the registers later: by primary key, and again by the sweep when it fails."""

from celery import shared_task

from mijnzaken.bronnen.bijwerken import aan_de_beurt, werk_bij

PER_KEER = 200


@shared_task(ignore_result=True)
def werk_relaties_bij(partij_pk: int) -> bool:
    """Name, address and relations of one partij."""
    return werk_bij(partij_pk)


@shared_task(ignore_result=True)
def veeg_relaties() -> int:
    """Ask for everyone whose turn it is; stops at the first failure, since the register is then down for all."""
    gedaan = 0
    for partij_pk in aan_de_beurt(PER_KEER):
        if not werk_bij(partij_pk):
            break
        gedaan += 1
    return gedaan

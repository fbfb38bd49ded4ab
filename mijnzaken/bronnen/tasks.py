"""Asking the registers later: by primary key, and again by the sweep when it fails."""

from celery import shared_task

from mijnzaken.bronnen.personalia import naamlozen, vul_aan
from mijnzaken.bronnen.relaties import aan_de_beurt, haal_relaties

PER_KEER = 100


@shared_task(ignore_result=True)
def werk_relaties_bij(partij_pk: int) -> bool:
    return haal_relaties(partij_pk)


@shared_task(ignore_result=True)
def veeg_relaties() -> int:
    """Ask for everyone whose turn it is; stops at the first failure, since the register is then down for all."""
    gedaan = 0
    for partij_pk in aan_de_beurt(PER_KEER):
        if not haal_relaties(partij_pk):
            break
        gedaan += 1
    return gedaan


@shared_task(ignore_result=True)
def vul_partij_aan(partij_pk: int) -> bool:
    return vul_aan(partij_pk)


@shared_task(ignore_result=True)
def veeg_naamlozen() -> int:
    """Fill whom the nudge missed; stops at the first failure, since the register is then down for all."""
    gedaan = 0
    for partij_pk in naamlozen(PER_KEER):
        if not vul_aan(partij_pk):
            break
        gedaan += 1
    return gedaan

"""Later, and again if it fails: each takes a primary key, or sweeps, and makes one call."""

from celery import shared_task

from autorisatie.actor import Systeem
from catalogus import klok
from mijnzaken.zaken import onderhoud


@shared_task
def laat_aanvullingen_verlopen() -> int:
    """Completion terms that passed unused (Awb 4:15 lid 1)."""
    return onderhoud.laat_aanvullingen_verlopen(Systeem("de termijn om aan te vullen is voorbij"), klok.vandaag())


@shared_task
def bewaak_terugbelnotities() -> int:
    """Notes past their term: word to the citizen and an alert to the team lead, once."""
    return onderhoud.bewaak_terugbelnotities()


@shared_task
def ruim_concepten_op() -> int:
    """Drafts are announced before they go, and destroyed after 30 days."""
    return onderhoud.ruim_concepten_op()


@shared_task
def meld_glasbreuk(pk: int) -> int:
    """Broken glass is told at once: the nudge names a row, the sweep finds it too."""
    return onderhoud.meld_glasbreuken()


@shared_task
def meld_glasbreuken() -> int:
    """Broken glass of which the nudge was lost."""
    return onderhoud.meld_glasbreuken()

"""Later, and again if it fails: each takes a primary key, or sweeps, and makes one call."""

from datetime import timedelta

from celery import shared_task

from autorisatie.actor import Systeem
from catalogus import klok
from mijnzaken.zaken import archiefonderhoud, bewaren, machtigingen, onderhoud, opvallend, productonderhoud
from mijnzaken.zaken.avg import onderhoud as avg
from mijnzaken.zaken.avg import wisonderhoud
from mijnzaken.zaken.models import Zaaktelling
from mijnzaken.zaken.overzetten import opdracht


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
def houd_producten_bij() -> int:
    """Reminders before what a resident holds ends, questions whether it still fits, and answers that did not come."""
    gedaan = productonderhoud.herinner() + productonderhoud.vraag_controles()
    return gedaan + productonderhoud.waarschuw_zonder_antwoord()


@shared_task
def werk_brondatums_bij() -> int:
    """Retention that counts from another zaak, an object or another register: is its first day known by now?"""
    return bewaren.werk_brondatums_bij()


@shared_task
def vernietig() -> int:
    """Approved lists whose time to think is over; content that was left; what a backup brought back."""
    archiefonderhoud.ruim_bestanden_op()
    wisonderhoud.ruim_bestanden_op()
    wisonderhoud.wis_opnieuw()
    archiefonderhoud.vernietig_opnieuw(Systeem("een teruggezette kopie bracht terug wat vernietigd was"))
    return archiefonderhoud.voer_lijsten_uit(Systeem("de bedenktijd van de vernietigingslijst is voorbij"))


@shared_task
def houd_avg_bij() -> int:
    """Requests for access of which nothing is collected yet, copies that nobody needs any more, locks that ended, and
    what a colleague let go.
    """
    return avg.verzamel() + avg.ruim_op() + avg.haal_sloten_af() + wisonderhoud.laat_los() + wisonderhoud.wis()


@shared_task
def zet_zaken_over() -> int:
    """Orders to move running zaken to another version, a portion at a time."""
    return opdracht.voer_uit(Systeem("een opdracht om zaken over te zetten"))


@shared_task
def zoek_opvallend() -> int:
    """Unusual reading of yesterday and of today so far."""
    vandaag = klok.vandaag()
    return opvallend.vind(vandaag - timedelta(days=1)) + opvallend.vind(vandaag)


@shared_task
def meld_machtigingen() -> int:
    """Both parties hear that a machtiging was offered, accepted or ended."""
    return machtigingen.meld()


@shared_task
def laat_machtigingen_vervallen() -> int:
    """A last day that passed, a child that turned 18, a death: what they end is written down."""
    return machtigingen.laat_vervallen()


@shared_task
def meld_glasbreuk(pk: int) -> int:
    """Broken glass is told at once: the nudge names a row, the sweep finds it too."""
    return onderhoud.meld_glasbreuken()


@shared_task
def meld_glasbreuken() -> int:
    """Broken glass of which the nudge was lost."""
    return onderhoud.meld_glasbreuken()


@shared_task
def vouw_tellingen() -> int:
    """The rows that count zaken become few again."""
    return Zaaktelling.vouw()

"""Word to the process owner about the tests of a process: withdrawn, ending soon, over."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import override

from autorisatie import houders
from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.dossier.stand import Stand, Stapbeeld, lees_alle
from catalogus.models import Dossierakkoord, Proces, SoortDossierstap
from mijnzaken.berichten.postuit import melding_aan_medewerker

VOORUIT = timedelta(days=60)
"""How long before its end the owner hears that a test must be done again: a DPIA takes weeks."""


def meld_ingetrokken(proces: Proces, soort: SoortDossierstap, akkoord: Dossierakkoord) -> None:
    _meld("toets_ingetrokken", proces, soort, akkoord)


@transaction.atomic
def meld_wat_afloopt() -> int:
    """How many tests end soon or are over. Of each sign-off the owner hears both once."""
    vandaag = klok.vandaag()
    aantal = 0
    for beeld in lees_alle(Proces.objects.filter(actief=True, getoetst_tot__lt=vandaag + VOORUIT).order_by("pk")):
        verlopen = [toets for toets in beeld.vervallen if toets.stand == Stand.VERLOPEN]
        for bericht, toetsen in (("toets_verlopen", verlopen), ("toets_loopt_af", beeld.lopen_af(vandaag + VOORUIT))):
            aantal += len(toetsen)
            for toets in toetsen:
                _meld_toets(bericht, beeld.proces, toets)
    return aantal


def _meld_toets(bericht: str, proces: Proces, toets: Stapbeeld) -> None:
    assert toets.akkoord is not None  # what ends was agreed to
    _meld(bericht, proces, toets.soort, toets.akkoord)


def _meld(bericht: str, proces: Proces, soort: SoortDossierstap, akkoord: Dossierakkoord) -> None:
    with override("nl"):  # as the message is
        toets = str(soort.label)
    context = {
        "proces": proces.naam,
        "herkenning": proces.identificatie,
        "toets": toets,
        "tot": akkoord.geldig_tot,
    }
    for eigenaar in _eigenaren(proces):
        if eigenaar.emailadres:
            melding_aan_medewerker(bericht, eigenaar, sleutel=f"{bericht}:{akkoord.uuid}", context=context)


def _eigenaren(proces: Proces) -> list[Gebruiker]:
    """The owner who is named on the process; else everybody who publishes it."""
    genoemd = Gebruiker.objects.filter(pk=proces.proceseigenaar_gebruiker_id or 0, is_active=True)
    return list(genoemd) or houders.houders("zaaktype_publiceren", proces_id=proces.pk)

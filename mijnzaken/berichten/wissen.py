"""Destroying messages, about a zaak or of one person: in the inbox, by mail, and the letters that lie ready or lay
ready to print.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from autorisatie.models import Partij
from mijnzaken.berichten.briefpost import brieven_van
from mijnzaken.berichten.models import Bericht, Kanaal, Postvakbericht, Stand

REDEN = "vernietigen met de zaak"


def wis_berichten(over: UUID) -> list[str]:
    """Remove every message about this zaak; gives where its letters lie, to be removed after the commit."""
    return _wis(Bericht.objects.systeem(REDEN).filter(over_uuid=over))


def verzonden_berichten(partij: Partij) -> Any:
    """What was sent to this person and no longer waits for anything."""
    wacht = Bericht.objects.systeem(REDEN).exclude(status=Stand.VERZONDEN).filter(partij=partij)
    sleutels = [*wacht.values_list("pk", flat=True), *wacht.values_list("hoort_bij", flat=True)]
    gebleven = [sleutel for sleutel in sleutels if sleutel is not None]
    return Bericht.objects.systeem(REDEN).filter(partij=partij, status=Stand.VERZONDEN).exclude(pk__in=gebleven)


def wis_losse_berichten(berichten: Collection[UUID]) -> list[str]:
    """Remove these messages, and those that only announced them; gives where their letters lie."""
    gekozen = Bericht.objects.systeem(REDEN).filter(uuid__in=berichten)
    erbij = Bericht.objects.systeem(REDEN).filter(hoort_bij__in=gekozen.values("pk"))
    return _wis(
        Bericht.objects.systeem(REDEN).filter(
            pk__in=[*gekozen.values_list("pk", flat=True), *erbij.values_list("pk", flat=True)]
        )
    )


def _wis(berichten: Any) -> list[str]:
    rijen = list(berichten)
    paden = [pad for rij in rijen if rij.kanaal == Kanaal.BRIEF for pad in brieven_van(rij)]
    Postvakbericht.objects.systeem(REDEN).filter(tekst__in={rij.tekst for rij in rijen}).delete()
    sleutels = [rij.pk for rij in rijen]
    Bericht.objects.systeem(REDEN).filter(pk__in=sleutels, hoort_bij__isnull=False).delete()
    Bericht.objects.systeem(REDEN).filter(pk__in=sleutels).delete()
    return paden

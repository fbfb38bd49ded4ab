"""Destroying the messages about a zaak: in the inbox, by mail, and the letters that lie ready or lay ready to print."""

from uuid import UUID

from mijnzaken.berichten.briefpost import brieven_van
from mijnzaken.berichten.models import Bericht, Kanaal, Postvakbericht

REDEN = "vernietigen met de zaak"


def wis_berichten(over: UUID) -> list[str]:
    """Remove every message about this zaak; gives where its letters lie, to be removed after the commit."""
    rijen = list(Bericht.objects.systeem(REDEN).filter(over_uuid=over))
    paden = [pad for rij in rijen if rij.kanaal == Kanaal.BRIEF for pad in brieven_van(rij)]
    Postvakbericht.objects.systeem(REDEN).filter(tekst__in={rij.tekst for rij in rijen}).delete()
    sleutels = [rij.pk for rij in rijen]
    Bericht.objects.systeem(REDEN).filter(pk__in=sleutels, hoort_bij__isnull=False).delete()
    Bericht.objects.systeem(REDEN).filter(pk__in=sleutels).delete()
    return paden

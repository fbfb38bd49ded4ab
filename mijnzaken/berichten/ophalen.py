"""What another case system told us of, looked up there: its notification names no more than an address.

The order to look is a row of the outbox, so that it is tried again while that system is down, and stands parked where
a person sees it when it can't be done. What is found is taken over by who knows what it means, one floor up.
"""

from collections.abc import Callable
from uuid import UUID

from autorisatie.models import Applicatie
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.berichten.postuit import koppelbericht
from mijnzaken.bronnen import zaaksysteem

STATUS = "status_elders"
Overnemer = Callable[[str, UUID], None]  # the address, and the applicatie that told of it
_OVERNEMERS: dict[str, Overnemer] = {}


def neemt_over(soort: str, overnemer: Overnemer) -> None:
    """From now on ``overnemer`` takes over what is of this kind. It raises Onbezorgbaar for what can never be."""
    _OVERNEMERS[soort] = overnemer


def neem_op(applicatie: Applicatie, *, kanaal: str, resource: str, actie: str, adres: str) -> bool:
    """Is this a new status in a system that we may ask? Then it will be asked, once."""
    if (kanaal, resource, actie) != ("zaken", "status", "create"):
        return False
    gevonden = zaaksysteem.waar(adres, zaaksysteem.STATUSSEN)
    if gevonden is None:
        return False
    sleutel = f"ophalen:{applicatie.uuid}:{gevonden[1]}"
    over = ("applicatie", applicatie.uuid)
    koppelbericht(adres, sleutel=sleutel, soort=STATUS, over=over, kanaal=Kanaal.OPHALEN)
    return True


def haal(opdracht: Bericht) -> str:
    """Look, and take over; gives the address that was asked."""
    overnemer = _OVERNEMERS.get(opdracht.soort)
    if overnemer is None or opdracht.over_uuid is None:
        raise Onbezorgbaar(f"niemand neemt {opdracht.soort} over")
    overnemer(opdracht.adres, opdracht.over_uuid)
    return opdracht.adres

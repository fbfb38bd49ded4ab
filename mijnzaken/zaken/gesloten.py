"""What a closed zaak asks of another system that wants to change it, or what belongs to it (ZGW zrc-007)."""

from autorisatie import scopes
from autorisatie.actor import Actor, Applicatie
from autorisatie.fouten import GeenRecht
from mijnzaken.zaken.models import Zaak

GEFORCEERD = "zaken.geforceerd-bijwerken"


def open_of_geforceerd(actor: Actor, zaak: Zaak) -> None:
    """zrc-007: what belongs to a closed zaak is changed with a scope of its own only."""
    if zaak.is_open or not isinstance(actor, Applicatie):
        return
    vertrouwelijkheid = zaak.vertrouwelijkheidaanduiding
    if not scopes.heeft(actor, GEFORCEERD, proces_id=zaak.proces_id, vertrouwelijkheid=vertrouwelijkheid):
        raise GeenRecht(f"De zaak is gesloten: hiervoor is de scope {GEFORCEERD} nodig.", code="zaak-closed")

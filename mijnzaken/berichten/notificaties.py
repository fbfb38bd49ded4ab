"""Telling other systems that something happened (ZGW Notificaties 1.0.1): one row in the transaction of the fact.

A worker makes of each row one message per subscription; nothing personal is in it, only addresses and kenmerken.
"""

from collections.abc import Mapping

from catalogus import klok
from mijnzaken.berichten.models import Notificatie

ACTIES = ("create", "update", "partial_update", "destroy")


def zet_klaar(
    kanaal: str, *, hoofdobject: str, resource: str, resource_pad: str, actie: str, kenmerken: Mapping[str, str]
) -> Notificatie:
    """``hoofdobject`` and ``resource_pad`` are paths of this installation; ``actie`` is one of ``ACTIES``."""
    if actie not in ACTIES:
        raise ValueError(f"De standaard kent geen actie {actie}.")
    rij: Notificatie = Notificatie.objects.create(
        kanaal=kanaal,
        hoofdobject=hoofdobject,
        resource=resource,
        resource_pad=resource_pad,
        actie=actie,
        aanmaakdatum=klok.nu(),
        kenmerken={naam: str(waarde) for naam, waarde in kenmerken.items()},
    )
    return rij

"""Whose upload is it? Files sent for a zaak before the form is sent belong to that person and that zaak, and nobody
else.
"""

from uuid import UUID

from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.fouten import GeenRecht
from autorisatie.versleuteling import zoekwaarde


def eigenaar_bij_zaak(actor: Actor, zaak_uuid: UUID) -> str:
    """The owner key of uploads for this zaak by this actor (keyed hash)."""
    match actor:
        case Burger():
            wie = f"burger:{actor.partij.pk}:{actor.voor_wie.pk}"
        case Medewerker():
            wie = f"medewerker:{actor.gebruiker.pk}"
        case _:
            raise GeenRecht("Alleen wie is ingelogd, stuurt een bestand.")
    return zoekwaarde(f"{zaak_uuid}:{wie}", soort="upload")

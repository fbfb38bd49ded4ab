"""``/zaaknummer_reserveren``: numbers before there is a zaak (Zaken 1.7.0)."""

from mijnzaken.api.contract import Aanpassing
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.api.zaken.nummers import is_rsin
from mijnzaken.zaken.handelingen.zaak import MEESTE_NUMMERS, nummers_reserveren

AANPASSINGEN = (
    Aanpassing(
        ("components", "schemas", "ReserveZaakIdentificatieRequest", "properties", "aantal", "maximum"),
        MEESTE_NUMMERS,
        "Who reserves without end takes the numbers of a year from everybody else.",
    ),
)


def reserveer(vraag: Vraag) -> Antwoord:
    """One number as an object, more of them as a list."""
    organisatie = vraag.gegevens["bronorganisatie"]
    is_rsin("bronorganisatie", organisatie)
    nummers = nummers_reserveren(vraag.actor, organisatie, vraag.gegevens.get("aantal", 1))
    inhoud = [{"zaaknummer": nummer} for nummer in nummers]
    return Antwoord(inhoud if len(inhoud) > 1 else inhoud[0], 201)

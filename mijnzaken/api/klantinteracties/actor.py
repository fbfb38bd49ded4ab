"""Who took part on the side of the municipality: a member of staff, a team, another system, each as the standard's
``Actor`` under its own uuid.
"""

from uuid import UUID

from autorisatie.models import Applicatie, Gebruiker
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud
from mijnzaken.api.klantinteracties.gedeeld import pad

REGISTER = "mijnzaken"


def van_medewerker(rij: Gebruiker) -> Inhoud:
    wie = {"functie": rij.functie[:40], "emailadres": rij.emailadres, "telefoonnummer": rij.telefoonnummer}
    return _actor(rij.uuid, "medewerker", rij.naam, rij.is_active, wie)


def van_applicatie(rij: Applicatie) -> Inhoud:
    return _actor(
        rij.uuid, "geautomatiseerde_actor", rij.label, rij.is_active, {"functie": "systeem", "omschrijving": rij.label}
    )


def _actor(uuid: UUID, soort: str, naam: str, actief: bool, wie: Inhoud) -> Inhoud:
    return {
        "uuid": uuid,
        "url": adres(pad("actoren", uuid)),
        "naam": naam,
        "soortActor": soort,
        "indicatieActief": actief,
        "actoridentificator": {
            "objectId": str(uuid),
            "codeObjecttype": soort,
            "codeRegister": REGISTER,
            "codeSoortObjectId": "uuid",
        },
        "actorIdentificatie": wie,
    }

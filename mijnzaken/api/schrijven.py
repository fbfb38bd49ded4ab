"""Making, changing and removing: the handeling of the resource, and in the same transaction what it leaves behind."""

from mijnzaken.api import sporen
from mijnzaken.api.bron import Bron, Inhoud, Rij
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.lezen import bron_van, haal, rij_van
from mijnzaken.api.vraag import Antwoord, Vraag


def aanmaken(vraag: Vraag) -> Antwoord:
    """201 with ``Location``."""
    bron = bron_van(vraag)
    if bron.aanmaken is None:
        raise ApiFout(405)
    rij, nieuw = _opnieuw(vraag, bron, bron.aanmaken(vraag))
    sporen.leg_vast(vraag, bron, rij, oud=None, nieuw=nieuw, status=201)
    return Antwoord(nieuw, 201, {"Location": str(nieuw["url"])} if "url" in nieuw else {})


def bijwerken(vraag: Vraag) -> Antwoord:
    """PUT and PATCH: a field that is absent stays as it is."""
    bron = bron_van(vraag)
    if bron.bijwerken is None:
        raise ApiFout(405)
    rij = haal(vraag, bron)
    oud = bron.vorm(rij)
    rij, nieuw = _opnieuw(vraag, bron, bron.bijwerken(vraag, rij))
    sporen.leg_vast(vraag, bron, rij, oud=oud, nieuw=nieuw, status=200)
    return Antwoord(nieuw)


def verwijderen(vraag: Vraag) -> Antwoord:
    bron = bron_van(vraag)
    if bron.verwijderen is None:
        raise ApiFout(405)
    rij = haal(vraag, bron)
    oud = bron.vorm(rij)
    bron.verwijderen(vraag, rij)
    sporen.leg_vast(vraag, bron, rij, oud=oud, nieuw=None, status=204)
    return Antwoord(None, 204)


def _opnieuw(vraag: Vraag, bron: Bron, rij: Rij) -> tuple[Rij, Inhoud]:
    """The row as it now stands, whatever the handeling had in hand; that one, when the act itself shielded it."""
    vers = rij_van(bron, vraag.actor, rij.uuid, met_meer=False) or rij
    return vers, bron.vorm(vers)

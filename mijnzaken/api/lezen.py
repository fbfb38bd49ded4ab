"""Reading one thing: 404 when it is not there, 403 when it is not for this system; and the line in the log."""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Applicatie
from autorisatie.bewaakt import BewaaktModel
from catalogus.vastevraag import PLEK, onthouden
from mijnzaken.api import uitklappen
from mijnzaken.api.bron import Bron, Inhoud, Rij, Rijen
from mijnzaken.api.bron import bron as zoek_bron
from mijnzaken.api.fouten import ApiFout, geen_recht
from mijnzaken.api.vraag import Antwoord, Vraag

DOEL = "ZGW API"


def een(vraag: Vraag, smal: Callable[[Inhoud], None] = lambda inhoud: None) -> Antwoord:
    """The detail, with what ``expand`` asks; ``smal`` takes out what was not asked for."""
    bron = bron_van(vraag)
    boom = uitklappen.lees(vraag.parameters["expand"], bron) if vraag.parameters.get("expand") else {}
    rij = haal(vraag, bron, scope=bron.lezen)
    leg_vast(vraag, bron, rij)
    inhoud = bron.vorm(rij)
    smal(inhoud)
    if boom:
        uitklappen.vouw_uit(vraag, bron, boom, [inhoud])
    return Antwoord(inhoud)


def bron_van(vraag: Vraag) -> Bron:
    if vraag.bron is None:
        raise ApiFout(404)
    return vraag.bron


def haal(vraag: Vraag, bron: Bron, uuid: UUID | None = None, *, scope: str = "") -> Rij:
    """The row, by the scopes of the operation or by ``scope``."""
    uuid = uuid or vraag.uuid
    actor = vraag.lezer(scope) if scope else vraag.actor
    rij = rij_van(bron, actor, uuid, ouder_uuid(vraag) if bron.ouder else None)
    if rij is None:
        raise niet_voor(vraag, bron, uuid)
    return rij


def rij_van(
    bron: Bron, actor: Applicatie, uuid: UUID, ouder: UUID | None = None, *, met_meer: bool = True
) -> Rij | None:
    """The row with this identity, if the actor may see it and it stands under ``ouder``; ``met_meer`` with all that
    reading it by itself needs besides.
    """
    if ouder is None and not bron.wisselt:
        return _vaste_vraag(bron, actor.voor_de_deuren(), met_meer).eerste(uuid)
    rijen = _rijen(bron, actor, uuid, met_meer)
    return rijen.filter(**{bron.ouder: ouder} if ouder else {}).first()


@onthouden
def _vaste_vraag(bron: Bron, actor: Applicatie, met_meer: bool) -> Rijen:
    """Of who asks it knows no more than its key."""
    return _rijen(bron, actor, PLEK, met_meer)


def _rijen(bron: Bron, actor: Applicatie, uuid: UUID, met_meer: bool) -> Rijen:
    rijen = bron.rijen(actor).filter(uuid=uuid)
    return bron.een_met(rijen) if met_meer and bron.een_met is not None else rijen


def toets_ouder(vraag: Vraag, bron: Bron) -> None:
    """404 or 403 for a list under something that is not there, or not for this system."""
    gevonden, uuid = zoek_bron(bron.ouder_bron), ouder_uuid(vraag)
    if gevonden is not None and not gevonden[1].rijen(vraag.lezer(bron.lezen)).filter(uuid=uuid).exists():
        raise niet_voor(vraag, gevonden[1], uuid)


def ouder_uuid(vraag: Vraag) -> UUID:
    """The identity of what a nested address stands under."""
    return next(waarde for naam, waarde in vraag.pad.items() if naam != "uuid")  # type: ignore[return-value]


def niet_voor(vraag: Vraag, bron: Bron, uuid: UUID) -> ApiFout:
    """Why a row did not come through the door. What is shielded from who may everything does not exist."""
    rij = bron.opzoek(uuid)
    if rij is None or not bron.rijen(vraag.actor.met_alles()).filter(uuid=uuid).exists():
        return ApiFout(404)
    if bron.ouder and _waarde(rij, bron.ouder) != ouder_uuid(vraag):
        return ApiFout(404)
    return geen_recht("Deze applicatie mag dit niet bij dit soort gegeven.")


def _waarde(rij: Any, opzoek: str) -> Any:
    for naam in opzoek.split("__"):
        rij = getattr(rij, naam, None)
    return rij


def leg_vast(vraag: Vraag, bron: Bron, rij: Rij) -> None:
    """The line of reading, for what is about a person."""
    if bron.inzien is not None:
        bron.inzien(vraag, rij)
    elif bron.groep and isinstance(rij, BewaaktModel):
        logboek.leg_lezing_vast(vraag.actor, bron.lezing, rij=rij, doel=DOEL, gegevensgroepen=(bron.groep,))


def etag(inhoud: bytes) -> str:
    return f'"{hashlib.sha256(inhoud).hexdigest()[:32]}"'


def is_bekend(gevraagd: str, eigen: str) -> bool:
    """``If-None-Match``: does the reader have this very content?"""
    delen = {deel.strip().removeprefix("W/") for deel in gevraagd.split(",")}
    return "*" in delen or eigen in delen

"""``expand``: what a thing refers to, in full, under ``_expand``. Any depth that the tables know; one statement per
relation that is named, for a whole page. What the reader may not see stays a reference.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from mijnzaken.api.adressen import laatste_uuid
from mijnzaken.api.bron import Bron, Inhoud
from mijnzaken.api.bron import bron as zoek_bron
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.vraag import Vraag

DIEPST = 8  # relations in one path
MEESTE = 50  # relations in one call

Boom = dict[str, "Boom"]


def lees(gevraagd: str | list[str], bron: Bron) -> Boom:
    """``status.statustype,rollen`` as a tree; a document may call it a list. ApiFout 404 for what can't be opened (the
    standard's answer).
    """
    boom: Boom = {}
    paden = [pad.strip() for pad in (gevraagd.split(",") if isinstance(gevraagd, str) else gevraagd)]
    if len(paden) > MEESTE:
        raise ApiFout(404, "not_found", f"Vouw ten hoogste {MEESTE} relaties uit.")
    for pad in paden:
        tak, hier = boom, bron
        namen = pad.split(".")
        for naam in namen:
            doel = zoek_bron(hier.uitklap.get(naam, ""))
            if doel is None or len(namen) > DIEPST:
                raise ApiFout(404, "not_found", f"{pad[:100]!r} kan niet worden uitgevouwen.")
            tak, hier = tak.setdefault(naam, {}), doel[1]
    return boom


def vouw_uit(vraag: Vraag, bron: Bron, boom: Boom, inhouden: Sequence[Inhoud]) -> None:
    """Put ``_expand`` in each of these, in place."""
    for naam, verder in boom.items():
        doel = zoek_bron(bron.uitklap[naam])
        if doel is None:
            continue
        gezocht = {uuid for inhoud in inhouden for uuid in _uuids(inhoud.get(naam))}
        gevonden = _haal(vraag, doel[1], gezocht)
        if verder:
            vouw_uit(vraag, doel[1], verder, list(gevonden.values()))
        for inhoud in inhouden:
            inhoud.setdefault("_expand", {})[naam] = _in_plaats_van(inhoud.get(naam), gevonden)


def _haal(vraag: Vraag, bron: Bron, gezocht: set[UUID]) -> dict[UUID, Inhoud]:
    if not gezocht:
        return {}
    rijen = bron.rijen(vraag.lezer(bron.lezen)).filter(uuid__in=gezocht)
    return {rij.uuid: bron.vorm(rij) for rij in rijen}


def _uuids(waarde: Any) -> list[UUID]:
    """Of an address, of a list of addresses, or of a list of things with an address."""
    match waarde:
        case str():
            uuid = laatste_uuid(waarde)
            return [uuid] if uuid else []
        case list():
            return [uuid for deel in waarde for uuid in _uuids(deel)]
        case {"url": str(url)} | {"zaaktype": str(url)}:
            return _uuids(url)
    return []


def _in_plaats_van(waarde: Any, gevonden: Mapping[UUID, Inhoud]) -> Any:
    """Single references become an object (empty: not found, or not for this reader), lists a list."""
    if isinstance(waarde, list):
        return [gevonden[uuid] for uuid in _uuids(waarde) if uuid in gevonden]
    return next((gevonden[uuid] for uuid in _uuids(waarde) if uuid in gevonden), {})

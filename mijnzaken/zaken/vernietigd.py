"""What was destroyed, kept where a restored backup of the database does not reach: beside the documents.

One small file per zaak, with its identity and nothing else. Each night what lies there is held against the database: a
zaak that a backup brought back is destroyed again (gevaren 57).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.core.files.base import ContentFile

from catalogus import klok
from mijnzaken.documenten.models import documentenopslag
from mijnzaken.zaken.models import Zaak

MAP = "vernietigd"
PORTIE = 1000


def onthoud(zaak: UUID, lijst: UUID) -> None:
    """Write before the transaction that destroys: a file too many costs one look, one too few costs a promise."""
    pad = f"{MAP}/{klok.vandaag():%Y-%m}/{zaak}.json"
    opslag = documentenopslag()
    if not opslag.exists(pad):
        opslag.save(pad, ContentFile(json.dumps({"zaak": str(zaak), "lijst": str(lijst)}).encode()))


def vergeet(zaak: UUID) -> None:
    """It was not destroyed after all."""
    documentenopslag().delete(f"{MAP}/{klok.vandaag():%Y-%m}/{zaak}.json")


@dataclass(frozen=True)
class Terug:
    """A zaak that was destroyed and is there again, and the list that it stood on."""

    zaak: UUID
    lijst: str


def teruggekomen() -> Iterator[Terug]:
    """Each month of the memory against the database, a thousand zaken a question."""
    opslag = documentenopslag()
    try:
        maanden, _ = opslag.listdir(MAP)
    except FileNotFoundError:
        return
    for maand in maanden:
        _, namen = opslag.listdir(f"{MAP}/{maand}")
        uuids = [UUID(naam.removesuffix(".json")) for naam in namen]
        for begin in range(0, len(uuids), PORTIE):
            rijen = Zaak.objects.systeem("is een vernietigde zaak teruggekomen").filter(
                uuid__in=uuids[begin : begin + PORTIE]
            )
            for uuid in rijen.values_list("uuid", flat=True):
                with opslag.open(f"{MAP}/{maand}/{uuid}.json") as bestand:
                    yield Terug(uuid, json.load(bestand)["lijst"])

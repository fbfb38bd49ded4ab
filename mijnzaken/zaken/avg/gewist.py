"""What was erased on request but whole zaken, kept where a restored backup of the database does not reach; for zaken
that is ``zaken.vernietigd``.

One small file per line of a request, with keys and nothing else. Each night what lies there is held against the
database: what a backup brought back is erased again (gevaren 57).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.core.files.base import ContentFile

from catalogus import klok
from mijnzaken.documenten.models import documentenopslag
from mijnzaken.zaken.avg.een_contact import CONTACT
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN
from mijnzaken.zaken.avg.plaatsen import PLAATSEN, REDEN
from mijnzaken.zaken.models import Wisregel

MAP = "gewist"
TABEL_VAN_DEEL = {GEGEVEN: "zaken.Gegevenswaarde", CONTACT: "klanten.Klantcontact"}


def onthoud(regel: Wisregel) -> None:
    """Write before the transaction that erases: a file too many costs one look, one too few costs a promise."""
    opslag = documentenopslag()
    if not opslag.exists(_pad(regel)):
        inhoud = {"plaats": regel.plaats, "verzoek": str(regel.zaak.uuid), "rijen": [str(rij) for rij in regel.rijen]}
        opslag.save(_pad(regel), ContentFile(json.dumps(inhoud).encode()))


def vergeet(regel: Wisregel) -> None:
    """It was not erased after all."""
    documentenopslag().delete(_pad(regel))


def _pad(regel: Wisregel) -> str:
    return f"{MAP}/{klok.vandaag():%Y-%m}/{regel.uuid}.json"


@dataclass(frozen=True)
class Terug:
    """Rows of one place that were erased and are there again, and the request in which that was decided."""

    plaats: str
    rijen: list[UUID]
    verzoek: UUID


def teruggekomen() -> Iterator[Terug]:
    opslag = documentenopslag()
    try:
        maanden, _ = opslag.listdir(MAP)
    except FileNotFoundError:
        return
    for maand in maanden:
        _, namen = opslag.listdir(f"{MAP}/{maand}")
        for naam in namen:
            with opslag.open(f"{MAP}/{maand}/{naam}") as bestand:
                gelezen = json.load(bestand)
            if rijen := _weer_daar(gelezen["plaats"], gelezen["rijen"]):
                yield Terug(gelezen["plaats"], rijen, UUID(gelezen["verzoek"]))


def _weer_daar(plaats: str, rijen: list[str]) -> list[UUID]:
    tabel = TABEL_VAN_DEEL.get(plaats) or PLAATSEN[plaats].tabellen.split()[0]
    terug = apps.get_model(tabel).objects.systeem(REDEN).filter(uuid__in=rijen)
    return list(terug.values_list("uuid", flat=True))

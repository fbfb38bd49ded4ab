"""A run over the zaken of one process that are kept for good: each its own folder and its own transaction, and an index
of all of them by which the archive's receipt is recorded later.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, Weigering
from catalogus.models import Archiefnominatie, Proces
from mijnzaken.zaken import dossier
from mijnzaken.zaken.handelingen.overbrengen import overbrengen, overbrenging_bevestigen
from mijnzaken.zaken.models import Archiefstatus, Zaak

INDEX = "overbrenging.json"
REDEN = "overbrengen wat blijvend wordt bewaard"


@dataclass(frozen=True)
class Gedaan:
    """What became of one zaak: ``belet`` says why not; empty when it was done."""

    nummer: str
    belet: str = ""


def schrijf_alle(actor: Systeem, proces: Proces, doel: Path) -> Iterator[Gedaan]:
    """Write what is not there yet. A folder appears under its own name only when the log line of it stands."""
    index = lees_index(doel)
    rijen = Zaak.objects.systeem(REDEN).filter(
        proces=proces, archiefnominatie=Archiefnominatie.BLIJVEND_BEWAREN, einddatum__isnull=False
    )
    open_ = rijen.exclude(archiefstatus=Archiefstatus.OVERGEDRAGEN).order_by("pk").values_list("uuid", "nummer")
    for uuid, nummer in list(open_):
        if (doel / nummer).exists():
            index[nummer] = str(uuid)
            continue
        yield _schrijf(actor, uuid, nummer, doel, index)
    _bewaar(doel, index)


def _schrijf(actor: Systeem, uuid: UUID, nummer: str, doel: Path, index: dict[str, str]) -> Gedaan:
    tijdelijk = doel / f".{nummer}"
    dossier.gooi_weg(tijdelijk)
    try:
        overbrengen(actor, uuid, map_=tijdelijk)
    except Weigering as weigering:
        dossier.gooi_weg(tijdelijk)
        return Gedaan(nummer, weigering.reden)
    except BaseException:
        dossier.gooi_weg(tijdelijk)
        raise
    tijdelijk.rename(doel / nummer)
    index[nummer] = str(uuid)
    _bewaar(doel, index)
    return Gedaan(nummer)


def bevestig(actor: Systeem, doel: Path) -> Iterator[Gedaan]:
    """The archive has what the index of this folder names."""
    for nummer, uuid in lees_index(doel).items():
        try:
            overbrenging_bevestigen(actor, UUID(uuid))
        except Weigering as weigering:
            yield Gedaan(nummer, weigering.reden)
        except BestaatNiet:
            yield Gedaan(nummer, "Deze zaak is er niet meer.")
        else:
            yield Gedaan(nummer)


def lees_index(doel: Path) -> dict[str, str]:
    """Number to uuid of what was written there before. Raises ValueError when it is no index."""
    pad = doel / INDEX
    gelezen = json.loads(pad.read_text()) if pad.exists() else {}
    if not isinstance(gelezen, dict):
        raise ValueError(f"{INDEX} is geen lijst van zaken.")
    return {str(nummer): str(UUID(uuid)) for nummer, uuid in gelezen.items()}


def _bewaar(doel: Path, index: dict[str, str]) -> None:
    nieuw = doel / f".{INDEX}"
    nieuw.write_text(json.dumps(index, indent=2, sort_keys=True) + "\n")
    nieuw.rename(doel / INDEX)

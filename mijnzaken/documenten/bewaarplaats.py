"""Where content lies: under a name of our own, in a folder per day, written in pieces (gevaren 47, 72, 77, 79).

A file belongs to one row. One without a row (a transaction that was rolled back after the file was written) is a stray;
:func:`ruim_zwervers_op` finds it in the folder of its day.
"""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import structlog
from django.core.files.base import ContentFile, File

from catalogus import klok
from mijnzaken.documenten.models import Bestandsdeel, Documentversie, Upload, documentenopslag

log = structlog.get_logger(__name__)
REDEN = "bestanden zonder rij zoeken"


@dataclass(frozen=True)
class Geschreven:
    pad: str
    omvang: int  # bytes
    sha256: str


def schrijf(stukken: Iterable[bytes]) -> Geschreven:
    """Write the pieces; whatever fails halfway, nothing stays behind. Raises OSError when the disk is full."""
    hash_, omvang = hashlib.sha256(), 0
    opslag = documentenopslag()
    pad = f"{klok.vandaag():%Y/%m/%d}/{uuid.uuid4().hex}"

    def gelezen() -> Iterator[bytes]:
        nonlocal omvang
        for stuk in stukken:
            hash_.update(stuk)
            omvang += len(stuk)
            yield stuk

    try:
        pad = opslag.save(pad, _Stroom(gelezen()))
    except BaseException:
        opslag.delete(pad)
        raise
    return Geschreven(pad, omvang, hash_.hexdigest())


def verwijder(pad: str) -> None:
    documentenopslag().delete(pad)


def ruim_zwervers_op(dag: date) -> int:
    """Remove the files in the folder of this day that no row knows and that are a day old; gives how many."""
    opslag = documentenopslag()
    map_ = f"{dag:%Y/%m/%d}"
    try:
        _mappen, namen = opslag.listdir(map_)
    except FileNotFoundError:
        return 0
    paden = {f"{map_}/{naam}" for naam in namen}
    gisteren = klok.nu() - timedelta(days=1)  # a younger one may still get its row
    zwervers = {pad for pad in paden - _bekend(paden) if opslag.get_modified_time(pad) < gisteren}
    for pad in zwervers:
        opslag.delete(pad)
    if zwervers:
        log.info("zwervende_bestanden_verwijderd", dag=dag.isoformat(), aantal=len(zwervers))
    return len(zwervers)


def _bekend(paden: set[str]) -> set[str]:
    bekend: set[str] = set()
    for model, veld in ((Documentversie, "bestand"), (Upload, "bestand"), (Bestandsdeel, "inhoud")):
        rijen = model.objects.systeem(REDEN).filter(**{f"{veld}__in": paden})
        bekend |= set(rijen.values_list(veld, flat=True))
    return bekend


class _Stroom(ContentFile):  # type: ignore[type-arg]
    """A file whose pieces come as they are written; what a storage reads is never wholly in memory."""

    def __init__(self, stukken: Iterator[bytes]) -> None:
        super().__init__(b"")
        self._stukken = stukken
        self._rest = b""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        return self._stukken

    def read(self, omvang: int | None = -1) -> bytes:
        """For a storage that reads instead of walking the pieces (S3)."""
        while omvang is None or omvang < 0 or len(self._rest) < omvang:
            stuk = next(self._stukken, None)
            if stuk is None:
                break
            self._rest += stuk
        grens = len(self._rest) if omvang is None or omvang < 0 else omvang
        gelezen, self._rest = self._rest[:grens], self._rest[grens:]
        return gelezen


def stukken_van(bestand: File | Any) -> Iterator[bytes]:
    bestand.seek(0)
    yield from bestand.chunks()

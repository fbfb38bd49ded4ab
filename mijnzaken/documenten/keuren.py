"""Out of quarantine: scan what waits, and keep what is infected from everybody.

Scanning happens outside a transaction, since it can take a minute; the verdict is written only when the row still waits
for it and still has the content that was scanned. Scanning twice does no harm (gevaren 84).
"""

from collections.abc import Callable
from datetime import timedelta

import structlog
from django.db import transaction

from catalogus import klok
from mijnzaken.documenten.bewaarplaats import ruim_zwervers_op
from mijnzaken.documenten.models import Document, Keuringsstand, Upload, documentenopslag
from mijnzaken.documenten.opslag import gooi_upload_weg
from mijnzaken.documenten.scanner import ScannerOnbereikbaar, Uitslag, scanner

log = structlog.get_logger(__name__)
REDEN = "keuring van bestanden"
PORTIE = 100
ZWERFDAGEN = 7  # how far back strays are looked for, so that a scheduler that stood still misses none


def keur(pk: int) -> str:
    """Scan every version of one document. Gives its stand, which is ``wacht`` while the scanner is down (76)."""
    return _of_wacht(_keur_document, pk)


def keur_upload(pk: int) -> str:
    """The same for a file that does not belong to anything yet, so that most documents are clean when they are made."""
    return _of_wacht(_keur_upload, pk)


def keur_wachtende() -> int:
    """The sweep: everything that waits, also what lost its nudge. Stops when the scanner does not answer."""
    gedaan = 0
    for model, keuring in ((Document, _keur_document), (Upload, _keur_upload)):
        wachtend = model.objects.systeem(REDEN).filter(keuring=Keuringsstand.WACHT).order_by("aangemaakt_op")
        for pk in list(wachtend.values_list("pk", flat=True)[:PORTIE]):
            try:
                gedaan += keuring(pk) in (Keuringsstand.SCHOON, Keuringsstand.BESMET)
            except ScannerOnbereikbaar as fout:
                log.warning("scanner_onbereikbaar", fout=str(fout)[:100])
                return gedaan
    return gedaan


def wacht_te_lang(uren: int = 1) -> int:
    """How many documents wait for more than ``uren``: somebody must look at the scanner."""
    grens = klok.nu() - timedelta(hours=uren)
    return int(Document.objects.systeem(REDEN).filter(keuring=Keuringsstand.WACHT, aangemaakt_op__lt=grens).count())


def ruim_op() -> int:
    """Uploads that never became part of anything, and files that lost their row."""
    verlopen = list(Upload.objects.systeem("verlopen uploads").filter(verloopt_op__lt=klok.nu())[:PORTIE])
    for upload in verlopen:
        with transaction.atomic():
            gooi_upload_weg(upload)
    dagen = [klok.vandaag() - timedelta(days=terug) for terug in range(2, ZWERFDAGEN + 2)]
    return len(verlopen) + sum(ruim_zwervers_op(dag) for dag in dagen)


def _of_wacht(keuring: Callable[[int], str], pk: int) -> str:
    try:
        return keuring(pk)
    except ScannerOnbereikbaar as fout:
        log.warning("scanner_onbereikbaar", fout=str(fout)[:100])
        return Keuringsstand.WACHT


def _keur_document(pk: int) -> str:
    document: Document | None = Document.objects.systeem(REDEN).filter(pk=pk, keuring=Keuringsstand.WACHT).first()
    if document is None:
        return ""
    paden = _paden(document)
    oordeel = _scan(paden)
    with transaction.atomic():
        rijen = Document.objects.systeem(REDEN).select_for_update(of=("self",))
        actueel: Document | None = rijen.filter(pk=pk, keuring=Keuringsstand.WACHT).first()
        if oordeel is None or actueel is None or _paden(actueel) != paden:
            return Keuringsstand.WACHT
        stand, bevinding = oordeel
        actueel.keuring, actueel.keuring_bevinding, actueel.gekeurd_op = stand, bevinding[:255], klok.nu()
        actueel.save(update_fields=["keuring", "keuring_bevinding", "gekeurd_op"])
    return stand


def _keur_upload(pk: int) -> str:
    rijen = Upload.objects.systeem(REDEN).filter(pk=pk, keuring=Keuringsstand.WACHT)
    upload: Upload | None = rijen.first()
    if upload is None:
        return ""
    oordeel = _scan([upload.pad])
    if oordeel is None:
        return Keuringsstand.WACHT
    stand, bevinding = oordeel
    rijen.update(keuring=stand, keuring_bevinding=bevinding[:255], gekeurd_op=klok.nu())
    return stand


def _paden(document: Document) -> list[str]:
    return [versie.pad for versie in document.versies.exclude(bestand="").order_by("versie")]


def _scan(paden: list[str]) -> tuple[Keuringsstand, str] | None:
    """The verdict over all of them; ``None`` when the content can't be read. Raises ScannerOnbereikbaar."""
    for pad in paden:
        try:
            stroom = documentenopslag().open(pad)
        except OSError as fout:
            log.error("bestand_onleesbaar", pad=pad, fout=type(fout).__name__)
            return None
        with stroom:
            uitslag, bevinding = scanner().keur(stroom)
        if uitslag is Uitslag.BESMET:
            log.error("besmet_bestand", pad=pad, bevinding=bevinding)
            return Keuringsstand.BESMET, bevinding
    return (Keuringsstand.SCHOON, "") if paden else None

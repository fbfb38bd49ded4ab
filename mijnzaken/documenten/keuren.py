"""Out of quarantine: scan what waits, once, and keep what is infected from everybody."""

from datetime import timedelta

import structlog
from django.db import transaction

from catalogus import klok
from mijnzaken.documenten.models import Document, Keuringsstand, Upload, documentenopslag
from mijnzaken.documenten.scanner import ScannerOnbereikbaar, Uitslag, scanner

log = structlog.get_logger(__name__)
REDEN = "keuring van bestanden"
PORTIE = 100


def keur(pk: int) -> str:
    """Scan one document. Gives its stand; while the scanner is down it stays ``wacht`` and the sweep comes again."""
    with transaction.atomic():
        document: Document | None = (
            Document.objects.systeem(REDEN)
            .select_for_update(skip_locked=True)
            .filter(pk=pk, keuring=Keuringsstand.WACHT)
            .first()
        )
        if document is None:
            return ""
        try:
            with documentenopslag().open(document.laatste.bestand.name) as stroom:
                uitslag, bevinding = scanner().keur(stroom)
        except (ScannerOnbereikbaar, OSError) as fout:
            log.warning("keuring_wacht", document=str(document.uuid), fout=str(fout)[:100])
            return Keuringsstand.WACHT
        document.keuring = Keuringsstand.SCHOON if uitslag is Uitslag.SCHOON else Keuringsstand.BESMET
        document.keuring_bevinding, document.gekeurd_op = bevinding[:255], klok.nu()
        document.save(update_fields=["keuring", "keuring_bevinding", "gekeurd_op"])
        return document.keuring


def keur_wachtende() -> int:
    """The sweep: every document that waits, also one whose nudge was lost."""
    pks = Document.objects.systeem(REDEN).filter(keuring=Keuringsstand.WACHT).order_by("aangemaakt_op").values_list("pk", flat=True)
    return sum(keur(pk) != Keuringsstand.WACHT for pk in pks[:PORTIE])


def wacht_te_lang(uren: int = 1) -> int:
    """How many documents wait for more than ``uren``: somebody must look at the scanner."""
    grens = klok.nu() - timedelta(hours=uren)
    return int(Document.objects.systeem(REDEN).filter(keuring=Keuringsstand.WACHT, aangemaakt_op__lt=grens).count())


def ruim_uploads_op() -> int:
    """Uploads that never became part of anything."""
    verlopen = Upload.objects.systeem("verlopen uploads").filter(verloopt_op__lt=klok.nu())[:PORTIE]
    for upload in verlopen:
        documentenopslag().delete(upload.bestand.name)
        upload.delete()
    return len(verlopen)

"""What the scheduler does for the archive: carry out approved lists, remove content that was left, destroy again what a
backup brought back. Each zaak is a transaction of its own: a worker that is killed goes on where it was.
"""

from collections.abc import Iterable

import structlog

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from catalogus import klok
from mijnzaken.documenten.bewaarplaats import verwijder
from mijnzaken.zaken import vernietigd
from mijnzaken.zaken.handelingen.vernietigen import afsluiten, opnieuw_vernietigen, vernietigen
from mijnzaken.zaken.models import Lijststand, Vernietigingslijst, Vernietigingsregel, Wisregel

log = structlog.get_logger(__name__)
REDEN = "vernietigen wat over zijn bewaartermijn is"
PORTIE = 200  # zaken a turn


def voer_lijsten_uit(actor: Systeem) -> int:
    """Destroy what stands on the lists whose time to think is over; gives how many zaken went."""
    regels = (
        Vernietigingsregel.objects.systeem(REDEN)
        .filter(
            lijst__stand=Lijststand.GOEDGEKEURD,
            lijst__bedenktijd_tot__lt=klok.vandaag(),
            uitzondering="",
            vernietigd_op=None,
        )
        .select_related("lijst", "zaak")
        .order_by("lijst", "pk")
    )
    gedaan = sum(_vernietig(actor, regel) for regel in regels[:PORTIE])
    _sluit_af(actor)
    return gedaan


def _vernietig(actor: Systeem, regel: Vernietigingsregel) -> bool:
    vernietigd.onthoud(regel.zaak_uuid, regel.lijst.uuid)
    try:
        vernietigen(actor, regel.zaak_uuid, regel=regel)
    except Weigering as weigering:  # reopened since: it stays, and the list says so
        regel.uitzondering = weigering.reden[:500]
        regel.save(update_fields=["uitzondering"])
    if regel.vernietigd_op is None:
        vernietigd.vergeet(regel.zaak_uuid)
        return False
    verwijder_bestanden([regel])
    return True


def _sluit_af(actor: Systeem) -> None:
    klaar = (
        Vernietigingslijst.objects.systeem(REDEN)
        .filter(stand=Lijststand.GOEDGEKEURD, bedenktijd_tot__lt=klok.vandaag())
        .exclude(
            pk__in=Vernietigingsregel.objects.systeem(REDEN).filter(uitzondering="", vernietigd_op=None).values("lijst")
        )
    )
    for uuid in list(klaar.values_list("uuid", flat=True)):
        afsluiten(actor, uuid)


def ruim_bestanden_op() -> int:
    """Content whose zaak is gone and that could not be removed then: the store was away, or the worker was killed."""
    regels = list(Vernietigingsregel.objects.systeem(REDEN).exclude(bestanden=[]).order_by("pk")[:PORTIE])
    verwijder_bestanden(regels)
    return len(regels)


def verwijder_bestanden(regels: Iterable[Vernietigingsregel | Wisregel]) -> None:
    """The content that these lines still name, once their transaction is committed."""
    for regel in regels:
        try:
            for pad in regel.bestanden:
                verwijder(pad)
        except OSError:
            log.exception("bestanden_van_vernietigde_zaak_blijven_nog", regel=regel.pk)
            continue
        regel.bestanden = []
        regel.save(update_fields=["bestanden"])


def vernietig_opnieuw(actor: Systeem) -> int:
    """What was destroyed and came back with a backup goes again, by the list that destroyed it (gevaren 57)."""
    gedaan = 0
    for terug in list(vernietigd.teruggekomen()):
        for pad in opnieuw_vernietigen(actor, terug.zaak, lijst=terug.lijst):
            verwijder(pad)
        Vernietigingsregel.objects.systeem(REDEN).filter(
            zaak_uuid=terug.zaak, vernietigd_op=None, uitzondering=""
        ).update(vernietigd_op=klok.nu())
        gedaan += 1
    return gedaan

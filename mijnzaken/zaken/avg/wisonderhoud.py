"""What the scheduler does for erasure: carry out what was approved, remove content that was left, erase again what a
backup brought back. Each line is a transaction of its own: a worker that is killed goes on where it was.
"""

from typing import Any

from django.db.models import Q

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from mijnzaken.documenten.bewaarplaats import verwijder
from mijnzaken.zaken import vernietigd
from mijnzaken.zaken.archiefonderhoud import verwijder_bestanden
from mijnzaken.zaken.avg import WISSING, gewist
from mijnzaken.zaken.avg.wissing import ZAAK
from mijnzaken.zaken.handelingen.gegevens_wissen import gegevens_wissen, opnieuw_wissen
from mijnzaken.zaken.models import Wisregel

ACTOR = Systeem("iemand vroeg om zijn gegevens te wissen")
PORTIE = 100  # lines a turn


def wis() -> int:
    """Every approved line of a request that still runs; gives how many went. One that is refused does not stop the
    others: it goes back to who handles the request.
    """
    return sum(_wis(regel) for regel in _goedgekeurd().filter(_loopt()).select_related("zaak")[:PORTIE])


def laat_los() -> int:
    """What was approved in a request that ended before it was carried out stays, and is not remembered as erased."""
    regels = list(_goedgekeurd().exclude(_loopt()).select_related("zaak")[:PORTIE])
    for regel in regels:
        _geef_terug(regel)
    return len(regels)


def _goedgekeurd() -> Any:
    rijen = Wisregel.objects.systeem(ACTOR.reden).filter(goedgekeurd_op__isnull=False, gewist_op=None)
    return rijen.order_by("pk")


def _loopt() -> Q:
    return Q(zaak__einddatum=None, zaak__proces__identificatie=WISSING)


def _wis(regel: Wisregel) -> bool:
    _onthoud(regel)
    try:
        gelukt: bool = gegevens_wissen(ACTOR, regel)
    except Weigering:  # logged by the handeling
        _geef_terug(regel)
        return False
    if not gelukt:
        _vergeet(regel)
        return False
    verwijder_bestanden(Wisregel.objects.systeem(ACTOR.reden).filter(pk=regel.pk))
    return True


def _geef_terug(regel: Wisregel) -> None:
    _vergeet(regel)
    regel.goedgekeurd_door = regel.goedgekeurd_op = None
    regel.save(update_fields=["goedgekeurd_door", "goedgekeurd_op"])


def _onthoud(regel: Wisregel) -> None:
    if regel.plaats == ZAAK:
        vernietigd.onthoud(regel.rijen[0], regel.zaak.uuid)
    else:
        gewist.onthoud(regel)


def _vergeet(regel: Wisregel) -> None:
    if regel.plaats == ZAAK:
        vernietigd.vergeet(regel.rijen[0])
    else:
        gewist.vergeet(regel)


def ruim_bestanden_op() -> int:
    """Content of what is gone that could not be removed then: the store was away, or the worker was killed."""
    regels = list(Wisregel.objects.systeem(ACTOR.reden).exclude(bestanden=[]).order_by("pk")[:PORTIE])
    verwijder_bestanden(regels)
    return len(regels)


def wis_opnieuw() -> int:
    """What was erased and came back with a backup goes again; zaken go by ``archiefonderhoud``. Gives how often."""
    gedaan = 0
    for terug in list(gewist.teruggekomen()):
        for pad in opnieuw_wissen(ACTOR, plaats=terug.plaats, rijen=terug.rijen, verzoek=terug.verzoek):
            verwijder(pad)
        gedaan += 1
    return gedaan

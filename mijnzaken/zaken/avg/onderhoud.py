"""What the scheduler does for the rights of data subjects."""

from typing import Any

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from catalogus import klok
from catalogus.models import Fase, OmschrijvingGeneriekRol
from mijnzaken.zaken import stappen
from mijnzaken.zaken.avg import INZAGE
from mijnzaken.zaken.handelingen.inzagekopie import inzage_verzamelen
from mijnzaken.zaken.models import Beperking, Inzagekopie, Zaak
from mijnzaken.zaken.portie import een_voor_een

ACTOR = Systeem("iemand vroeg om inzage in zijn gegevens")
BEGONNEN = (Fase.IN_BEHANDELING, Fase.ADVIES, Fase.BESLUIT_VOORGESTELD)
PORTIE = 20


def verzamel() -> int:
    """For every request that somebody took up; one that fails does not stop the others."""
    rijen = Zaak.objects.systeem(ACTOR.reden).filter(
        proces__identificatie=INZAGE,
        einddatum=None,
        fase__in=BEGONNEN,
        inzagekopie=None,
        rollen__partij__isnull=False,
        rollen__roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR,
    )
    gedaan = 0
    for uuid in list(rijen.order_by("pk").values_list("uuid", flat=True).distinct()[:PORTIE]):
        try:
            inzage_verzamelen(ACTOR, uuid)
        except Weigering:  # logged by the handeling; it was closed or released meanwhile
            continue
        gedaan += 1
    return gedaan


def ruim_op() -> int:
    """Of a request that ended without a release nothing collected stays."""
    over = Inzagekopie.objects.systeem("wat voor niemand meer nodig is")
    aantal, _ = over.filter(vrijgegeven_op=None, zaak__einddatum__isnull=False).delete()
    return aantal


def haal_sloten_af() -> int:
    """The zaken of which the last lock ended: that they may be used again follows from the day, here only the flag."""
    return een_voor_een(_zonder_slot, _van_slot)


def _zonder_slot() -> Any:
    sloten = Beperking.objects.systeem("sloten waarvan de dag kwam")
    voorbij = sloten.filter(weer_vanaf__lte=klok.vandaag(), zaak__beperkt=True).values("zaak")
    zaken = Zaak.objects.systeem("zaken waar het slot af is").filter(pk__in=voorbij)
    return zaken.exclude(pk__in=sloten.filter(Beperking.geldend()).values("zaak")).order_by("pk")


def _van_slot(zaak: Zaak) -> None:
    zaak.beperkt = False
    stappen.raak_aan(zaak, "beperkt")

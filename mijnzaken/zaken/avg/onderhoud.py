"""What the scheduler does for requests for access."""

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from catalogus.models import Fase, OmschrijvingGeneriekRol
from mijnzaken.zaken.avg import INZAGE
from mijnzaken.zaken.handelingen.inzagekopie import inzage_verzamelen
from mijnzaken.zaken.models import Inzagekopie, Zaak

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

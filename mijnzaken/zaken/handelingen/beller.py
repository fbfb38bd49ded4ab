"""Finding who calls by the number of a zaak: the rest of finding callers knows no zaken (``klanten.handelingen``)."""

from autorisatie.actor import Actor
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from catalogus.models import OmschrijvingGeneriekRol
from mijnzaken.zaken.models import Zaak


@handeling("beller_zoeken")
def beller_zoeken_op_zaaknummer(actor: Actor, *, nummer: str) -> list[Partij]:
    """Who asked for this zaak, when both the zaak and he exist for this actor; the whole number, never a part of it."""
    zaken = Zaak.objects.voor(actor).filter(nummer=nummer)
    gevonden = list(
        Partij.objects.voor(actor)
        .filter(rollen__zaak__in=zaken, rollen__roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR)
        .order_by("pk")[:1]
    )
    aantekenen(soort="zaaknummer", gevonden=len(gevonden))
    return gevonden

"""Whether a zaak is shielded: when it is itself, or when a partij that stands in it is.

``Zaak.afgeschermd`` holds the answer for the door; the handelingen that change it call this, ``controleer`` compares.
"""

from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from autorisatie.actor import Medewerker
from autorisatie.models import Gebruiker, Partij
from catalogus import klok
from mijnzaken.zaken.models import PartijAfscherming, Rol, Zaak, ZaakAfscherming

REDEN = "de stand van afscherming bijwerken"


def hoort_afgeschermd() -> Any:
    """The condition over zaken, as a value."""
    zelf = ZaakAfscherming.objects.systeem(REDEN).filter(zaak=OuterRef("pk"), opgeheven_op=None)
    door_partij = Rol.objects.systeem(REDEN).filter(zaak=OuterRef("pk"), partij__afgeschermd=True)
    return ExpressionWrapper(Q(Exists(zelf)) | Q(Exists(door_partij)), output_field=BooleanField())


def werk_bij(zaak: Zaak) -> None:
    """Put the stand of one zaak right, under its lock: two statements, so that the second sees what the first waited
    for.
    """
    rijen = Zaak.objects.systeem(REDEN).filter(pk=zaak.pk)
    rijen.select_for_update(of=("self",)).values_list("pk").get()
    hoort = bool(rijen.values_list(hoort_afgeschermd(), flat=True).get())
    if hoort != zaak.afgeschermd:
        zaak.afgeschermd = hoort
        rijen.update(afgeschermd=hoort)


def werk_zaken_bij_van(partij: Partij) -> int:
    """Put right every zaak that this partij stands in; gives how many changed. One statement."""
    zaken = Rol.objects.systeem(REDEN).filter(partij=partij).values("zaak")
    rijen = Zaak.objects.systeem(REDEN).filter(pk__in=zaken)
    return int(rijen.exclude(afgeschermd=hoort_afgeschermd()).update(afgeschermd=hoort_afgeschermd()))


def erf(zaak: Zaak, van: Zaak) -> bool:
    """An objection to a decision in a shielded zaak would tell of it: it is shielded from its first moment too. Nobody
    is named yet; who guards the shieldings must do that.
    """
    if not ZaakAfscherming.objects.systeem(REDEN).filter(zaak=van, opgeheven_op=None).exists():
        return False
    reden = "Bezwaar tegen een besluit in een zaak die is afgeschermd."
    ZaakAfscherming.objects.create(zaak=zaak, reden=reden, vanaf=klok.nu())
    werk_bij(zaak)
    return True


def verkeerd() -> Any:
    """The zaken whose stand is not what the rows say: none, when all is well. From the few that are shielded, or should
    be, and never over all zaken.
    """
    alle = Zaak.objects.systeem("controle van de afscherming")
    zelf = ZaakAfscherming.objects.systeem(REDEN).filter(opgeheven_op=None).values("zaak")
    partijen = PartijAfscherming.objects.systeem(REDEN).filter(opgeheven_op=None).values("partij")
    via = Rol.objects.systeem(REDEN).filter(partij__in=partijen).values("zaak")
    dicht = alle.filter(afgeschermd=True).exclude(hoort_afgeschermd())
    return dicht | alle.filter(Q(pk__in=zelf) | Q(pk__in=via), afgeschermd=False)


def kan_openen(gebruiker: Gebruiker, zaak: Zaak) -> bool:
    """Does this zaak exist for that colleague, by his own door?"""
    bestaat: bool = Zaak.objects.voor(Medewerker(gebruiker)).filter(pk=zaak.pk).exists()
    return bestaat

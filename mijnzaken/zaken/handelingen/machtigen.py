"""Letting another act in zaken that one names; for all zaken, or by product, it is ``autorisatie.machtigen``."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.machtigen import Aanbod, machtiging_aanbieden, onderwerp_van
from autorisatie.models import Machtiging, Reikwijdte
from mijnzaken.zaken.models import Zaak, ZaakMachtiging

MEESTE = 50  # zaken that one machtiging names


@handeling("machtiging_aanbieden")
def zaken_machtigen(actor: Burger, aanbod: Aanbod, zaken: Sequence[Zaak]) -> Machtiging:
    """Offer for these zaken, each through the gever's own door.

    A shielded zaak is for named persons of the municipality's choice only, so no machtiging opens it.
    """
    if not zaken:
        raise Invoerfout({"zaken": _("Kies ten minste één zaak.")})
    sleutels = {zaak.pk for zaak in zaken}
    eigen = Zaak.objects.voor(actor).filter(pk__in=sleutels, afgeschermd=False)
    if len(sleutels) > MEESTE or eigen.count() != len(sleutels):
        raise BestaatNiet
    machtiging: Machtiging = machtiging_aanbieden(
        actor, replace(aanbod, reikwijdte=Reikwijdte.ZAKEN, producten=(), onderwerp=onderwerp_van(sleutels))
    )
    ZaakMachtiging.objects.bulk_create(ZaakMachtiging(machtiging=machtiging, zaak_id=pk) for pk in sorted(sleutels))
    return machtiging

"""The data subjects of a page of zaken, or of what belongs to them: for the log of who read whose data."""

from collections.abc import Sequence

from mijnzaken.api.bron import Rij
from mijnzaken.api.vraag import Vraag
from mijnzaken.zaken.models import Rol


def gelezen(_vraag: Vraag, rijen: Sequence[Rij]) -> set[int]:
    """Who takes part in these zaken: read with them."""
    return {partij for rij in rijen for partij in rij.kinderen["partijen"]}


def van_zaken(vraag: Vraag, rijen: Sequence[Rij]) -> set[int]:
    """Who takes part in the zaken that these rows belong to, in one statement."""
    zaken = {rij.zaak_id for rij in rijen}
    rollen = Rol.objects.voor(vraag.actor).filter(zaak__in=zaken, partij__isnull=False)
    return set(rollen.values_list("partij_id", flat=True))

"""What happens to a person or a company, and what it ends. Called after each refresh; an event of another system comes
in by the same door."""

from django.db.models import Q

from autorisatie.actor import Systeem
from autorisatie.machtigen import machtiging_vervalt
from autorisatie.models import EindeReden, Machtiging, Partij
from mijnzaken.bronnen.vertegenwoordigers import beeindig_eigen

REDEN = "een gebeurtenis uit een register"


def verwerk(partij: Partij) -> int:
    """What the state of this partij ends, now; the number of machtigingen. Repeated, it does nothing.

    The door is shut by the state itself (``Partij.doet_mee``): this writes it down and tells who is left.
    """
    if partij.overleden_op is not None:
        return _overleden(partij)
    if partij.failliet_op is not None:
        return beeindig_eigen(partij, EindeReden.FAILLIET)
    return 0


def _overleden(partij: Partij) -> int:
    """With death every representation ends, of either side, also the one by law (BW 3:72, 1:245)."""
    rijen = Machtiging.objects.systeem(REDEN).filter(Q(gever=partij) | Q(gemachtigde=partij), beeindigd_op=None)
    gedaan = 0
    for rij in rijen.iterator(chunk_size=200):
        machtiging_vervalt(Systeem(REDEN), rij, reden=EindeReden.OVERLEDEN)
        gedaan += 1
    return gedaan

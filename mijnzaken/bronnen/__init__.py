"""The registers outside the municipality's own house: BRP (persons), KvK (companies), BAG (addresses).

``bronnen.brp()``, ``bronnen.kvk()`` and ``bronnen.bag()`` give the client of each; a register that does not answer
raises :class:`~mijnzaken.bronnen.client.BronNietBereikbaar`, which a screen shows as such and never as "you have
nothing".
"""

from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.keuze import bag, brp, kvk

__all__ = ["BronNietBereikbaar", "bag", "brp", "kvk"]

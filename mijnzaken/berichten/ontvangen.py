"""What an event of another system means here. A change in the register of persons: ask that register anew."""

import re
from collections.abc import Iterable

from django.conf import settings

from autorisatie.models import Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from catalogus.nummers import elfproef
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.bronnen.models import Bronstand

REDEN = "een gebeurtenis uit een register"
WERK_BIJ = "mijnzaken.bronnen.tasks.werk_relaties_bij"
_NEGEN = re.compile(r"(?<!\d)\d{9}(?!\d)")


def neem_ter_harte(kanaal: str, teksten: Iterable[str]) -> bool:
    """Does this event name a person? Then the register is asked about who we know, and nothing of it is kept or
    passed on: not that it came, nor about whom. The answer is the same for who is unknown here.
    """
    if kanaal not in settings.API_PERSOONSKANALEN:
        return False
    nummers = {nummer for tekst in teksten for nummer in _NEGEN.findall(tekst) if elfproef(nummer)}
    for pk in _bekenden(nummers):
        Bronstand.objects.systeem(REDEN).filter(partij=pk).update(volgende_poging=klok.nu(), pogingen=0)
        stoot_aan(WERK_BIJ, pk)
    return True


def _bekenden(nummers: set[str]) -> list[int]:
    sleutels = [zoekwaarde(nummer) for nummer in nummers]
    return list(Partij.objects.systeem(REDEN).filter(bsn_zoekwaarde__in=sleutels).values_list("pk", flat=True))

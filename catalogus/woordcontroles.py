"""The checks before publishing of what a zaaktype says in its own words."""

from collections.abc import Iterator

from catalogus.gebrek import Gebrek
from catalogus.models import Zaaktype


def berichten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """Own words name values that are there, and leave out nothing that the resident has to read."""
    for rij in zaaktype.berichtteksten.all():
        for zinnen in rij.fouten().values():
            for zin in zinnen:
                yield Gebrek(f"Het bericht ‘{rij}’: {zin}", "berichtteksten", rij.pk)

"""The checks before publishing of what a zaaktype says in its own words."""

from collections.abc import Iterator

from catalogus.berichtwoorden import fouten_in_tekst
from catalogus.briefwoorden import BRIEFDELEN, BRIEFREGELS
from catalogus.gebrek import Gebrek
from catalogus.models import Zaaktype


def berichten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """Own words name values that are there, and leave out nothing that the resident has to read."""
    for rij in zaaktype.berichtteksten.all():
        for zinnen in rij.fouten().values():
            for zin in zinnen:
                yield Gebrek(f"Het bericht ‘{rij}’: {zin}", "berichtteksten", rij.pk)


def brieven(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """The same for the letters of decisions."""
    for moment in zaaktype.besluitmomenten.select_related("besluittype"):
        for kolom in BRIEFDELEN:
            if tekst := getattr(moment, kolom):
                for zin in fouten_in_tekst(BRIEFREGELS, tekst):
                    yield Gebrek(f"De brief bij {moment.besluittype}: {zin}", "besluitmomenten", moment.pk)

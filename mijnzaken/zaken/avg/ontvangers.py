"""To whom data of a person were given: each must hear when they are corrected, erased or locked (AVG 19)."""

from collections.abc import Iterable

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.models import Gegeven
from mijnzaken.zaken.avg import MET_SLOT
from mijnzaken.zaken.models import Kennisgeving, Kennisgevingsstand, Zaak


def zet_klaar(verzoek: Zaak, over: Zaak, soort: str, gegevens: Iterable[Gegeven] | None = None) -> int:
    """One line per gegeven and receiver that the catalogue names, of what this zaak holds; gives how many there are
    that must be told. What is waiting already is not asked twice.
    """
    if gegevens is None:
        waarden = over.gegevenswaarden.filter(actueel=True).select_related("gegeven")
        gegevens = [rij.gegeven for rij in waarden]
    rijen = [
        Kennisgeving(
            zaak=verzoek,
            over_zaak=over,
            gegeven=gegeven.label[:200],
            ontvanger=ontvanger,
            soort=soort,
            sinds=klok.nu(),
        )
        for gegeven in gegevens
        for ontvanger in gegeven.ontvangers
    ]
    Kennisgeving.objects.bulk_create(rijen, ignore_conflicts=True)
    return len(rijen)


def eis_verteld(zaak: Zaak) -> None:
    """No answer to the person before everybody who had his data was told, or it is written why that can't be."""
    if zaak.proces.identificatie not in MET_SLOT:
        return
    if zaak.kennisgevingen.filter(stand=Kennisgevingsstand.OPEN).exists():
        raise OnjuisteToestand(
            "Wie deze gegevens van ons kreeg, weet nog niet wat ermee is gebeurd. Vertel het eerst (AVG artikel 19)."
        )

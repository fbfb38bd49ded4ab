"""To whom data of a person were given: each must hear when they are corrected, erased or locked (AVG 19)."""

from collections.abc import Iterable

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.models import Gegeven
from mijnzaken.berichten import postuit
from mijnzaken.zaken import collegas
from mijnzaken.zaken.afscherming import kan_openen
from mijnzaken.zaken.avg import MET_SLOT
from mijnzaken.zaken.models import Kennisgeving, Kennisgevingsstand, Zaak

MELDING = "nog_te_vertellen_team"


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
            over_nummer=over.nummer,
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


def moet_nog_horen(zaak: Zaak) -> int:
    """How many lines still wait, also when the request itself ended: what was done to the data stays done. Nothing,
    and no query, for a zaak that is no request about data.
    """
    if zaak.proces.identificatie not in MET_SLOT:
        return 0
    wachten: int = zaak.kennisgevingen.filter(stand=Kennisgevingsstand.OPEN).count()
    return wachten


def meld_nog_te_vertellen(verzoek: Zaak) -> None:
    """The request was withdrawn and others must still be told: to who handled it, else to the team leads."""
    if verzoek.behandelaar is None:
        collegas.waarschuw_teamleiders(verzoek, MELDING)
    elif kan_openen(verzoek.behandelaar, verzoek):
        postuit.melding_aan_medewerker(
            MELDING,
            verzoek.behandelaar,
            sleutel=f"{MELDING}:{verzoek.uuid}:{verzoek.versie}",
            context={"nummer": verzoek.nummer},
        )


def eis_verteld(zaak: Zaak) -> None:
    """No answer to the person before everybody who had his data was told, or it is written why that can't be."""
    if moet_nog_horen(zaak):
        raise OnjuisteToestand(
            "Wie deze gegevens van ons kreeg, weet nog niet wat ermee is gebeurd. Vertel het eerst (AVG artikel 19)."
        )

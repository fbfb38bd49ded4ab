"""The letter of a decision in the own words of a zaaktype, and an example of it that is about nobody."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils import translation

from catalogus import klok
from catalogus.berichtwoorden import vul
from catalogus.briefwoorden import BRIEFDELEN, BRIEFREGELS
from catalogus.models import Uitkomst, ZaaktypeBesluittype
from catalogus.termijnen import Duur
from mijnzaken.berichten.brieven import maak_brief


def eigen_woorden(moment: ZaaktypeBesluittype, waarden: Mapping[str, Any]) -> dict[str, str]:
    """By their place in the letter. Where there are none, the letter has its usual words."""
    with translation.override("nl"):
        delen = {plaats: vul(getattr(moment, kolom), waarden) for kolom, plaats in BRIEFDELEN.items()}
    return {plaats: tekst for plaats, tekst in delen.items() if tekst}


def voorbeeld(moment: ZaaktypeBesluittype) -> bytes:
    """The same template with examples: what is granted, with all that such a letter can name."""
    versie, soort = moment.zaaktype, moment.besluittype
    vandaag = klok.vandaag()
    waarden = {w.naam: w.voorbeeld for w in BRIEFREGELS.waarden} | {
        "product": versie.omschrijving,
        "gemeente": settings.GEMEENTE["volledige_naam"],
        "besluit": soort.omschrijving,
    }
    bezwaar = moment.bezwaar and versie.bezwaar_mogelijk
    gegevens = {
        "naam": waarden["naam"],
        "adresregels": ["Spoorlaan 12", "2900 AB  Demostad"],
        "onderwerp": f"VOORBEELD – Besluit op uw aanvraag: {versie.omschrijving}",
        "datum": vandaag.isoformat(),
        "kenmerk": waarden["nummer"],
        "afdeling": versie.proces.team.afdeling.naam,
        "taal": "nl",
        "gemeente": settings.GEMEENTE,
        "besluit": soort.omschrijving,
        "uitkomst": Uitkomst.TOEGEKEND,
        "motivering": "Hier staat wat de behandelaar schrijft: waarom wij dit besluiten.",
        "ingangsdatum": waarden["ingangsdatum"].isoformat(),
        "vervaldatum": waarden["vervaldatum"].isoformat(),
        "bedrag": 125_000,
        "bezwaar_tot": Duur.lees(soort.reactietermijn or "P6W").na(vandaag).isoformat() if bezwaar else "",
        "bestuursorgaan": settings.GEMEENTE["bestuursorgaan"],
    }
    return maak_brief("besluit", gegevens | eigen_woorden(moment, waarden))

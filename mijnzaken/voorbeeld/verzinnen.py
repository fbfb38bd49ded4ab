"""Plausible values for the gegevens of a zaaktype, in the form in which they are stored."""

import random
from datetime import timedelta
from typing import Any

from autorisatie.models import Partij
from catalogus import klok
from catalogus.formulieren import voorwaarde
from catalogus.models import Gegeven, SoortGegeven, Zaaktype

_ZINNEN = (
    "Het gaat om de voorkant van de woning.",
    "Dit speelt al een paar maanden.",
    "Overdag ben ik thuis, dus u kunt langskomen.",
    "Graag hoor ik hoe lang het duurt.",
)


def verzin(zaaktype: Zaaktype, partij: Partij | None, toeval: random.Random) -> dict[str, Any]:
    """A value for every required gegeven and for some of the others, so that conditions hold."""
    waarden: dict[str, Any] = {}
    for gegeven in zaaktype.gegevens.filter(stap__isnull=False).order_by("stap__volgnummer", "volgorde"):
        if gegeven.soort == SoortGegeven.BESTAND or not voorwaarde(gegeven.toon_als, waarden):
            continue
        if gegeven.verplicht or toeval.random() < 0.4:
            waarden[gegeven.naam] = _waarde(gegeven, partij, toeval)
    return waarden


def _waarde(gegeven: Gegeven, partij: Partij | None, toeval: random.Random) -> Any:
    match gegeven.soort:
        case SoortGegeven.LANGE_TEKST:
            return " ".join(toeval.sample(_ZINNEN, 2))
        case SoortGegeven.GETAL:
            laagste = int(gegeven.validatie.get("min", 1))
            return toeval.randint(laagste, int(gegeven.validatie.get("max", laagste + 9)))
        case SoortGegeven.BEDRAG:
            return toeval.randint(50, 4000) * 100
        case SoortGegeven.DATUM:
            return (klok.vandaag() - timedelta(days=toeval.randint(3, 400))).isoformat()
        case SoortGegeven.KEUZE:
            return toeval.choice(gegeven.keuzes)["waarde"]
        case SoortGegeven.MEERKEUZE:
            return [toeval.choice(gegeven.keuzes)["waarde"]]
        case SoortGegeven.JA_NEE:
            return toeval.random() < 0.7
        case SoortGegeven.ADRES:
            return _adres(partij, toeval)
        case SoortGegeven.TELEFOON:
            return f"+316{toeval.randint(10_000_000, 99_999_999)}"
        case SoortGegeven.EMAIL:
            return f"bewoner{toeval.randint(1, 999)}@voorbeeld.example"
        case SoortGegeven.IBAN:
            return "NL91ABNA0417164300"
    if gegeven.eenmalige_code:
        return "DEMO-" + "".join(toeval.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(4))
    if partij is not None and "naam" in gegeven.voorvulling:
        return partij.volledige_naam
    return toeval.choice(("Zie de toelichting", "Eigen woning", "Zoals besproken"))


def _adres(partij: Partij | None, toeval: random.Random) -> dict[str, Any]:
    if partij is not None and partij.straatnaam:
        return {
            "postcode": partij.postcode,
            "huisnummer": str(partij.huisnummer or ""),
            "toevoeging": f"{partij.huisletter}{partij.huisnummertoevoeging}",
            "straat": partij.straatnaam,
            "woonplaats": partij.stad,
        }
    return {
        "postcode": "2900AB",
        "huisnummer": str(toeval.randint(1, 140)),
        "toevoeging": "",
        "straat": "Spoorlaan",
        "woonplaats": "Demostad",
    }

"""Answers that the municipality knows already: the path of a gegeven followed into what the registers answered."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from catalogus.formulieren.adres import Adres, OnjuistAdres
from catalogus.formulieren.gegevens import Vraag, is_leeg
from catalogus.formulieren.opslag import OnjuisteWaarde, naar_opslag

_ADRESNAMEN = {"straat": "straatnaam", "toevoeging": "huisnummertoevoeging"}


def voorgevuld(vragen: Iterable[Vraag], bronnen: Mapping[str, Any]) -> dict[str, Any]:
    """Stored values by name, for the questions whose path ('brp.naam', 'partij.email') leads to something that fits.

    ``bronnen`` holds mappings or objects by their first word; a source that is not there fills in nothing.
    """
    gevonden = {}
    for vraag in vragen:
        waarde = _volg(bronnen, vraag.voorvulling) if vraag.voorvulling else None
        try:
            opslag = naar_opslag(vraag.soort, _passend(vraag.soort, waarde))
        except (OnjuisteWaarde, OnjuistAdres):
            continue
        if opslag is not None:
            gevonden[vraag.naam] = opslag
    return gevonden


def _volg(bron: Any, pad: str) -> Any:
    for deel in pad.split("."):
        bron = bron.get(deel) if isinstance(bron, Mapping) else getattr(bron, deel, None)
    return None if callable(bron) else bron


def _passend(soort: str, waarde: Any) -> Any:
    """What a register gives, as the soort has it: an address by its own names, anything else as text."""
    if is_leeg(waarde):
        return None
    if soort == "adres":
        namen = ("postcode", "huisnummer", "huisletter", "toevoeging", "straat", "woonplaats")
        return Adres.uit_json({naam: _deel(waarde, naam) for naam in namen})
    if soort in ("tekst", "lange_tekst") and isinstance(waarde, int | date):
        return str(waarde)
    return waarde


def _deel(adres: Any, naam: str) -> Any:
    eigen = _volg(adres, naam)
    return _volg(adres, _ADRESNAMEN[naam]) if eigen is None and naam in _ADRESNAMEN else eigen

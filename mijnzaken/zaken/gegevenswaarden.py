"""The value of a gegeven of a zaak: its next version, and as the text that the standard makes of it."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Max

from autorisatie.fouten import Invoerfout
from catalogus import klok
from catalogus.formulieren import OnjuisteWaarde, is_leeg, naar_opslag
from catalogus.models import Gegeven, SoortGegeven
from mijnzaken.zaken.models import Gegevenswaarde, Zaak

_IN_JSON = frozenset({SoortGegeven.MEERKEUZE, SoortGegeven.ADRES, SoortGegeven.BESTAND})
_JA_NEE = {"true": True, "ja": True, "false": False, "nee": False}


def zet(zaak: Zaak, gegeven: Gegeven, waarde: Any, bron: str) -> Gegevenswaarde:
    """A new version of a value: its row stays the one that others refer to, the older value gets a row of its own."""
    huidig: Gegevenswaarde | None = zaak.gegevenswaarden.filter(gegeven=gegeven, actueel=True).first()
    if huidig is None:
        hoogste = zaak.gegevenswaarden.filter(gegeven=gegeven).aggregate(hoogste=Max("versie"))["hoogste"] or 0
        eerste: Gegevenswaarde = Gegevenswaarde.objects.create(
            zaak=zaak, gegeven=gegeven, waarde=waarde, bron=bron, moment=klok.nu(), versie=hoogste + 1
        )
        return eerste
    ouder = Gegevenswaarde(
        zaak=zaak,
        gegeven=gegeven,
        waarde=huidig.waarde,
        bron=huidig.bron,
        moment=huidig.moment,
        versie=huidig.versie,
        actueel=False,
    )
    huidig.waarde, huidig.bron, huidig.moment, huidig.versie = waarde, bron, klok.nu(), huidig.versie + 1
    huidig.save(update_fields=["waarde", "bron", "moment", "versie"])
    ouder.save(force_insert=True)
    return huidig


def adres_in_het_kort(waarde: Any) -> str:
    """'Spoorlaan 12A', as a zaak is called by in a list; empty for what is no address."""
    if not isinstance(waarde, dict) or not waarde.get("straat"):
        return ""
    return f"{waarde['straat']} {waarde.get('huisnummer', '')}{waarde.get('toevoeging', '')}".strip()[:80]


def als_tekst(soort: str, waarde: Any) -> str:
    """A date as jjjj-mm-dd, an amount in euros, yes or no as true or false; what has parts, as JSON."""
    match waarde:
        case str():
            return waarde
        case bool():
            return "true" if waarde else "false"
        case int() if soort == SoortGegeven.BEDRAG:
            return str(Decimal(waarde).scaleb(-2))
        case int() | float():
            return str(waarde)
    return json.dumps(waarde, ensure_ascii=False)


def uit_tekst(gegeven: Gegeven, tekst: str) -> Any:
    """The value as it is kept. Raises Invoerfout for text that is no such thing."""
    try:
        waarde = naar_opslag(gegeven.soort, _gelezen(gegeven.soort, tekst))
    except (OnjuisteWaarde, ValueError, InvalidOperation, KeyError):
        raise _fout(f"Dit is geen waarde van de soort {gegeven.soort}.", "invalid") from None
    if is_leeg(waarde):
        raise _fout("Dit veld mag niet leeg zijn.", "blank")
    keuzes = gegeven.keuzelabels
    if keuzes and any(keuze not in keuzes for keuze in (waarde if isinstance(waarde, list) else [waarde])):
        raise _fout("Dit is geen geldige keuze.", "invalid_choice")
    return waarde


def _gelezen(soort: str, tekst: str) -> Any:
    if soort in _IN_JSON:
        return json.loads(tekst)
    match soort:
        case SoortGegeven.GETAL:
            return Decimal(tekst)
        case SoortGegeven.BEDRAG:
            centen = Decimal(tekst).scaleb(2)
            if centen != centen.to_integral_value():
                raise ValueError(soort)
            return int(centen)
        case SoortGegeven.JA_NEE:
            return _JA_NEE[tekst.lower()]
        case SoortGegeven.DATUM if len(tekst) == 8 and tekst.isdigit():  # the standard's way of writing
            return f"{tekst[:4]}-{tekst[4:6]}-{tekst[6:]}"
    return tekst


def _fout(reden: str, code: str) -> Invoerfout:
    return Invoerfout({"waarde": reden}, {"waarde": code})

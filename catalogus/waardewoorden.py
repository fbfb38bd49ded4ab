"""A value of a column of the catalogue as a person reads it: '8 weken', 'ja', 'Woningtype is koop'."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.db import models
from django.utils import formats

from catalogus.formulieren.gegevens import Vraag
from catalogus.formulieren.voorwaardewoorden import voorwaarde_in_zin
from catalogus.formulieren.woorden import bedrag_in_woorden
from catalogus.models.velden import CentenVeld, DuurVeld
from catalogus.termijnen.duur import Duur

Vragen = Mapping[str, Vraag]
"""By name of the gegeven: for a condition in words."""

_GRENZEN = {
    "min": "minstens {}",
    "max": "hoogstens {}",
    "decimalen": "{} cijfers na de komma",
    "min_lengte": "minstens {} tekens",
    "max_lengte": "hoogstens {} tekens",
    "patroon": "in de vorm {}",
    "patroon_uitleg": "met de uitleg {}",
    "niet_voor": "niet voor {}",
    "niet_na": "niet na {}",
    "bestandstypen": "bestanden van de soort {}",
    "max_mb": "hoogstens {} MB",
    "max_aantal": "hoogstens {} stuks",
    "min_aantal": "minstens {} stuks",
}


def in_woorden(veld: Any, waarde: Any, vragen: Vragen, *, precies: bool = False) -> str:
    """Nothing gives ''. ``precies`` adds what a resident does not see: the fixed value behind a choice."""
    if waarde in (None, "", [], {}):
        return ""
    match waarde:
        case bool():
            return "ja" if waarde else "nee"
        case date():
            return _dag(waarde)
        case time():
            return waarde.strftime("%H.%M uur")
        case {} if veld.name == "validatie":
            return ", ".join(_GRENZEN[woord].format(_opsomming(grens)) for woord, grens in waarde.items())
        case {}:
            return voorwaarde_in_zin(waarde, vragen)
        case [{"label": _}, *_]:
            return ", ".join(_keuze(keuze, precies) for keuze in waarde)
        case list():
            namen = dict(getattr(getattr(veld, "base_field", None), "flatchoices", ()))
            return ", ".join(str(namen.get(deel, deel)).replace("_", " ") for deel in waarde)
    if isinstance(veld, DuurVeld):
        return Duur.lees(waarde).in_woorden()
    if isinstance(veld, CentenVeld):
        return bedrag_in_woorden(waarde)
    if isinstance(veld, models.Field) and veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    return str(waarde)


def _dag(dag: date) -> str:
    return formats.date_format(dag, "j F Y").lower()


def _opsomming(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return ", ".join(str(deel) for deel in waarde) if isinstance(waarde, list) else str(waarde)


def _keuze(keuze: Mapping[str, str], precies: bool) -> str:
    engels = f"Engels {keuze['label_en']}" if keuze.get("label_en") else ""
    tot = f"niet meer te kiezen vanaf {_dag(date.fromisoformat(keuze['tot']))}" if keuze.get("tot") else ""
    delen = [keuze["label"], keuze.get("hulp") or "", engels, tot, f"vaste waarde {keuze['waarde']}" if precies else ""]
    kop, *rest = [deel for deel in delen if deel]
    return f"{kop} ({'; '.join(rest)})" if rest else kop

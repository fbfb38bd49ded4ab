"""When a question is shown: a condition over the other answers, as they are stored.

    {}                                    always
    {"gegeven": naam, "is": waarde}       also: een_van [..], bevat, meer_dan, minder_dan, ingevuld true/false
    {"alle": [..]}  {"een": [..]}  {"niet": {..}}

An amount is compared in cents, a date as 'jjjj-mm-dd', yes and no as true and false. The shape is checked where a
gegeven is saved (catalogus.models.jsonvormen).
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from catalogus.formulieren.gegevens import Vraag, is_leeg

Voorwaarde = Mapping[str, Any]


class OnbekendeVoorwaarde(ValueError):
    """This is no condition that a form knows."""


def voorwaarde(toon_als: Voorwaarde, waarden: Mapping[str, Any]) -> bool:
    """Whether the condition holds for these stored values. An answer that is not there fits no comparison."""
    if not toon_als:
        return True
    if "alle" in toon_als:
        return all(voorwaarde(deel, waarden) for deel in toon_als["alle"])
    if "een" in toon_als:
        return any(voorwaarde(deel, waarden) for deel in toon_als["een"])
    if "niet" in toon_als:
        return not voorwaarde(toon_als["niet"], waarden)
    naam, woord, ander = _vergelijking(toon_als)
    return _VERGELIJKINGEN[woord](waarden.get(naam), ander)


def getoond(vragen: Iterable[Vraag], waarden: Mapping[str, Any]) -> set[str]:
    """The names of the questions that are shown. The answer to a question that is hidden itself does not count."""
    per_naam = {vraag.naam: vraag for vraag in vragen}
    antwoord: dict[str, bool] = {}

    def is_getoond(naam: str) -> bool:
        if naam not in antwoord:
            antwoord[naam] = True  # a circle of conditions: the question that closes it counts as shown
            toon_als = per_naam[naam].toon_als
            tellen = {
                ander: waarden.get(ander) for ander in _genoemd(toon_als) if ander not in per_naam or is_getoond(ander)
            }
            antwoord[naam] = voorwaarde(toon_als, tellen)
        return antwoord[naam]

    return {naam for naam in per_naam if is_getoond(naam)}


def vereenvoudig(toon_als: Voorwaarde, waarden: Mapping[str, Any], open_namen: set[str]) -> Voorwaarde | bool:
    """What is left of a condition when only the answers in ``open_namen`` can still change; the others are decided."""
    if not _genoemd(toon_als) & open_namen:
        return voorwaarde(toon_als, waarden)
    if "niet" in toon_als:
        deel = vereenvoudig(toon_als["niet"], waarden, open_namen)
        return not deel if isinstance(deel, bool) else {"niet": deel}
    if "alle" not in toon_als and "een" not in toon_als:
        return toon_als
    woord, beslissend = ("alle", False) if "alle" in toon_als else ("een", True)
    delen = [vereenvoudig(deel, waarden, open_namen) for deel in toon_als[woord]]
    if beslissend in delen:
        return beslissend
    rest = [deel for deel in delen if not isinstance(deel, bool)]
    return rest[0] if len(rest) == 1 else {woord: rest}


def vertaal(toon_als: Voorwaarde, vergelijking: Callable[[str, str, Any], tuple[str, Any]]) -> dict[str, Any]:
    """The same condition with each name and value replaced by what ``vergelijking(naam, woord, waarde)`` gives."""
    if not toon_als:
        return {}
    for woord in ("alle", "een"):
        if woord in toon_als:
            return {woord: [vertaal(deel, vergelijking) for deel in toon_als[woord]]}
    if "niet" in toon_als:
        return {"niet": vertaal(toon_als["niet"], vergelijking)}
    naam, woord, ander = _vergelijking(toon_als)
    nieuwe_naam, nieuwe_waarde = vergelijking(naam, woord, ander)
    return {"gegeven": nieuwe_naam, woord: nieuwe_waarde}


def _genoemd(toon_als: Voorwaarde) -> set[str]:
    if "gegeven" in toon_als:
        return {toon_als["gegeven"]}
    delen = [*toon_als.get("alle", ()), *toon_als.get("een", ()), *([toon_als["niet"]] if "niet" in toon_als else [])]
    return {naam for deel in delen for naam in _genoemd(deel)}


def _vergelijking(toon_als: Voorwaarde) -> tuple[str, str, Any]:
    woorden = set(toon_als) - {"gegeven"}
    if "gegeven" not in toon_als or len(woorden) != 1 or not woorden <= _VERGELIJKINGEN.keys():
        raise OnbekendeVoorwaarde(f"Geen voorwaarde: {sorted(toon_als)}")
    woord = woorden.pop()
    return toon_als["gegeven"], woord, toon_als[woord]


def _gelijk(waarde: Any, ander: Any) -> bool:
    if isinstance(waarde, bool) or isinstance(ander, bool):
        return waarde is ander
    return bool(waarde == ander) or (
        not is_leeg(waarde) and isinstance(waarde, str | int | float) and str(waarde) == str(ander)
    )


def _een_van(waarde: Any, mogelijk: Any) -> bool:
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return any(_gelijk(deel, ander) for deel in gekozen for ander in mogelijk)


def _bevat(waarde: Any, ander: Any) -> bool:
    return isinstance(waarde, list) and any(_gelijk(deel, ander) for deel in waarde)


def _groter(waarde: Any, ander: Any) -> bool:
    if isinstance(waarde, bool) or is_leeg(waarde):
        return False
    if isinstance(waarde, int | float) and isinstance(ander, int | float):
        return Decimal(str(waarde)) > Decimal(str(ander))
    return isinstance(waarde, str) and isinstance(ander, str) and waarde > ander


def _kleiner(waarde: Any, ander: Any) -> bool:
    return not is_leeg(waarde) and _groter(ander, waarde)


_VERGELIJKINGEN: dict[str, Callable[[Any, Any], bool]] = {
    "is": _gelijk,
    "een_van": _een_van,
    "bevat": _bevat,
    "meer_dan": _groter,
    "minder_dan": _kleiner,
    "ingevuld": lambda waarde, verwacht: is_leeg(waarde) is not bool(verwacht),
}

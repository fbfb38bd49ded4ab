"""The shapes of the JSON columns, refused at the door: choices, a condition, limits, questions."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

_VERGELIJKINGEN = frozenset({"is", "een_van", "bevat", "meer_dan", "minder_dan", "ingevuld"})
_GRENZEN: dict[str, tuple[type, ...]] = {
    "min": (int, float),
    "max": (int, float),
    "decimalen": (int,),
    "min_lengte": (int,),
    "max_lengte": (int,),
    "patroon": (str,),
    "patroon_uitleg": (str,),
    "niet_voor": (str,),
    "niet_na": (str,),
    "bestandstypen": (list,),
    "max_mb": (int,),
    "max_aantal": (int,),
    "min_aantal": (int,),
}


def controleer_keuzes(keuzes: Any) -> None:
    """``[{"waarde": "koop", "label": "Koopwoning", "label_en": "...", "hulp": "...", "tot": "2027-01-01"}]``; no value
    twice. ``tot`` is the first day on which nobody chooses it any more.
    """
    if not isinstance(keuzes, list):
        raise ValidationError("Keuzes zijn een lijst.")
    for keuze in keuzes:
        _tekstvelden(keuze, verplicht=("waarde", "label"), mag=("hulp", "label_en", "tot"))
        _eis_dag(keuze.get("tot") or "")
    waarden = [keuze["waarde"] for keuze in keuzes]
    if len(set(waarden)) != len(waarden):
        raise ValidationError("Dezelfde waarde staat twee keer in de keuzes.")


def controleer_vragen(vragen: Any) -> None:
    """``[{"vraag": "...", "antwoord": "..."}]``."""
    if not isinstance(vragen, list):
        raise ValidationError("Vragen zijn een lijst.")
    for vraag in vragen:
        _tekstvelden(vraag, verplicht=("vraag", "antwoord"))


def controleer_voorwaarde(voorwaarde: Any) -> None:
    """When a field is shown: ``{}`` always; a comparison with another gegeven; ``alle``, ``een``, ``niet`` combine."""
    if not isinstance(voorwaarde, dict):
        raise ValidationError("Een voorwaarde is een object.")
    if not voorwaarde:
        return
    sleutels = set(voorwaarde)
    if sleutels in ({"alle"}, {"een"}):
        delen = next(iter(voorwaarde.values()))
        if not isinstance(delen, list) or not delen:
            raise ValidationError("Achter alle of een staat een lijst met voorwaarden.")
        for deel in delen:
            _niet_leeg(deel)
            controleer_voorwaarde(deel)
    elif sleutels == {"niet"}:
        _niet_leeg(voorwaarde["niet"])
        controleer_voorwaarde(voorwaarde["niet"])
    elif "gegeven" not in sleutels or len(sleutels) != 2 or not sleutels <= _VERGELIJKINGEN | {"gegeven"}:
        vormen = ", ".join(sorted(_VERGELIJKINGEN))
        raise ValidationError(f"Een voorwaarde noemt een gegeven en een van: {vormen}; of alle, een, niet.")


def genoemde_gegevens(voorwaarde: dict[str, Any]) -> set[str]:
    """The names of the gegevens that a condition looks at."""
    if "gegeven" in voorwaarde:
        return {str(voorwaarde["gegeven"])}
    delen = [*voorwaarde.get("alle", []), *voorwaarde.get("een", [])]
    if "niet" in voorwaarde:
        delen.append(voorwaarde["niet"])
    return {naam for deel in delen for naam in genoemde_gegevens(deel)}


def controleer_validatie(validatie: Any) -> None:
    """Limits of a value; unknown words are refused, so that a typing error does not silently allow everything."""
    if not isinstance(validatie, dict):
        raise ValidationError("Validatie is een object.")
    for woord, grens in validatie.items():
        if woord not in _GRENZEN:
            raise ValidationError(f"Validatie kent geen {woord!r}; wel: {', '.join(_GRENZEN)}.")
        if not isinstance(grens, _GRENZEN[woord]) or isinstance(grens, bool):
            raise ValidationError(f"Bij {woord} hoort een andere soort waarde.")
    try:
        re.compile(validatie.get("patroon", ""))
    except re.error as fout:
        raise ValidationError(f"Het patroon klopt niet: {fout}.") from fout


def _eis_dag(tekst: str) -> None:
    try:
        goed = not tekst or date.fromisoformat(tekst).isoformat() == tekst
    except ValueError:
        goed = False
    if not goed:
        raise ValidationError("De dag achter tot schrijft u als 2027-01-31.")


def _niet_leeg(voorwaarde: Any) -> None:
    if not voorwaarde:
        raise ValidationError("Een deel van een voorwaarde is leeg.")


def _tekstvelden(waarde: Any, verplicht: tuple[str, ...], mag: tuple[str, ...] = ()) -> None:
    if not isinstance(waarde, dict) or not set(verplicht) <= set(waarde) <= {*verplicht, *mag}:
        raise ValidationError(f"Verwacht een object met {' en '.join(verplicht)}.")
    if not all(isinstance(deel, str) and (deel or sleutel in mag) for sleutel, deel in waarde.items()):
        raise ValidationError(f"{' en '.join(verplicht).capitalize()} zijn gevulde teksten.")

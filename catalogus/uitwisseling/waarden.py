"""One value between the file and Python: dates as ISO, levels as words, long texts as a list of lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    Veld = models.Field[Any, Any]


def uit_json(veld: Veld, ruw: Any) -> Any:
    """The Python value of what stands in the file. Raises ValidationError with the reason in words."""
    if ruw is None:
        if not veld.null:
            raise ValidationError(_("hier mag geen null staan; laat het weg als het leeg is."))
        return None
    waarde = _gelezen(veld, ruw)
    if waarde in veld.empty_values and veld.blank:
        return waarde
    return veld.clean(waarde, None)  # type: ignore[arg-type]


def naar_json(veld: Veld, waarde: Any) -> Any:
    """What the file says for a Python value."""
    if _is_woord(veld) and waarde is not None:
        return _woorden(veld)[waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, time):
        return waarde.strftime("%H:%M")
    if isinstance(veld, models.TextField) and "\n" in waarde:
        return waarde.split("\n")
    return waarde


def standaard(veld: Veld) -> Any:
    """The value of a column that the file leaves out. Raises ValidationError when it may not be left out."""
    if veld.has_default():
        return veld.get_default()
    if veld.null:
        return None
    if veld.blank:
        return ""
    raise ValidationError(_("ontbreekt."))


def _gelezen(veld: Veld, ruw: Any) -> Any:
    if isinstance(veld, models.JSONField):
        return ruw
    if isinstance(veld, ArrayField):
        _eis(isinstance(ruw, list), _("een lijst"))
        return [uit_json(veld.base_field, deel) for deel in ruw]
    if isinstance(veld, models.BooleanField):
        _eis(isinstance(ruw, bool), _("true of false"))
        return ruw
    if _is_woord(veld):
        return _getal_van_woord(veld, ruw)
    if isinstance(veld, models.IntegerField):
        _eis(isinstance(ruw, int) and not isinstance(ruw, bool), _("een geheel getal"))
        return ruw
    if isinstance(veld, models.TextField) and isinstance(ruw, list):
        _eis(all(isinstance(regel, str) for regel in ruw), _("een tekst of een lijst met regels"))
        return "\n".join(ruw)
    _eis(isinstance(ruw, str), _("een tekst"))
    if "\x00" in ruw:
        raise ValidationError(_("bevat een teken dat niet mag."))
    return _keuze(veld, ruw)


def _keuze(veld: Veld, ruw: str) -> str:
    mag = [str(waarde) for waarde, _ in veld.flatchoices]
    if mag and ruw not in mag and not (ruw == "" and veld.blank):
        raise ValidationError(_niet(ruw, mag))
    return ruw


def _getal_van_woord(veld: Veld, ruw: Any) -> int:
    woorden = {woord: getal for getal, woord in _woorden(veld).items()}
    if not isinstance(ruw, str) or ruw not in woorden:
        raise ValidationError(_niet(ruw, woorden))
    return woorden[ruw]


def _is_woord(veld: Veld) -> bool:
    return isinstance(veld, models.IntegerField) and bool(veld.choices)


def _woorden(veld: Veld) -> dict[int, str]:
    return {int(getal): str(label).replace(" ", "_") for getal, label in veld.flatchoices}


def _eis(goed: bool, wat: str) -> None:
    if not goed:
        raise ValidationError(_("hier hoort %(wat)s te staan.") % {"wat": wat})


def _niet(ruw: Any, mag: Iterable[str]) -> str:
    return _("%(waarde)s kan hier niet; kies uit %(keuzes)s.") % {"waarde": repr(ruw), "keuzes": ", ".join(mag)}

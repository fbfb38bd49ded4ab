"""A condition over one answer as a person types it and reads it: 'Wat is uw rol? is Eigenaar'."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogus.formulieren.gegevens import Vraag
from catalogus.formulieren.opslag import naar_opslag
from catalogus.formulieren.velden import Bedragveld, Datumveld, Getalveld
from catalogus.formulieren.voorwaarden import Voorwaarde
from catalogus.formulieren.woorden import in_woorden
from catalogus.keuzes import MET_KEUZES

VERGELIJKINGEN = {
    "is": _("is"),
    "een_van": _("is een van"),
    "bevat": _("bevat"),
    "meer_dan": _("is meer dan"),
    "minder_dan": _("is minder dan"),
    "ingevuld": _("is ingevuld"),
}
_GRENZEN = ("is", "meer_dan", "minder_dan")
_PAST: dict[str, tuple[str, ...]] = {
    "ja_nee": ("is",),
    "keuze": ("is", "een_van"),
    "meerkeuze": ("bevat",),
    "getal": _GRENZEN,
    "bedrag": _GRENZEN,
    "datum": _GRENZEN,
    "tekst": ("is",),
}
"""Which comparisons fit the soort of a question, beside *ingevuld*, which fits them all."""
_GRENSVELD: dict[str, Callable[[], Any]] = {
    "getal": lambda: Getalveld(decimalen=6),
    "bedrag": Bedragveld,
    "datum": Datumveld,
}


def is_enkel(voorwaarde: Voorwaarde) -> bool:
    """A condition over one answer, or none; what combines several a person writes in another way."""
    return not voorwaarde or "gegeven" in voorwaarde


def lees_voorwaarde(vraag: Vraag, woord: str, getypt: str) -> dict[str, Any]:
    """The condition that was typed. Raises ValidationError when the comparison or the answer does not fit."""
    if woord == "ingevuld":
        return {"gegeven": vraag.naam, woord: True}
    mag = _PAST.get(vraag.soort, ())
    if woord not in mag:
        mogelijk = ", ".join(str(VERGELIJKINGEN[naam]) for naam in (*mag, "ingevuld"))
        raise ValidationError(gettext("Bij deze vraag past: %(mogelijk)s.") % {"mogelijk": mogelijk})
    getypt = getypt.strip()
    if not getypt:
        raise ValidationError(gettext("Vul het antwoord in."))
    if woord == "een_van":
        return {"gegeven": vraag.naam, woord: [_antwoord(vraag, deel) for deel in getypt.split(",")]}
    return {"gegeven": vraag.naam, woord: _antwoord(vraag, getypt)}


def als_getypt(vraag: Vraag, voorwaarde: Voorwaarde) -> tuple[str, str]:
    """The comparison and the answer, as one would type them."""
    woord = next(naam for naam in VERGELIJKINGEN if naam in voorwaarde)
    return woord, "" if woord == "ingevuld" else _getoond(vraag, voorwaarde[woord])


def voorwaarde_in_zin(voorwaarde: Voorwaarde, vragen: Mapping[str, Vraag]) -> str:
    """The whole condition in words; a question that is not among ``vragen`` keeps its name. Always: ''."""
    if not voorwaarde:
        return ""
    for woord, tussen in (("alle", gettext(" en ")), ("een", gettext(" of "))):
        if woord in voorwaarde:
            return tussen.join(voorwaarde_in_zin(deel, vragen) for deel in voorwaarde[woord])
    if "niet" in voorwaarde:
        return gettext("niet (%(deel)s)") % {"deel": voorwaarde_in_zin(voorwaarde["niet"], vragen)}
    vraag = vragen.get(str(voorwaarde["gegeven"]))
    woord = next(naam for naam in VERGELIJKINGEN if naam in voorwaarde)
    naam = vraag.label if vraag is not None else voorwaarde["gegeven"]
    if woord == "ingevuld":
        return f"{naam} {VERGELIJKINGEN[woord] if voorwaarde[woord] else gettext('is niet ingevuld')}"
    waarde = _getoond(vraag, voorwaarde[woord]) if vraag is not None else _kaal(voorwaarde[woord])
    return f"{naam} {VERGELIJKINGEN[woord]} {waarde}"


def _antwoord(vraag: Vraag, getypt: str) -> Any:
    """One typed answer in stored form: a choice by its label or value, yes or no, a number, a day."""
    getypt = getypt.strip()
    if vraag.soort in MET_KEUZES:
        for keuze in vraag.keuzes:
            if getypt.casefold() in (keuze["label"].casefold(), keuze["waarde"].casefold()):
                return keuze["waarde"]
        labels = ", ".join(keuze["label"] for keuze in vraag.keuzes)
        raise ValidationError(gettext("Kies uit: %(labels)s.") % {"labels": labels})
    if vraag.soort == "ja_nee":
        if getypt.casefold() not in ("ja", "nee"):
            raise ValidationError(gettext("Vul ja of nee in."))
        return getypt.casefold() == "ja"
    if vraag.soort in _GRENSVELD:
        return naar_opslag(vraag.soort, _GRENSVELD[vraag.soort]().clean(getypt))
    return getypt


def _getoond(vraag: Vraag, waarde: Any) -> str:
    if isinstance(waarde, list):
        return ", ".join(_getoond(vraag, deel) for deel in waarde)
    return in_woorden(vraag, [waarde] if vraag.soort == "meerkeuze" else waarde)


def _kaal(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return ", ".join(str(deel) for deel in waarde) if isinstance(waarde, list) else str(waarde)

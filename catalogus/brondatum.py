"""What each way to find the first day of the retention term asks and excludes (ZGW ztc-003 to 008; recht.md)."""

from collections.abc import Iterator, Mapping
from typing import Any

from catalogus.models import Afleidingswijze, Procestermijn

HEEFT = {
    "datumkenmerk": {Afleidingswijze.EIGENSCHAP, Afleidingswijze.ZAAKOBJECT, Afleidingswijze.ANDER_DATUMKENMERK},
    "objecttype": {Afleidingswijze.ZAAKOBJECT, Afleidingswijze.ANDER_DATUMKENMERK},
    "registratie": {Afleidingswijze.ANDER_DATUMKENMERK},
    "procestermijn": {Afleidingswijze.TERMIJN},
}
_ZONDER_EINDE = {Afleidingswijze.AFGEHANDELD, Afleidingswijze.TERMIJN}
_BIJ_KLASSE = {
    Procestermijn.NIHIL: Afleidingswijze.AFGEHANDELD,
    Procestermijn.INGESCHAT: Afleidingswijze.TERMIJN,
}


def past_bij_klasse(afleidingswijze: str, procestermijn: str) -> bool:
    """ztc-003: does this way fit what the Selectielijst says of the class?"""
    return _BIJ_KLASSE.get(procestermijn, afleidingswijze) == afleidingswijze  # type: ignore[call-overload]


def fouten(brondatum: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """ztc-004 to 008: (field, ``required`` or ``must-be-empty``)."""
    wijze = brondatum["afleidingswijze"]
    for veld, wijzen in HEEFT.items():
        if wijze in wijzen and not brondatum.get(veld):
            yield veld, "required"
        if wijze not in wijzen and brondatum.get(veld):
            yield veld, "must-be-empty"
    if wijze in _ZONDER_EINDE and brondatum.get("einddatumBekend"):
        yield "einddatumBekend", "must-be-empty"

"""Names of the standard to columns of ours, in both directions, so that reading and writing can't drift apart.

A name with a dot stands in a group: ``referentieproces.naam``.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from catalogus.models.velden import DuurVeld
from catalogus.vertrouwelijkheid import naar_zgw, uit_zgw
from mijnzaken.api.bron import Inhoud

Kolommen = Mapping[str, str]

_VERTROUWELIJK = "vertrouwelijkheidaanduiding"


def lees(rij: Model, kolommen: Kolommen) -> Inhoud:
    """The part of a body that these columns are. A period that there is none of is null."""
    inhoud: Inhoud = {}
    for naam, kolom in kolommen.items():
        groep, _, deel = naam.rpartition(".")
        waarde = getattr(rij, kolom)
        if kolom == _VERTROUWELIJK:
            waarde = naar_zgw(waarde)
        elif waarde == "" and isinstance(rij._meta.get_field(kolom), DuurVeld):
            waarde = None
        (inhoud.setdefault(groep, {}) if groep else inhoud)[deel] = waarde
    return inhoud


def schrijf(lijf: Mapping[str, Any], model: type[Model], kolommen: Kolommen) -> dict[str, Any]:
    """The columns that a body says something of. A group is given whole; null is what the column says for nothing."""
    gezegd: dict[str, Any] = {}
    for naam, kolom in kolommen.items():
        groep, _, deel = naam.rpartition(".")
        if (groep or deel) not in lijf:
            continue
        waarde = (lijf[groep] or {}).get(deel) if groep else lijf[deel]
        if waarde is None:
            waarde = model._meta.get_field(kolom).get_default()  # type: ignore[union-attr]
        elif kolom == _VERTROUWELIJK:
            waarde = uit_zgw(waarde)
        gezegd[kolom] = waarde
    return gezegd


def namen(kolommen: Kolommen) -> dict[str, str]:
    """Column to the standard's path of the field, for what is refused."""
    return {kolom: naam for naam, kolom in kolommen.items()}

"""Finding a partij by what a register calls it: a BSN, a number of the trade register, of a branch."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from autorisatie.models import Partij
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.api.bron import Filter, Rijen
from mijnzaken.api.klantinteracties.gedeeld import REDEN
from mijnzaken.api.vraag import Vraag

# codeSoortObjectId -> (codeObjecttype, codeRegister, column)
SOORTEN = {
    "bsn": ("natuurlijk_persoon", "brp", "bsn_zoekwaarde"),
    "kvk_nummer": ("niet_natuurlijk_persoon", "hr", "kvk_nummer"),
    "rsin": ("niet_natuurlijk_persoon", "hr", "rsin"),
    "vestigingsnummer": ("vestiging", "hr", "vestigingsnummer"),
}
_DELEN = ("codeObjecttype", "codeRegister", "codeSoortObjectId", "objectId")


def partijen_met(gezocht: Mapping[str, str]) -> Any:
    """The partijen that have an identificator with all of these parts; a subquery of keys."""
    heeft = Q(pk__in=[])
    for soort, (objecttype, register, kolom) in SOORTEN.items():
        vast = {"codeObjecttype": objecttype, "codeRegister": register, "codeSoortObjectId": soort}
        if any(gezocht.get(deel) not in (None, waarde) for deel, waarde in vast.items()):
            continue
        nummer = gezocht.get("objectId")
        if nummer is None:
            heeft |= Q(**{f"{kolom}__isnull": False}) & ~Q(**{kolom: ""})
        else:
            heeft |= Q(**{kolom: zoekwaarde(nummer) if soort == "bsn" else nummer}) if nummer else Q(pk__in=[])
    return Partij.objects.systeem(REDEN).filter(heeft).order_by().values("pk")


def op_partijidentificator(voor: str, in_: str | Filter) -> dict[str, str | Filter]:
    """The four filters after ``voor``: together they describe one identificator. By ``in_`` a row is of a partij."""

    def smal(rijen: Rijen, _waarde: Any, vraag: Vraag) -> Rijen:
        gezocht = {deel: vraag.parameters[voor + deel] for deel in _DELEN if voor + deel in vraag.parameters}
        partijen = partijen_met(gezocht)
        return in_(rijen, partijen, vraag) if callable(in_) else rijen.filter(**{in_: partijen})

    return {voor + deel: smal for deel in _DELEN}

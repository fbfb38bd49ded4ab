"""What differs between two versions of the matrix, line by line and in sentences for who approves it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from autorisatie import rechten, zinnen
from autorisatie.matrix.blokken import Blok
from autorisatie.models import Gegevensgroep, Niveau

NIEUW, GEWIJZIGD, VERVALLEN = "nieuw", "gewijzigd", "vervallen"


@dataclass(frozen=True)
class Verschil:
    """One line that is not as it was. ``zinnen`` say what of it, for a line that stayed."""

    soort: str
    naam: str
    rol: str
    blok: Blok
    zinnen: list[str] = field(default_factory=list)

    @property
    def kenmerk(self) -> UUID:
        return self.blok.kenmerk


def verschillen(oud: Iterable[Blok], nieuw: Iterable[Blok]) -> list[Verschil]:
    was = {blok.kenmerk: blok for blok in oud}
    gevonden = []
    for blok in nieuw:
        eerder = was.pop(blok.kenmerk, None)
        if eerder is None:
            gevonden.append(_verschil(NIEUW, blok, _inhoud(blok)))
        elif not eerder.zelfde_als(blok):
            gevonden.append(_verschil(GEWIJZIGD, blok, _wat(eerder, blok)))
    return gevonden + [_verschil(VERVALLEN, blok, _inhoud(blok)) for blok in was.values()]


def _verschil(soort: str, blok: Blok, wat: list[str]) -> Verschil:
    return Verschil(soort, blok.naam, blok.regel.rol.code, blok, wat)


def _inhoud(blok: Blok) -> list[str]:
    """What a line gives, for one that came or went."""
    delen = [
        _("%(groep)s: %(niveau)s") % {"groep": Gegevensgroep(groep).label, "niveau": Niveau(niveau).label}
        for groep, niveau in blok.niveaus.items()
        if niveau
    ]
    if blok.handelingen:
        delen.append(_("handelingen: %(wat)s") % {"wat": _handelingen(blok.handelingen)})
    if mits := blok.voorwaarden:
        delen.append("; ".join(mits))
    return delen


def _wat(oud: Blok, nieuw: Blok) -> list[str]:
    delen = []
    if oud.naam != nieuw.naam:
        delen.append(_("de regel ging over: %(was)s") % {"was": oud.naam})
    for groep in Gegevensgroep.values:
        was, wordt = oud.niveaus.get(groep, Niveau.GEEN), nieuw.niveaus.get(groep, Niveau.GEEN)
        if was != wordt:
            delen.append(
                _("%(groep)s: %(wordt)s, was %(was)s")
                % {"groep": Gegevensgroep(groep).label, "wordt": Niveau(wordt).label, "was": Niveau(was).label}
            )
    if erbij := nieuw.handelingen - oud.handelingen:
        delen.append(_("mag erbij: %(wat)s") % {"wat": _handelingen(erbij)})
    if eraf := oud.handelingen - nieuw.handelingen:
        delen.append(_("mag niet meer: %(wat)s") % {"wat": _handelingen(eraf)})
    was_mits, nieuw_mits = oud.voorwaarden, nieuw.voorwaarden
    if erbij_mits := [mits for mits in nieuw_mits if mits not in was_mits]:
        delen.append(_("voorwaarde erbij: %(wat)s") % {"wat": "; ".join(erbij_mits)})
    if eraf_mits := [mits for mits in was_mits if mits not in nieuw_mits]:
        delen.append(_("voorwaarde weg: %(wat)s") % {"wat": "; ".join(eraf_mits)})
    return delen or [_("een groep gegevens zonder inzage staat er anders")]


def _handelingen(namen: Iterable[str]) -> str:
    return zinnen.opsomming(sorted(rechten.label(naam) for naam in namen))

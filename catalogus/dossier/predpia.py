"""The pre-DPIA: a few questions about a process whose answers decide whether a DPIA is due.

The questions are the marks of a high risk that the supervisory authorities share (guidelines WP 248 rev.01 on AVG
art. 35). One mark is no reason, two are; two situations are a reason by themselves, because the law names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

GRENS = 2
"""From so many marks on a DPIA is due (WP 248 rev.01, III.B)."""

VRAGEN: dict[str, str | Promise] = {
    "gevoelig": _("Gebruikt het proces gevoelige gegevens, zoals over gezondheid, schulden of strafbare feiten?"),
    "kwetsbaar": _("Gaat het om kwetsbare mensen, zoals kinderen, zieken of mensen met schulden?"),
    "schaal": _("Gaat het om veel mensen, of om veel gegevens van iedere persoon?"),
    "koppelen": _("Worden gegevens uit verschillende bronnen gekoppeld of vergeleken?"),
    "automatisch": _("Neemt een computer besluiten waar iemand iets van merkt, zonder dat een mens kijkt?"),
    "complex": _("Is het proces ingewikkeld: veel partijen, veel stappen of nieuwe techniek?"),
    "misbruik": _("Is het proces gevoelig voor fraude of voor misbruik van de gegevens?"),
    "bewijslast": _("Moet de inwoner zelf bewijzen dat iets klopt, en raakt hij anders iets kwijt?"),
}


@dataclass(frozen=True)
class Uitslag:
    """``nodig`` is None as long as nobody can say: what was answered is no reason, and questions are open."""

    nodig: bool | None
    redenen: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def beoordeel(antwoorden: Mapping[str, bool]) -> Uitslag:
    """Whether these answers (question to yes or no) make a DPIA due, and why."""
    ja = {naam for naam in VRAGEN if antwoorden.get(naam) is True}
    open_ = tuple(naam for naam in VRAGEN if not isinstance(antwoorden.get(naam), bool))
    redenen = []
    if "automatisch" in ja:
        redenen.append(tekst("Een computer besluit zonder dat een mens kijkt (AVG artikel 35 lid 3 onder a)."))
    if {"gevoelig", "schaal"} <= ja:
        redenen.append(tekst("Het gaat om veel gevoelige gegevens (AVG artikel 35 lid 3 onder b)."))
    if len(ja) >= GRENS:
        redenen.append(
            tekst("Op %(ja)d van de %(alle)d vragen is het antwoord ja; vanaf %(grens)d is een DPIA nodig.")
            % {"ja": len(ja), "alle": len(VRAGEN), "grens": GRENS}
        )
    if redenen:
        return Uitslag(True, tuple(redenen), open_)
    return Uitslag(None if open_ else False, (), open_)

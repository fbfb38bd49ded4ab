"""A row of the matrix in words that an administrator reads: over which zaken, what, under which conditions."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from autorisatie import rechten
from autorisatie.models import Gegevensgroep, Matrixregel, Niveau, OpenOfGesloten, Scope
from catalogus.kanaal import Kanaal
from catalogus.vertrouwelijkheid import Vertrouwelijkheid

BETROUWBAARHEID = {2: gettext_lazy("laag"), 3: gettext_lazy("substantieel"), 4: gettext_lazy("hoog")}


def reikwijdte(regel: Matrixregel) -> str:
    """Over which zaken the row speaks: 'zaaktypen van team Parkeren'."""
    match regel.scope:
        case Scope.DIENST:
            return _("zaaktypen van %(wat)s") % {"wat": regel.dienst}
        case Scope.TEAM:
            return _("zaaktypen van team %(wat)s") % {"wat": regel.team}
        case Scope.PROCES:
            return _("het zaaktype %(wat)s") % {"wat": regel.proces}
        case Scope.PROCESGROEP:
            return _("de groep zaaktypen %(wat)s") % {"wat": regel.procesgroep}
    return str(Scope(regel.scope).label)


def voorwaarden(regel: Matrixregel) -> list[str]:
    """The conditions of the row, each in words; none means that it holds for all these zaken."""
    gevonden = []
    if regel.open_of_gesloten != OpenOfGesloten.ALLE:
        gevonden.append(
            _("alleen open zaken") if regel.open_of_gesloten == OpenOfGesloten.OPEN else _("alleen gesloten zaken")
        )
    if regel.dagen_na_sluiting is not None:
        dagen = regel.dagen_na_sluiting
        gevonden.append(ngettext("tot %(n)d dag na sluiting", "tot %(n)d dagen na sluiting", dagen) % {"n": dagen})
    if regel.eigen_team:
        gevonden.append(_("alleen bij het eigen team"))
    if regel.aan_mij:
        gevonden.append(_("alleen wat aan hemzelf is toegewezen"))
    if regel.max_vertrouwelijkheid < max(Vertrouwelijkheid):
        gevonden.append(_("ten hoogste %(wat)s") % {"wat": Vertrouwelijkheid(regel.max_vertrouwelijkheid).label})
    if not set(Kanaal.values) <= set(regel.kanalen):
        namen = [str(kanaal.label) for kanaal in Kanaal if kanaal.value in regel.kanalen]
        gevonden.append(
            _("alleen binnengekomen via %(wat)s") % {"wat": opsomming(namen)} if namen else _("langs geen enkele weg")
        )
    if regel.doel_verplicht:
        gevonden.append(_("alleen met een doel"))
    if regel.betrouwbaarheid_minimaal in BETROUWBAARHEID:
        gevonden.append(
            _("ingelogd met minstens niveau %(wat)s") % {"wat": BETROUWBAARHEID[regel.betrouwbaarheid_minimaal]}
        )
    return gevonden


def zin(regel: Matrixregel) -> str:
    """The row as one sentence."""
    delen = [
        _("Wie de rol %(rol)s heeft, ziet van %(over)s bij %(groep)s: %(niveau)s")
        % {
            "rol": regel.rol,
            "over": reikwijdte(regel),
            "groep": Gegevensgroep(regel.gegevensgroep).label,
            "niveau": Niveau(regel.niveau).label,
        }
    ]
    if regel.handelingen:
        delen.append(_("en mag %(wat)s") % {"wat": opsomming([rechten.label(h) for h in regel.handelingen])})
    if mits := voorwaarden(regel):
        delen.append(f"({'; '.join(mits)})")
    return " ".join(delen) + "."


def opsomming(namen: list[str]) -> str:
    """'a, b en c'."""
    if len(namen) < 2:
        return "".join(namen)
    return _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(namen[:-1]), "laatste": namen[-1]}

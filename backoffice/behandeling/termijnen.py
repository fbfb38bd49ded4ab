"""The term of a zaak in the words of staff: until when, what paused it, what extended it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogus.templatetags.mz import datum
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.termijn import Termijnstand


def dagen(aantal: int) -> str:
    return ngettext("%(n)d dag", "%(n)d dagen", aantal) % {"n": aantal}


def termijnzin(zaak: Zaak, stand: Termijnstand) -> dict[str, Any] | None:
    """For the term banner: the sentence, what goes with it, and how it stands."""
    if not zaak.is_open:
        return {"zin": _("Klaar op %(dag)s") % {"dag": datum(zaak.einddatum)}, "regels": [], "stand": "klaar"}
    if stand.stil:
        return _stilstand(stand)
    if stand.uiterlijk is None:
        return None
    rest = stand.dagen or 0
    regels = [_regel_over(rest)]
    if stand.verlengd:
        regels.append(_("Verlengd: %(reden)s") % {"reden": stand.verlengd.reden})
    if stand.laatst_meegedeeld:
        regels.append(
            _("Aan de aanvrager meegedeeld: uiterlijk %(dag)s. De wettelijke datum blijft staan.")
            % {"dag": datum(stand.laatst_meegedeeld)}
        )
    return {
        "zin": _("Beslissen uiterlijk op %(dag)s") % {"dag": datum(stand.uiterlijk)},
        "regels": regels,
        "stand": "laat" if rest < 0 else "loopt",
    }


def _regel_over(rest: int) -> str:
    if rest < 0:
        return _("%(dagen)s te laat.") % {"dagen": dagen(-rest)}
    return _("Dat is vandaag.") if rest == 0 else _("Nog %(dagen)s.") % {"dagen": dagen(rest)}


def _stilstand(stand: Termijnstand) -> dict[str, Any]:
    zin = _("De termijn staat stil")
    if stand.stil_tot:
        zin = _("De termijn staat stil, uiterlijk tot en met %(dag)s") % {"dag": datum(stand.stil_tot)}
    regels = [_("De reden: %(reden)s") % {"reden": stand.stil_reden}] if stand.stil_reden else []
    if stand.dagen_na_stilstand is not None and stand.dagen_na_stilstand > 0:
        regels.append(_("Daarna hebben wij nog %(dagen)s.") % {"dagen": dagen(stand.dagen_na_stilstand)})
    return {"zin": zin, "regels": regels, "stand": "pauze"}


def termijnen(inzage: Inzage) -> list[dict[str, Any]]:
    """Suspensions and extensions, oldest first; the rows came with the term."""
    if not inzage.ziet("status") or inzage.termijn is None:
        return []
    regels = [
        {
            "dag": o.verzocht_op,
            "wat": _("Opgeschort"),
            "reden": o.reden,
            "grond": o.get_grond_display(),
            "tot": _("tot %(dag)s") % {"dag": datum(o.tot)}
            if o.tot
            else _("liep af")
            if o.beeindigd_op
            else _("uiterlijk tot en met %(dag)s") % {"dag": datum(o.uiterlijk)}
            if o.uiterlijk
            else _("loopt nog"),
        }
        for o in inzage.termijn.opschortingen
    ]
    regels += [
        {
            "dag": v.meegedeeld_op,
            "wat": _("Verlengd") if v.verlegt_datum else _("Later aangekondigd"),
            "reden": v.reden,
            "grond": v.grondslag,
            "tot": _("uiterlijk %(dag)s") % {"dag": datum(v.nieuwe_datum)},
        }
        for v in inzage.termijn.verlengingen
    ]
    return regels

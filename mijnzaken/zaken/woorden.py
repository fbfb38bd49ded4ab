"""What a zaak says to the resident, in plain Dutch: for the portal, and for the agent who reads it out on the line."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogus.models import Fase, Statustype
from catalogus.templatetags.mz import datum
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.stappen import fase_van
from mijnzaken.zaken.termijn import Termijnstand


@dataclass
class Termijnzin:
    """For the term banner: one sentence, what goes with it, and how it stands (loopt, pauze, laat)."""

    zin: str
    regels: list[str] = field(default_factory=list)
    stand: str = "loopt"
    gebruikelijk: str = ""


def dagen(aantal: int) -> str:
    return ngettext("%(n)d dag", "%(n)d dagen", aantal) % {"n": aantal}


def termijnzin(zaak: Zaak, stand: Termijnstand) -> Termijnzin | None:
    """'U krijgt uiterlijk 12 januari 2027 een besluit', with what paused or extended it; None where nothing can be
    said.
    """
    if not zaak.is_open:
        return None
    if stand.stil:
        return _stilstand(stand)
    if stand.uiterlijk is None:
        return None
    antwoord = _("antwoord") if zaak.is_terugbelnotitie or not zaak.zaaktype.bezwaar_mogelijk else _("besluit")
    zin = Termijnzin(_("U krijgt uiterlijk %(dag)s een %(wat)s") % {"dag": datum(stand.uiterlijk), "wat": antwoord})
    rest = stand.dagen or 0
    if rest < 0:
        zin.zin = _("U had uiterlijk %(dag)s een %(wat)s moeten krijgen") % {
            "dag": datum(stand.uiterlijk),
            "wat": antwoord,
        }
        zin.stand = "laat"
        zin.regels.append(_("Wij zijn te laat. Dat spijt ons. U kunt ons schriftelijk vragen om snel te beslissen."))
    elif rest == 0:
        zin.regels.append(_("Dat is vandaag."))
    else:
        zin.regels.append(
            _("Nog %(dagen)s. Duurt het langer? Dan laten wij u dat vóór die datum weten.") % {"dagen": dagen(rest)}
        )
    if stand.verlengd:
        zin.regels.append(_("Wij hebben de termijn verlengd. De reden: %(reden)s") % {"reden": stand.verlengd.reden})
    if stand.laatst_meegedeeld:
        zin.regels.append(
            _("Wij verwachten nu dat het uiterlijk %(dag)s klaar is.") % {"dag": datum(stand.laatst_meegedeeld)}
        )
    return zin


def _stilstand(stand: Termijnstand) -> Termijnzin:
    if stand.stil_tot:
        zin = Termijnzin(
            _("De termijn staat stil tot u ons stuurt wat wij vroegen, uiterlijk %(dag)s")
            % {"dag": datum(stand.stil_tot)},
            stand="pauze",
        )
    else:
        zin = Termijnzin(_("De termijn staat stil"), stand="pauze")
    if stand.stil_reden:
        zin.regels.append(_("De reden: %(reden)s") % {"reden": stand.stil_reden})
    if stand.dagen_na_stilstand is not None and stand.dagen_na_stilstand > 0:
        zin.regels.append(_("Daarna hebben wij nog %(dagen)s.") % {"dagen": dagen(stand.dagen_na_stilstand)})
    return zin


def gewist(rij: Any) -> str:
    """In the place of a value that was erased on request (AVG 17)."""
    return _("Gewist op %(dag)s op verzoek") % {"dag": datum(rij.gewist_op)}


def kaarttermijn(zaak: Zaak) -> str:
    """The line on a case card."""
    if not zaak.is_open:
        return _("Klaar op %(dag)s") % {"dag": datum(zaak.einddatum)} if zaak.einddatum else ""
    if zaak.termijn_stil:
        return _("De termijn staat stil")
    if zaak.uiterlijke_einddatum:
        wat = _("Antwoord") if zaak.is_terugbelnotitie or not zaak.zaaktype.bezwaar_mogelijk else _("Besluit")
        return _("%(wat)s uiterlijk %(dag)s") % {"wat": wat, "dag": datum(zaak.uiterlijke_einddatum)}
    return ""


def status_in_woorden(zaak: Zaak) -> str:
    """The resident's words: the result once there is one, else the current step. Asks nothing when both were prefetched
    (``statussen__statustype``, ``resultaten__resultaattype``)."""
    resultaat = next(iter(zaak.resultaten.all()), None)
    if resultaat is not None:
        return resultaat.resultaattype.naam_inwoner or resultaat.resultaattype.omschrijving
    huidig = next((s for s in zaak.statussen.all() if s.indicatie_laatst_gezette_status), None)
    return huidig.statustype.woorden if huidig else zaak.get_fase_display()


def stappen(zaak: Zaak, statustypen: list[Statustype], statussen: list[Any]) -> list[dict[str, Any]]:
    """The steps of the zaak for the step list: done, busy, not yet; sub-steps within their step."""
    gezet: dict[int, date] = {}
    huidig: Statustype | None = None
    for status in statussen:
        gezet.setdefault(status.statustype.pk, status.datum_status_gezet)
        if status.indicatie_laatst_gezette_status:
            huidig = status.statustype
    nummer = huidig.volgnummer if huidig else 0
    hoofd = [s for s in statustypen if s.substap_van_id is None and s.toon_als_stap]
    return [
        _stap(
            zaak,
            s,
            gezet,
            nummer,
            huidig,
            [t for t in statustypen if t.substap_van_id == s.pk and t.toon_als_stap],
            statustypen,
        )
        for s in hoofd
    ]


def _stap(
    zaak: Zaak,
    soort: Statustype,
    gezet: dict[int, date],
    nummer: int,
    huidig: Statustype | None,
    substappen: list[Statustype],
    alle: list[Statustype],
) -> dict[str, Any]:
    binnen = huidig is not None and (huidig.pk == soort.pk or huidig.substap_van_id == soort.pk)
    klaar = (not binnen and soort.volgnummer < nummer) or (binnen and not zaak.is_open)
    stand = "klaar" if klaar else "bezig" if binnen else "nog_niet"
    return {
        "naam": soort.woorden,
        "stand": stand,
        "bij": _bij(zaak, soort, gezet, stand, alle),
        "uitleg": soort.statustekst if stand == "bezig" else "",
        "substappen": [
            {
                "naam": sub.woorden,
                "stand": "bezig"
                if huidig and sub.pk == huidig.pk and zaak.is_open
                else "klaar"
                if sub.pk in gezet or sub.volgnummer < nummer
                else "nog_niet",
                "bij": datum(gezet[sub.pk]) if sub.pk in gezet else "",
            }
            for sub in substappen
        ]
        if stand != "nog_niet"
        else [],
    }


def _bij(zaak: Zaak, soort: Statustype, gezet: dict[int, date], stand: str, alle: list[Statustype]) -> str:
    if soort.pk in gezet:
        dag = datum(gezet[soort.pk])
        return _("Sinds %(dag)s") % {"dag": dag} if stand == "bezig" else dag
    if (
        stand == "nog_niet"
        and zaak.uiterlijke_einddatum
        and not zaak.termijn_stil
        and fase_van(soort, alle) == Fase.AFGEROND
    ):
        return _("Uiterlijk %(dag)s") % {"dag": datum(zaak.uiterlijke_einddatum)}
    return ""

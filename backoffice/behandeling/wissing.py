"""Erasing what is held of who asked that: what must stay and why, what may go, and a colleague who lets it go."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import dagveld, tekstvak
from backoffice.behandeling.gevraagd import gevraagd
from backoffice.behandeling.kruimels import naar_zaak
from mijnzaken.zaken.avg import WISSING
from mijnzaken.zaken.avg.besluitbrief import op_volgorde
from mijnzaken.zaken.avg.wissing import ZAAK, niet_alles, zaken_met_delen, zichtbare_regels
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.handelingen.wissing import DOEL, wissing_goedkeuren, wissing_kiezen, wissing_nagaan
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Bewaargrond, Wiskeuze, Wisregel
from mijnzaken.zaken.regels import is_dezelfde


class Kiezen(forms.Form):
    keuze = forms.ChoiceField(
        label=gettext_lazy("Kan dit weg?"),
        choices=[
            (Wiskeuze.WISSEN, gettext_lazy("Ja, wissen")),
            (Wiskeuze.BLIJFT, gettext_lazy("Nee, dit blijft")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    grond = forms.ChoiceField(
        label=gettext_lazy("Blijft het? Waarom mag dat?"),
        choices=[
            ("", gettext_lazy("Kies een grond")),
            *((g.value, g.label[:1].upper() + g.label[1:]) for g in Bewaargrond),
        ],
        required=False,
    )
    tot = dagveld(
        label=gettext_lazy("Blijft het? Tot en met welke dag?"),
        help_text=gettext_lazy("Laat leeg als u dat niet weet."),
        required=False,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("De inwoner leest dit in het besluit."),
        max_length=500,
        required=False,
        widget=tekstvak(3),
    )


@voor_medewerker("wissing_nagaan")
@require_http_methods(["GET", "HEAD", "POST"])
def wissing(request: HttpRequest, nummer: str) -> HttpResponse:
    """What there is, what must stay, what was chosen and what went."""
    inzage = wissing_inzien(request, nummer)
    stap = request.POST.get("stap", "")
    formulier = Kiezen(request.POST if stap == "kiezen" else None, label_suffix="")
    if request.method == "POST" and _doe(request, inzage, stap, formulier):
        return redirect("wissing", nummer=nummer)
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    rijen = op_volgorde(zichtbare_regels(actor, inzage.zaak))
    met_delen = zaken_met_delen(rijen)
    regels = [_regel(rij, request.POST.getlist("regels"), met_delen) for rij in rijen]
    goed_te_keuren = [regel for regel in regels if regel["stand"] == "gekozen"]
    return render(
        request,
        "behandeling/wissing.html",
        {
            "zaak": inzage.beeld,
            "nummer": nummer,
            "kruimels": naar_zaak(nummer),
            "gevraagd": gevraagd(inzage),
            "regels": regels,
            "te_kiezen": [regel for regel in regels if regel["stand"] in ("open", "gekozen", "gelaten")],
            "goed_te_keuren": goed_te_keuren,
            "zelf_gekozen": any(is_dezelfde(actor.gebruiker, regel["rij"].gekozen_door) for regel in goed_te_keuren),
            "bezig": [regel for regel in regels if regel["stand"] == "bezig"],
            "gewist": [regel for regel in regels if regel["stand"] == "gewist"],
            "moet_blijven": [regel for regel in regels if regel["stand"] == "moet_blijven"],
            "er_is_meer": _er_is_meer(inzage),
            "form": formulier,
            "mag": inzage.mag,
        },
        status=422 if formulier.errors else 200,
    )


def _doe(request: HttpRequest, inzage: Inzage, stap: str, formulier: Kiezen) -> bool:
    """Whether it was done; else the form that was sent says what is wrong."""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    if stap == "kiezen" and not formulier.is_valid():
        return False
    try:
        if stap == "kiezen":
            aantal = wissing_kiezen(actor, inzage.zaak, regels=_sleutels(request), **formulier.cleaned_data)
            tekst = ngettext("Uw keuze is vastgelegd.", "Uw keuze is vastgelegd voor %(n)s regels.", aantal)
            messages.success(request, tekst % {"n": aantal})
        elif stap == "goedkeuren":
            wissing_goedkeuren(actor, inzage.zaak, regels=_sleutels(request))
            messages.success(request, _("Goedgekeurd. Het programma wist dit nu; dat duurt een paar minuten."))
        else:
            wissing_nagaan(actor, inzage.zaak)
            messages.success(request, _("De lijst is bijgewerkt."))
    except Weigering as weigering:
        if stap == "kiezen":
            neem_fouten_over(formulier, weigering)
            return False
        messages.error(request, weigering.reden)
    return True


def _sleutels(request: HttpRequest) -> list[UUID]:
    try:
        return [UUID(waarde) for waarde in request.POST.getlist("regels")]
    except ValueError:
        raise BestaatNiet from None


def wissing_inzien(request: HttpRequest, nummer: str) -> Inzage:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel=DOEL)  # type: ignore[attr-defined]
    if kan_wissen(inzage):
        return inzage
    raise BestaatNiet


def kan_wissen(inzage: Inzage) -> bool:
    """Is this a request for erasure, of somebody who is known, before an employee who handles those? Also when it is
    done: then it shows what went and what stayed.
    """
    return (
        inzage.zaak.proces.identificatie == WISSING
        and bool(inzage.zaak.beslissing(inzage.actor, "wissing_nagaan"))
        and aanvrager(inzage.zaak) is not None
    )


def _er_is_meer(inzage: Inzage) -> bool:
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    return partij is not None and niet_alles(actor, inzage.zaak, partij)  # type: ignore[arg-type]


def _regel(rij: Wisregel, gekozen: list[str], met_delen: set[int]) -> dict[str, Any]:
    stand = _stand(rij)
    return {
        "rij": rij,
        "uuid": str(rij.uuid),
        "aangevinkt": str(rij.uuid) in gekozen,
        "stand": stand,
        # of a zaak that does not go whole, what stands in it can go by itself
        "deel": rij.plaats == ZAAK and rij.over_zaak_id in met_delen and stand in ("open", "gelaten", "moet_blijven"),
    }


def _stand(rij: Wisregel) -> str:
    if rij.gewist_op is not None:
        return "gewist"
    if rij.moet_blijven:
        return "moet_blijven"
    if rij.goedgekeurd_op is not None:
        return "bezig"
    return {Wiskeuze.WISSEN.value: "gekozen", Wiskeuze.BLIJFT.value: "gelaten"}.get(rij.keuze, "open")

"""Who had data of a person from us, and must hear what happened to them."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import tekstvak
from backoffice.behandeling.kruimels import naar_zaak
from mijnzaken.zaken.handelingen.kennisgeven import kennisgeving_afmelden
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Kennisgeving, Kennisgevingsstand

DOEL = "vertellen aan wie uw gegevens kreeg"


class Afmelden(forms.Form):
    stand = forms.ChoiceField(
        label=gettext_lazy("Weet deze ontvanger het?"),
        choices=[
            (Kennisgevingsstand.VERTELD, gettext_lazy("Ja, ik heb het verteld")),
            (Kennisgevingsstand.ONMOGELIJK, gettext_lazy("Nee, dat kan niet of kost te veel moeite")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Hoe en wanneer, of waarom niet?"), max_length=500, required=False, widget=tekstvak(2)
    )


@voor_medewerker("kennisgeving_afmelden")
@require_http_methods(["GET", "HEAD", "POST"])
def kennisgevingen(request: HttpRequest, nummer: str) -> HttpResponse:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel=DOEL)  # type: ignore[attr-defined]
    if not inzage.zaak.beslissing(inzage.actor, "kennisgeving_afmelden"):
        raise BestaatNiet
    formulier = Afmelden(request.POST or None, label_suffix="")
    if request.method == "POST" and formulier.is_valid() and _doe(request, inzage, formulier):
        return redirect("kennisgevingen", nummer=nummer)
    rijen = list(inzage.zaak.kennisgevingen.select_related("gedaan_door"))
    if not rijen:
        raise BestaatNiet
    gekozen = request.POST.getlist("kennisgevingen")
    return render(
        request,
        "behandeling/kennisgevingen.html",
        {
            "zaak": inzage.beeld,
            "nummer": nummer,
            "kruimels": naar_zaak(nummer),
            "open": [_regel(rij, gekozen) for rij in rijen if rij.stand == Kennisgevingsstand.OPEN],
            "klaar": [_regel(rij, gekozen) for rij in rijen if rij.stand != Kennisgevingsstand.OPEN],
            "form": formulier,
            "mag": "kennisgeving_afmelden" in inzage.mag,
        },
        status=422 if formulier.errors else 200,
    )


def _doe(request: HttpRequest, inzage: Inzage, formulier: Afmelden) -> bool:
    """Whether it was done; else the form says what is wrong."""
    try:
        gekozen = [UUID(waarde) for waarde in request.POST.getlist("kennisgevingen")]
    except ValueError:
        raise BestaatNiet from None
    try:
        kennisgeving_afmelden(inzage.actor, inzage.zaak, kennisgevingen=gekozen, **formulier.cleaned_data)
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return False
    messages.success(request, _("Dat is vastgelegd."))
    return True


def _regel(rij: Kennisgeving, gekozen: list[str]) -> dict[str, Any]:
    return {
        "uuid": rij.uuid,
        "ontvanger": rij.ontvanger,
        "gegeven": rij.gegeven,
        "soort": rij.get_soort_display(),
        "zaak": rij.over_nummer,
        "stand": rij.get_stand_display(),
        "toelichting": rij.toelichting,
        "door": rij.gedaan_door.naam if rij.gedaan_door else "",
        "op": rij.gedaan_op,
        "gekozen": str(rij.uuid) in gekozen,
    }

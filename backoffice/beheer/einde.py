"""Ending a process without a successor: who makes versions proposes the day, who publishes decides."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.versie import haal_versie
from catalogus.models import Zaaktype
from mijnzaken.inrichting import einde as handelingen
from mijnzaken.zaken.tellen import Zakental, zaken_per_versie


class Eindeformulier(forms.Form):
    use_required_attribute = False
    per = forms.DateField(
        label=gettext_lazy("Niet meer aan te vragen vanaf"),
        help_text=gettext_lazy("De eerste dag waarop niemand dit nog kan aanvragen."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Kies een dag."),
            "invalid": gettext_lazy("Kies een dag die bestaat."),
        },
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom stopt dit?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Dit leest wie het vaststelt. De inwoner leest het niet."),
        error_messages={"required": gettext_lazy("Schrijf op waarom dit proces stopt.")},
    )


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def beeindigen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The proposal: from which day, and why."""
    rij = haal_versie(identificatie, nummer)
    if not kan_eindigen(rij):
        raise BestaatNiet
    formulier = Eindeformulier(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Het voorstel staat klaar. Iemand anders stelt het vast."), formulier):
            handelingen.einde_voorstellen(request.actor, rij, proces=rij.proces, **formulier.cleaned_data)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_versie", identificatie, nummer)
    zaken = zaken_per_versie(rij.proces_id).get(rij.pk, Zakental())
    return render(
        request,
        "beheer/beeindigen.html",
        {"form": formulier, "versie": rij, "zaken": zaken, "producten": producten_van(rij)},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_publiceren")
@require_POST
def vaststellen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    return _doe(
        request,
        identificatie,
        nummer,
        handelingen.einde_vaststellen,
        _("Het einde staat vast. Zaken die lopen, gaan door."),
    )


@voor_medewerker("zaaktype_terugsturen")
@require_POST
def afwijzen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    return _doe(request, identificatie, nummer, handelingen.einde_afwijzen, _("Het proces gaat door."))


@voor_medewerker("zaaktype_wijzigen")
@require_POST
def intrekken(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    return _doe(request, identificatie, nummer, handelingen.einde_intrekken, _("Het voorstel is ingetrokken."))


def _doe(
    request: HttpRequest, identificatie: str, nummer: int, handeling: Callable[..., Any], gelukt: str
) -> HttpResponse:
    rij = haal_versie(identificatie, nummer)
    with meld_uitkomst(request, gelukt):
        handeling(request.actor, rij, proces=rij.proces)  # type: ignore[attr-defined]
    return redirect("beheer_versie", identificatie, nummer)


def kan_eindigen(versie: Zaaktype) -> bool:
    """It holds, or will, and nothing says until when."""
    return not versie.concept and versie.einde_geldigheid is None and versie.einde_voorgesteld is None


def producten_van(versie: Zaaktype) -> list[str]:
    """What nobody can ask for any more once it has ended, with how one asked."""
    regels = versie.proces.kruistabel.select_related("product").order_by("product__naam", "actie")
    return [f"{regel.product.naam} ({regel.get_actie_display()})" for regel in regels]

"""The archive: how many closed zaken stay and how many may go, and the lists by which they go."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie import beleid
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.toegang import voor_medewerker
from catalogus.bladeren import blader
from catalogus.models import Proces
from mijnzaken.zaken.handelingen.vernietigen import vernietigingslijst_opstellen
from mijnzaken.zaken.models import Vernietigingslijst
from mijnzaken.zaken.tellen import archief_per_jaar, over_bewaartermijn


class Lijstformulier(forms.Form):
    proces = forms.ModelChoiceField(
        label=gettext_lazy("Van welk zaaktype?"),
        queryset=Proces.objects.order_by("naam"),
        to_field_name="identificatie",
        help_text=gettext_lazy("Op de lijst komen de zaken waarvan de bewaartermijn voorbij is, ten hoogste 500."),
    )


@voor_medewerker("archief")
@require_http_methods(["GET", "HEAD", "POST"])
def archief(request: HttpRequest) -> HttpResponse:
    """Counts and lists; the process owner makes a new one here."""
    actor = request.actor  # type: ignore[attr-defined]
    formulier = Lijstformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            rij = vernietigingslijst_opstellen(actor, proces=formulier.cleaned_data["proces"])
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            messages.success(request, _("De lijst is gemaakt. Kijk welke zaken moeten blijven."))
            return redirect("beheer_vernietigingslijst", rij.uuid)
    lijsten = Vernietigingslijst.objects.voor(actor).select_related("proces")
    return render(
        request,
        "beheer/archief.html",
        {
            "rijen": archief_per_jaar(),
            "over": over_bewaartermijn(),
            "blad": blader(lijsten, "-opgesteld_op", na=request.GET.get("na", "")),
            "form": formulier if beleid.mag(actor, "vernietigingslijst_opstellen") else None,
        },
        status=422 if formulier.errors else 200,
    )

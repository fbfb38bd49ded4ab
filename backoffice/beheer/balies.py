"""The desks where one can come by: which there are, and when they are open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie.formulier import meld_uitkomst
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.productforms import Balieformulier
from catalogus.models import Balie
from mijnzaken.inrichting.aanbod import balie_bewaren


@voor_medewerker("product_wijzigen")
@require_safe
def balies(request: HttpRequest) -> HttpResponse:
    return render(request, "beheer/balies.html", {"balies": Balie.objects.all()[:500]})


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def balie(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One desk; without a key a new one."""
    rij = get_object_or_404(Balie, pk=pk) if pk else Balie()
    formulier = Balieformulier(request.POST if request.method == "POST" else None, instance=rij)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen. De website toont nu deze tekst."), formulier):
            balie_bewaren(request.actor, rij, formulier.cleaned_data)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_balies")
    return render(
        request,
        "beheer/balie.html",
        {"form": herstel(request, formulier), "titel": rij.naam if pk else _("Nieuwe balie")},
        status=422 if formulier.errors else 200,
    )

"""What a zaaktype asks of people, what a smaller set would do, and what was answered of each gegeven."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import beleid
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.forms_gegeven import Beoordelingsformulier
from catalogus.gegevensgebruik import kleiner, punten, score
from catalogus.models import Gegeven, Zaaktype
from mijnzaken.inrichting.handelingen import onderdeel_bewaren


@voor_medewerker("beheer")
@require_safe
def gegevensgebruik(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The points of each gegeven; who unticks some and looks again sees the score without them."""
    versie = get_object_or_404(
        Zaaktype.objects.select_related("proces"), proces__identificatie=identificatie, versienummer=nummer
    )
    rijen = [punten(g) for g in versie.gegevens.order_by("stap__volgnummer", "volgorde", "id")]
    namen = {rij.gegeven.naam for rij in rijen}
    blijft = namen & set(request.GET.getlist("blijft")) if "kijk" in request.GET else namen
    return render(
        request,
        "beheer/gegevensgebruik.html",
        {
            "versie": versie,
            "rijen": rijen,
            "blijft": blijft,
            "score": score(rijen),
            "kleiner": kleiner(rijen, blijft),
            "weg": len(namen) - len(blijft),
            "beoordeeld": sum(1 for rij in rijen if rij.beoordeeld),
            "mag_beoordelen": versie.concept
            and bool(beleid.beslis(request.actor, "zaaktype_wijzigen", proces_id=versie.proces_id)),  # type: ignore[attr-defined]
        },
    )


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def beoordelen(request: HttpRequest, identificatie: str, nummer: int, pk: int) -> HttpResponse:
    """The questions of one gegeven of a concept; what stands in a published version stays."""
    gegeven = get_object_or_404(
        Gegeven.objects.select_related("zaaktype__proces"),
        pk=pk,
        zaaktype__proces__identificatie=identificatie,
        zaaktype__versienummer=nummer,
    )
    versie = gegeven.zaaktype
    if not versie.concept:
        raise BestaatNiet
    formulier = Beoordelingsformulier(request.POST or None, instance=gegeven)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen."), formulier):
            onderdeel_bewaren(request.actor, versie, gegeven, formulier.cleaned_data, proces=versie.proces)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_gegevensgebruik", identificatie, nummer)
    elif request.method != "POST":
        formulier = herstel(request, formulier)
    return render(
        request,
        "beheer/gegeven_beoordelen.html",
        {"versie": versie, "gegeven": gegeven, "form": formulier, "punten": punten(gegeven)},
        status=422 if formulier.errors else 200,
    )

"""What a zaaktype asks of people, and what a smaller set would do: a screen that changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from autorisatie.toegang import voor_medewerker
from catalogus.gegevensgebruik import kleiner, punten, score
from catalogus.models import Zaaktype


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
        },
    )

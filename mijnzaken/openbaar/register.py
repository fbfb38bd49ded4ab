"""The processing register (AVG art. 30), derived from the zaaktypen, so it is what the municipality really does."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from autorisatie.toegang import openbaar
from catalogus import klok
from catalogus.models import Gegeven, Zaaktype


@openbaar
def register(request: HttpRequest) -> HttpResponse:
    zaaktypen = Zaaktype.objects.geldig_op(klok.vandaag()).met_proces().order_by("proces__naam")
    return render(request, "openbaar/register.html", {"zaaktypen": zaaktypen})


@openbaar
def verwerking(request: HttpRequest, identificatie: str, versie: int) -> HttpResponse:
    """One entry, of one version: the address that the logbook refers to, so older versions stay readable."""
    zaaktype = get_object_or_404(
        Zaaktype.objects.exclude(stand="concept")
        .met_proces()
        .prefetch_related(Prefetch("gegevens", Gegeven.objects.order_by("volgorde")), "resultaattypen"),
        proces__identificatie=identificatie,
        versienummer=versie,
    )
    gegevens = list(zaaktype.gegevens.all())
    return render(
        request,
        "openbaar/verwerking.html",
        {
            "zaaktype": zaaktype,
            "gegevens": gegevens,
            "ontvangers": sorted({o for g in gegevens for o in g.ontvangers}),
            "ontbreekt": [g for g in gegevens if not g.doel or not g.grondslag],
        },
    )

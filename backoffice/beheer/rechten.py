"""Rights as sentences, and who holds which role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.models import Matrixregel, Matrixversie, Toekenning
from autorisatie.toegang import voor_medewerker
from autorisatie.voorwaarden import zin


@voor_medewerker("rechten_beheren")
def rechten(request: HttpRequest) -> HttpResponse:
    """The active matrix by role, and the grants that hold."""
    versie = Matrixversie.actief()
    regels = Matrixregel.objects.filter(versie=versie).select_related("rol", "team", "dienst", "proces")
    per_rol: dict[str, list[str]] = {}
    for regel in regels:
        per_rol.setdefault(regel.rol.naam, []).append(zin(regel))
    toekenningen = Toekenning.objects.filter(Toekenning.geldend()).select_related(
        "gebruiker", "rol", "team", "verleend_door"
    )
    return render(
        request,
        "beheer/rechten.html",
        {
            "versie": versie,
            "rollen": sorted(per_rol.items()),
            "toekenningen": toekenningen.order_by("gebruiker__achternaam", "gebruiker__voorletters")[:500],
        },
    )

"""Rights as sentences, who holds which role, and what was done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie import logboek as schrijven
from autorisatie.models import Auditregel, Gebruiker, Matrixregel, Matrixversie, Toekenning
from autorisatie.toegang import voor_medewerker
from autorisatie.zinnen import zin

BLADZIJDE = 50


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


@voor_medewerker("logboek_lezen")
def logboek(request: HttpRequest) -> HttpResponse:
    """The newest lines, by page; reading them is a line too."""
    regels = Auditregel.objects.order_by("-moment", "-id")
    voor = request.GET.get("voor", "")
    if voor.isascii() and voor.isdigit():
        regels = regels.filter(id__lt=int(voor[:18]))
    handeling = request.GET.get("handeling", "").strip()[:60]
    if handeling:
        regels = regels.filter(handeling=handeling)
    rijen = list(regels[: BLADZIJDE + 1])
    schrijven.schrijf(request.actor, "logboek_lezen", bijzonderheden={"handeling": handeling} if handeling else {})  # type: ignore[attr-defined]
    namen = {g.pk: g.naam for g in Gebruiker.objects.filter(pk__in={r.gebruiker_id for r in rijen if r.gebruiker_id})}
    return render(
        request,
        "beheer/logboek.html",
        {
            "regels": [{"regel": r, "wie": namen.get(r.gebruiker_id or 0, r.actor_soort)} for r in rijen[:BLADZIJDE]],
            "volgende": f"?voor={rijen[BLADZIJDE - 1].pk}" if len(rijen) > BLADZIJDE else "",
            "handeling": handeling,
        },
    )

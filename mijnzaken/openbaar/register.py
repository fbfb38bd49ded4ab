"""The processing register (AVG art. 30) for everyone: what holds now, and every version that ever held."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from autorisatie import vangnet
from autorisatie.matrix.bereik import bereik
from autorisatie.toegang import openbaar
from catalogus import klok
from catalogus.models import Proces, Stand, Zaaktype
from catalogus.verwerking import Verwerking, verwerkingen
from mijnzaken.openbaar.registeruitvoer import Regel, als_csv, als_json, als_pdf, gegevens_van

REDEN = "het verwerkingsregister is van niemand: iedereen leest hetzelfde"
VORMEN: dict[str, tuple[Callable[[list[Regel]], bytes], str]] = {
    "csv": (als_csv, "text/csv; charset=utf-8"),
    "json": (als_json, "application/json"),
    "pdf": (als_pdf, "application/pdf"),
}


def _lees(zaaktypen: Iterable[Zaaktype]) -> list[Verwerking]:
    with vangnet.opzij(REDEN):
        return verwerkingen(zaaktypen)


def _nu() -> list[Verwerking]:
    return _lees(Zaaktype.objects.geldig_op(klok.vandaag()).met_proces().order_by("proces__naam"))


def _een(identificatie: str, versie: int) -> Verwerking:
    """Also of a version that ended: the logbook refers to it."""
    zaaktype = get_object_or_404(
        Zaaktype.objects.exclude(stand=Stand.CONCEPT).met_proces(),
        proces__identificatie=identificatie,
        versienummer=versie,
    )
    return _lees([zaaktype])[0]


@openbaar
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    rijen = _nu()
    return render(
        request,
        "openbaar/register.html",
        {"verwerkingen": rijen, "gaten": sum(1 for rij in rijen if rij.ontbreekt), "vormen": VORMEN},
    )


@openbaar
@require_safe
def uitvoer(request: HttpRequest, vorm: str) -> HttpResponse:
    """The register as it is now, as a file."""
    if vorm not in VORMEN:
        raise Http404
    maak, soort = VORMEN[vorm]
    rijen = _nu()
    rollen = bereik(rij.zaaktype for rij in rijen)
    antwoord = HttpResponse(maak([(rij, rollen[rij.zaaktype.pk]) for rij in rijen]), content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="verwerkingsregister-{klok.vandaag().isoformat()}.{vorm}"'
    return antwoord


@openbaar
@require_safe
def verwerking(request: HttpRequest, identificatie: str, versie: int) -> HttpResponse:
    rij = _een(identificatie, versie)
    return render(
        request,
        "openbaar/verwerking.html",
        {
            "v": rij,
            "zaaktype": rij.zaaktype,
            "adres": f"{settings.BASISADRES}{rij.adres}",
            "rollen": bereik([rij.zaaktype])[rij.zaaktype.pk],
            "versies": _versies(rij.zaaktype.proces),
        },
    )


@openbaar
@require_safe
def verwerking_json(request: HttpRequest, identificatie: str, versie: int) -> HttpResponse:
    rij = _een(identificatie, versie)
    return JsonResponse(
        gegevens_van(rij, bereik([rij.zaaktype])[rij.zaaktype.pk]), json_dumps_params={"ensure_ascii": False}
    )


def _versies(proces: Proces) -> list[Zaaktype]:
    return list(proces.versies.exclude(stand=Stand.CONCEPT).order_by("-versienummer"))

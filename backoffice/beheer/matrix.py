"""Reading the matrix: by role, by zaaktype, every version, what changed, and as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from autorisatie import beleid
from autorisatie.matrix import bestand
from autorisatie.matrix.blokken import Blok, over_proces, van_versie
from autorisatie.matrix.verschillen import VERVALLEN, Verschil, verschillen
from autorisatie.models import Gegevensgroep, Matrixversie, Niveau
from autorisatie.toegang import voor_medewerker
from catalogus.models import Proces
from mijnzaken.inrichting.matrix import bezwaren

SAMEN = ("opgesteld_door", "goedgekeurd_door", "teruggestuurd_door", "gebaseerd_op")
RECHTEN = (
    "matrix_ontwerpen",
    "matrix_wijzigen",
    "matrix_inlezen",
    "matrix_indienen",
    "matrix_goedkeuren",
    "matrix_terugsturen",
    "matrix_weggooien",
)


def haal_versie(nummer: int) -> Matrixversie:
    rij: Matrixversie = get_object_or_404(Matrixversie.objects.select_related(*SAMEN), nummer=nummer)
    return rij


def mag(request: HttpRequest) -> set[str]:
    return {recht for recht in RECHTEN if beleid.mag(request.actor, recht)}  # type: ignore[attr-defined]


@voor_medewerker("rechten_inzien")
@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """The matrix that holds, the drafts, and every version there was."""
    versies = list(Matrixversie.objects.select_related(*SAMEN))
    return render(
        request,
        "beheer/matrix.html",
        {
            "actief": Matrixversie.actief(),
            "ontwerpen": [v for v in versies if not v.is_goedgekeurd],
            "versies": [v for v in versies if v.is_goedgekeurd],
            "mag": mag(request),
        },
    )


@voor_medewerker("rechten_inzien")
@require_safe
def versie(request: HttpRequest, nummer: int) -> HttpResponse:
    """One version by role; a draft with what it changes, and what can be done with it."""
    rij = haal_versie(nummer)
    blokken = van_versie(rij)
    anders = verschillen(van_versie(rij.gebaseerd_op), blokken) if rij.gebaseerd_op else []
    laatste = Matrixversie.laatste()
    return render(
        request,
        "beheer/matrix_versie.html",
        {
            "versie": rij,
            "is_actief": rij == Matrixversie.actief(),
            "rollen": per_rol(blokken, anders),
            "verschillen": anders,
            "groepen": kolommen(),
            "ingehaald": laatste if not rij.is_goedgekeurd and laatste and laatste.pk != rij.gebaseerd_op_id else None,
            "bezwaren": bezwaren(rij) if rij.is_ontwerp else [],
            "auteurs": list(rij.auteurs.all()),
            "mag": mag(request),
        },
    )


def per_rol(blokken: list[Blok], anders: list[Verschil]) -> list[dict[str, Any]]:
    """The table of each role: its lines with what changed, the ones that fall away last."""
    van_blok = {verschil.kenmerk: verschil for verschil in anders}
    weg = [verschil.blok for verschil in anders if verschil.soort == VERVALLEN]
    rollen: dict[int, dict[str, Any]] = {}
    for blok in [*blokken, *weg]:
        rol = rollen.setdefault(blok.regel.rol_id, {"rol": blok.regel.rol, "regels": [], "anders": 0})
        verschil = van_blok.get(blok.kenmerk)
        rol["anders"] += bool(verschil)
        rol["regels"].append({"blok": blok, "verschil": verschil, "cellen": cellen(blok)})
    return sorted(rollen.values(), key=lambda rol: (not rol["rol"].voor_medewerkers, rol["rol"].naam))


def kolommen() -> list[str]:
    return [str(groep.label) for groep in Gegevensgroep]


def cellen(blok: Blok) -> list[tuple[str, str]]:
    """Per group of data its name and the level in words."""
    return list(zip(kolommen(), blok.niveaus_in_woorden, strict=True))


@voor_medewerker("rechten_inzien")
@require_safe
def zaaktype(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who sees and does what on one zaaktype, under which conditions."""
    rij = haal_versie(nummer)
    processen = list(Proces.objects.select_related("team__afdeling__dienst"))
    gekozen = next((p for p in processen if p.identificatie == request.GET.get("zaaktype", "")), None)
    regels = []
    if gekozen is not None:
        regels = [
            {"blok": blok, "cellen": cellen(blok)}
            for blok in van_versie(rij)
            if over_proces(blok, gekozen) and (blok.handelingen or any(n > Niveau.GEEN for n in blok.niveaus.values()))
        ]
    return render(
        request,
        "beheer/matrix_zaaktype.html",
        {"versie": rij, "processen": processen, "gekozen": gekozen, "regels": regels, "groepen": kolommen()},
    )


@voor_medewerker("rechten_inzien")
@require_safe
def als_bestand(request: HttpRequest, nummer: int) -> HttpResponse:
    rij = haal_versie(nummer)
    antwoord = HttpResponse(bestand.schrijf(rij), content_type="application/json; charset=utf-8")
    antwoord.headers["Content-Disposition"] = f'attachment; filename="autorisatiematrix-versie-{rij.nummer}.json"'
    return antwoord

"""The aansluitdossier of a process: what its risk demands, how far it is, who answers for what."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.models import Gebruiker
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.forms_dossier import (
    Akkoordformulier,
    Intrekformulier,
    Rollenformulier,
    Stapformulier,
    Verwerkerformulier,
)
from catalogus.dossier.patronen import Patroon
from catalogus.dossier.predpia import VRAGEN
from catalogus.dossier.stand import Dossierbeeld, Stand, Stapbeeld, lees, van_het_dossier
from catalogus.models import Aansluitdossier, Dossierstap, Proces, SoortDossierstap, Verwerker
from catalogus.models import Stand as Versiestand
from mijnzaken.inrichting import dossiers as handelingen

RECHTEN = ("dossier_wijzigen", "dossierstap_goedkeuren", "dossierakkoord_intrekken")
BADGE = {  # the look of a state
    Stand.AKKOORD: "goed",
    Stand.VERLOPEN: "fout",
    Stand.INGETROKKEN: "fout",
    Stand.GEWIJZIGD: "let-op",
    Stand.INGEVULD: "info",
}


def _proces(identificatie: str) -> Proces:
    return get_object_or_404(Proces.objects.select_related("team__afdeling"), identificatie=identificatie)


def _soort(sleutel: str) -> SoortDossierstap:
    if sleutel not in SoortDossierstap:
        raise BestaatNiet
    return SoortDossierstap(sleutel)


def _mag(request: HttpRequest, proces: Proces) -> set[str]:
    return {r for r in RECHTEN if beleid.beslis(request.actor, r, proces_id=proces.pk)}  # type: ignore[attr-defined]


def _rij(stap: Stapbeeld) -> dict[str, Any]:
    return {"stap": stap, "naam": stap.soort.label, "badge": BADGE.get(stap.stand, "")}


@voor_medewerker("beheer")
@require_safe
def dossier(request: HttpRequest, identificatie: str) -> HttpResponse:
    proces = _proces(identificatie)
    beeld = lees(proces)
    return render(
        request,
        "beheer/dossier.html",
        {
            "proces": proces,
            "beeld": beeld,
            "stappen": [_rij(stap) for stap in beeld.stappen.values()],
            "rollen": _rollen(beeld),
            "gebreken": list(van_het_dossier(beeld)),
            "mag": _mag(request, proces),
            "draait": proces.versies.exclude(stand=Versiestand.CONCEPT).exists(),
        },
    )


def _rollen(beeld: Dossierbeeld) -> list[dict[str, str]]:
    d = beeld.dossier
    if d is None:
        return []
    return [
        {"rol": _("Opdrachtgever"), "wie": d.opdrachtgever, "plicht": d.opdrachtgever_plicht},
        {"rol": _("Proceseigenaar"), "wie": beeld.proces.proceseigenaar, "plicht": d.proceseigenaar_plicht},
        {"rol": _("Functioneel beheer"), "wie": d.functioneel_beheer, "plicht": d.functioneel_beheer_plicht},
        {"rol": _("Technisch beheer"), "wie": d.technisch_beheer, "plicht": d.technisch_beheer_plicht},
    ]


@voor_medewerker("beheer")
@require_safe
def stap(request: HttpRequest, identificatie: str, sleutel: str) -> HttpResponse:
    """One step: what is written now, and every sign-off with what became of it."""
    proces = _proces(identificatie)
    beeld = lees(proces).stappen[_soort(sleutel)]
    akkoorden = list(beeld.rij.akkoorden.all()) if beeld.rij else []
    namen = Gebruiker.objects.in_bulk(
        {wie for a in akkoorden for wie in (a.door_id, a.ingetrokken_door_id) if wie is not None}
    )
    return render(
        request,
        "beheer/dossierstap.html",
        {
            "proces": proces,
            **_rij(beeld),
            "rij": beeld.rij,
            "antwoorden": _antwoorden(beeld.rij),
            "patronen": [Patroon(p).label for p in beeld.rij.patronen] if beeld.rij else [],
            "akkoorden": [
                {"akkoord": a, "door": namen.get(a.door_id), "ingetrokken_door": namen.get(a.ingetrokken_door_id)}
                for a in akkoorden
            ],
            "mag": _mag(request, proces),
            "kan_intrekken": beeld.stand in (Stand.AKKOORD, Stand.GEWIJZIGD),
        },
    )


def _antwoorden(rij: Dossierstap | None) -> list[dict[str, Any]]:
    if rij is None or rij.stap != SoortDossierstap.PRE_DPIA:
        return []
    return [{"vraag": vraag, "antwoord": rij.antwoorden.get(naam)} for naam, vraag in VRAGEN.items()]


@voor_medewerker("dossier_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def rollen(request: HttpRequest, identificatie: str) -> HttpResponse:
    proces = _proces(identificatie)
    rij = Aansluitdossier.objects.filter(proces=proces).first() or Aansluitdossier(proces=proces)

    def doe(formulier: Any) -> object:
        return handelingen.dossier_wijzigen(request.actor, formulier.cleaned_data, proces=proces)  # type: ignore[attr-defined]

    return _bewerk(request, proces, Rollenformulier(request.POST or None, instance=rij), doe, _("Wie doet wat?"))


@voor_medewerker("dossier_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def verwerker(request: HttpRequest, identificatie: str, pk: int | None = None) -> HttpResponse:
    proces = _proces(identificatie)
    rij = get_object_or_404(Verwerker, pk=pk, dossier__proces=proces) if pk else Verwerker()

    def doe(formulier: Any) -> object:
        return handelingen.verwerker_bewaren(request.actor, rij, formulier.cleaned_data, proces=proces)  # type: ignore[attr-defined]

    return _bewerk(request, proces, Verwerkerformulier(request.POST or None, instance=rij), doe, _("Verwerker"))


@voor_medewerker("dossier_wijzigen")
@require_POST
def verwerker_weg(request: HttpRequest, identificatie: str, pk: int) -> HttpResponse:
    proces = _proces(identificatie)
    rij = get_object_or_404(Verwerker, pk=pk, dossier__proces=proces)
    with meld_uitkomst(request, _("Weggehaald.")):
        handelingen.verwerker_weghalen(request.actor, rij, proces=proces)  # type: ignore[attr-defined]
    return redirect("beheer_dossier", identificatie)


@voor_medewerker("dossier_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def stap_wijzigen(request: HttpRequest, identificatie: str, sleutel: str) -> HttpResponse:
    proces, soort = _proces(identificatie), _soort(sleutel)
    rij = lees(proces).stappen[soort].rij or Dossierstap(stap=soort)

    def doe(formulier: Any) -> object:
        return handelingen.dossierstap_bewaren(
            request.actor,  # type: ignore[attr-defined]
            soort,
            formulier.waarden,
            proces=proces,
            gezien=formulier.cleaned_data["gezien"],
        )

    return _bewerk(
        request,
        proces,
        Stapformulier(request.POST or None, instance=rij),
        doe,
        str(soort.label),
        ("beheer_dossierstap", soort),
    )


@voor_medewerker("dossierstap_goedkeuren")
@require_http_methods(["GET", "HEAD", "POST"])
def goedkeuren(request: HttpRequest, identificatie: str, sleutel: str) -> HttpResponse:
    proces, soort = _proces(identificatie), _soort(sleutel)
    rij = lees(proces).stappen[soort].rij
    if rij is None:
        raise BestaatNiet

    def doe(formulier: Any) -> object:
        return handelingen.dossierstap_goedkeuren(request.actor, soort, proces=proces, **formulier.cleaned_data)  # type: ignore[attr-defined]

    return _bewerk(
        request,
        proces,
        Akkoordformulier(request.POST or None, gezien=rij.gewijzigd_op.isoformat()),
        doe,
        _("Akkoord geven: %(stap)s") % {"stap": soort.label},
        ("beheer_dossierstap", soort),
        knop=_("Ik ga akkoord"),
        uitleg=_("U gaat akkoord met wat er nu staat. Verandert iemand het later, dan is een nieuw akkoord nodig."),
    )


@voor_medewerker("dossierakkoord_intrekken")
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, identificatie: str, sleutel: str) -> HttpResponse:
    proces, soort = _proces(identificatie), _soort(sleutel)
    beeld = lees(proces)
    if beeld.stappen[soort].akkoord is None:
        raise BestaatNiet

    def doe(formulier: Any) -> object:
        return handelingen.dossierakkoord_intrekken(request.actor, soort, proces=proces, **formulier.cleaned_data)  # type: ignore[attr-defined]

    stopt = beeld.stappen[soort] in beeld.toetsen
    return _bewerk(
        request,
        proces,
        Intrekformulier(request.POST or None),
        doe,
        _("Akkoord intrekken: %(stap)s") % {"stap": soort.label},
        ("beheer_dossierstap", soort),
        knop=_("Trek het akkoord in"),
        gevaarlijk=True,
        uitleg=_("Nieuwe aanvragen kunnen dan meteen niet meer. Zaken die lopen, gaan door.") if stopt else "",
    )


def _bewerk(
    request: HttpRequest,
    proces: Proces,
    formulier: forms.BaseForm,
    doe: Callable[[Any], object],
    titel: str,
    naar: tuple[str, ...] = ("beheer_dossier",),
    **woorden: Any,
) -> HttpResponse:
    """A form and what it does; then back to where it was opened."""
    naam, *argumenten = naar
    adres = redirect(naam, proces.identificatie, *argumenten)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen."), formulier):
            doe(formulier)
        if not formulier.errors:
            return adres
    elif request.method != "POST":
        formulier = herstel(request, formulier)
    return render(
        request,
        "beheer/dossier_formulier.html",
        {"proces": proces, "form": formulier, "titel": titel, "terug": adres.url, **woorden},
        status=422 if formulier.errors else 200,
    )

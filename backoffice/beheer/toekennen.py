"""The acts on who holds which role: ask, extend, grant, refuse, end. Each is one form and one handeling."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Gebruiker, Toekenning
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.forms_toekenning import (
    EEN_JAAR,
    Aanvraagformulier,
    Doeformulier,
    Redenformulier,
    Verlengformulier,
)
from mijnzaken.inrichting import toekenningen as handelingen


def _rij(uuid: UUID) -> Toekenning:
    return get_object_or_404(
        Toekenning.objects.select_related("gebruiker", "rol", "team", "aangevraagd_door"), uuid=uuid
    )


@voor_medewerker("toekenning_aanvragen")
@require_http_methods(["GET", "HEAD", "POST"])
def aanvragen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    wie = get_object_or_404(Gebruiker, uuid=uuid, is_active=True)

    def doe(**waarden: Any) -> Toekenning:
        return handelingen.toekenning_aanvragen(request.actor, gebruiker=wie, **waarden)  # type: ignore[attr-defined, no-any-return]

    return _bewerk(
        request,
        Aanvraagformulier,
        doe,
        wie,
        {
            "titel": _("Rol aanvragen"),
            "knop": _("Aanvragen"),
            "uitleg": _("De rol geldt pas als een ander haar goedkeurt."),
        },
        _("Aangevraagd. Een ander moet dit nog goedkeuren."),
    )


@voor_medewerker("toekenning_verlengen")
@require_http_methods(["GET", "HEAD", "POST"])
def verlengen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _rij(uuid)

    def doe(**waarden: Any) -> Toekenning:
        return handelingen.toekenning_verlengen(request.actor, rij, **waarden)  # type: ignore[attr-defined, no-any-return]

    eerste = rij.geldig_tot + timedelta(days=1)
    return _bewerk(
        request,
        Verlengformulier,
        doe,
        rij.gebruiker,
        {
            "titel": _("Rol verlengen"),
            "knop": _("Verlenging aanvragen"),
            "rij": rij,
            "uitleg": _("De rol loopt door als een ander dit goedkeurt. Anders eindigt zij vanzelf."),
        },
        _("Verlenging aangevraagd. Een ander moet dit nog goedkeuren."),
        {"geldig_tot": eerste + EEN_JAAR},
    )


@voor_medewerker("toekenning_beeindigen")
@require_http_methods(["GET", "HEAD", "POST"])
def beeindigen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _rij(uuid)

    def doe(**waarden: Any) -> Toekenning:
        return handelingen.toekenning_beeindigen(request.actor, rij, **waarden)  # type: ignore[attr-defined, no-any-return]

    return _bewerk(
        request,
        Redenformulier,
        doe,
        rij.gebruiker,
        {
            "titel": _("Rol beëindigen"),
            "knop": _("Nu beëindigen"),
            "rij": rij,
            "gevaarlijk": True,
            "uitleg": _("De rol geldt meteen niet meer."),
        },
        _("De rol is beëindigd."),
    )


@voor_medewerker("toekenning_weigeren")
@require_http_methods(["GET", "HEAD", "POST"])
def weigeren(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _rij(uuid)

    def doe(**waarden: Any) -> Toekenning:
        return handelingen.toekenning_weigeren(request.actor, rij, **waarden)  # type: ignore[attr-defined, no-any-return]

    return _bewerk(
        request,
        Redenformulier,
        doe,
        rij.gebruiker,
        {"titel": _("Aanvraag afwijzen"), "knop": _("Afwijzen"), "rij": rij, "gevaarlijk": True},
        _("De aanvraag is afgewezen."),
    )


@voor_medewerker("toekenning_goedkeuren")
@require_POST
def goedkeuren(request: HttpRequest, uuid: UUID) -> HttpResponse:
    try:
        rij = handelingen.toekenning_goedkeuren(request.actor, uuid)  # type: ignore[attr-defined]
        messages.success(request, _("%(wie)s heeft de rol %(rol)s.") % {"wie": rij.gebruiker.naam, "rol": rij.rol.naam})
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("beheer_toekenningen_wachtend")


def _bewerk(
    request: HttpRequest,
    klasse: type[Doeformulier],
    doe: Callable[..., Any],
    wie: Gebruiker,
    woorden: dict[str, Any],
    klaar: str,
    begin: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the form of one act, or carry it out; what was typed comes back with what is wrong."""
    if request.method == "POST":
        formulier = klasse(request.POST)
        if formulier.doe(doe):
            messages.success(request, klaar)
            return redirect("beheer_toekenningen_medewerker", wie.uuid)
    else:
        formulier = herstel(request, klasse(initial=begin) if begin else klasse())
    return render(
        request,
        "beheer/toekenning_doen.html",
        {"form": formulier, "wie": wie, **woorden},
        status=422 if formulier.errors else 200,
    )

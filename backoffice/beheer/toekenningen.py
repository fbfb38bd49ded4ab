"""Who holds which role, what waits for a second person, and what ends soon."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie import beleid, houders
from autorisatie.models import Gebruiker, Toekenning
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bladeren import Blad, blad
from backoffice.beheer.forms_toekenning import (
    Zoekformulier,
)

_ERBIJ = ("gebruiker", "rol", "team", "aangevraagd_door", "verleend_door", "beeindigd_door")
_RECHTEN = ("toekenning_aanvragen", "toekenning_verlengen", "toekenning_beeindigen")
_TELGRENS = 100  # a number on a tab says '99+' from here on
_GESCHIEDENIS = 200  # rows of the past on the page of one person


def _rijen() -> Any:
    return Toekenning.objects.select_related(*_ERBIJ)


def _basis(request: HttpRequest, hier: str) -> dict[str, Any]:
    """What every list shows on top: the other lists, with how much waits there."""
    actor = request.actor  # type: ignore[attr-defined]
    wacht = Toekenning.objects.filter(Toekenning.wachtend())[:_TELGRENS].count()
    tabs = [
        ("toekenning_goedkeuren", "beheer_toekenningen", _("Wie welke rol heeft"), ""),
        ("toekenning_goedkeuren", "beheer_toekenningen_wachtend", _("Wacht op goedkeuring"), _getal(wacht)),
        ("toekenning_verlengen", "beheer_toekenningen_herzien", _("Loopt binnenkort af"), ""),
    ]
    return {
        "tabs": [
            {"url": naam, "naam": titel, "aantal": aantal, "actief": naam == hier}
            for recht, naam, titel, aantal in tabs
            if beleid.mag(actor, recht)
        ]
    }


def _getal(aantal: int) -> str:
    return "99+" if aantal >= _TELGRENS else str(aantal or "")


@voor_medewerker("toekenning_goedkeuren")
@require_safe
def toekenningen(request: HttpRequest) -> HttpResponse:
    """Colleagues by name, each with the roles that run."""
    formulier = Zoekformulier(request.GET)
    mensen = Gebruiker.objects.filter(is_active=True)
    if zoek := formulier.cleaned_data.get("zoek", "").strip():
        mensen = mensen.filter(Q(achternaam__icontains=zoek) | Q(gebruikersnaam__icontains=zoek))
    gekozen = {naam: rij for naam in ("rol", "team") if (rij := formulier.cleaned_data.get(naam))}
    if gekozen:
        mensen = mensen.filter(
            Exists(Toekenning.objects.filter(Toekenning.lopend(), gebruiker=OuterRef("pk"), **gekozen))
        )
    lopend = Toekenning.objects.filter(Toekenning.lopend()).select_related("rol", "team").order_by("rol__naam", "pk")
    bladzijde = blad(request, mensen.prefetch_related(Prefetch("toekenningen", lopend, "rollen")), "achternaam", "id")
    return render(
        request,
        "beheer/toekenningen.html",
        {
            "formulier": formulier,
            "blad": bladzijde,
            "wis_url": request.path if formulier.is_gefilterd else "",
            **_basis(request, "beheer_toekenningen"),
        },
    )


@voor_medewerker("toekenning_goedkeuren")
@require_safe
def wachtend(request: HttpRequest) -> HttpResponse:
    """What somebody asked for and nobody decided, the oldest first."""
    bladzijde = blad(request, _rijen().filter(Toekenning.wachtend()), "id")
    ik: Gebruiker = request.user  # type: ignore[assignment]
    return render(
        request,
        "beheer/toekenningen_wachtend.html",
        {
            "blad": bladzijde,
            "rijen": [{"rij": rij, "waarom_niet": _waarom_niet(ik, rij)} for rij in bladzijde.rijen],
            **_basis(request, "beheer_toekenningen_wachtend"),
        },
    )


def _waarom_niet(ik: Gebruiker, rij: Toekenning) -> str:
    """Why this reader leaves the approval to another; the handeling checks it again, and more."""
    if ik.is_dezelfde_als(rij.gebruiker):
        return _("Dit is voor uzelf. Een ander keurt het goed.")
    if ik.is_dezelfde_als(rij.aangevraagd_door):
        return _("U vroeg dit aan. Een ander keurt het goed.")
    return ""


@voor_medewerker("toekenning_verlengen")
@require_safe
def herzien(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "beheer/toekenningen_herzien.html",
        {**te_herzien(request), **_basis(request, "beheer_toekenningen_herzien")},
    )


def te_herzien(request: HttpRequest) -> dict[str, Any]:
    """The section of the review: what ends soon and nobody extended yet. What is not reviewed ends by itself."""
    rijen = houders.loopt_af(settings.TOEKENNING_VOORUIT_DAGEN).select_related(*_ERBIJ)
    bladzijde: Blad = blad(request, rijen, "geldig_tot", "id")
    return {"blad": bladzijde, "dagen": settings.TOEKENNING_VOORUIT_DAGEN}


@voor_medewerker("toekenning_goedkeuren")
@require_safe
def medewerker(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One colleague: the roles that run, what is asked, and the past."""
    wie = get_object_or_404(Gebruiker, uuid=uuid)
    rijen = list(_rijen().filter(gebruiker=wie).order_by("-geldig_van", "-pk")[:_GESCHIEDENIS])
    actor = request.actor  # type: ignore[attr-defined]
    return render(
        request,
        "beheer/toekenningen_medewerker.html",
        {
            "wie": wie,
            "lopend": [rij for rij in rijen if rij.stand in ("geldend", "komend")],
            "gevraagd": [rij for rij in rijen if rij.stand == "aangevraagd"],
            "voorbij": [rij for rij in rijen if rij.stand in ("afgelopen", "beeindigd", "geweigerd")],
            "zelf": actor.gebruiker.is_dezelfde_als(wie),
            "mag": {
                r
                for r in ("toekenning_aanvragen", "toekenning_verlengen", "toekenning_beeindigen")
                if beleid.mag(actor, r)
            },
            "mag_waarnemen": beleid.mag(actor, "waarneming_instellen") and not actor.gebruiker.is_dezelfde_als(wie),
        },
    )

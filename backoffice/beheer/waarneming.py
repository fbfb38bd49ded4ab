"""Who stands in for whom, and the own roles of whoever looks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid, houders
from autorisatie.actor import Medewerker
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.models import Gebruiker, Toekenning, Waarneming
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bladeren import blad
from backoffice.beheer.forms_toekenning import Waarneemformulier
from mijnzaken.inrichting import waarneming as handelingen

_COLLEGAS = 100  # of a team, on one page


@voor_medewerker("waarneming_beeindigen")
@require_safe
def waarnemingen(request: HttpRequest) -> HttpResponse:
    """What runs or comes: of oneself, of the team that one leads, or of everybody for an administrator."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    ik = actor.gebruiker
    bladzijde = blad(request, handelingen.zichtbaar(ik), "van", "id")
    team = houders.teamgenoten(houders.teams_met_recht(ik, handelingen.INSTELLEN)).exclude(pk=ik.pk)
    return render(
        request,
        "beheer/waarnemingen.html",
        {
            "blad": bladzijde,
            "ik": ik,
            "mag_eigen": beleid.mag(actor, "eigen_waarneming_instellen"),
            "team": team[:_COLLEGAS],
            "mag_iedereen": houders.voor_iedereen(ik, handelingen.INSTELLEN),
        },
    )


@voor_medewerker("waarneming_beeindigen")
@require_http_methods(["GET", "HEAD", "POST"])
def instellen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """For oneself, or for a colleague whom one may choose a deputy for."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    afwezige = get_object_or_404(Gebruiker, uuid=uuid, is_active=True)
    collegas = _waarnemers(actor, afwezige)

    def doe(**waarden: Any) -> Waarneming:
        if afwezige == actor.gebruiker:
            return handelingen.eigen_waarneming_instellen(actor, **waarden)  # type: ignore[no-any-return]
        return handelingen.waarneming_instellen(actor, afwezige=afwezige, **waarden)  # type: ignore[no-any-return]

    if request.method == "POST":
        formulier = Waarneemformulier(request.POST, collegas=collegas)
        if formulier.doe(doe):
            messages.success(request, _("De waarneming staat klaar."))
            return redirect("beheer_waarnemingen")
    else:
        formulier = herstel(request, Waarneemformulier(collegas=collegas))
    return render(
        request,
        "beheer/waarneming.html",
        {"form": formulier, "afwezige": afwezige, "zelf": afwezige == actor.gebruiker},
        status=422 if formulier.errors else 200,
    )


def _waarnemers(actor: Medewerker, afwezige: Gebruiker) -> Any:
    """Who can be chosen: colleagues of the absent one's teams, and for an administrator who holds the same role."""
    ik = actor.gebruiker
    teams = houders.teams_van(afwezige)
    if afwezige == ik and beleid.mag(actor, "eigen_waarneming_instellen"):
        return houders.teamgenoten(teams).exclude(pk=ik.pk)
    if afwezige != ik and beleid.mag(actor, handelingen.INSTELLEN):
        if houders.voor_iedereen(ik, handelingen.INSTELLEN):
            return houders.kan_waarnemen_voor(afwezige).exclude(pk=ik.pk)
        samen = teams & houders.teams_met_recht(ik, handelingen.INSTELLEN)
        if samen.exists():
            return houders.teamgenoten(samen).exclude(pk__in=[ik.pk, afwezige.pk])
    raise BestaatNiet


@voor_medewerker("waarneming_beeindigen")
@require_POST
def beeindigen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    with meld_uitkomst(request, _("De waarneming is beëindigd.")):
        handelingen.waarneming_beeindigen(request.actor, uuid)  # type: ignore[attr-defined]
    return redirect("beheer_waarnemingen")


@voor_medewerker("eigen_rechten_inzien")
@require_safe
def eigen_rechten(request: HttpRequest) -> HttpResponse:
    """Which roles I hold, until when, who gave them; for whom I stand in, and who for me."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    ik = actor.gebruiker
    rollen = Toekenning.objects.filter(Toekenning.lopend() | Toekenning.wachtend(), gebruiker=ik)
    waar = handelingen.zichtbaar(ik)
    return render(
        request,
        "beheer/eigen_rechten.html",
        {
            "rollen": rollen.select_related("rol", "team", "aangevraagd_door", "verleend_door").order_by(
                "geldig_tot", "pk"
            ),
            "ik_voor": waar.filter(waarnemer=ik),
            "voor_mij": waar.filter(afwezige=ik),
            "mag_waarnemen": beleid.mag(actor, "waarneming_beeindigen"),
            "ik": ik,
        },
    )

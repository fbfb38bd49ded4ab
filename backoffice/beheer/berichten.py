"""Messages that kept failing: seen by a person, and sent again when the cause is gone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from autorisatie import logboek
from autorisatie.formulier import meld_uitkomst
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_medewerker
from mijnzaken.berichten.handelingen import bericht_opnieuw_verzenden
from mijnzaken.berichten.inzien import geparkeerd
from mijnzaken.documenten.keuren import wacht_te_lang


@voor_medewerker("berichten_beheren")
def berichten(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    blad = geparkeerd(actor, request.GET.get("na", ""))
    logboek.leg_lezing_vast(
        actor,
        "berichten_inzien",
        partijen=[rij.partij_id for rij in blad.rijen if rij.partij_id],
        doel="nagaan waarom een bericht niet aankwam",
        gegevensgroepen=(Gegevensgroep.CONTACT,),
    )
    return render(request, "beheer/berichten.html", {"blad": blad, "wachtende_bestanden": wacht_te_lang()})


@voor_medewerker("berichten_beheren")
@require_POST
def opnieuw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    with meld_uitkomst(request, _("Het bericht gaat opnieuw op weg.")):
        bericht_opnieuw_verzenden(request.actor, uuid)  # type: ignore[attr-defined]
    return redirect("beheer_berichten")

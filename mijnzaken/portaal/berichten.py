"""The inbox: each message once, with an unread mark."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_burger
from mijnzaken.berichten.handelingen import bericht_lezen
from mijnzaken.berichten.inzien import postvak
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.documenten import documenten_van_bericht


@voor_burger
def berichten(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    na = request.GET.get("na", "")
    return render(request, "portaal/berichten.html", {"blad": postvak(actor, na), "eerste": bool(na)})


@voor_burger
def bericht(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One message in full; opening it takes the unread mark away."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    rij: Bericht | None = Bericht.objects.een(actor, uuid)
    if rij is None:
        raise BestaatNiet
    if rij.gelezen_op is None:
        rij = bericht_lezen(actor, rij)
    else:
        logboek.leg_lezing_vast(actor, "bericht_lezen", rij=rij, gegevensgroepen=(Gegevensgroep.CONTACT,))
    return render(
        request,
        "portaal/bericht.html",
        {
            "bericht": rij,
            "documenten": documenten_van_bericht(actor, rij),
            "kruimels": [(_("Berichten"), reverse("mijn_berichten"))],
        },
    )

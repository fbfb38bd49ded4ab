"""The inbox: each message once, with an unread mark."""

from datetime import UTC, datetime
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

BLADZIJDE = 25


@voor_burger
def berichten(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    rijen = postvak(actor, na=_lees(request.GET.get("na", "")), hoeveel=BLADZIJDE + 1)
    laatste = rijen[BLADZIJDE - 1] if len(rijen) > BLADZIJDE else None
    return render(
        request,
        "portaal/berichten.html",
        {
            "berichten": rijen[:BLADZIJDE],
            "volgende": f"?na={laatste.aangemaakt_op.timestamp()}~{laatste.pk}" if laatste else "",
            "eerste": "na" in request.GET,
        },
    )


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


def _lees(sleutel: str) -> tuple[datetime, int] | None:
    moment, _, pk = sleutel.partition("~")
    try:
        return datetime.fromtimestamp(float(moment), UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        return None

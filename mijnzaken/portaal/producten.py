"""What the resident holds: permits, allowances, with their validity, what can be asked of them and what we ask."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.fouten import Weigering
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Actie
from mijnzaken.zaken.handelingen.producten import product_controleren
from mijnzaken.zaken.models import InwonerProduct, Productcontrole
from mijnzaken.zaken.producten import acties

HOOGSTE = 200
ACTIEWOORD = {
    Actie.WIJZIGEN: gettext_lazy("wijzigen"),
    Actie.VERLENGEN: gettext_lazy("verlengen"),
    Actie.STOPPEN: gettext_lazy("stoppen"),
}


@dataclass(frozen=True)
class Knop:
    woord: str
    url: str


@dataclass(frozen=True)
class Houdt:
    """One product on the page: its row, what its holder can ask, and our open question."""

    rij: InwonerProduct
    knoppen: list[Knop]
    controle: Productcontrole | None


def open_controles(actor: Burger) -> list[Productcontrole]:
    """The questions about products that wait for this partij, the nearest first; one query."""
    rijen = Productcontrole.objects.voor(actor).filter(bevestigd_op=None, inwonerproduct__ingetrokken_op=None)
    return [
        rij for rij in rijen.select_related("inwonerproduct")[:HOOGSTE] if rij.inwonerproduct.geldt_op(klok.vandaag())
    ]


def _knoppen(rij: InwonerProduct, mogelijk: list[Actie]) -> list[Knop]:
    if rij.product is None:
        return []
    adres = reverse("aanvragen", args=[rij.product.slug])
    return [
        Knop(str(ACTIEWOORD[actie]), f"{adres}?{urlencode({'voor': str(rij.uuid), 'actie': actie.value})}")
        for actie in mogelijk
    ]


@voor_burger
def producten(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    actor: Burger = request.actor  # type: ignore[attr-defined]
    logboek.leg_lezing_vast(actor, "producten_inzien", rij=actor.voor_wie, gegevensgroepen=(Gegevensgroep.BESLUIT,))
    rijen = list(InwonerProduct.objects.voor(actor).select_related("product", "besluit", "zaak")[:HOOGSTE])
    geldig = [rij for rij in rijen if rij.geldt_op(vandaag)]
    mogelijk = acties(geldig) if actor.mag_handelen else {}
    vragen = {vraag.inwonerproduct_id: vraag for vraag in open_controles(actor)}
    return render(
        request,
        "portaal/producten.html",
        {
            "geldig": [Houdt(rij, _knoppen(rij, mogelijk.get(rij.pk, [])), vragen.get(rij.pk)) for rij in geldig],
            "voorbij": [rij for rij in rijen if not rij.geldt_op(vandaag)],
            "vandaag": vandaag,
        },
    )


@voor_burger
@require_POST
def klopt_nog(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The answer to our question: everything is as it was."""
    try:
        product_controleren(request.actor, uuid)  # type: ignore[attr-defined]
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    else:
        messages.success(request, _("Bedankt. U hoeft nu niets meer te doen."))
    return redirect("mijn_producten")

"""What the resident holds: permits, allowances, with their validity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie import logboek
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_burger
from catalogus import klok
from mijnzaken.zaken.models import InwonerProduct


@voor_burger
def producten(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    actor = request.actor  # type: ignore[attr-defined]
    logboek.leg_lezing_vast(actor, "producten_inzien", rij=actor.voor_wie, gegevensgroepen=(Gegevensgroep.BESLUIT,))
    rijen = list(InwonerProduct.objects.voor(request.actor).select_related("product", "besluit", "zaak")[:200])  # type: ignore[attr-defined]
    geldig = [r for r in rijen if not r.ingetrokken_op and (r.geldig_tot is None or r.geldig_tot >= vandaag)]
    return render(
        request,
        "portaal/producten.html",
        {"geldig": geldig, "voorbij": [r for r in rijen if r not in geldig], "vandaag": vandaag},
    )

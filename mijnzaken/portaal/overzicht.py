"""The overview: first what I must do, then what runs, then what ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.actor import Burger
from autorisatie.toegang import voor_burger
from mijnzaken.portaal.kaarten import kaarten
from mijnzaken.portaal.machtigingen import aanbiedingen
from mijnzaken.portaal.taken import concepten, open_taken
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.lijst import Filter, laatst_gewijzigd, lijst

LOPEND, AFGEROND = 12, 6


@voor_burger
def overzicht(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    lopend = lijst(actor, Filter(open=True, zonder_processen=[PROCES]), sortering="-binnenkomst", aantal=LOPEND)
    afgerond = laatst_gewijzigd(actor, Filter(open=False, zonder_processen=[PROCES]), aantal=AFGEROND + 1)
    return render(
        request,
        "portaal/overzicht.html",
        {
            "aanbiedingen": aanbiedingen(actor),
            "taken": open_taken(actor),
            "concepten": concepten(actor),
            "lopend": kaarten(actor, lopend.rijen),
            "afgerond": kaarten(actor, afgerond[:AFGEROND]),
            "meer": bool(lopend.volgende) or len(afgerond) > AFGEROND,
        },
    )

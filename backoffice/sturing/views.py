"""What a team leader sees of the work: numbers per zaaktype over a period."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.toegang import voor_medewerker
from backoffice.sturing.cijfers import cijfers, totaal
from catalogus import klok

PERIODEN = (30, 90, 365)


@voor_medewerker("sturing")
@require_safe
def sturing(request: HttpRequest) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    gevraagd = request.GET.get("dagen", "")
    dagen = next((p for p in PERIODEN if str(p) == gevraagd), PERIODEN[0])
    sinds = klok.vandaag() - timedelta(days=dagen)
    regels = cijfers(beleid.processen_met_recht(actor, "sturing"), sinds, actor.uitgesloten_partijen)
    samen = totaal(regels)
    return render(
        request,
        "sturing/sturing.html",
        {
            "regels": [r for r in regels if r.lopend or r.afgerond or r.binnengekomen],
            "stil": [r.proces.naam for r in regels if not (r.lopend or r.afgerond or r.binnengekomen)],
            "sinds": sinds,
            "mag_waarneming": beleid.mag(actor, "waarneming_instellen"),
            "perioden": [
                {"dagen": p, "url": f"{reverse('sturing')}?dagen={p}", "actief": p == dagen} for p in PERIODEN
            ],
            "tegels": [
                {"getal": samen["binnengekomen"], "naam": _("binnengekomen"), "url": "", "soort": ""},
                {"getal": samen["afgerond"], "naam": _("afgerond"), "url": "", "soort": ""},
                {"getal": samen["lopend"], "naam": _("nu open"), "url": "", "soort": ""},
                {"getal": samen["wachtend"], "naam": _("nu stil: wacht op een ander"), "url": "", "soort": ""},
                {
                    "getal": samen["te_laat"],
                    "naam": _("nu over de termijn"),
                    "url": "",
                    "soort": "fout" if samen["te_laat"] else "",
                },
            ],
        },
    )

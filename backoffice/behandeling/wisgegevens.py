"""Which gegevens of one zaak a request for erasure is about, also when the zaak itself stays."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie import logboek
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.gevraagd import gevraagd
from backoffice.behandeling.kruimels import naar_zaak
from backoffice.behandeling.wissing import wissing_inzien
from catalogus import klok
from catalogus.formulieren import in_woorden
from mijnzaken.zaken.avg.bewaarplicht import Gegevensplicht
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN
from mijnzaken.zaken.avg.wissing import aanwijsbare_zaken
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.handelingen.wissing import DOEL, gegevens_aanwijzen
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Gegevenswaarde, Zaak


@voor_medewerker("wissing_nagaan")
@require_http_methods(["GET", "HEAD", "POST"])
def wisgegevens(request: HttpRequest, nummer: str, van: str) -> HttpResponse:
    """What stands in zaak ``van``, and of each gegeven whether it may go."""
    inzage = wissing_inzien(request, nummer)
    zaak = _zaak(inzage, van)
    fout = ""
    if request.method == "POST":
        try:
            gegevens_aanwijzen(inzage.actor, inzage.zaak, zaak=zaak.uuid, namen=request.POST.getlist("gegevens"))
        except Weigering as weigering:
            fout = weigering.reden
        else:
            messages.success(request, _("De lijst is bijgewerkt. Kies hieronder wat er met deze gegevens gebeurt."))
            return redirect("wissing", nummer=nummer)
    else:
        logboek.leg_lezing_vast(inzage.actor, "wissing_nagaan", rij=zaak, doel=DOEL)
    regels = _regels(inzage, zaak, request.POST.getlist("gegevens") if fout else None)
    return render(
        request,
        "behandeling/wisgegevens.html",
        {
            "zaak": inzage.beeld,
            "nummer": nummer,
            "van": zaak,
            "gevraagd": gevraagd(inzage),
            "regels": regels,
            "fout": fout,
            "mag": inzage.mag,
            "kruimels": [*naar_zaak(nummer), (_("Gegevens wissen"), reverse("wissing", args=[nummer]))],
        },
        status=422 if fout else 200,
    )


def _zaak(inzage: Inzage, van: str) -> Zaak:
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    if partij is None:
        raise BestaatNiet
    zaken = aanwijsbare_zaken(actor, inzage.zaak, partij)  # type: ignore[arg-type]
    zaak: Zaak | None = zaken.filter(nummer=van).select_related("proces", "zaaktype", "team__afdeling").first()
    if zaak is None:
        raise BestaatNiet
    return zaak


def _regels(inzage: Inzage, zaak: Zaak, gekozen: list[str] | None) -> list[dict[str, Any]]:
    """What was approved stands, so it cannot be taken off the list here."""
    regels = inzage.zaak.wisregels.filter(plaats=GEGEVEN, nummer=zaak.nummer)
    aangewezen = {regel.onderdeel: regel for regel in regels}
    vast = {naam for naam, regel in aangewezen.items() if regel.goedgekeurd_op is not None}
    aan = set(aangewezen) if gekozen is None else set(gekozen) | vast
    rijen = zaak.gegevenswaarden.filter(actueel=True).select_related("gegeven")
    plicht = Gegevensplicht(zaak, inzage.zaak, klok.vandaag())
    return [
        _regel(rij) | {"oordeel": plicht.oordeel(rij.gegeven), "aan": naam in aan, "vast": naam in vast}
        for rij in rijen
        if (naam := rij.gegeven.naam)
    ]


def _regel(rij: Gegevenswaarde) -> dict[str, Any]:
    return {
        "naam": rij.gegeven.naam,
        "label": rij.gegeven.label,
        "waarde": in_woorden(rij.gegeven, rij.waarde),
        "ontvangers": rij.gegeven.ontvangers,
    }

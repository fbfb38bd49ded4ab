"""The pages of a try: the form as a resident fills it in, then the zaak as resident and handler see it, side by side.

Each page does again on the stage what was done before, and is made before the stage is taken down.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.tabel import SCHERMEN
from backoffice.beheer.versie import haal_versie
from backoffice.proef import stand as standen
from backoffice.proef.stand import Daad, Stand
from backoffice.proef.toneel import KAN, TAAK, Mislukt, Toneel, toneel
from catalogus.models import Zaaktype
from mijnzaken.berichten.inzien import over
from mijnzaken.zaken import woorden


def _concept(identificatie: str, nummer: int) -> Zaaktype:
    versie = haal_versie(identificatie, nummer)
    if not versie.concept:
        raise BestaatNiet
    return versie


def _naar(naam: str, versie: Zaaktype, *meer: Any) -> HttpResponse:
    return redirect(naam, versie.proces.identificatie, versie.versienummer, *meer)


@voor_medewerker("beheer")
@require_http_methods(["GET", "HEAD", "POST"])
def proef(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """Where the try stands. A post sends the application, with the answers so far."""
    versie = _concept(identificatie, nummer)
    stand = standen.lees(request, versie)
    if request.method == "POST":
        return _verstuur(request, versie, stand)
    if not stand.verstuurd:
        return _naar("beheer_proef_vragen", versie, 1)
    with toneel(versie, stand) as stuk:
        return render(request, "proef/zaak.html", _zaakpagina(stuk))


def _verstuur(request: HttpRequest, versie: Zaaktype, stand: Stand) -> HttpResponse:
    verstuurd = Stand(stand.antwoorden, verstuurd=True)
    try:
        with toneel(versie, verstuurd):
            pass
    except Invoerfout as fout:
        for zin in fout.velden.values():
            messages.error(request, zin)
        return _naar("beheer_proef_vragen", versie, 1)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return _naar("beheer_proef_vragen", versie, 1)
    standen.bewaar(request, versie, verstuurd)
    return _naar("beheer_proef", versie)


@voor_medewerker("beheer")
@require_http_methods(["GET", "HEAD", "POST"])
def vragen(request: HttpRequest, identificatie: str, nummer: int, stap: int) -> HttpResponse:
    """One step of the form, and after the last one everything before sending."""
    versie = _concept(identificatie, nummer)
    stand = standen.lees(request, versie)
    with toneel(versie, Stand(stand.antwoorden)) as stuk:
        invulling = stuk.invulling
        rij = invulling.stap(stap)
        if rij is None:
            return render(request, "proef/controle.html", _basis(stuk) | {"delen": invulling.samenvatting()})
        formulier = invulling.formulier(rij, request.POST if request.method == "POST" else None)
        if request.method == "POST":
            stand = Stand(stand.antwoorden | formulier.concept_waarden())
            standen.bewaar(request, versie, stand)
            if "vorige" in request.POST or formulier.is_valid():
                return _naar("beheer_proef_vragen", versie, stap - 1 if "vorige" in request.POST else stap + 1)
        return render(
            request,
            "proef/vragen.html",
            _basis(stuk)
            | {
                "stap": rij,
                "nummer": stap,
                "aantal": len(invulling.stappen) + 1,
                "form": formulier,
                "bestandvragen": [v.gegeven.label for v in invulling.bestandvragen(rij)],
            },
            status=422 if formulier.is_bound else 200,
        )


@voor_medewerker("beheer")
@require_http_methods(["GET", "HEAD", "POST"])
def doen(request: HttpRequest, identificatie: str, nummer: int, naam: str) -> HttpResponse:
    """The form of one act, or the act itself; a task of the resident has no page of its own."""
    versie = _concept(identificatie, nummer)
    stand = standen.lees(request, versie)
    if not stand.verstuurd or naam not in (*KAN, TAAK) or (naam == TAAK and request.method != "POST"):
        raise BestaatNiet
    if len(stand.daden) >= standen.MEESTE:
        messages.error(request, _("Deze proef heeft genoeg stappen. Begin opnieuw."))
        return _naar("beheer_proef", versie)
    with toneel(versie, stand) as stuk:
        if request.method != "POST":
            if naam not in stuk.mogelijk():
                return _naar("beheer_proef", versie)
            return _formulierpagina(request, stuk, naam, stuk.formulier(naam))
        daad = Daad(naam, dict(request.POST.lists()))
        try:
            stuk.doe(daad)
        except Mislukt as fout:
            if fout.formulier is not None:
                return _formulierpagina(request, stuk, naam, fout.formulier)
            messages.error(request, fout.reden)
            return _naar("beheer_proef", versie)
    standen.bewaar(request, versie, Stand(stand.antwoorden, True, [*stand.daden, daad]))
    return _naar("beheer_proef", versie)


def _formulierpagina(request: HttpRequest, stuk: Toneel, naam: str, formulier: Any) -> HttpResponse:
    scherm = SCHERMEN[naam]
    return render(
        request,
        "proef/doen.html",
        _basis(stuk) | {"scherm": scherm, "form": formulier, "knop": scherm.knop or scherm.naam},
        status=422 if formulier.is_bound else 200,
    )


@voor_medewerker("beheer")
@require_POST
def terug(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The last act undone; before the first one the application is not sent yet."""
    versie = _concept(identificatie, nummer)
    stand = standen.lees(request, versie)
    daden = stand.daden[:-1]
    standen.bewaar(request, versie, Stand(stand.antwoorden, bool(stand.daden), daden))
    return _naar("beheer_proef", versie)


@voor_medewerker("beheer")
@require_POST
def opnieuw(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    versie = _concept(identificatie, nummer)
    standen.vergeet(request)
    return _naar("beheer_proef", versie)


def _basis(stuk: Toneel) -> dict[str, Any]:
    versie = stuk.versie
    adres = (versie.proces.identificatie, versie.versienummer)
    return {
        "versie": versie,
        "gedaan": stuk.gedaan,
        "gestrand": stuk.gestrand,
        "proef_url": reverse("beheer_proef", args=adres),
        "versie_url": reverse("beheer_versie", args=adres),
    }


def _zaakpagina(stuk: Toneel) -> dict[str, Any]:
    """What the resident sees and what the handler can do, of the same zaak at the same moment."""
    inwoner = stuk.inzage(stuk.spelers.inwoner)
    zaak, statustypen = stuk.zaak, list(stuk.versie.statustypen.all())
    huidig = next((s.statustype for s in reversed(inwoner.statussen) if s.indicatie_laatst_gezette_status), None)
    adres = (stuk.versie.proces.identificatie, stuk.versie.versienummer)
    return _basis(stuk) | {
        "zaak": zaak,
        "intro": huidig.statustekst if huidig else "",
        "termijn": woorden.termijnzin(zaak, inwoner.termijn) if inwoner.termijn else None,
        "stappen": woorden.stappen(zaak, statustypen, inwoner.statussen),
        "taken": stuk.open_taken(),
        "documenten": [d.document.titel for d in inwoner.documenten],
        "berichten": over(zaak.uuid, stuk.spelers.inwoner.partij.pk),
        "knoppen": [
            {"naam": SCHERMEN[naam].naam, "url": reverse("beheer_proef_doen", args=[*adres, naam])}
            for naam in stuk.mogelijk()
        ],
        "taak_url": reverse("beheer_proef_doen", args=[*adres, TAAK]),
        "notities": list(zaak.notities.all()),
    }

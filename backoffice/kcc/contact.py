"""Registering a contact with one or more questions."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.herstel import formulierdata
from autorisatie.toegang import voor_medewerker
from backoffice.kcc import gesprek as gesprekken
from backoffice.kcc.forms import MEESTE_VRAGEN, Contactformulier, Vraagformulieren, productkeuze
from backoffice.kcc.gesprek import Beller
from backoffice.kcc.klantbeeld import Klantzaken, klantzaken
from mijnzaken.klanten.handelingen import Deelnemer, GesteldeVraag, Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import Klantcontact

_VRAGEN = "vragen"


def zaakkeuze(zaken: Klantzaken | None) -> list[tuple[str, str]] | None:
    return [(str(z.rij.uuid), f"{z.titel} ({z.rij.nummer})") for z in zaken.zichtbaar] if zaken is not None else None


@voor_medewerker("kcc")
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    beller = gesprekken.beller(request)
    zaken = klantzaken(beller) if beller is not None else None
    keuze = {"zaken": zaakkeuze(zaken)}
    vraagkeuze = {"keuze": productkeuze()}
    if request.method == "POST" and "nog" not in request.POST:
        formulier = Contactformulier(request.POST, **keuze)
        vragen = Vraagformulieren(request.POST, prefix=_VRAGEN, form_kwargs=vraagkeuze)
        if formulier.is_valid() & vragen.is_valid() and _leg_vast(request, beller, zaken, formulier, vragen):
            return redirect("kcc_terugbelnotitie" if "terugbel" in request.POST else "kcc_klant" if beller else "kcc")
    else:
        formulier, vragen = _ongebonden(request, keuze, vraagkeuze)
    return render(
        request,
        "kcc/contact.html",
        {"beller": beller, "form": formulier, "vragen": vragen, "kan_meer": vragen.total_form_count() < MEESTE_VRAGEN},
        status=422 if formulier.errors or (vragen.is_bound and not vragen.is_valid()) else 200,
    )


def _ongebonden(
    request: HttpRequest, keuze: dict[str, Any], vraagkeuze: dict[str, Any]
) -> tuple[Contactformulier, Any]:
    """The form with what was typed so far (one more question was asked, or the session had ended), not judged yet."""
    nog = request.method == "POST"
    velden = request.POST if nog else formulierdata(request)
    begin = {"sleutel": str(uuid4()), "zaak": request.GET.get("zaak", ""), "kanaal": "telefoon"}
    formulier = Contactformulier(initial=begin, **keuze)
    if velden:
        formulier.initial = {**formulier.initial, **_getypt(formulier, velden)}
    aantal = _hoeveel(velden) + nog
    leeg = Vraagformulieren(prefix=_VRAGEN, form_kwargs=vraagkeuze).empty_form
    vragen = []
    for nummer in range(min(aantal, MEESTE_VRAGEN)):
        leeg.prefix = f"{_VRAGEN}-{nummer}"
        vragen.append(_getypt(leeg, velden))
    formulieren = Vraagformulieren(prefix=_VRAGEN, form_kwargs=vraagkeuze, initial=vragen or None)
    formulieren.min_num = max(1, len(vragen))
    return formulier, formulieren


def _hoeveel(velden: QueryDict) -> int:
    aantal = velden.get(f"{_VRAGEN}-TOTAL_FORMS", "0")
    return min(int(aantal), MEESTE_VRAGEN) if aantal.isascii() and aantal.isdigit() and len(aantal) < 4 else 1


def _getypt(formulier: Any, velden: QueryDict) -> dict[str, Any]:
    return {
        naam: veld.widget.value_from_datadict(velden, {}, formulier.add_prefix(naam))
        for naam, veld in formulier.fields.items()
        if formulier.add_prefix(naam) in velden
    }


def _leg_vast(
    request: HttpRequest, beller: Beller | None, zaken: Klantzaken | None, formulier: Contactformulier, vragen: Any
) -> bool:
    g = formulier.cleaned_data
    if gesprekken.is_verstuurd(request, g["sleutel"]):
        return True
    over = next((z.rij for z in zaken.zichtbaar if str(z.rij.uuid) == g["zaak"]), None) if zaken else None
    if zaken and g["zaak"] and over is None:
        raise BestaatNiet
    try:
        gemaakt: Klantcontact = klantcontact_vastleggen(
            beller.actor if beller else request.actor,  # type: ignore[attr-defined]
            kanaal=g["kanaal"],
            onderwerp=g["onderwerp"],
            richting="inkomend",
            inhoud=g["inhoud"],
            indicatie_contact_gelukt=True,
            deelnemers=[Deelnemer(partij=beller.partij)]
            if beller
            else [Deelnemer(naam={"achternaam": g["naam"]})]
            if g["naam"]
            else [],
            vragen=[
                GesteldeVraag(v["vraag"], v["antwoord"], v["product"].pk if v["product"] else None)
                for v in (f.cleaned_data for f in vragen.forms)
                if v
            ],
            over=[Onderwerp("zaak", over.uuid, over.proces_id)] if over else [],
            gespreksdoel=beller.verificatie.doel if beller else "",
        )
    except Invoerfout as fout:
        neem_fouten_over(formulier, fout)
        return False
    _onthoud(request, gemaakt, g["sleutel"])
    messages.success(request, _("Het contact is vastgelegd."))
    return True


def _onthoud(request: HttpRequest, gemaakt: Klantcontact, sleutel: str) -> None:
    """For the terugbelnotitie that may follow, and against a second click."""
    gesprek = gesprekken.lees(request)
    gesprek.klantcontact = str(gemaakt.uuid)
    gesprek.verstuurd = [*gesprek.verstuurd[-9:], sleutel]
    gesprekken.bewaar(request, gesprek)

"""The own words of a zaaktype for its messages: chosen by event, written, and seen as the resident will read them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bewaren import bewaar, haal_concept
from backoffice.beheer.regelteksten import Regelformulier
from catalogus.berichtwoorden import REGELS, Gebeurtenis
from catalogus.models import Berichttekst, Zaaktype
from mijnzaken.berichten.opstellen import Opgesteld, beginwoorden, stel_aankondiging_op, stel_op

_RUIM = forms.Textarea(attrs={"rows": 14})


class Berichttekstformulier(Regelformulier):
    class Meta:
        model = Berichttekst
        fields = ("onderwerp", "tekst", "onderwerp_en", "tekst_en")
        widgets = {"tekst": _RUIM, "tekst_en": _RUIM}
        labels = {
            "onderwerp": gettext_lazy("Onderwerp"),
            "tekst": gettext_lazy("Tekst"),
            "onderwerp_en": gettext_lazy("Onderwerp in het Engels"),
            "tekst_en": gettext_lazy("Tekst in het Engels"),
        }
        help_texts = {
            "onderwerp_en": gettext_lazy("Leeg: wie Engels leest, krijgt de gewone Engelse woorden."),
        }


@dataclass(frozen=True)
class Voorbeeld:
    """One language of the preview: the message, and what the mail says that announces it."""

    taal: str
    bericht: Opgesteld
    aankondiging: Opgesteld


@voor_medewerker("zaaktype_wijzigen")
@require_safe
def kiezen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """At which event: all there are, with those that have own words."""
    versie = haal_concept(identificatie, nummer)
    eigen = {rij.gebeurtenis: rij for rij in versie.berichtteksten.all()}
    rijen = [{"gebeurtenis": g, "eigen": eigen.get(g), "nu": beginwoorden(g, "nl").onderwerp} for g in Gebeurtenis]
    return render(request, "beheer/berichttekst_kiezen.html", {"versie": versie, "rijen": rijen})


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest, identificatie: str, nummer: int, gebeurtenis: str) -> HttpResponse:
    """It begins with the words that every zaaktype has."""
    versie = haal_concept(identificatie, nummer)
    if gebeurtenis not in REGELS:
        raise BestaatNiet
    if rij := versie.berichtteksten.filter(gebeurtenis=gebeurtenis).first():
        return redirect("beheer_berichttekst", identificatie, nummer, rij.pk)
    begin = beginwoorden(gebeurtenis, "nl")
    rij = Berichttekst(zaaktype=versie, gebeurtenis=gebeurtenis, onderwerp=begin.onderwerp, tekst=begin.tekst)
    return _bewerk(request, versie, rij)


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def berichttekst(request: HttpRequest, identificatie: str, nummer: int, pk: int) -> HttpResponse:
    versie = haal_concept(identificatie, nummer)
    return _bewerk(request, versie, get_object_or_404(versie.berichtteksten, pk=pk))


def _bewerk(request: HttpRequest, versie: Zaaktype, rij: Berichttekst) -> HttpResponse:
    """The form with what it makes at the side. ``voorbeeld`` shows what was typed and keeps nothing."""
    gestuurd = request.method == "POST"
    formulier = Berichttekstformulier(request.POST if gestuurd else None, instance=rij)
    if not gestuurd:
        formulier = herstel(request, formulier)
    elif formulier.is_valid() and "voorbeeld" not in request.POST and bewaar(request, versie, rij, formulier):
        messages.success(request, _("Opgeslagen."))
        return redirect("beheer_versie", versie.proces.identificatie, versie.versienummer)
    return render(
        request,
        "beheer/berichttekst.html",
        {
            "versie": versie,
            "rij": rij,
            "form": formulier,
            "waarden": _waarden(rij.gebeurtenis),
            "voorbeelden": [] if formulier.errors else _voorbeelden(versie, rij),
            "is_voorbeeld": gestuurd,
            "engels": beginwoorden(rij.gebeurtenis, "en"),
        },
        status=422 if formulier.errors else 200,
    )


def _waarden(gebeurtenis: str) -> list[dict[str, Any]]:
    regels = REGELS[gebeurtenis]
    return [{"waarde": waarde, "moet": waarde.naam in regels.moet} for waarde in regels.waarden]


def _voorbeelden(versie: Zaaktype, rij: Berichttekst) -> list[Voorbeeld]:
    """As it is sent, with examples for the values."""
    soort = rij.gebeurtenis
    voorbeeld = {w.naam: w.voorbeeld for w in REGELS[soort].waarden if w.naam != "gemeente"}
    voorbeeld |= {"product": versie.omschrijving, "in_portaal": True}
    return [
        Voorbeeld(
            taal,
            stel_op(soort, taal, voorbeeld, rij),
            stel_aankondiging_op(soort, taal, voorbeeld.get("uiterlijk")),
        )
        for taal in ("nl", "en")
    ]

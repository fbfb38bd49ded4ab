"""Unusual reading: what the program found, in a sentence, and what somebody who looked at it says."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Signaal, SoortSignaal
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.logboek_zoeken import vind_partij
from catalogus import klok
from catalogus.templatetags.mz import datum
from mijnzaken.inrichting.logboek import DOEL, bekend_persoon_merken, signaal_bekijken
from mijnzaken.zaken.handelingen.opvallend import opvallend_nagaan
from mijnzaken.zaken.opvallend import BEGIN, EINDE, nummers

BLADZIJDE = 50
_ZIN = {
    SoortSignaal.ZONDER_TAAK: gettext_lazy(
        "%(wie)s opende zaken waarin hij of zij geen taak had: geen behandelaar, geen adviseur en niet van het eigen "
        "team. Aantal op %(dag)s: %(n)s."
    ),
    SoortSignaal.BUREN: gettext_lazy(
        "%(wie)s opende gegevens van mensen die in dezelfde straat of met dezelfde postcode wonen. Aantal op %(dag)s: "
        "%(n)s."
    ),
    SoortSignaal.BEKEND_PERSOON: gettext_lazy(
        "%(wie)s opende gegevens van een bekend persoon. Aantal op %(dag)s: %(n)s."
    ),
    SoortSignaal.WEIGERINGEN: gettext_lazy("%(wie)s probeerde vaak iets dat niet mag. Aantal op %(dag)s: %(n)s."),
    SoortSignaal.GLAS_BREKEN: gettext_lazy(
        "%(wie)s opende een afgeschermde zaak met een dringende reden. Aantal op %(dag)s: %(n)s."
    ),
    SoortSignaal.BUITEN_KANTOORTIJD: gettext_lazy(
        "%(wie)s opende zaken buiten kantoortijd: voor %(begin)s of na %(einde)s uur, of in het weekend. Aantal op "
        "%(dag)s: %(n)s."
    ),
}


class Dagformulier(forms.Form):
    dag = forms.DateField(label=gettext_lazy("Welke dag?"), widget=forms.DateInput(attrs={"type": "date"}))


class Opmerkingformulier(forms.Form):
    opmerking = forms.CharField(
        label=gettext_lazy("Wat zag u?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Bekendformulier(forms.Form):
    nummer = forms.CharField(
        label=gettext_lazy("BSN of KvK-nummer"),
        max_length=9,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    wat = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u?"),
        choices=[
            ("merken", gettext_lazy("Let op wie gegevens van deze persoon opent")),
            ("stoppen", gettext_lazy("Let daar niet meer op")),
        ],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(label=gettext_lazy("Waarom?"), max_length=200)


def zin(signaal: Signaal) -> str:
    """The signal as a sentence."""
    return str(_ZIN[SoortSignaal(signaal.soort)]) % {
        "wie": signaal.gebruiker.naam,
        "dag": datum(signaal.dag),
        "n": signaal.aantal,
        "begin": BEGIN,
        "einde": EINDE,
    }


@voor_medewerker("opvallend_bekijken")
@require_safe
def opvallend(request: HttpRequest) -> HttpResponse:
    return _pagina(request, Dagformulier(initial={"dag": klok.vandaag()}))


def _pagina(request: HttpRequest, formulier: forms.Form) -> HttpResponse:
    alles = request.GET.get("toon") == "alles"
    alle = Signaal.objects.select_related("gebruiker", "bekeken_door").order_by("-dag", "-pk")
    rijen = list((alle if alles else alle.filter(bekeken_op=None))[:BLADZIJDE])
    logboek.leg_lezing_vast(_actor(request), "opvallend_bekijken", doel=DOEL)
    zaken = nummers({UUID(uuid) for rij in rijen for uuid in rij.zaken})
    return render(
        request,
        "beheer/opvallend.html",
        {
            "signalen": [_signaal(rij, zaken) for rij in rijen],
            "form": formulier,
            "alles": alles,
        },
        status=422 if formulier.errors else 200,
    )


def _signaal(rij: Signaal, zaken: dict[UUID, str]) -> dict[str, Any]:
    return {
        "rij": rij,
        "zin": zin(rij),
        "drempel": _("Het programma meldt dit vanaf %(n)s per dag.") % {"n": rij.drempel},
        "zaken": [zaken[UUID(uuid)] for uuid in rij.zaken if UUID(uuid) in zaken],
        "url": reverse("beheer_signaal", args=[rij.uuid]),
    }


def _actor(request: HttpRequest) -> Medewerker:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    return actor


@voor_medewerker("opvallend_bekijken")
@require_POST
def nagaan(request: HttpRequest) -> HttpResponse:
    """Look through one day now."""
    formulier = Dagformulier(request.POST)
    if formulier.is_valid():
        try:
            aantal = opvallend_nagaan(_actor(request), dag=formulier.cleaned_data["dag"])
        except Invoerfout as fout:
            formulier.add_error("dag", fout.velden["dag"])
        else:
            messages.success(request, _("Deze dag is nagegaan. Er zijn %(n)s signalen.") % {"n": aantal})
            return redirect("beheer_opvallend")
    return _pagina(request, formulier)


@voor_medewerker("opvallend_bekijken")
@require_http_methods(["GET", "HEAD", "POST"])
def signaal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One signal: what was found, and the remark of who looked at it."""
    rij = get_object_or_404(Signaal.objects.select_related("gebruiker", "bekeken_door"), uuid=uuid)
    formulier: forms.Form = Opmerkingformulier(request.POST) if request.method == "POST" else Opmerkingformulier()
    if request.method == "POST" and formulier.is_valid():
        try:
            signaal_bekijken(_actor(request), rij, opmerking=formulier.cleaned_data["opmerking"])
        except Weigering as weigering:
            formulier.add_error(None, weigering.reden)
        else:
            messages.success(request, _("Uw opmerking is bewaard."))
            return redirect("beheer_opvallend")
    elif request.method != "POST":
        formulier = herstel(request, formulier)
        logboek.leg_lezing_vast(_actor(request), "opvallend_bekijken", doel=DOEL, bijzonderheden={"signaal": str(uuid)})
    return render(
        request,
        "beheer/signaal.html",
        {"signaal": _signaal(rij, nummers({UUID(u) for u in rij.zaken})), "form": formulier},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("bekend_persoon_merken")
@require_http_methods(["GET", "HEAD", "POST"])
def bekend(request: HttpRequest) -> HttpResponse:
    """Mark a known person, so that who opens his data is looked at."""
    formulier: forms.Form = Bekendformulier(request.POST) if request.method == "POST" else Bekendformulier()
    if request.method == "POST" and formulier.is_valid():
        partij = vind_partij(_actor(request), formulier.cleaned_data["nummer"])
        if partij is None:
            formulier.add_error("nummer", _("Wij vinden niemand met dit nummer. Controleer het nummer."))
        else:
            merken = formulier.cleaned_data["wat"] == "merken"
            try:
                bekend_persoon_merken(_actor(request), partij, bekend=merken, reden=formulier.cleaned_data["reden"])
            except Weigering as weigering:
                formulier.add_error(None, weigering.reden)
            else:
                messages.success(request, _("Dit is bewaard."))
                return redirect("beheer_opvallend")
    elif request.method != "POST":
        formulier = herstel(request, formulier)
    return render(request, "beheer/bekend_persoon.html", {"form": formulier}, status=422 if formulier.errors else 200)

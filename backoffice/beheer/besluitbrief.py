"""The own words of a zaaktype in the letter of a decision: written, and printed as an example."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bewaren import bewaar, haal_concept
from backoffice.beheer.regelteksten import Regelformulier
from catalogus.briefwoorden import BRIEFDELEN, BRIEFREGELS
from catalogus.models import ZaaktypeBesluittype
from mijnzaken.zaken.briefwoorden import voorbeeld


class Briefformulier(Regelformulier):
    class Meta:
        model = ZaaktypeBesluittype
        fields = tuple(BRIEFDELEN)
        widgets = dict.fromkeys(BRIEFDELEN, forms.Textarea(attrs={"rows": 6}))
        labels = {
            "brief_inleiding": gettext_lazy("Inleiding van de brief"),
            "motivering_vooraf": gettext_lazy("Tekst voor de motivering"),
            "motivering_slot": gettext_lazy("Tekst na de motivering"),
        }
        help_texts = {
            "brief_inleiding": gettext_lazy("Leeg: de gewone inleiding."),
            "motivering_vooraf": gettext_lazy("Komt voor wat de behandelaar schrijft."),
            "motivering_slot": gettext_lazy("Komt na wat de behandelaar schrijft."),
        }


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def besluitbrief(request: HttpRequest, identificatie: str, nummer: int, pk: int) -> HttpResponse:
    """The words around the reasons. ``voorbeeld`` prints what was typed, and keeps nothing."""
    versie = haal_concept(identificatie, nummer)
    moment = get_object_or_404(
        ZaaktypeBesluittype.objects.select_related("besluittype", "zaaktype__proces__team__afdeling"),
        zaaktype=versie,
        pk=pk,
    )
    gestuurd = request.method == "POST"
    formulier = Briefformulier(request.POST if gestuurd else None, instance=moment)
    if not gestuurd:
        formulier = herstel(request, formulier)
    elif formulier.is_valid():
        if "voorbeeld" in request.POST:
            return HttpResponse(
                voorbeeld(moment),
                content_type="application/pdf",
                headers={"Content-Disposition": 'inline; filename="voorbeeld-besluit.pdf"'},
            )
        if bewaar(request, versie, moment, formulier):
            messages.success(request, _("Opgeslagen."))
            return redirect("beheer_versie", identificatie, nummer)
    return render(
        request,
        "beheer/besluitbrief.html",
        {
            "versie": versie,
            "moment": moment,
            "form": formulier,
            "waarden": [{"waarde": waarde} for waarde in BRIEFREGELS.waarden],
        },
        status=422 if formulier.errors else 200,
    )

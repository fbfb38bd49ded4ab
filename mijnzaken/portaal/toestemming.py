"""A second party consents: logs in, types the code of the invitation, reads what it is about, says yes or no."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_burger
from mijnzaken.zaken.handelingen.toestemmingen import toestemming_geven, zoek_toestemming


class Codeformulier(forms.Form):
    code = forms.CharField(label=gettext_lazy("Code uit uw uitnodiging"), max_length=40)


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def toestemming(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    formulier = Codeformulier(request.POST) if request.method == "POST" else Codeformulier()
    gevraagd = None
    if request.method == "POST" and formulier.is_valid():
        code = formulier.cleaned_data["code"]
        gevraagd = zoek_toestemming(actor, code)
        if gevraagd is None:
            formulier.add_error(
                "code", _("Deze code klopt niet, is al gebruikt of is verlopen. Kijk in uw uitnodiging.")
            )
        elif "antwoord" in request.POST:
            try:
                toestemming_geven(
                    actor, proces=gevraagd.zaak.proces, code=code, akkoord=request.POST["antwoord"] == "ja"
                )
            except BestaatNiet:
                formulier.add_error("code", _("Deze code is al gebruikt."))
            except Weigering as weigering:
                formulier.add_error("code", weigering.reden)
            else:
                messages.success(request, _("Bedankt. Uw antwoord is vastgelegd."))
                return redirect("overzicht")
    return render(
        request,
        "portaal/toestemming.html",
        {"form": formulier, "gevraagd": gevraagd},
        status=422 if formulier.errors else 200,
    )

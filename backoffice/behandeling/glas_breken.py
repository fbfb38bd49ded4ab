"""Breaking the glass, and looking at who did."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import tekstvak
from mijnzaken.zaken import glasbreuken
from mijnzaken.zaken.handelingen.glas_breken import KORTSTE_REDEN, glas_breken, glasbreuk_bekijken
from mijnzaken.zaken.models import Glasbreuk

_NUMMER = re.compile(r"\d{4}-\d{7}")


class Glasformulier(forms.Form):
    nummer = forms.RegexField(
        _NUMMER,
        label=gettext_lazy("Zaaknummer"),
        help_text=gettext_lazy("Het hele nummer, zoals 2026-0000123."),
        max_length=12,
        error_messages={"invalid": gettext_lazy("Vul het hele zaaknummer in, zoals 2026-0000123.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom moet u deze zaak nu zien?"),
        help_text=gettext_lazy("Uw teamleider en de functionaris gegevensbescherming lezen dit."),
        min_length=KORTSTE_REDEN,
        max_length=500,
        widget=tekstvak(3),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)


@voor_medewerker("glas_breken")
@require_http_methods(["GET", "HEAD", "POST"])
def breken(request: HttpRequest) -> HttpResponse:
    """One answer, whether the number is known, shielded, somebody's own, or none at all."""
    if request.method != "POST":
        nummer = request.GET.get("nummer", "")
        return _pagina(request, herstel(request, Glasformulier()), nummer if _NUMMER.fullmatch(nummer) else "")
    formulier = Glasformulier(request.POST)
    if not formulier.is_valid():
        return _pagina(request, formulier)
    try:
        glas_breken(request.actor, doel="glas breken", **formulier.cleaned_data)  # type: ignore[attr-defined]
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return _pagina(request, formulier)
    return redirect(f"{reverse('glas_breken')}?nummer={formulier.cleaned_data['nummer']}")


def _pagina(request: HttpRequest, formulier: Glasformulier, nummer: str = "") -> HttpResponse:
    context = {
        "form": formulier,
        "nummer": nummer,
        "minuten": settings.GLAS_MINUTEN,
        "per_dag": settings.GLAS_PER_DAG,
        "kruimels": [(_("Zaken"), reverse("zaken"))],
    }
    return render(request, "behandeling/glas_breken.html", context, status=422 if formulier.errors else 200)


@voor_medewerker("glasbreuk_bekijken")
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """Newest first; what nobody of this desk looked at yet is marked."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    blad = glasbreuken.lijst(actor, na=request.GET.get("na", ""))
    return render(
        request,
        "behandeling/glasbreuken.html",
        {
            "regels": blad.regels,
            "volgende_url": f"?na={blad.volgende}" if blad.volgende else "",
            "toezicht": Glasbreuk.is_toezicht(actor),
        },
    )


@voor_medewerker("glasbreuk_bekijken")
@require_POST
def bekijken(request: HttpRequest, uuid: UUID) -> HttpResponse:
    glasbreuk_bekijken(request.actor, uuid)  # type: ignore[attr-defined]
    return redirect("glasbreuken")

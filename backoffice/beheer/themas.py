"""The themes under which the first page gathers products: which there are, in which order, with which icon."""

from typing import Any

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie.formulier import meld_uitkomst
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.productforms import Productformulier
from catalogus.models import Thema
from mijnzaken.inrichting.aanbod import thema_bewaren, thema_weghalen

ICONEN = {
    "home": gettext_lazy("huis"),
    "building-community": gettext_lazy("gebouwen"),
    "parking": gettext_lazy("parkeren"),
    "car": gettext_lazy("auto"),
    "road": gettext_lazy("weg"),
    "coin-euro": gettext_lazy("geld"),
    "heart-handshake": gettext_lazy("hulp en zorg"),
    "users": gettext_lazy("mensen"),
    "briefcase": gettext_lazy("werk en ondernemen"),
    "certificate": gettext_lazy("bewijs of vergunning"),
    "id-badge-2": gettext_lazy("pas of identiteit"),
    "calendar-event": gettext_lazy("evenement"),
    "volume": gettext_lazy("geluid"),
    "trash": gettext_lazy("afval"),
    "scale": gettext_lazy("recht"),
    "shield-lock": gettext_lazy("privacy"),
    "message-circle": gettext_lazy("contact"),
    "world": gettext_lazy("wereld"),
}
"""Of the sprite (``vormgeving/iconen.mjs``), what says something of a theme."""


class Themaformulier(Productformulier):
    icoon = forms.ChoiceField(label=gettext_lazy("Plaatje"), required=False)

    class Meta:
        model = Thema
        fields = ("naam", "omschrijving", "icoon", "volgorde")
        labels = {"volgorde": gettext_lazy("Plaats in de volgorde")}
        help_texts = {"omschrijving": gettext_lazy("Een zin die zegt wat iemand hier vindt.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes: list[tuple[str, Any]] = [("", gettext_lazy("Geen plaatje")), *ICONEN.items()]
        if self.instance.icoon and self.instance.icoon not in ICONEN:
            keuzes.append((self.instance.icoon, self.instance.icoon))
        self.fields["icoon"].choices = keuzes  # type: ignore[attr-defined]


@voor_medewerker("product_wijzigen")
@require_safe
def themas(request: HttpRequest) -> HttpResponse:
    """In the order of the first page, with how many products stand under each."""
    rijen = Thema.objects.annotate(aantal=Count("producten")).order_by("volgorde", "naam")
    return render(request, "beheer/themas.html", {"themas": rijen})


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def thema(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One theme; without a key a new one."""
    rij = get_object_or_404(Thema, pk=pk) if pk else Thema()
    naam = rij.naam
    formulier = Themaformulier(request.POST if request.method == "POST" else None, instance=rij)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen. De website toont nu deze tekst."), formulier):
            thema_bewaren(request.actor, rij, formulier.cleaned_data)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_themas")
    return render(
        request,
        "beheer/thema.html",
        {"form": herstel(request, formulier), "titel": naam or _("Nieuw onderwerp")},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("product_wijzigen")
@require_POST
def thema_weg(request: HttpRequest, pk: int) -> HttpResponse:
    with meld_uitkomst(request, _("Weggehaald.")):
        thema_weghalen(request.actor, get_object_or_404(Thema, pk=pk))  # type: ignore[attr-defined]
    return redirect("beheer_themas")

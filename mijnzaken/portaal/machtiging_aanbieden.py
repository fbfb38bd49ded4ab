"""Offering a machtiging: to whom, about what, to see or to act, and for how long."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.actor import Burger
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.machtigen import Aanbod, machtiging_aanbieden
from autorisatie.models import Reikwijdte
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Product
from mijnzaken.zaken.handelingen.machtigen import MEESTE, zaken_machtigen
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.models import Zaak

_BIJ = {naam: json.dumps({"gegeven": "reikwijdte", "is": naam}) for naam in ("producten", "zaken")}


class _Dag(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")  # as a browser wants it, whatever the language


class Aanbodformulier(forms.Form):
    nummer = forms.CharField(
        label=gettext_lazy("Burgerservicenummer of KvK-nummer van wie u machtigt"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=gettext_lazy("Vraag dit nummer aan degene die u wilt machtigen."),
    )
    naam = forms.CharField(
        label=gettext_lazy("Achternaam van die persoon, of naam van het bedrijf"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Zo weten wij zeker dat uw vraag bij de juiste persoon komt."),
    )
    reikwijdte = forms.ChoiceField(
        label=gettext_lazy("Waarvoor machtigt u?"),
        widget=forms.RadioSelect,
        choices=[
            (Reikwijdte.ALLES, gettext_lazy("Voor al mijn zaken, ook nieuwe")),
            (Reikwijdte.PRODUCTEN, gettext_lazy("Voor zaken over bepaalde onderwerpen, ook nieuwe")),
            (Reikwijdte.ZAKEN, gettext_lazy("Alleen voor bepaalde zaken")),
        ],
    )
    producten = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Welke onderwerpen?"),
        queryset=Product.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één onderwerp.")},
    )
    zaken = forms.MultipleChoiceField(
        label=gettext_lazy("Welke zaken?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één zaak.")},
    )
    mag_handelen = forms.TypedChoiceField(
        label=gettext_lazy("Wat mag die persoon?"),
        widget=forms.RadioSelect,
        coerce=lambda w: w == "ja",
        choices=[
            ("nee", gettext_lazy("Alleen meekijken")),
            ("ja", gettext_lazy("Meekijken en regelen: aanvragen, stukken sturen, bezwaar maken")),
        ],
    )
    geldig_van = forms.DateField(label=gettext_lazy("Vanaf welke dag?"), widget=_Dag())
    geldig_tot = forms.DateField(
        label=gettext_lazy("Tot en met welke dag?"),
        required=False,
        widget=_Dag(),
        help_text=gettext_lazy("Laat leeg als u geen einde weet. U kunt altijd meteen stoppen, bij Machtigingen."),
    )

    def __init__(self, *args: Any, actor: Burger, zaken: list[Zaak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producten"].queryset = (  # type: ignore[attr-defined]
            Product.objects.gepubliceerd_op(klok.vandaag()).filter(kruistabel__isnull=False).distinct()
        )
        self.fields["zaken"].choices = [(str(z.uuid), f"{z.titel} ({z.nummer})") for z in zaken]  # type: ignore[attr-defined]
        for naam, bij in _BIJ.items():  # asked only with its own reach, and then it is needed
            self.fields[naam].toon_als = bij  # type: ignore[attr-defined]
            self.fields[naam].required = not self.is_bound or self.data.get("reikwijdte") == naam
        if actor.partij.is_organisatie:
            self.fields["geldig_tot"].required = True
            self.fields["geldig_tot"].help_text = _("Ten hoogste vijf jaar. U kunt altijd eerder stoppen.")
        if not zaken:
            del self.fields["zaken"]
            self.fields["reikwijdte"].choices = self.fields["reikwijdte"].choices[:2]  # type: ignore[attr-defined]


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def aanbieden(request: HttpRequest) -> HttpResponse:
    """With ``?zaak=`` that zaak is chosen already: *Laat iemand meekijken of helpen*."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    zaken = [z for z in lijst(actor, Filter(), sortering="-registratie", aantal=MEESTE).rijen if not z.afgeschermd]
    if request.method == "POST":
        formulier = Aanbodformulier(request.POST, actor=actor, zaken=zaken)
        if formulier.is_valid() and _bied_aan(actor, formulier, zaken):
            messages.success(
                request,
                _("Uw aanbod staat klaar. Heeft iemand dit nummer en deze naam, dan ziet die persoon het na inloggen."),
            )
            return redirect("mijn_machtigingen")
    else:
        formulier = herstel(request, Aanbodformulier(actor=actor, zaken=zaken, initial=_begin(request, zaken)))
    return render(
        request, "portaal/machtiging_aanbieden.html", {"form": formulier}, status=422 if formulier.errors else 200
    )


def _begin(request: HttpRequest, zaken: list[Zaak]) -> dict[str, Any]:
    """The narrowest of everything; to give more is the gever's own choice."""
    smal = Reikwijdte.ZAKEN if zaken else Reikwijdte.PRODUCTEN
    begin: dict[str, Any] = {"reikwijdte": smal, "mag_handelen": "nee", "geldig_van": klok.vandaag()}
    gekozen = request.GET.get("zaak", "")
    if any(str(z.uuid) == gekozen for z in zaken):
        begin |= {"reikwijdte": Reikwijdte.ZAKEN, "zaken": [gekozen]}
    return begin


def _bied_aan(actor: Burger, formulier: Aanbodformulier, zaken: list[Zaak]) -> bool:
    g = formulier.cleaned_data
    gekozen = [z for z in zaken if str(z.uuid) in g.get("zaken", ())]
    aanbod = Aanbod(
        nummer=g["nummer"],
        naam=g["naam"],
        reikwijdte=g["reikwijdte"],
        mag_handelen=g["mag_handelen"],
        geldig_van=g["geldig_van"],
        geldig_tot=g["geldig_tot"],
        producten=tuple(g["producten"]) if g["reikwijdte"] == Reikwijdte.PRODUCTEN else (),
    )
    try:
        if aanbod.reikwijdte == Reikwijdte.ZAKEN:
            zaken_machtigen(actor, aanbod, gekozen)
        else:
            machtiging_aanbieden(actor, aanbod)
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return False
    return True

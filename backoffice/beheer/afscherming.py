"""All shieldings and who may pass: for the privacy officer."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.models import Gebruiker
from autorisatie.toegang import voor_medewerker
from mijnzaken.zaken import afschermingen
from mijnzaken.zaken.handelingen import afschermen

_DOE = {
    "zaak": {
        "verlenen": afschermen.toegang_verlenen,
        "intrekken": afschermen.toegang_intrekken,
        "opheffen": afschermen.afscherming_opheffen,
    },
    "partij": {
        "verlenen": afschermen.partij_toegang_verlenen,
        "intrekken": afschermen.partij_toegang_intrekken,
        "opheffen": afschermen.partij_afscherming_opheffen,
    },
}


class Verleenformulier(forms.Form):
    gebruikersnaam = forms.CharField(
        label=gettext_lazy("Gebruikersnaam van uw collega"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    toegang_tot = forms.DateField(
        label=gettext_lazy("Tot en met welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom heeft deze collega toegang nodig?"),
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_gebruikersnaam(self) -> Gebruiker:
        naam = self.cleaned_data["gebruikersnaam"].strip()
        gebruiker = Gebruiker.objects.filter(gebruikersnaam=naam, is_active=True).first()
        if gebruiker is None:
            raise forms.ValidationError(_("Wij kennen geen collega met deze gebruikersnaam."))
        return gebruiker

    def waarden(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        return {"gebruiker": gegevens.pop("gebruikersnaam"), **gegevens}


class Partijformulier(Verleenformulier):
    nummer = forms.CharField(
        label=gettext_lazy("BSN of KvK-nummer"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    field_order = ("nummer", "reden", "gebruikersnaam", "toegang_tot")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].label = _("Waarom moet deze persoon of organisatie worden afgeschermd?")
        self.fields["gebruikersnaam"].label = _("Gebruikersnaam van een collega die er daarna nog bij kan")

    def waarden(self) -> dict[str, Any]:
        gegevens = super().waarden()
        genoemden = [gegevens.pop("gebruiker")]
        return {**gegevens, "genoemden": genoemden}


class Intrekformulier(forms.Form):
    toegang = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)

    def waarden(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class Ophefformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Waarom is afschermen niet meer nodig?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def waarden(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


_FORMULIEREN: dict[str, type[forms.Form]] = {
    "verlenen": Verleenformulier,
    "intrekken": Intrekformulier,
    "opheffen": Ophefformulier,
}
_KLAAR = {
    "verlenen": gettext_lazy("Uw collega heeft toegang."),
    "intrekken": gettext_lazy("De toegang is ingetrokken."),
    "opheffen": gettext_lazy("De afscherming is opgeheven."),
}


@voor_medewerker("afscherming_beheren")
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """What is shielded, who may pass and until when; what ends soon and what nobody can open stands out."""
    actor = request.actor  # type: ignore[attr-defined]
    bladen = {
        soort: afschermingen.lijst(actor, soort, na=request.GET.get(soort, "")) for soort in afschermingen.SOORTEN
    }
    koppen = {"zaak": _("Afgeschermde zaken"), "partij": _("Afgeschermde personen en organisaties")}
    return render(
        request,
        "beheer/afschermingen.html",
        {
            "delen": [
                {
                    "kop": koppen[soort],
                    "soort": soort,
                    "regels": blad.regels,
                    "volgende_url": f"?{soort}={blad.volgende}" if blad.volgende else "",
                }
                for soort, blad in bladen.items()
            ],
        },
    )


@voor_medewerker("afscherming_beheren")
@require_http_methods(["GET", "HEAD", "POST"])
def partij_afschermen(request: HttpRequest) -> HttpResponse:
    """Shield somebody by number. It is posted, never in an address; who is not found and who is shielded already get
    one answer.
    """
    data = request.POST if request.method == "POST" else None
    formulier = Partijformulier(data, label_suffix="", use_required_attribute=False)
    if data is not None and formulier.is_valid():
        rij = _scherm_af(request, formulier)
        if rij is not None:
            messages.success(request, _("De persoon of organisatie is afgeschermd."))
            return redirect("beheer_afscherming", soort="partij", uuid=rij.uuid)
    context = {"form": formulier, "terug": reverse("beheer_afschermingen")}
    return render(request, "beheer/partij_afschermen.html", context, status=422 if formulier.errors else 200)


def _scherm_af(request: HttpRequest, formulier: Partijformulier) -> Any | None:
    waarden = formulier.waarden()
    try:
        return afschermen.partij_afschermen_op_nummer(request.actor, doel="toezicht op afscherming", **waarden)  # type: ignore[attr-defined]
    except Invoerfout as onjuist:
        for veld, melding in onjuist.velden.items():
            veld = {"gebruiker": "gebruikersnaam", "genoemden": "gebruikersnaam"}.get(veld, veld)
            formulier.add_error(veld if veld in formulier.fields else None, melding)
    except Weigering as weigering:
        formulier.add_error(None, weigering.reden)
    return None


@voor_medewerker("afscherming_beheren")
@require_http_methods(["GET", "HEAD", "POST"])
def afscherming(request: HttpRequest, soort: str, uuid: UUID) -> HttpResponse:
    """One shielding, with what can be done about it."""
    regel = afschermingen.een(request.actor, soort, uuid) if soort in _DOE else None  # type: ignore[attr-defined]
    if regel is None:
        raise BestaatNiet
    ingevuld: dict[str, forms.Form] = {}
    if request.method == "POST":
        actie = request.POST.get("actie", "")
        if actie not in _FORMULIEREN:
            raise BestaatNiet
        formulier = _maak(actie, request.POST)
        if _doe(request, regel, actie, formulier):
            messages.success(request, str(_KLAAR[actie]))
            return redirect("beheer_afscherming", soort=soort, uuid=uuid)
        ingevuld[actie] = formulier
    return _pagina(request, regel, ingevuld)


def _maak(actie: str, data: Any = None) -> Any:
    """Two of the forms ask for a reason: each has ids of its own."""
    return _FORMULIEREN[actie](data, label_suffix="", use_required_attribute=False, auto_id=f"{actie}-%s")


def _doe(request: HttpRequest, regel: afschermingen.Regel, actie: str, formulier: Any) -> bool:
    if not formulier.is_valid():
        return False
    waarden = formulier.waarden()
    if actie == "intrekken":
        waarden["toegang"] = afschermingen.toegang(regel, waarden["toegang"])
        if waarden["toegang"] is None:
            raise BestaatNiet
    try:
        _DOE[regel.soort][actie](request.actor, regel.rij, doel="toezicht op afscherming", **waarden)  # type: ignore[attr-defined]
    except Invoerfout as onjuist:
        for veld, melding in onjuist.velden.items():
            veld = "gebruikersnaam" if veld == "gebruiker" else veld
            formulier.add_error(veld if veld in formulier.fields and actie != "intrekken" else None, melding)
        return False
    except Weigering as weigering:
        formulier.add_error(None, weigering.reden)
        return False
    return True


def _pagina(request: HttpRequest, regel: afschermingen.Regel, ingevuld: dict[str, forms.Form]) -> HttpResponse:
    leeg = {naam: _maak(naam) for naam in _FORMULIEREN if naam != "intrekken"}
    return render(
        request,
        "beheer/afscherming.html",
        {
            "regel": regel,
            "formulieren": leeg | ingevuld,
            "terug": reverse("beheer_afschermingen"),
        },
        status=422 if ingevuld else 200,
    )

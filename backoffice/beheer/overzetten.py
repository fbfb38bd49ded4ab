"""All zaken of an older version to the one that holds now: first what does not fit, then by a worker, with a report."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.versie import haal_versie
from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.zaken.handelingen.overzetten import zaken_overzetten
from mijnzaken.zaken.models import Overzetting
from mijnzaken.zaken.overzetten.kaart import Kaart
from mijnzaken.zaken.overzetten.opdracht import voortgang
from mijnzaken.zaken.overzetten.rapport import Bevinding, rapport_van_alle


class Overzetformulier(forms.Form):
    """For each status without a counterpart: which one instead of it, or leave those zaken where they are."""

    def __init__(self, kaart: Kaart, bevindingen: list[Bevinding], data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.kaart = kaart
        self.statussen = [b.status for b in bevindingen if b.status is not None]
        for status in self.statussen:
            mogelijk = [(s.pk, s.omschrijving) for s in kaart.statussen[status.pk]]
            self.fields[f"status_{status.pk}"] = forms.TypedChoiceField(
                label=_("Zaken op ‘%(status)s’ gaan verder op") % {"status": status.omschrijving},
                choices=[("", _("geen: deze zaken blijven op de oude versie")), *mogelijk],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["reden"] = forms.CharField(
            label=gettext_lazy("Waarom zet u de zaken over?"),
            help_text=gettext_lazy("Dit staat als notitie bij elke zaak."),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def gekozen(self) -> Kaart:
        velden = {status.pk: self.cleaned_data[f"status_{status.pk}"] for status in self.statussen}
        return Kaart(self.kaart.van, self.kaart.naar, {oud: nieuw for oud, nieuw in velden.items() if nieuw})


@voor_medewerker("zaken_overzetten")
@require_http_methods(["GET", "HEAD", "POST"])
def overzetten(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    van = haal_versie(identificatie, nummer)
    naar = Zaaktype.objects.geldig(van.proces, klok.vandaag())
    if van.concept or naar is None or naar.pk == van.pk:
        raise BestaatNiet
    aantal, bevindingen = rapport_van_alle(Kaart(van, naar))
    formulier = Overzetformulier(Kaart(van, naar), bevindingen, request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("De zaken worden overgezet. Op deze pagina ziet u hoe ver het is."), formulier):
            zaken_overzetten(actor, formulier.gekozen(), proces=van.proces, reden=formulier.cleaned_data["reden"])
        if not formulier.errors:
            return redirect("beheer_overzetten", identificatie, nummer)
    opdrachten = list(Overzetting.objects.voor(actor).filter(van=van).select_related("naar", "gevraagd_door")[:5])
    return render(
        request,
        "beheer/overzetten.html",
        {
            "versie": van,
            "naar": naar,
            "aantal": aantal,
            "bevindingen": bevindingen,
            "form": formulier,
            "opdrachten": [{"opdracht": o, "voortgang": voortgang(o)} for o in opdrachten],
            "loopt": any(o.klaar_op is None for o in opdrachten),
        },
        status=422 if formulier.errors else 200,
    )

"""One list of zaken whose term is over: judged, approved, carried out; afterwards it is the declaration."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import beleid
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from catalogus import klok
from mijnzaken.zaken.handelingen import vernietigen
from mijnzaken.zaken.models import Lijststand, Vernietigingslijst
from mijnzaken.zaken.models.archief import LOPEND
from mijnzaken.zaken.verklaring import maak_verklaring

GEWOON = timedelta(days=14)


class Zonder(forms.Form):
    """Nothing to fill in."""


class Uitzonderen(forms.Form):
    regels = forms.TypedMultipleChoiceField(
        label=_("Zaken die moeten blijven"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    reden = forms.CharField(
        label=_("Waarom blijven de gekozen zaken?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, regels: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regels"].choices = [(pk, pk) for pk in regels]  # type: ignore[attr-defined]


class Redenformulier(forms.Form):
    reden = forms.CharField(label=_("Waarom?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class Goedkeuren(forms.Form):
    bedenktijd_tot = forms.DateField(
        label=_("Bedenktijd tot en met"),
        help_text=_("Daarna vernietigt Mijn Zaken de zaken. Tot die dag kunt u de lijst nog stoppen."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


# right: in which stand, the form, what it calls, what is said after
STAPPEN: dict[str, tuple[tuple[str, ...], type[forms.Form], Callable[..., Any], Any]] = {
    "vernietiging_uitzonderen": (
        (Lijststand.OPGESTELD,),
        Uitzonderen,
        vernietigen.uitzonderen,
        _("Deze zaken blijven."),
    ),
    "vernietiging_voorleggen": (
        (Lijststand.OPGESTELD,),
        Zonder,
        vernietigen.voorleggen,
        _("De lijst ligt bij de archivaris."),
    ),
    "vernietiging_terugsturen": (
        (Lijststand.VOORGELEGD,),
        Redenformulier,
        vernietigen.terugsturen,
        _("De lijst is terug bij de proceseigenaar."),
    ),
    "vernietiging_goedkeuren": (
        (Lijststand.VOORGELEGD,),
        Goedkeuren,
        vernietigen.goedkeuren,
        _("De lijst is goedgekeurd. De bedenktijd loopt."),
    ),
    "vernietiging_afbreken": (LOPEND, Redenformulier, vernietigen.afbreken, _("De lijst is gestopt.")),
}


@voor_medewerker("archief")
@require_http_methods(["GET", "HEAD", "POST"])
def lijst(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page of one list, with what this person may do with it now."""
    actor = request.actor  # type: ignore[attr-defined]
    rij = _rij(actor, uuid)
    regels = list(rij.regels.all())
    stap = request.POST.get("stap", "")
    vormen = {
        recht: _formulier(recht, klasse, regels, request.POST if recht == stap else None)
        for recht, (standen, klasse, _doe, _klaar) in STAPPEN.items()
        if rij.stand in standen and beleid.beslis(actor, recht, rij)
    }
    if request.method == "POST":
        if stap not in vormen:
            raise BestaatNiet
        if _voer_uit(request, rij, stap, vormen[stap]):
            return redirect("beheer_vernietigingslijst", rij.uuid)
    fout = stap in vormen and bool(vormen[stap].errors)
    return render(
        request,
        "beheer/vernietigingslijst.html",
        {
            "lijst": rij,
            "regels": regels,
            "gekozen": set(request.POST.getlist("regels")) if fout else set(),
            "gaan": sum(1 for regel in regels if not regel.uitzondering),
            "vormen": {recht.removeprefix("vernietiging_"): vorm for recht, vorm in vormen.items()},
            "form": vormen.get(stap),
        },
        status=422 if fout else 200,
    )


@voor_medewerker("archief")
@require_safe
def verklaring(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The declaration as a document to keep; there is none before the list was carried out."""
    rij = _rij(request.actor, uuid)  # type: ignore[attr-defined]
    if rij.stand != Lijststand.UITGEVOERD:
        raise BestaatNiet
    antwoord = HttpResponse(maak_verklaring(rij), content_type="application/pdf")
    naam = f"verklaring-vernietiging-{rij.proces.identificatie}-{rij.peildatum:%Y-%m-%d}.pdf"
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _rij(actor: Any, uuid: UUID) -> Vernietigingslijst:
    rij: Vernietigingslijst | None = (
        Vernietigingslijst.objects.voor(actor)
        .select_related("proces", "opgesteld_door", "voorgelegd_door", "goedgekeurd_door")
        .filter(uuid=uuid)
        .first()
    )
    if rij is None:
        raise BestaatNiet
    return rij


def _formulier(recht: str, klasse: type[forms.Form], regels: list[Any], data: Any) -> forms.Form:
    rest: dict[str, Any] = {"auto_id": f"{recht}_%s", "label_suffix": ""}
    if klasse is Uitzonderen:
        rest["regels"] = [regel.pk for regel in regels if not regel.uitzondering]
    if klasse is Goedkeuren:
        rest["initial"] = {"bedenktijd_tot": klok.vandaag() + GEWOON}
    return klasse(data, **rest)


def _voer_uit(request: HttpRequest, rij: Vernietigingslijst, stap: str, formulier: forms.Form) -> bool:
    if not formulier.is_valid():
        return False
    _standen, _klasse, doe, klaar = STAPPEN[stap]
    try:
        doe(request.actor, rij, **formulier.cleaned_data)  # type: ignore[attr-defined]
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
    else:
        messages.success(request, klaar)
    return not formulier.errors

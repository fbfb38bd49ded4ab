"""One version of a zaaktype: what differs, what is not right yet, and publishing or sending back by another person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from autorisatie import beleid
from autorisatie.actor import Actor
from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.models import Gebruiker
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.onderdelen import ONDERDELEN
from backoffice.beheer.voorbeelden import stappen_van
from catalogus import klok
from catalogus.controles import DOSSIER, gebreken_bij_publiceren
from catalogus.gebrek import Gebrek
from catalogus.models import Zaaktype
from catalogus.uitwisseling import soorten
from catalogus.verschillen import verschillen
from catalogus.versies import gepland, vergelijk_met
from mijnzaken.inrichting import handelingen, rollen
from mijnzaken.zaken.tellen import Zakental, zaken_per_versie


class Publicatieformulier(forms.Form):
    vanaf = forms.DateField(
        label=gettext_lazy("Geldt vanaf"),
        help_text=gettext_lazy("Vandaag of later. De versie van nu loopt door tot die dag."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class Terugstuurformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Wat moet er anders?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


@dataclass(frozen=True)
class Verwijzing:
    """A sentence about what is not right, and the screen where one mends it (empty for who may not change it)."""

    zin: str
    url: str


def haal_versie(identificatie: str, nummer: int) -> Zaaktype:
    return get_object_or_404(
        Zaaktype.objects.select_related("proces__team__afdeling"),
        proces__identificatie=identificatie,
        versienummer=nummer,
    )


@voor_medewerker("beheer")
def versie(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    return _toon(request, haal_versie(identificatie, nummer))


def _toon(
    request: HttpRequest,
    rij: Zaaktype,
    *,
    publicatie: forms.Form | None = None,
    terugsturen: forms.Form | None = None,
) -> HttpResponse:
    """The page of a version, also with a form on it that was refused."""
    actor = request.actor  # type: ignore[attr-defined]
    mag = {
        recht: rij.concept and bool(beleid.beslis(actor, f"zaaktype_{recht}", proces_id=rij.proces_id))
        for recht in ("wijzigen", "publiceren", "terugsturen", "weggooien")
    }
    fout = publicatie or terugsturen
    vragen = {gegeven.naam: gegeven for gegeven in rij.gegevens.all()}
    return render(
        request,
        "beheer/versie.html",
        {
            "versie": rij,
            "delen": [{"onderdeel": o, "rijen": o.rijen(rij, vragen)} for o in ONDERDELEN.values()],
            "stappen": stappen_van(rij),
            "mag": mag,
            "form": fout,
            "publicatie": publicatie or Publicatieformulier(initial={"vanaf": klok.vandaag()}),
            "terugsturen": terugsturen or Terugstuurformulier(),
            **_einde(rij, actor),
            **(_vergelijking(rij) | {"gebreken": _verwijzingen(rij, mag["wijzigen"])} if rij.concept else {}),
        },
        status=422 if fout else 200,
    )


def _einde(rij: Zaaktype, actor: Actor) -> dict[str, Any]:
    """What this person may do about ending a version that holds, and who proposed it."""
    if rij.concept:
        return {}
    rechten = {"voorstellen": "wijzigen", "vaststellen": "publiceren", "afwijzen": "terugsturen"}
    return {
        "mag_einde": {
            daad: bool(beleid.beslis(actor, f"zaaktype_{recht}", proces_id=rij.proces_id))
            for daad, recht in rechten.items()
        },
        "voorsteller": Gebruiker.objects.filter(pk=rij.einde_voorgesteld_door_id or 0).first(),
    }


def _vergelijking(rij: Zaaktype) -> dict[str, Any]:
    geldend = vergelijk_met(rij)
    return {
        "geldend": geldend,
        "gepland": gepland(rij.proces),
        "verschillen": verschillen(geldend, rij) if geldend else [],
        "gaan_mee": list(soorten.namen(soorten.nog_concept(rij))),
        "lopend": zaken_per_versie(rij.proces_id).get(geldend.pk, Zakental()) if geldend else None,
    }


def _verwijzingen(rij: Zaaktype, mag_wijzigen: bool) -> list[Verwijzing]:
    sleutels = {o.relatie: o.sleutel for o in ONDERDELEN.values()}
    versie_ = (rij.proces.identificatie, rij.versienummer)

    def plek(gebrek: Gebrek) -> str:
        if gebrek.deel == DOSSIER:
            return reverse("beheer_dossier", args=[rij.proces.identificatie])
        if not mag_wijzigen:
            return ""
        if not gebrek.deel:
            return reverse("beheer_algemeen", args=versie_)
        sleutel = sleutels[gebrek.deel]
        if gebrek.pk is None:
            return f"#d-{sleutel}"
        return reverse("beheer_onderdeel", args=[*versie_, sleutel, gebrek.pk])

    return [Verwijzing(gebrek.zin, plek(gebrek)) for gebrek in [*gebreken_bij_publiceren(rij), *rollen.gebreken(rij)]]


@voor_medewerker("zaaktype_publiceren")
@require_POST
def publiceren(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """From the day that was filled in, or from today."""
    rij = haal_versie(identificatie, nummer)
    formulier = Publicatieformulier(request.POST)

    def doe() -> str:
        handelingen.zaaktype_publiceren(request.actor, rij, proces=rij.proces, **formulier.cleaned_data)  # type: ignore[attr-defined]
        return _("Versie %(n)d geldt %(vanaf)s voor nieuwe zaken.") % {
            "n": nummer,
            "vanaf": _vanaf(rij.begin_geldigheid),
        }

    return _stap(request, rij, formulier, doe) or _toon(request, rij, publicatie=formulier)


def _vanaf(dag: date) -> str:
    if dag <= klok.vandaag():
        return _("vanaf nu")
    return _("vanaf %(dag)s") % {"dag": formats.date_format(dag, "j F Y")}


@voor_medewerker("zaaktype_terugsturen")
@require_POST
def terugsturen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    rij = haal_versie(identificatie, nummer)
    formulier = Terugstuurformulier(request.POST)

    def doe() -> str:
        handelingen.zaaktype_terugsturen(request.actor, rij, proces=rij.proces, **formulier.cleaned_data)  # type: ignore[attr-defined]
        return _("De versie is terug bij wie haar schreef.")

    return _stap(request, rij, formulier, doe) or _toon(request, rij, terugsturen=formulier)


def _stap(request: HttpRequest, rij: Zaaktype, formulier: forms.Form, doe: Callable[[], str]) -> HttpResponse | None:
    """Back to the page with what ``doe`` says; nothing when the form was refused, with its errors on it."""
    if not formulier.is_valid():
        return None
    try:
        messages.success(request, doe())
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return None
    return redirect("beheer_versie", rij.proces.identificatie, rij.versienummer)


@voor_medewerker("zaaktype_versie_maken")
@require_POST
def versie_maken(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    bron = haal_versie(identificatie, nummer)
    try:
        nieuw = handelingen.zaaktype_versie_maken(request.actor, bron, proces=bron.proces)  # type: ignore[attr-defined]
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("beheer_proces", identificatie)
    messages.success(request, _("Versie %(n)d is gemaakt als concept.") % {"n": nieuw.versienummer})
    return redirect("beheer_versie", identificatie, nieuw.versienummer)


@voor_medewerker("zaaktype_weggooien")
@require_POST
def weggooien(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    rij = haal_versie(identificatie, nummer)
    with meld_uitkomst(request, _("Het concept is weggegooid.")):
        handelingen.zaaktype_weggooien(request.actor, rij, proces=rij.proces)  # type: ignore[attr-defined]
    return redirect("beheer_proces", identificatie)

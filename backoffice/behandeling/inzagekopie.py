"""Checking a copy of all that is held of a person before he gets it: what is in it, what was taken out, what is not."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Max, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import tekstvak
from backoffice.behandeling.kruimels import naar_zaak
from mijnzaken.zaken.avg import INZAGE
from mijnzaken.zaken.avg.derden import WEG
from mijnzaken.zaken.avg.inkijken import mag_alles_nakijken, zichtbare_delen
from mijnzaken.zaken.avg.overzicht import groepnaam, op_volgorde, velden_van
from mijnzaken.zaken.handelingen import inzagekopie as handelingen
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Achterhoudgrond, Inzagedeel, Inzagekopie

DOEL = "een verzoek om inzage nakijken"
PER_BLAD = 50
KORT = 80  # characters that stand well beside each other


class Weghalen(forms.Form):
    tekst = forms.CharField(
        label=gettext_lazy("Welke naam of welk nummer is van een ander?"),
        help_text=gettext_lazy("Wij halen het overal in dit overzicht weg."),
        max_length=100,
    )


class Achterhouden(forms.Form):
    grond = forms.ChoiceField(
        label=gettext_lazy("Op welke grond houdt u dit achter?"),
        choices=[("", gettext_lazy("Niet achterhouden: het gaat mee")), *Achterhoudgrond.choices],
        required=False,
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Waarom in dit geval?"),
        help_text=gettext_lazy("Dit blijft bij de zaak. De inwoner leest alleen de grond."),
        max_length=500,
        required=False,
        widget=tekstvak(2),
    )


@voor_medewerker("inzage_nakijken")
@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """What was collected, by group, and what can be done with it."""
    inzage = _inzage(request, nummer)
    kopie = _kopie(inzage)
    formulier = Weghalen(request.POST or None, label_suffix="")
    stap = request.POST.get("stap", "")
    if request.method == "POST" and (kopie is not None or stap == "verzamelen"):
        if _doe(request, inzage, kopie, stap, formulier):
            return redirect("inzagekopie", nummer=nummer)
    elif kopie is None or stap != "weghalen":
        formulier = Weghalen(label_suffix="")
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    return render(
        request,
        "behandeling/inzagekopie.html",
        _kop(inzage)
        | {
            "kopie": kopie,
            "groepen": _groepen(actor, kopie) if kopie else [],
            "belet": mag_alles_nakijken(actor, kopie) if kopie and kopie.vrijgegeven_op is None else "",
            "form": formulier,
            "mag": inzage.mag,
        },
        status=422 if formulier.errors else 200,
    )


def _doe(request: HttpRequest, inzage: Inzage, kopie: Any, stap: str, formulier: Weghalen) -> bool:
    """Whether it was done, or refused with a message; else the form says what is wrong."""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    try:
        match stap:
            case "verzamelen":
                handelingen.inzage_verzamelen(actor, inzage.zaak)
                messages.success(request, _("Alles is opnieuw verzameld."))
            case "vrijgeven":
                handelingen.inzage_vrijgeven(actor, kopie)
                messages.success(request, _("Het overzicht staat bij de zaak. De inwoner heeft bericht."))
            case "weghalen":
                if not formulier.is_valid():
                    return False
                aantal = handelingen.inzage_weghalen(actor, kopie, **formulier.cleaned_data)
                messages.success(request, _("Weggehaald op %(aantal)s plaatsen.") % {"aantal": aantal})
            case _:
                raise BestaatNiet
    except Weigering as weigering:
        if stap == "weghalen":
            neem_fouten_over(formulier, weigering)
            return False
        messages.error(request, weigering.reden)
    return True


@voor_medewerker("inzage_nakijken")
@require_http_methods(["GET", "HEAD", "POST"])
def groep(request: HttpRequest, nummer: str, groep: str) -> HttpResponse:
    """The parts of one group as the person would read them; any can be withheld."""
    inzage = _inzage(request, nummer)
    kopie = _kopie(inzage)
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    delen = zichtbare_delen(actor, kopie).filter(groep=groep) if kopie else None
    if kopie is None or delen is None or not delen.exists():
        raise BestaatNiet
    formulier = Achterhouden(request.POST or None, label_suffix="")
    gekozen = request.POST.getlist("delen")
    if request.method == "POST" and formulier.is_valid():
        try:
            rijen = list(delen.filter(pk__in=[pk for pk in gekozen if pk.isascii() and pk.isdigit() and len(pk) < 19]))
            handelingen.inzage_achterhouden(actor, kopie, delen=rijen, **formulier.cleaned_data)
            messages.success(request, _("Dat is vastgelegd."))
            return redirect(request.get_full_path())
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
    vanaf = request.GET.get("vanaf", "0")
    eerste = int(vanaf) if vanaf.isascii() and vanaf.isdigit() and len(vanaf) < 8 else 0
    rijen = list(delen[eerste : eerste + PER_BLAD + 1])
    logboek.leg_lezing_vast(actor, "inzage_nakijken", rij=kopie, doel=DOEL, bijzonderheden={"groep": groep})
    return render(
        request,
        "behandeling/inzagegroep.html",
        _kop(inzage)
        | {
            "kopie": kopie,
            "kop": groepnaam(groep, delen.aggregate(soort=Max("over_zaak__proces__naam"))["soort"]),
            "delen": [_deel(rij, gekozen) for rij in rijen[:PER_BLAD]],
            "form": formulier,
            "kan": kopie.vrijgegeven_op is None and "inzage_achterhouden" in inzage.mag,
            "vorige_url": f"?vanaf={max(0, eerste - PER_BLAD)}" if eerste else "",
            "volgende_url": f"?vanaf={eerste + PER_BLAD}" if len(rijen) > PER_BLAD else "",
        },
        status=422 if formulier.errors else 200,
    )


def _inzage(request: HttpRequest, nummer: str) -> Inzage:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel=DOEL)  # type: ignore[attr-defined]
    if inzage.zaak.proces.identificatie != INZAGE or not inzage.zaak.beslissing(inzage.actor, "inzage_nakijken"):
        raise BestaatNiet
    return inzage


def _kopie(inzage: Inzage) -> Inzagekopie | None:
    rijen = Inzagekopie.objects.voor(inzage.actor).select_related("partij", "vrijgegeven_door", "zaak__proces")
    gevonden: Inzagekopie | None = rijen.filter(zaak=inzage.zaak).first()
    return gevonden


def _kop(inzage: Inzage) -> dict[str, Any]:
    nummer = inzage.zaak.nummer
    kruimels = naar_zaak(nummer)
    return {
        "zaak": inzage.beeld,
        "nummer": nummer,
        "kruimels": kruimels,
        "kruimels_groep": [*kruimels, (_("Overzicht voor inzage"), reverse("inzagekopie", args=[nummer]))],
    }


def _groepen(actor: Medewerker, kopie: Inzagekopie) -> list[dict[str, Any]]:
    """One query, however many parts there are."""
    rijen = zichtbare_delen(actor, kopie).order_by().values("groep")
    rijen = rijen.annotate(
        aantal=Count("pk"),
        weg=Sum("weggehaald"),
        achter=Count("pk", filter=~Q(grond="")),
        soort=Max("over_zaak__proces__naam"),
    )
    gevonden = sorted(rijen, key=lambda rij: op_volgorde(rij["groep"]))
    return [
        rij
        | {
            "kop": groepnaam(rij["groep"], rij["soort"]),
            "url": reverse("inzagegroep", args=[kopie.zaak.nummer, rij["groep"]]),
        }
        for rij in gevonden
    ]


def _deel(rij: Inzagedeel, gekozen: list[str]) -> dict[str, Any]:
    velden = velden_van(rij)
    return {
        "rij": rij,
        "gekozen": str(rij.pk) in gekozen,
        "kort": all(len(veld["woorden"]) < KORT for veld in velden),
        "velden": [
            {"label": veld["label"], "stukken": _stukken(veld["woorden"]), "verborgen": veld["naam"] == "bsn"}
            for veld in velden
        ],
    }


def _stukken(tekst: str) -> list[tuple[str, bool]]:
    """The text in pieces, with the places where something was taken out."""
    stukken: list[tuple[str, bool]] = []
    for nummer, stuk in enumerate(tekst.split(WEG)):
        if nummer:
            stukken.append((WEG[1:-1], True))
        if stuk:
            stukken.append((stuk, False))
    return stukken

"""Mijn gegevens: who I am by the register, how I can be reached, and what the municipality keeps of me and why."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Actie, Gegeven, Product
from mijnzaken.berichten.handelingen import digitaal_adres_bevestigen, digitaal_adres_wijzigen
from mijnzaken.klanten.handelingen import voorkeur_wijzigen
from mijnzaken.klanten.inzien import digitale_adressen, voorkeuren
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.zaken.avg import RECHTEN
from mijnzaken.zaken.avg.overdragen import wat_hij_gaf
from mijnzaken.zaken.models import Zaak


class Adresformulier(forms.Form):
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u wijzigen?"),
        widget=forms.RadioSelect,
        choices=[("email", gettext_lazy("Mijn e-mailadres")), ("telefoonnummer", gettext_lazy("Mijn telefoonnummer"))],
    )
    adres = forms.CharField(label=gettext_lazy("Nieuw e-mailadres of telefoonnummer"), max_length=254)


class Codeformulier(forms.Form):
    code = forms.CharField(label=gettext_lazy("Code van 6 cijfers"), max_length=10)


POSTKEUZES = [
    ("email", gettext_lazy("Hier in Mijn Zaken, met een e-mail dat er iets klaarstaat")),
    ("sms", gettext_lazy("Hier in Mijn Zaken, met een sms dat er iets klaarstaat")),
    ("geen", gettext_lazy("Hier in Mijn Zaken, zonder dat wij dat laten weten")),
    ("brief", gettext_lazy("Op papier, met de post")),
]


@voor_burger
def gegevens(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    partij = actor.voor_wie
    groepen = (Gegevensgroep.PERSOONSGEGEVENS, Gegevensgroep.CONTACT)
    logboek.leg_lezing_vast(actor, "gegevens_inzien", rij=partij, gegevensgroepen=groepen)
    adressen = digitale_adressen(actor, partij.pk)
    gekozen = voorkeuren(actor, partij.pk).get("portaal")
    return render(
        request,
        "portaal/gegevens.html",
        {
            "partij": partij,
            "adressen": [a for a in adressen if a.geverifieerd_op],
            "te_bevestigen": [a for a in adressen if not a.geverifieerd_op],
            "keuzes": POSTKEUZES,
            "gekozen": gekozen.aankondiging if gekozen else "brief",
            "eigen": actor.namens is None,
            "gebruik": gebruik(actor),
            "rechten": wat_hij_kan_vragen(),
        },
    )


@voor_burger
@require_safe
def bestand(request: HttpRequest) -> HttpResponse:
    """What he gave us himself, as a file for another program (AVG 20)."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    logboek.leg_lezing_vast(actor, "gegevens_inzien", rij=actor.voor_wie, gegevensgroepen=(Gegevensgroep.ZAAK,))
    antwoord = JsonResponse(wat_hij_gaf(actor), json_dumps_params={"ensure_ascii": False, "indent": 1})
    antwoord["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return antwoord


def wat_hij_kan_vragen() -> list[Product]:
    """The products with which somebody uses his rights (AVG 15 to 21), in the order of the articles; one query."""
    producten = Product.objects.gepubliceerd_op(klok.vandaag()).filter(
        kruistabel__proces__identificatie__in=RECHTEN, kruistabel__actie=Actie.AANVRAGEN
    )
    per_proces = {rij.proces: rij for rij in producten.annotate(proces=F("kruistabel__proces__identificatie"))}
    return [per_proces[soort] for soort in RECHTEN if soort in per_proces]


def gebruik(actor: Burger) -> list[dict[str, Any]]:
    """Per kind of zaak which data are used, for what, on which ground; two queries."""
    zaaktypen = set(Zaak.objects.voor(actor).values_list("zaaktype_id", flat=True)[:500])
    per_soort: dict[str, list[Gegeven]] = {}
    rijen = (
        Gegeven.objects.filter(zaaktype__in=zaaktypen)
        .select_related("zaaktype__proces")
        .order_by("zaaktype", "volgorde")
    )
    for gegeven in rijen:
        per_soort.setdefault(gegeven.zaaktype.proces.woorden, []).append(gegeven)
    return [{"soort": soort, "gegevens": gegevens_} for soort, gegevens_ in sorted(per_soort.items())]


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def adres(request: HttpRequest) -> HttpResponse:
    """Change an address: first the new one, then the code that was sent to it."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    if "code" in request.POST:
        return _bevestig(request, actor)
    formulier = Adresformulier(request.POST) if request.method == "POST" else herstel(request, Adresformulier())
    if request.method == "POST" and formulier.is_valid():
        try:
            digitaal_adres_wijzigen(actor, actor.voor_wie, **formulier.cleaned_data)
        except Invoerfout as fout:
            formulier.add_error("adres", " ".join(fout.velden.values()))
        except Weigering as weigering:
            formulier.add_error(None, weigering.reden)
        else:
            messages.info(request, _("Wij hebben u een code gestuurd. Typ die hieronder in."))
            return redirect("mijn_gegevens")
    return render(request, "portaal/adres.html", {"form": formulier}, status=422 if formulier.errors else 200)


def _bevestig(request: HttpRequest, actor: Burger) -> HttpResponse:
    rij: DigitaalAdres | None = DigitaalAdres.objects.een(actor, request.POST.get("adres", ""))
    if rij is None:
        raise BestaatNiet
    try:
        if digitaal_adres_bevestigen(actor, rij, code=request.POST["code"]):
            messages.success(request, _("Uw nieuwe adres is bevestigd."))
        else:
            messages.error(request, _("Deze code klopt niet. Kijk nog eens en probeer het opnieuw."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("mijn_gegevens")


@voor_burger
@require_POST
def voorkeur(request: HttpRequest) -> HttpResponse:
    """Express consent to electronic messages, and how they are announced (Awb 2:8, 2:10)."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    keuze = request.POST.get("post", "")
    try:
        voorkeur_wijzigen(
            actor,
            actor.voor_wie,
            kanaal="portaal",
            ingestemd=keuze != "brief",
            aankondiging=keuze if keuze in ("email", "sms", "geen") else "email",
        )
        messages.success(request, _("Uw keuze is vastgelegd."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("mijn_gegevens")

"""One terugbelnotitie: what the client sees and what only colleagues see, and everything that is done to it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.gegevensgroepen import Zicht, zichten
from autorisatie.herstel import herstel
from autorisatie.models import Gebruiker, Toekenning, Waarneming
from autorisatie.toegang import voor_medewerker
from backoffice.kcc import gesprek as gesprekken
from backoffice.kcc.forms_terugbel import (
    Antwoordformulier,
    Doorgeefformulier,
    Heropenformulier,
    Notitieformulier,
    Pogingformulier,
)
from backoffice.kcc.notitielijst import DOEL, regel
from catalogus.models import Team
from mijnzaken.zaken.handelingen import afronden, behandelen, terugbellen
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.termijn import vrije_dagen

Formulieren = dict[str, forms.Form]


@voor_medewerker("terugbelnotities")
@require_safe
def notitie(request: HttpRequest, nummer: str) -> HttpResponse:
    return _pagina(request, _inzage(request, nummer), {})


def _inzage(request: HttpRequest, nummer: str) -> Inzage:
    """Open a note. Who does not answer notes sees those that he made, and those of the caller whom he verified."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    rij = Zaak.objects.voor(actor).filter(nummer=nummer, terugbel__isnull=False).select_related("terugbel").first()
    if rij is None:
        raise BestaatNiet
    if not beleid.mag(actor, "belpoging_vastleggen") and rij.terugbel.gemaakt_door_id != actor.gebruiker.pk:
        beller = gesprekken.beller(request)
        if beller is None or beller.partij.pk not in rij.betrokken_partijen():
            raise BestaatNiet
    return zaak_inzien_op_nummer(actor, nummer, doel=DOEL)


def _pagina(request: HttpRequest, inzage: Inzage, ingevuld: Formulieren) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    zaak = inzage.zaak
    pogingen = zichten(zaak.belpogingen.select_related("door"), inzage.niveaus)
    over = zaak.terugbel.over_zaak
    return render(
        request,
        "kcc/notitie.html",
        {
            "regel": regel(actor, zaak, vrije_dagen()),
            "zaak": inzage.beeld,
            "gegevens": Zicht(zaak.terugbel, inzage.niveaus),
            "nummer": zaak.nummer,
            "over_nummer": over.nummer
            if over is not None and Zaak.objects.voor(actor.met_doel(DOEL)).filter(pk=over.pk).exists()
            else "",
            "over_url": reverse("zaak", args=[over.nummer])
            if over is not None and beleid.mag(actor, "zaak_inzien")
            else "",
            "pogingen": pogingen,
            "notities": inzage.notities,
            "statussen": list(reversed(inzage.statussen)),
            "mag": inzage.mag,
            "van_mij": zaak.behandelaar_id == actor.gebruiker.pk,
            "afwezig": zaak.behandelaar is not None and Waarneming.afwezigen().filter(pk=zaak.behandelaar.pk).exists(),
            "formulieren": _formulieren(request, inzage) | ingevuld,
            "kruimels": [(_("Terugbelnotities"), reverse("terugbelnotities"))],
        },
        status=422 if ingevuld else 200,
    )


def _formulieren(request: HttpRequest, inzage: Inzage) -> Formulieren:
    """The forms that this reader may use now, with what was typed before the session ended."""
    zaak = inzage.zaak
    soorten: dict[str, tuple[str, Callable[..., forms.Form]]] = {
        "poging": ("belpoging_vastleggen", Pogingformulier),
        "antwoord": ("terugbelnotitie_beantwoorden", Antwoordformulier),
        "schrijven": ("notitie_schrijven", Notitieformulier),
        "heropenen": ("heropenen", Heropenformulier),
        "doorgeven": ("overdragen", _doorgeefformulier(zaak)),
    }
    return {
        naam: herstel(request, maak(prefix=naam), actie=reverse(f"terugbelnotitie_{naam}", args=[zaak.nummer]))
        for naam, (recht, maak) in soorten.items()
        if recht in inzage.mag
    }


def _doorgeefformulier(zaak: Zaak) -> Callable[..., forms.Form]:
    """Colleagues of every team that answers notes: the chosen team is checked by the handeling."""

    def maak(*args: Any, **kwargs: Any) -> forms.Form:
        if not args:
            kwargs.setdefault("initial", {"team": zaak.team_id})
        teams = Team.objects.filter(producten__isnull=False) | Team.objects.filter(pk=zaak.team_id)
        houders = Toekenning.objects.filter(Toekenning.geldend(), team__in=teams).values("gebruiker")
        collegas = Gebruiker.objects.filter(is_active=True, pk__in=houders)
        return Doorgeefformulier(*args, collegas=collegas, **kwargs)

    return maak


def _voer_uit(
    request: HttpRequest,
    nummer: str,
    naam: str,
    maak: Callable[..., forms.Form] | None,
    doe: Callable[..., Any],
    gelukt: str,
    terug: str = "terugbelnotitie",
) -> HttpResponse:
    """Carry out one handeling from its form; what was typed comes back with what is wrong."""
    inzage = _inzage(request, nummer)
    formulier = maak(request.POST, prefix=naam) if maak else None
    if formulier is not None and not formulier.is_valid():
        return _pagina(request, inzage, {naam: formulier})
    versie = request.POST.get("gezien_versie", "")
    gezien = {"gezien_versie": int(versie)} if versie.isascii() and versie.isdigit() and len(versie) < 10 else {}
    try:
        doe(request.actor, inzage.zaak, **(formulier.cleaned_data if formulier else {}), doel=DOEL, **gezien)  # type: ignore[attr-defined]
    except Invoerfout as fout:
        if formulier is None:
            messages.error(request, fout.reden)
            return redirect("terugbelnotitie", nummer=nummer)
        neem_fouten_over(formulier, fout)
        return _pagina(request, inzage, {naam: formulier})
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        if formulier is not None:
            return _pagina(
                request, _inzage(request, nummer), {naam: formulier} if naam in _formulieren(request, inzage) else {}
            )
        return redirect("terugbelnotitie", nummer=nummer)
    messages.success(request, gelukt)
    return redirect(terug) if terug == "terugbelnotities" else redirect(terug, nummer=nummer)


@voor_medewerker("terugbelnotities")
@require_POST
def poging(request: HttpRequest, nummer: str) -> HttpResponse:
    return _voer_uit(
        request, nummer, "poging", Pogingformulier, terugbellen.belpoging_vastleggen, _("De belpoging is vastgelegd.")
    )


@voor_medewerker("terugbelnotities")
@require_POST
def antwoord(request: HttpRequest, nummer: str) -> HttpResponse:
    gelukt = _("Het antwoord is vastgelegd. De notitie is klaar.")
    return _voer_uit(request, nummer, "antwoord", Antwoordformulier, terugbellen.terugbelnotitie_beantwoorden, gelukt)


@voor_medewerker("terugbelnotities")
@require_POST
def overnemen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take a note: the first who does starts on it, another takes it over."""

    def doe(actor: Medewerker, zaak: Zaak, **rest: Any) -> Any:
        nieuw = zaak.behandelaar_id is None and not zaak.belet("in_behandeling_nemen")
        neem = behandelen.in_behandeling_nemen if nieuw else terugbellen.terugbelnotitie_overnemen
        return neem(actor, zaak, **rest)

    return _voer_uit(request, nummer, "overnemen", None, doe, _("De notitie is nu van u."))


@voor_medewerker("terugbelnotities")
@require_POST
def doorgeven(request: HttpRequest, nummer: str) -> HttpResponse:
    maak = _doorgeefformulier(_inzage(request, nummer).zaak)
    gelukt = _("De notitie is doorgegeven.")
    return _voer_uit(
        request, nummer, "doorgeven", maak, terugbellen.terugbelnotitie_doorgeven, gelukt, "terugbelnotities"
    )


@voor_medewerker("terugbelnotities")
@require_POST
def schrijven(request: HttpRequest, nummer: str) -> HttpResponse:
    def doe(actor: Medewerker, zaak: Zaak, *, tekst: str, **rest: Any) -> Any:
        return behandelen.notitie_schrijven(actor, zaak, onderwerp=_("Notitie"), tekst=tekst, **rest)

    return _voer_uit(request, nummer, "schrijven", Notitieformulier, doe, _("De notitie is toegevoegd."))


@voor_medewerker("terugbelnotities")
@require_POST
def heropenen(request: HttpRequest, nummer: str) -> HttpResponse:
    return _voer_uit(request, nummer, "heropenen", Heropenformulier, afronden.heropenen, _("De notitie is heropend."))

"""Working on a draft: make it, change its lines, submit, preview, approve, send back, throw away, read a file."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.matrix import bestand
from autorisatie.matrix.blokken import Blok, van_versie
from autorisatie.matrix.gevolg import Groep, gevolg
from autorisatie.matrix.winst import Stuk
from autorisatie.models import Matrixversie
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.forms_matrix import Goedkeuren, Inlezen, Regelformulier, Terugsturen, Toelichting
from backoffice.beheer.matrix import haal_versie, mag
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from mijnzaken.inrichting import matrix as handelingen
from mijnzaken.zaken.gevolg import Geraakt, geraakte_zaken

NAMEN = 25  # people of one group by name; the rest is counted


# -- beginning ---------------------------------------------------------------------------------------------------------


@voor_medewerker("matrix_ontwerpen")
@require_http_methods(["GET", "HEAD", "POST"])
def ontwerpen(request: HttpRequest) -> HttpResponse:
    def doe(formulier: forms.Form) -> Matrixversie:
        return handelingen.matrix_ontwerpen(request.actor, **formulier.cleaned_data)  # type: ignore[attr-defined,no-any-return]

    return _formulier(request, Toelichting, doe, "beheer/matrix_ontwerpen.html", _("Het ontwerp is gemaakt."))


@voor_medewerker("matrix_inlezen")
@require_http_methods(["GET", "HEAD", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    def doe(formulier: forms.Form) -> Matrixversie:
        gekozen = formulier.cleaned_data["bestand"]
        try:
            blokken = bestand.lees(gekozen.read(bestand.MAXIMUM + 1), gekozen.name)
        except OnbruikbaarBestand as fout:
            raise Onbruikbaar(fout) from fout
        return handelingen.matrix_inlezen(  # type: ignore[no-any-return]
            request.actor,  # type: ignore[attr-defined]
            blokken,
            toelichting=formulier.cleaned_data["toelichting"],
        )

    return _formulier(
        request,
        Inlezen,
        doe,
        "beheer/matrix_inlezen.html",
        _("Het bestand is ingelezen als ontwerp. Er geldt nog niets."),
    )


class Onbruikbaar(Invoerfout):
    """The file is refused whole; every reason stands at the field."""

    def __init__(self, fout: OnbruikbaarBestand) -> None:
        super().__init__({"bestand": str(fout)})
        self.redenen = [str(deel) for deel in fout.fouten]


def _formulier(
    request: HttpRequest,
    klasse: type[forms.Form],
    doe: Callable[[forms.Form], Matrixversie],
    sjabloon: str,
    melding: str,
    **context: Any,
) -> HttpResponse:
    """A page with one form whose handeling gives a version to go to."""
    if request.method == "POST":
        formulier = klasse(request.POST, request.FILES)
        if formulier.is_valid():
            try:
                rij = doe(formulier)
            except Weigering as weigering:
                _zet_fouten(formulier, weigering)
            else:
                messages.success(request, melding)
                return redirect("beheer_matrix_versie", rij.nummer)
    else:
        formulier = herstel(request, klasse())
    return render(request, sjabloon, {"form": formulier, **context}, status=422 if formulier.errors else 200)


def _zet_fouten(formulier: forms.Form, weigering: Weigering) -> None:
    if isinstance(weigering, Onbruikbaar):
        for reden in weigering.redenen[:50]:
            formulier.add_error("bestand", reden)
    else:
        neem_fouten_over(formulier, weigering)


# -- the lines ---------------------------------------------------------------------------------------------------------


@voor_medewerker("matrix_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def regel(request: HttpRequest, nummer: int, kenmerk: UUID | None = None) -> HttpResponse:
    """A line of a draft: a new one, or one that is there. Two who change it at once notice each other."""
    rij = haal_versie(nummer)
    gezien = _blok(rij, kenmerk) if kenmerk else None
    if not rij.is_ontwerp or (kenmerk and gezien is None):
        raise BestaatNiet
    formulier: Regelformulier
    if request.method == "POST":
        formulier = Regelformulier(request.POST, blok=gezien)
        if formulier.is_valid():
            try:
                if gezien and request.POST.get("gezien") != vingerafdruk(gezien):
                    raise Weigering(_("Iemand anders heeft deze regel intussen gewijzigd. Kijk hem nog een keer na."))
                handelingen.regel_bewaren(request.actor, rij, formulier.blok(), gezien=gezien)  # type: ignore[attr-defined]
            except Weigering as weigering:
                _zet_fouten(formulier, weigering)
            else:
                messages.success(request, _("De regel is opgeslagen in het ontwerp."))
                return redirect("beheer_matrix_versie", nummer)
    else:
        formulier = herstel(request, Regelformulier(blok=gezien))
    return render(
        request,
        "beheer/matrix_regel.html",
        {"versie": rij, "form": formulier, "blok": gezien, "gezien": vingerafdruk(gezien) if gezien else ""},
        status=422 if formulier.errors else 200,
    )


def vingerafdruk(blok: Blok) -> str:
    """Which line the author saw: another when somebody changed it meanwhile."""
    gedeeld = sorted((naam, str(waarde)) for naam, waarde in blok.gedeeld().items())
    inhoud = repr((gedeeld, sorted(blok.niveaus.items()), sorted(blok.handelingen)))
    return sha256(inhoud.encode()).hexdigest()[:32]


def _blok(rij: Matrixversie, kenmerk: UUID) -> Blok | None:
    return next((blok for blok in van_versie(rij) if blok.kenmerk == kenmerk), None)


@voor_medewerker("matrix_wijzigen")
@require_POST
def regel_weg(request: HttpRequest, nummer: int, kenmerk: UUID) -> HttpResponse:
    return _doe(
        request,
        nummer,
        lambda rij: handelingen.regel_weghalen(request.actor, rij, kenmerk),  # type: ignore[attr-defined]
        _("De regel vervalt in dit ontwerp."),
    )


@voor_medewerker("matrix_wijzigen")
@require_POST
def regel_terug(request: HttpRequest, nummer: int, kenmerk: UUID) -> HttpResponse:
    return _doe(
        request,
        nummer,
        lambda rij: handelingen.regel_terugzetten(request.actor, rij, kenmerk),  # type: ignore[attr-defined]
        _("De regel is weer zoals hij was."),
    )


def _doe(
    request: HttpRequest, nummer: int, doe: Callable[[Matrixversie], object], melding: str, *, naar_matrix: bool = False
) -> HttpResponse:
    rij = haal_versie(nummer)
    try:
        doe(rij)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    else:
        messages.success(request, melding)
        if naar_matrix:
            return redirect("beheer_matrix")
    return redirect("beheer_matrix_versie", nummer)


# -- towards approval --------------------------------------------------------------------------------------------------


@voor_medewerker("matrix_indienen")
@require_POST
def indienen(request: HttpRequest, nummer: int) -> HttpResponse:
    return _doe(
        request,
        nummer,
        lambda rij: handelingen.matrix_indienen(request.actor, rij),  # type: ignore[attr-defined]
        _("Het ontwerp wacht nu op goedkeuring door een ander."),
    )


@voor_medewerker("matrix_weggooien")
@require_POST
def weggooien(request: HttpRequest, nummer: int) -> HttpResponse:
    return _doe(
        request,
        nummer,
        lambda rij: handelingen.matrix_weggooien(request.actor, rij),  # type: ignore[attr-defined]
        _("Het ontwerp is weggegooid."),
        naar_matrix=True,
    )


@voor_medewerker("rechten_inzien")
@require_safe
def voorbeschouwing(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who wins and who loses when this draft starts to hold, how many zaken it is about, and three of them."""
    rij = haal_versie(nummer)
    if rij.is_goedgekeurd:
        raise BestaatNiet
    uitkomst = gevolg(rij.gebaseerd_op, rij)
    return render(
        request,
        "beheer/matrix_gevolg.html",
        {
            "versie": rij,
            "groepen": [_groep(groep, request) for groep in uitkomst.groepen],
            "niet_getoond": uitkomst.niet_getoond,
            "mag": mag(request),
        },
    )


def _groep(groep: Groep, request: HttpRequest) -> dict[str, Any]:
    mensen = sorted(groep.mensen, key=lambda mens: (mens.achternaam, mens.voorletters))
    return {
        "naam": groep.naam,
        "mensen": [mens.naam for mens in mensen[:NAMEN]],
        "meer": max(len(mensen) - NAMEN, 0),
        "kanten": [
            _kant(_("Krijgt erbij"), "goed", groep.erbij, request),
            _kant(_("Raakt kwijt"), "let-op", groep.eraf, request),
        ],
    }


def _kant(titel: str, soort: str, stukken: list[Stuk], request: HttpRequest) -> dict[str, Any]:
    zaken: Geraakt = geraakte_zaken(stukken, request.actor) if stukken else Geraakt(0)  # type: ignore[attr-defined]
    return {"titel": titel, "soort": soort, "wat": list(dict.fromkeys(stuk.zin for stuk in stukken)), "zaken": zaken}


@voor_medewerker("matrix_goedkeuren")
@require_http_methods(["GET", "HEAD", "POST"])
def goedkeuren(request: HttpRequest, nummer: int) -> HttpResponse:
    rij = haal_versie(nummer)
    if not rij.wacht and request.method != "POST":
        raise BestaatNiet

    def doe(formulier: forms.Form) -> Matrixversie:
        return handelingen.matrix_goedkeuren(request.actor, rij, **formulier.cleaned_data)  # type: ignore[attr-defined,no-any-return]

    return _formulier(
        request,
        Goedkeuren,
        doe,
        "beheer/matrix_goedkeuren.html",
        _("Versie %(n)d is goedgekeurd.") % {"n": nummer},
        versie=rij,
    )


@voor_medewerker("matrix_terugsturen")
@require_http_methods(["GET", "HEAD", "POST"])
def terugsturen(request: HttpRequest, nummer: int) -> HttpResponse:
    rij = haal_versie(nummer)
    if not rij.wacht and request.method != "POST":
        raise BestaatNiet

    def doe(formulier: forms.Form) -> Matrixversie:
        return handelingen.matrix_terugsturen(request.actor, rij, **formulier.cleaned_data)  # type: ignore[attr-defined,no-any-return]

    return _formulier(
        request,
        Terugsturen,
        doe,
        "beheer/matrix_terugsturen.html",
        _("Het ontwerp is terug bij wie het maakte."),
        versie=rij,
    )

"""The zaaktypen: their versions, what differs, and publishing by another person."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie import beleid
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.onderdelen import ONDERDELEN, Onderdeel, algemeen_formulierklasse
from catalogus import klok
from catalogus.controles import bezwaren_bij_publiceren
from catalogus.models import Proces, Stand, Zaaktype
from catalogus.uitwisseling import soorten
from catalogus.verschillen import verschillen
from mijnzaken.inrichting import handelingen, rollen
from mijnzaken.zaken.tellen import zaken_per_versie


def _versie(identificatie: str, nummer: int) -> Zaaktype:
    return get_object_or_404(
        Zaaktype.objects.select_related("proces__team__afdeling"),
        proces__identificatie=identificatie,
        versienummer=nummer,
    )


@voor_medewerker("beheer")
def zaaktypen(request: HttpRequest) -> HttpResponse:
    processen = Proces.objects.select_related("team__afdeling__dienst").annotate(aantal=Count("versies"))
    concepten = {z.proces_id: z for z in Zaaktype.objects.filter(stand=Stand.CONCEPT)}
    rijen = [
        {"proces": p, "concept": concepten.get(p.pk), "gestopt": p.toets_verviel(klok.vandaag())} for p in processen
    ]
    mag_beginnen = beleid.mag(request.actor, "zaaktype_versie_maken")  # type: ignore[attr-defined]
    return render(request, "beheer/zaaktypen.html", {"rijen": rijen, "mag_beginnen": mag_beginnen})


@voor_medewerker("beheer")
def proces(request: HttpRequest, identificatie: str) -> HttpResponse:
    """The versions of one process, and how many zaken run on each."""
    rij = get_object_or_404(Proces.objects.select_related("team__afdeling"), identificatie=identificatie)
    aantallen = zaken_per_versie(rij.pk)
    versies: list[dict[str, Any]] = [
        {"versie": v, "lopend": aantallen.get(v.pk, (0, 0))[0], "totaal": aantallen.get(v.pk, (0, 0))[1]}
        for v in rij.versies.order_by("-versienummer")
    ]
    mag = {r for r in ("zaaktype_versie_maken",) if beleid.beslis(request.actor, r, proces_id=rij.pk)}  # type: ignore[attr-defined]
    return render(
        request,
        "beheer/proces.html",
        {
            "proces": rij,
            "versies": versies,
            "mag": mag,
            "heeft_concept": any(v["versie"].concept for v in versies),
            "gestopt": rij.toets_verviel(klok.vandaag()),
        },
    )


@voor_medewerker("zaaktype_versie_maken")
@require_POST
def versie_maken(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    bron = _versie(identificatie, nummer)
    try:
        nieuw = handelingen.zaaktype_versie_maken(request.actor, bron, proces=bron.proces)  # type: ignore[attr-defined]
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("beheer_proces", identificatie)
    messages.success(request, _("Versie %(n)d is gemaakt als concept.") % {"n": nieuw.versienummer})
    return redirect("beheer_versie", identificatie, nieuw.versienummer)


@voor_medewerker("beheer")
def versie(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """One version: its parts, what differs from the version that runs, and what stands in the way of publishing."""
    rij = _versie(identificatie, nummer)
    geldend = (
        Zaaktype.objects.filter(proces=rij.proces)
        .exclude(stand=Stand.CONCEPT)
        .exclude(pk=rij.pk)
        .order_by("-versienummer")
        .first()
    )
    vragen = {gegeven.naam: gegeven for gegeven in rij.gegevens.all()}
    delen = [{"onderdeel": o, "rijen": o.rijen(rij, vragen)} for o in ONDERDELEN.values()]
    actor = request.actor  # type: ignore[attr-defined]
    return render(
        request,
        "beheer/versie.html",
        {
            "versie": rij,
            "delen": delen,
            "geldend": geldend,
            "verschillen": verschillen(geldend, rij) if geldend and rij.concept else [],
            "bezwaren": [*bezwaren_bij_publiceren(rij), *rollen.gebreken(rij)] if rij.concept else [],
            "gaan_mee": list(soorten.namen(soorten.nog_concept(rij))) if rij.concept else [],
            "lopend": zaken_per_versie(rij.proces_id).get(geldend.pk, (0, 0))[0] if geldend else 0,
            "mag_wijzigen": rij.concept and bool(beleid.beslis(actor, "zaaktype_wijzigen", proces_id=rij.proces_id)),
            "mag_publiceren": rij.concept
            and bool(beleid.beslis(actor, "zaaktype_publiceren", proces_id=rij.proces_id)),
        },
    )


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def algemeen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The general part: texts, terms, who may apply."""
    rij = _versie(identificatie, nummer)
    return _bewerk(request, rij, rij, algemeen_formulierklasse(), _("Algemeen"))


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def onderdeel(
    request: HttpRequest, identificatie: str, nummer: int, sleutel: str, pk: int | None = None
) -> HttpResponse:
    """One part of a concept: made or changed."""
    rij = _versie(identificatie, nummer)
    soort = _soort(sleutel)
    deel = get_object_or_404(getattr(rij, soort.relatie), pk=pk) if pk else soort.model(zaaktype=rij)
    return _bewerk(request, rij, deel, soort.formulierklasse(rij), soort.enkelvoud)


def _bewerk(
    request: HttpRequest, versie_: Zaaktype, deel: Any, klasse: type[forms.ModelForm], titel: str
) -> HttpResponse:
    if not versie_.concept:
        raise BestaatNiet
    formulier = (
        klasse(request.POST or None, instance=deel)
        if request.method == "POST"
        else herstel(request, klasse(instance=deel))
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            handelingen.onderdeel_bewaren(
                request.actor,  # type: ignore[attr-defined]
                versie_,
                deel,
                formulier.cleaned_data,
                proces=versie_.proces,
            )
        except Invoerfout as fout:
            neem_fouten_over(formulier, fout)
        except ValidationError as fout:
            formulier.add_error(None, fout.messages)
        except Weigering as weigering:
            formulier.add_error(None, weigering.reden)
        else:
            messages.success(request, _("Opgeslagen."))
            return redirect("beheer_versie", versie_.proces.identificatie, versie_.versienummer)
    return render(
        request,
        "beheer/onderdeel.html",
        {"versie": versie_, "form": formulier, "titel": titel, "nieuw": deel.pk is None},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_wijzigen")
@require_POST
def onderdeel_weg(request: HttpRequest, identificatie: str, nummer: int, sleutel: str, pk: int) -> HttpResponse:
    rij = _versie(identificatie, nummer)
    deel = get_object_or_404(getattr(rij, _soort(sleutel).relatie), pk=pk)
    try:
        handelingen.onderdeel_weghalen(request.actor, rij, deel, proces=rij.proces)  # type: ignore[attr-defined]
        messages.success(request, _("Weggehaald."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("beheer_versie", identificatie, nummer)


def _soort(sleutel: str) -> Onderdeel:
    soort = ONDERDELEN.get(sleutel)
    if soort is None:
        raise BestaatNiet
    return soort


@voor_medewerker("zaaktype_publiceren")
@require_POST
def publiceren(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    rij = _versie(identificatie, nummer)
    try:
        handelingen.zaaktype_publiceren(request.actor, rij, proces=rij.proces)  # type: ignore[attr-defined]
        messages.success(request, _("Versie %(n)d geldt vanaf nu voor nieuwe zaken.") % {"n": nummer})
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("beheer_versie", identificatie, nummer)


@voor_medewerker("zaaktype_weggooien")
@require_POST
def weggooien(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    rij = _versie(identificatie, nummer)
    try:
        handelingen.zaaktype_weggooien(request.actor, rij, proces=rij.proces)  # type: ignore[attr-defined]
        messages.success(request, _("Het concept is weggegooid."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("beheer_proces", identificatie)

"""The zaaktypen and their processes, and the parts of a concept: made, changed, taken away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie import beleid
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bewaren import bewaar, haal_concept
from backoffice.beheer.forms_versie import Algemeenformulier
from backoffice.beheer.onderdeel import Onderdeel
from backoffice.beheer.onderdelen import ONDERDELEN
from backoffice.beheer.versie import haal_versie
from backoffice.beheer.voorbeelden import voorbeeld
from catalogus import klok
from catalogus.bladeren import blader
from catalogus.models import Proces, Stand, Zaaktype
from catalogus.volgorde import achteraan, heeft_volgorde
from mijnzaken.inrichting import handelingen
from mijnzaken.zaken.tellen import Zakental, zaken_per_versie

SOORTEN_BIJ = {"besluiten": "besluiten", "documenten": "documenten"}
"""At these parts one chooses out of kinds that all zaaktypen share: the list where a new one is made."""


@voor_medewerker("beheer")
def zaaktypen(request: HttpRequest) -> HttpResponse:
    """All processes by name, those that answer a search, or those where a concept or a proposed end waits."""
    vraag = request.GET.get("zoek", "").replace("\0", "").strip()[:80]
    wacht = request.GET.get("toon") == "wacht"
    concept, einde = Q(stand=Stand.CONCEPT), Q(einde_voorgesteld__isnull=False)
    processen = Proces.objects.select_related("team__afdeling__dienst").annotate(aantal=Count("versies"))
    if vraag:
        raak = Q(naam__icontains=vraag) | Q(identificatie__icontains=vraag) | Q(team__naam__icontains=vraag)
        processen = processen.filter(raak)
    if wacht:
        processen = processen.filter(pk__in=Zaaktype.objects.filter(concept | einde).values("proces"))
    blad = blader(processen, "naam", na=request.GET.get("na", ""))
    versies = Zaaktype.objects.filter(proces__in=blad.rijen)
    concepten = {z.proces_id: z for z in versies.filter(concept)}
    eindes = {z.proces_id: z for z in versies.filter(einde)}
    rijen = [
        {
            "proces": p,
            "concept": concepten.get(p.pk),
            "einde": eindes.get(p.pk),
            "gestopt": p.toets_verviel(klok.vandaag()),
        }
        for p in blad.rijen
    ]
    keuze = ({"zoek": vraag} if vraag else {}) | ({"toon": "wacht"} if wacht else {})
    return render(
        request,
        "beheer/zaaktypen.html",
        {
            "rijen": rijen,
            "mag_beginnen": beleid.mag(request.actor, "zaaktype_versie_maken"),  # type: ignore[attr-defined]
            "vraag": vraag,
            "wacht": wacht,
            "volgende": f"?{urlencode(keuze | {'na': blad.volgende})}" if blad.volgende else "",
        },
    )


@voor_medewerker("beheer")
def proces(request: HttpRequest, identificatie: str) -> HttpResponse:
    """The versions of one process, and how many zaken run on each."""
    rij = get_object_or_404(Proces.objects.select_related("team__afdeling"), identificatie=identificatie)
    aantallen = zaken_per_versie(rij.pk)
    versies: list[dict[str, Any]] = [
        {"versie": v, "zaken": aantallen.get(v.pk, Zakental())} for v in rij.versies.order_by("-versienummer")
    ]
    actor = request.actor  # type: ignore[attr-defined]
    mag = {
        r
        for r in ("zaaktype_versie_maken", "zaaktype_wijzigen", "zaken_overzetten")
        if beleid.beslis(actor, r, proces_id=rij.pk)
    }
    return render(
        request,
        "beheer/proces.html",
        {
            "proces": rij,
            "versies": versies,
            "mag": mag,
            "geldig": Zaaktype.objects.geldig(rij, klok.vandaag()),
            "heeft_concept": any(v["versie"].concept for v in versies),
            "gestopt": rij.toets_verviel(klok.vandaag()),
        },
    )


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def algemeen(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The general part: texts, terms, who may apply."""
    rij = haal_concept(identificatie, nummer)
    return _bewerk(request, rij, rij, Algemeenformulier, _("Algemeen"), "algemeen")


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def onderdeel(
    request: HttpRequest, identificatie: str, nummer: int, sleutel: str, pk: int | None = None
) -> HttpResponse:
    """One part of a concept: made or changed."""
    rij = haal_concept(identificatie, nummer)
    soort = _soort(sleutel)
    deel = get_object_or_404(getattr(rij, soort.relatie), pk=pk) if pk else achteraan(soort.model(zaaktype=rij))
    return _bewerk(request, rij, deel, soort.formulierklasse(rij), soort.enkelvoud, sleutel)


def _bewerk(
    request: HttpRequest, versie_: Zaaktype, deel: Any, klasse: type[forms.ModelForm], titel: str, sleutel: str
) -> HttpResponse:
    formulier = (
        klasse(request.POST or None, instance=deel)
        if request.method == "POST"
        else herstel(request, klasse(instance=deel))
    )
    kijkt = "voorbeeld" in request.POST
    if request.method == "POST" and formulier.is_valid() and not kijkt and bewaar(request, versie_, deel, formulier):
        messages.success(request, _("Opgeslagen."))
        return naar_deel(versie_, sleutel)
    return render(
        request,
        "beheer/onderdeel.html",
        {
            "versie": versie_,
            "form": formulier,
            "titel": titel,
            "sleutel": sleutel,
            "nieuw": deel.pk is None,
            "soorten": SOORTEN_BIJ.get(sleutel, ""),
            "voorbeeld": voorbeeld(versie_, sleutel, formulier.instance),
            "is_voorbeeld": kijkt,
        },
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_wijzigen")
@require_POST
def onderdeel_weg(request: HttpRequest, identificatie: str, nummer: int, sleutel: str, pk: int) -> HttpResponse:
    rij = haal_versie(identificatie, nummer)
    deel = get_object_or_404(getattr(rij, _soort(sleutel).relatie), pk=pk)
    with meld_uitkomst(request, _("Weggehaald.")):
        handelingen.onderdeel_weghalen(request.actor, rij, deel, proces=rij.proces)  # type: ignore[attr-defined]
    return naar_deel(rij, sleutel)


def naar_deel(versie_: Zaaktype, sleutel: str) -> HttpResponse:
    """Back to the list of these parts on the page of the version."""
    adres = reverse("beheer_versie", args=[versie_.proces.identificatie, versie_.versienummer])
    return redirect(f"{adres}#d-{sleutel}")


@voor_medewerker("zaaktype_wijzigen")
@require_POST
def onderdeel_verplaatsen(
    request: HttpRequest, identificatie: str, nummer: int, sleutel: str, pk: int, kant: str
) -> HttpResponse:
    """One place up or down; back to the list in which it stands."""
    rij = haal_concept(identificatie, nummer)
    soort = _soort(sleutel)
    if not heeft_volgorde(soort.model) or kant not in ("omhoog", "omlaag"):
        raise BestaatNiet
    deel = get_object_or_404(getattr(rij, soort.relatie), pk=pk)
    with meld_uitkomst(request, _("Verplaatst.")):
        handelingen.onderdeel_verplaatsen(request.actor, rij, deel, omhoog=kant == "omhoog", proces=rij.proces)  # type: ignore[attr-defined]
    return naar_deel(rij, sleutel)


def _soort(sleutel: str) -> Onderdeel:
    soort = ONDERDELEN.get(sleutel)
    if soort is None:
        raise BestaatNiet
    return soort

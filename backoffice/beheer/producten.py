"""Products: the list, a new one, and the rooms of the editor, with beside them how the resident will read it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.productforms import KAMERS, Kamer, Nieuwformulier
from catalogus import klok
from catalogus.bladeren import blader
from catalogus.models import Product, Productvertaling
from catalogus.zoeken import zoek
from mijnzaken.aanvragen.productblad import Productblad, productblad
from mijnzaken.inrichting.aanbod import product_opstellen, product_wijzigen, productdeel_bewaren


@voor_medewerker("product_wijzigen")
def producten(request: HttpRequest) -> HttpResponse:
    """All products by name, or those that answer a search; also what is not published."""
    vraag = request.GET.get("zoek", "").strip()[:200]
    rijen = Product.objects.select_related("upl").prefetch_related("kruistabel__proces", "vertalingen")
    if vraag:
        blad = None
        gevonden = [treffer.product.pk for treffer in zoek(vraag, None)]
        per_pk = {rij.pk: rij for rij in rijen.filter(pk__in=gevonden)}
        lijst = [per_pk[pk] for pk in gevonden]
    else:
        blad = blader(rijen, "naam", na=request.GET.get("na", ""))
        lijst = blad.rijen
    return render(
        request,
        "beheer/producten.html",
        {"producten": lijst, "vraag": vraag, "volgende": blad.volgende if blad else "", "vandaag": klok.vandaag()},
    )


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    formulier = Nieuwformulier(request.POST) if request.method == "POST" else herstel(request, Nieuwformulier())
    if request.method == "POST" and formulier.is_valid():
        try:
            rij = product_opstellen(request.actor, formulier.cleaned_data)  # type: ignore[attr-defined]
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            messages.success(request, _("Het product is gemaakt. Het staat nog niet op de website."))
            return redirect("beheer_product_kamer", rij.slug, "teksten")
    return render(request, "beheer/product_nieuw.html", {"form": formulier}, status=422 if formulier.errors else 200)


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, slug: str, kamer: str = "algemeen") -> HttpResponse:
    """One room. *Voorbeeld* shows at the side what was typed, without keeping it."""
    rij = get_object_or_404(Product.objects.select_related("upl"), slug=slug)
    waar = next((k for k in KAMERS if k.sleutel == kamer), None)
    if waar is None:
        raise BestaatNiet
    doel = _doel(rij, waar)
    formulier: forms.ModelForm = waar.formulier(request.POST if request.method == "POST" else None, instance=doel)
    if request.method == "GET":
        herstel(request, formulier)
    blad = None
    if request.method == "POST" and formulier.is_valid():
        if "voorbeeld" in request.POST:
            blad = _voorbeeld(rij, formulier.instance)
        elif _bewaar(request, rij, doel, formulier):
            messages.success(request, _("Opgeslagen. De website toont nu deze tekst."))
            return redirect("beheer_product_kamer", slug, kamer)
    return render(
        request,
        "beheer/product.html",
        {
            "product": rij,
            "form": formulier,
            "kamer": waar,
            "blad": blad or productblad(Product.objects.get(pk=rij.pk), taal="en" if kamer == "engels" else "nl"),
            "is_voorbeeld": blad is not None,
            "bedragen": rij.kostenregels.all() if kamer == "kosten" else [],
            "balies": rij.balies.all(),
            "links": rij.links.all(),
        },
        status=422 if formulier.errors else 200,
    )


def _doel(rij: Product, kamer: Kamer) -> Any:
    """The row that the room is about: the product, or its English text."""
    if kamer.sleutel != "engels":
        return Product.objects.get(pk=rij.pk)  # a form fills its row also with what is not right
    return rij.vertalingen.filter(taal="en").first() or Productvertaling(product=rij, taal="en")


def _voorbeeld(rij: Product, getypt: Any) -> Productblad:
    if isinstance(getypt, Productvertaling):
        return Productblad(rij, klok.vandaag(), getypt)
    return productblad(getypt, taal="nl")


def _bewaar(request: HttpRequest, rij: Product, doel: Any, formulier: forms.ModelForm) -> bool:
    waarden = {naam: formulier.cleaned_data[naam] for naam in formulier.changed_data}
    try:
        if isinstance(doel, Productvertaling):
            productdeel_bewaren(request.actor, rij, doel, waarden)  # type: ignore[attr-defined]
        else:
            product_wijzigen(request.actor, rij, waarden)  # type: ignore[attr-defined]
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return False
    return True

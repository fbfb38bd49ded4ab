"""The texts of products."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from catalogus.models import Product
from mijnzaken.inrichting.handelingen import product_wijzigen


class Productformulier(forms.ModelForm):
    class Meta:
        model = Product
        fields = (
            "naam",
            "samenvatting",
            "tekst",
            "voorwaarden",
            "kosten",
            "kosten_toelichting",
            "verzonnen_bedragen",
            "duur_toelichting",
            "benodigdheden",
            "doelgroep",
            "trefwoorden",
            "bezwaar",
            "contact",
            "interne_notitie_14070",
            "themas",
            "backoffice",
            "gepubliceerd_van",
            "gepubliceerd_tot",
        )
        widgets = {
            "gepubliceerd_van": forms.DateInput(attrs={"type": "date"}),
            "gepubliceerd_tot": forms.DateInput(attrs={"type": "date"}),
        }


@voor_medewerker("product_wijzigen")
def producten(request: HttpRequest) -> HttpResponse:
    rijen = Product.objects.select_related("upl").prefetch_related("kruistabel__proces")[:500]
    return render(request, "beheer/producten.html", {"producten": rijen})


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, slug: str) -> HttpResponse:
    rij = get_object_or_404(Product, slug=slug)
    if request.method == "POST":
        formulier: forms.ModelForm = Productformulier(request.POST, instance=rij)
        if formulier.is_valid():
            try:
                product_wijzigen(request.actor, rij, formulier.cleaned_data)  # type: ignore[attr-defined]
            except Weigering as weigering:
                formulier.add_error(None, weigering.reden)
            else:
                messages.success(request, _("Opgeslagen. De website toont nu deze tekst."))
                return redirect("beheer_producten")
    else:
        formulier = herstel(request, Productformulier(instance=rij))
    return render(
        request, "beheer/product.html", {"product": rij, "form": formulier}, status=422 if formulier.errors else 200
    )

"""The national product names: what the last load changed, what misses both ways, and choosing a name for a product."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.toegang import voor_medewerker
from catalogus.models import Product, UplLading, UplNaam
from catalogus.upl import OnbruikbareUpl, lees_upl, zoek_naam, zonder_naam, zonder_product
from mijnzaken.inrichting.aanbod import product_wijzigen, upl_laden

MEESTE = 2000  # rows of one list, more than the whole national list has; the count beside it says how many there are
EERDER = 12  # loads that can still be read
MEESTE_BYTES = 10 * 1024 * 1024


class Laadformulier(forms.Form):
    """A national list as a file. ``naam`` and ``uitleg`` say which file is meant."""

    use_required_attribute = False
    naam = gettext_lazy("De lijst als CSV-bestand")
    uitleg = gettext_lazy("U vindt de lijst op standaarden.overheid.nl/upl.")
    bestand = forms.FileField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["bestand"].label, self.fields["bestand"].help_text = self.naam, self.uitleg

    def clean_bestand(self) -> tuple[str, str]:
        """The name of the file and its text."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            raise forms.ValidationError(_("Dit bestand is te groot voor de lijst."))
        try:
            return bestand.name, bestand.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Dit is geen tekst in UTF-8. Kies het bestand van de lijst.")) from None


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def upl(request: HttpRequest) -> HttpResponse:
    """The report of the last load, or of an earlier one, and the gaps; a POST loads a list, whole or not at all."""
    data, bestanden = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    formulier = Laadformulier(data, bestanden)
    if request.method == "POST" and formulier.is_valid():
        try:
            naam, tekst = formulier.cleaned_data["bestand"]
            upl_laden(request.actor, lees_upl(tekst), naam)  # type: ignore[attr-defined]
        except OnbruikbareUpl as fout:
            formulier.add_error("bestand", f"{_('Er is niets geladen.')} {fout}")
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            messages.success(request, _("De lijst is geladen. Hieronder staat wat er veranderde."))
            return redirect("beheer_upl")
    ladingen = list(UplLading.objects.defer("verschillen")[:EERDER])
    gekozen = next((rij for rij in ladingen if str(rij.pk) == request.GET.get("lading")), None)
    lading = gekozen or (ladingen[0] if ladingen else None)
    verschillen = lading.verschillen if lading else []
    geraakt = [v for v in verschillen if v["producten"]]
    naamloos, zonder = zonder_naam(), zonder_product()
    return render(
        request,
        "beheer/upl.html",
        {
            "form": formulier,
            "lading": lading,
            "ladingen": ladingen,
            "geraakt": geraakt,
            "meeste": MEESTE,
            "verschillen": [v for v in verschillen if not v["producten"]][:MEESTE],
            "meer_verschillen": len(verschillen) - len(geraakt) > MEESTE,
            "zonder_naam": naamloos[:MEESTE],
            "aantal_zonder_naam": naamloos.count(),
            "zonder_product": zonder[:MEESTE],
            "aantal_zonder_product": zonder.count(),
        },
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def kiezen(request: HttpRequest, slug: str) -> HttpResponse:
    """Search a name and choose it; or none."""
    product = get_object_or_404(Product.objects.select_related("upl"), slug=slug)
    if request.method == "POST":
        uri = request.POST.get("uri", "").replace("\0", "")
        naam = UplNaam.objects.filter(uri=uri, vervallen=False).first() if uri else None
        if uri and naam is None:
            messages.error(request, _("Deze naam staat niet op de lijst. Zoek opnieuw."))
            return redirect("beheer_product_upl", slug)
        with meld_uitkomst(request, _("Opgeslagen.")):
            product_wijzigen(request.actor, product, {"upl": naam})  # type: ignore[attr-defined]
        return redirect("beheer_product", slug)
    vraag = request.GET.get("zoek", "").strip()[:100]
    return render(
        request,
        "beheer/upl_kiezen.html",
        {"product": product, "vraag": vraag, "namen": zoek_naam(vraag or product.naam), "gezocht": bool(vraag)},
    )

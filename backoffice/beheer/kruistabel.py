"""The kruistabel: which process serves which product, per action; edited as the table that it is. And what misses."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from autorisatie.fouten import Weigering
from autorisatie.toegang import voor_medewerker
from catalogus import klok
from catalogus.bladeren import blader
from catalogus.models import Actie, Kruistabelregel, Proces, Product
from mijnzaken.inrichting.aanbod import kruistabel_wijzigen

MEESTE = 100  # names of what misses that one page shows


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def kruistabel(request: HttpRequest) -> HttpResponse:
    """A page of products; a POST saves the cells that differ from what stood there when the page was made."""
    alleen_mist = request.GET.get("toon") == "mist"
    rijen = zonder_proces() if alleen_mist else Product.objects.all()
    if eigen := request.GET.get("product", ""):  # of one product, as its own page refers here
        rijen = rijen.filter(slug=eigen)
    na = request.GET.get("na", "")
    blad = blader(rijen.prefetch_related("kruistabel"), "naam", na=na)
    processen = list(Proces.objects.filter(actief=True))
    if request.method == "POST":
        aantal = _bewaar(request, blad.rijen, {str(p.pk): p for p in processen})
        if aantal is not None:
            messages.success(
                request,
                ngettext("%(n)d wijziging opgeslagen.", "%(n)d wijzigingen opgeslagen.", aantal) % {"n": aantal},
            )
        return redirect(request.get_full_path())
    vaste = {"toon": "mist"} if alleen_mist else {}
    return render(
        request,
        "beheer/kruistabel.html",
        {
            "rijen": [_rij(product) for product in blad.rijen],
            "acties": Actie.choices,
            "processen": processen,
            "volgende": f"?{urlencode(vaste | {'na': blad.volgende})}" if blad.volgende else "",
            "alleen_mist": alleen_mist,
            "eigen": eigen,
            "zonder_proces": zonder_proces()[:MEESTE],
            "zonder_product": Proces.objects.filter(actief=True, kruistabel=None)[:MEESTE],
        },
    )


def zonder_proces() -> Any:
    """Products on the website that one can't ask for here nor elsewhere: no process, no other address."""
    regel = Kruistabelregel.objects.filter(product=OuterRef("pk"), actie=Actie.AANVRAGEN, proces__actief=True)
    return Product.objects.gepubliceerd_op(klok.vandaag()).filter(~Exists(regel), aanvragen_extern_url="")


def _rij(product: Product) -> dict[str, Any]:
    gekozen = {regel.actie: regel.proces_id for regel in product.kruistabel.all()}
    cellen = [
        {"naam": f"{product.pk}-{actie}", "label": label, "gekozen": gekozen.get(actie)}
        for actie, label in Actie.choices
    ]
    return {"product": product, "cellen": cellen}


def _bewaar(request: HttpRequest, producten: list[Product], processen: dict[str, Proces]) -> int | None:
    """How many cells were changed; None when one was refused, after the ones before it were saved."""
    aantal = 0
    for product in producten:
        for actie in Actie.values:
            naam = f"{product.pk}-{actie}"
            was, nu = request.POST.get(f"was-{naam}", ""), request.POST.get(naam, "")
            if was == nu or naam not in request.POST or (nu and nu not in processen):
                continue
            try:
                kruistabel_wijzigen(request.actor, product, actie, processen.get(nu))  # type: ignore[attr-defined]
            except Weigering as weigering:
                messages.error(request, f"{product}: {weigering.reden}")
                return None
            aantal += 1
    if not aantal:
        messages.info(request, _("Er is niets veranderd."))
        return None
    return aantal

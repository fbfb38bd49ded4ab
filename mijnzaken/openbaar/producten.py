"""What one can ask for: found, read, started."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.toegang import openbaar
from catalogus import klok
from catalogus.bladeren import blader
from catalogus.formulieren import maak_formulier
from catalogus.models import Actie, Kruistabelregel, Product, Thema
from catalogus.regels import alle_vragen, tabellen_op
from catalogus.regels import uitkomsten as gevolgen
from catalogus.zoeken import bedoelde_u, zoek
from mijnzaken.aanvragen.productblad import Productblad, productblad
from mijnzaken.aanvragen.stroom import product_van
from mijnzaken.zaken.ervaring import vaak_gevraagd

TOP = 6
BLADZIJDE = 50  # products on a page of all of them


@openbaar
def start(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    vaak = _vaak_gevraagd(vandaag)
    return render(
        request,
        "openbaar/start.html",
        {
            "themas": _themas(vandaag),
            "producten": vaak or Product.objects.gepubliceerd_op(vandaag)[:TOP],
            "vaak": bool(vaak),
        },
    )


def _themas(dag: date) -> "QuerySet[Thema]":
    """Those that lead to a product."""
    return Thema.objects.filter(producten__in=Product.objects.gepubliceerd_op(dag)).distinct()


def _vaak_gevraagd(dag: date) -> list[Product]:
    """The products of which most zaken began lately, most first."""
    plaats = {pk: nummer for nummer, pk in enumerate(vaak_gevraagd())}
    regels = Kruistabelregel.objects.filter(
        proces__in=plaats, actie=Actie.AANVRAGEN, product__in=Product.objects.gepubliceerd_op(dag)
    ).select_related("product")
    rijen = sorted(regels, key=lambda regel: (plaats[regel.proces_id], regel.product.naam))
    return [regel.product for regel in rijen[:TOP]]


@openbaar
def producten(request: HttpRequest) -> HttpResponse:
    """All products, or those that answer a search or belong to a theme."""
    vandaag = klok.vandaag()
    vraag = request.GET.get("zoek", "").strip()[:200]
    thema = Thema.objects.filter(slug=request.GET.get("thema", "").replace("\0", "")).first()
    treffers = zoek(vraag, vandaag, taal=(get_language() or "nl")[:2]) if vraag else []
    bedoeld = bedoelde_u(vraag, vandaag) if vraag and not treffers else ""
    rijen = Product.objects.gepubliceerd_op(vandaag)
    if thema is not None:
        rijen = rijen.filter(themas=thema)
    blad = blader(rijen, "naam", na=request.GET.get("na", ""), hoeveel=BLADZIJDE)
    verder = {"na": blad.volgende} | ({"thema": thema.slug} if thema else {})
    return render(
        request,
        "openbaar/producten.html",
        {
            "vraag": vraag,
            "thema": thema,
            "treffers": treffers,
            "bedoeld": bedoeld,
            "bedoeld_url": urlencode({"zoek": bedoeld}),
            "producten": [] if vraag else blad.rijen,
            "volgende": f"?{urlencode(verder)}" if blad.volgende and not vraag else "",
            "themas": _themas(vandaag),
        },
    )


@openbaar
def product(request: HttpRequest, slug: str) -> HttpResponse:
    rij = product_van(slug)
    blad = productblad(rij)
    return render(
        request,
        "openbaar/product.html",
        {
            "product": rij,
            "blad": blad,
            "kruimels": [(_("Producten"), reverse("producten"))],
            "balies": rij.balies.all(),
            "links": rij.links.all(),
            "start_url": _start_url(request, rij, blad),
            "check_url": reverse("product_check", args=[slug]) if blad.heeft_regels else "",
        },
    )


@openbaar
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """What the rules say of a few answers. Posted, so that answers stand in no address and no log; nothing is kept."""
    rij = product_van(slug)
    tabellen = tabellen_op(rij.pk, klok.vandaag())
    if not tabellen:
        raise BestaatNiet
    formulier = maak_formulier(alle_vragen(tabellen), data=request.POST if request.method == "POST" else None)
    uitkomsten = gevolgen(tabellen, formulier.waarden()) if formulier.is_bound and formulier.is_valid() else []
    blad = productblad(rij)
    return render(
        request,
        "openbaar/check.html",
        {
            "product": rij,
            "blad": blad,
            "form": formulier,
            "uitkomsten": uitkomsten,
            "kruimels": [
                (_("Producten"), reverse("producten")),
                (blad.stukken["naam"].tekst, reverse("product", args=[slug])),
            ],
            "start_url": _start_url(request, rij, blad),
        },
        status=422 if formulier.errors else 200,
    )


def _start_url(request: HttpRequest, product: Product, blad: Productblad) -> str:
    if blad.gestopt:
        return ""
    if product.aanvragen_extern_url:
        return str(product.aanvragen_extern_url)
    if blad.zaaktype is None or blad.zaaktype.extern_behandeld:
        return ""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if isinstance(actor, Burger) or product.inloggen_nodig:
        return reverse("aanvragen", args=[product.slug])
    return reverse("aanvragen_openbaar", args=[product.slug])

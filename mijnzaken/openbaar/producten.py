"""What one can ask for: found, read, started."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.actor import Burger
from autorisatie.toegang import openbaar
from catalogus import klok
from catalogus.models import Actie, Product, Thema, Zaaktype
from catalogus.opmaak import markdown_naar_html
from catalogus.zoeken import zoek
from mijnzaken.aanvragen.stroom import product_van
from mijnzaken.zaken.ervaring import gebruikelijke_duur

TOP = 6


@openbaar
def start(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    themas = Thema.objects.filter(producten__in=Product.objects.gepubliceerd_op(vandaag)).distinct()
    return render(
        request,
        "openbaar/start.html",
        {"themas": themas, "producten": Product.objects.gepubliceerd_op(vandaag)[:TOP]},
    )


@openbaar
def producten(request: HttpRequest) -> HttpResponse:
    """All products, or those that answer a search or belong to a theme."""
    vandaag = klok.vandaag()
    vraag = request.GET.get("zoek", "").strip()[:200]
    thema = Thema.objects.filter(slug=request.GET.get("thema", "").replace("\0", "")).first()
    treffers = zoek(vraag, vandaag) if vraag else []
    rijen = Product.objects.gepubliceerd_op(vandaag)
    if thema is not None:
        rijen = rijen.filter(themas=thema)
    return render(
        request,
        "openbaar/producten.html",
        {
            "vraag": vraag,
            "thema": thema,
            "treffers": treffers,
            "producten": [] if vraag else rijen[:200],
            "themas": Thema.objects.all(),
        },
    )


@openbaar
def product(request: HttpRequest, slug: str) -> HttpResponse:
    rij = product_van(slug)
    regels = list(rij.kruistabel.select_related("proces__team__afdeling"))
    aanvragen = next((r for r in regels if r.actie == Actie.AANVRAGEN and r.proces.actief), None)
    zaaktype = Zaaktype.objects.geldig(aanvragen.proces, klok.vandaag()) if aanvragen else None
    return render(
        request,
        "openbaar/product.html",
        {
            "product": rij,
            "kruimels": [(_("Producten"), reverse("producten"))],
            "teksten": {
                naam: markdown_naar_html(getattr(rij, naam))
                for naam in (
                    "tekst",
                    "voorwaarden",
                    "kosten_toelichting",
                    "duur_toelichting",
                    "benodigdheden",
                    "bezwaar",
                    "contact",
                )
            },
            "zaaktype": zaaktype,
            "duur": gebruikelijke_duur(aanvragen.proces_id) if aanvragen else None,
            "start_url": _start_url(request, rij, zaaktype),
            "afdeling": aanvragen.proces.team.afdeling.naam if aanvragen else "",
        },
    )


def _start_url(request: HttpRequest, product: Product, zaaktype: Zaaktype | None) -> str:
    if product.aanvragen_extern_url:
        return str(product.aanvragen_extern_url)
    if zaaktype is None or zaaktype.extern_behandeld:
        return ""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if isinstance(actor, Burger) or product.inloggen_nodig:
        return reverse("aanvragen", args=[product.slug])
    return reverse("aanvragen_openbaar", args=[product.slug])

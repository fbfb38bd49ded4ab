"""Applying without log-in, for products that ask none."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.toegang import bezoeker, openbaar
from mijnzaken.aanvragen import stroom
from mijnzaken.aanvragen.productblad import productblad
from mijnzaken.zaken import toetsing
from mijnzaken.zaken.models import Concept, Zaak

_LAATSTE = "laatste_melding"


def _adressen(request: HttpRequest, slug: str) -> stroom.Adressen:
    def klaar(zaak: Zaak) -> str:
        request.session[_LAATSTE] = {"nummer": zaak.nummer, "slug": slug}
        return reverse("aanvraag_ontvangen", args=[slug])

    return stroom.Adressen(
        pagina=reverse("aanvragen_openbaar", args=[slug]),
        bestand=reverse("aanvragen_openbaar_bestand", args=[slug]),
        bestand_weg=reverse("aanvragen_openbaar_bestand_weg", args=[slug]),
        klaar=klaar,
    )


@openbaar
@require_http_methods(["GET", "HEAD", "POST"])
def aanvragen(request: HttpRequest, slug: str) -> HttpResponse:
    actor, gevraagd = request.actor, request.GET.get("concept", "")  # type: ignore[attr-defined]
    product = stroom.product_bij_concept(actor, slug, gevraagd)
    if product.inloggen_nodig or isinstance(actor, Burger):
        return redirect("aanvragen", slug=slug)
    concept = stroom.concept_van(actor, product, gevraagd)
    if concept is not None and toetsing.voorbij(concept):
        return stroom.stroom(request, concept, _adressen(request, slug))
    if concept is None and not gevraagd and productblad(product).gestopt:
        return redirect("product", slug=slug)  # which says why
    zaaktype = stroom.zaaktype_van(product)
    if not zaaktype.anoniem_toegestaan:
        return redirect("aanvragen", slug=slug)
    if concept is not None:
        return stroom.stroom(request, concept, _adressen(request, slug))
    if gevraagd:
        if request.session.get(_LAATSTE, {}).get("slug") == slug:  # a second click
            return redirect("aanvraag_ontvangen", slug=slug)
        raise BestaatNiet
    if request.method == "POST":
        if request.session.session_key is None:
            request.session.create()
        request.actor = bezoeker(request)  # type: ignore[attr-defined]
        concept, _bereikt = stroom.begin(request.actor, product)  # type: ignore[attr-defined]
        return redirect(stroom.adres_van(_adressen(request, slug), concept, 1))
    return render(
        request,
        "aanvragen/begin.html",
        {
            "product": product,
            "zaaktype": zaaktype,
            "wat": _("aanvragen"),
            "stappen": zaaktype.formulierstappen.all(),
            "kruimels": stroom.kruimels(product),
        },
    )


@openbaar
@require_POST
def upload(request: HttpRequest, slug: str) -> JsonResponse:
    return stroom.neem_bestand_aan(request, _concept(request, slug))


@openbaar
@require_POST
def upload_weg(request: HttpRequest, slug: str) -> JsonResponse:
    return stroom.haal_bestand_weg(request, _concept(request, slug))


def _concept(request: HttpRequest, slug: str) -> Concept:
    concept = stroom.concept_van(request.actor, stroom.product_van(slug), request.GET.get("concept", "") or "-")  # type: ignore[attr-defined]
    if concept is None:
        raise BestaatNiet
    return concept


@openbaar
def ontvangen(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of receipt: the number, and what happens next."""
    laatste = request.session.get(_LAATSTE, {})
    if laatste.get("slug") != slug:
        raise BestaatNiet
    product = stroom.product_van(slug)
    return render(
        request,
        "aanvragen/ontvangen.html",
        {"product": product, "zaaktype": stroom.zaaktype_van(product), "nummer": laatste["nummer"]},
    )

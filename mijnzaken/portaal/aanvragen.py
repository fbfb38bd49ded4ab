"""Applying as somebody who logged in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.actor import Burger
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.inloggen.niveau import hoger_nodig
from autorisatie.toegang import voor_burger
from catalogus.models import Actie, Product
from mijnzaken.aanvragen import stroom
from mijnzaken.aanvragen.productblad import productblad
from mijnzaken.portaal.producten import ACTIEWOORD
from mijnzaken.portaal.sleutels import uuid_of_404
from mijnzaken.zaken import toetsing
from mijnzaken.zaken.handelingen import concepten
from mijnzaken.zaken.handelingen.concepten import ingediende_zaak
from mijnzaken.zaken.models import Concept, InwonerProduct, Zaak


def adressen(slug: str) -> stroom.Adressen:
    return stroom.Adressen(
        pagina=reverse("aanvragen", args=[slug]),
        bestand=reverse("aanvragen_bestand", args=[slug]),
        bestand_weg=reverse("aanvragen_bestand_weg", args=[slug]),
        klaar=_klaar,
    )


def _klaar(zaak: Zaak) -> str:
    return f"{reverse('mijn_zaak', args=[zaak.uuid])}?ontvangen=1"


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def aanvragen(request: HttpRequest, slug: str) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    gevraagd = request.GET.get("concept", "")
    product = stroom.product_bij_concept(actor, slug, gevraagd)
    vervolg = _vervolg(request, product)
    concept = stroom.concept_van(actor, product, gevraagd, vervolg)
    if concept is None:
        if gevraagd:  # sent in another tab, or a second click
            zaak = ingediende_zaak(actor, uuid_of_404(gevraagd))
            if zaak is None:
                raise BestaatNiet
            return redirect(_klaar(zaak))
        return _begin(request, actor, product, vervolg)
    hoger = hoger_nodig(request, concept.zaaktype.betrouwbaarheid_minimaal)
    return hoger or stroom.stroom(request, concept, adressen(slug))


def _vervolg(request: HttpRequest, product: Product) -> stroom.Vervolg | None:
    """The product of this resident that the page is about, and what he asks of it."""
    if "voor" not in request.GET:
        return None
    houdt = InwonerProduct.objects.een(request.actor, request.GET["voor"])  # type: ignore[attr-defined]
    actie = request.GET.get("actie", "")
    if houdt is None or houdt.product_id != product.pk or actie not in Actie or actie == Actie.AANVRAGEN:
        raise BestaatNiet
    return stroom.Vervolg(houdt, Actie(actie))


def _begin(request: HttpRequest, actor: Burger, product: Product, vervolg: stroom.Vervolg | None) -> HttpResponse:
    """A GET starts nothing: the page says what is needed, the button makes the draft."""
    slug = product.slug
    if vervolg is None and productblad(product).gestopt:
        return redirect("product", slug=slug)  # which says why
    zaaktype = stroom.zaaktype_van(product, vervolg.actie if vervolg else Actie.AANVRAGEN)
    if toetsing.belet(zaaktype.proces):
        return redirect("product", slug=slug)
    hoger = hoger_nodig(request, zaaktype.betrouwbaarheid_minimaal)
    if hoger is not None:
        return hoger
    if request.method == "POST":
        try:
            concept, bereikt = stroom.begin(actor, product, vervolg=vervolg)
        except Weigering as weigering:
            messages.error(request, weigering.reden)
            return redirect("mijn_producten") if vervolg else redirect("product", slug=slug)
        if not bereikt:
            messages.warning(request, _("Wij kunnen uw gegevens nu niet ophalen. Vul ze zelf in."))
        return redirect(stroom.adres_van(adressen(slug), concept, 1))
    return render(
        request,
        "aanvragen/begin.html",
        {
            "product": product,
            "zaaktype": zaaktype,
            "stappen": zaaktype.formulierstappen.all(),
            "kruimels": stroom.kruimels(product),
            "namens": actor.namens,
            "vervolg": vervolg,
            "wat": ACTIEWOORD[vervolg.actie] if vervolg else _("aanvragen"),
        },
    )


@voor_burger
@require_POST
def weggooien(request: HttpRequest, uuid: UUID) -> HttpResponse:
    with meld_uitkomst(request, _("Uw aanvraag is weggegooid.")):
        concepten.concept_weggooien(request.actor, uuid)  # type: ignore[attr-defined]
    return redirect("overzicht")


def concept_of_404(request: HttpRequest, slug: str) -> Concept:
    concept = stroom.concept_van(request.actor, stroom.product_van(slug), request.GET.get("concept", "") or "-")  # type: ignore[attr-defined]
    if concept is None:
        raise BestaatNiet
    return concept

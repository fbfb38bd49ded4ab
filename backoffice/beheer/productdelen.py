"""What a product has several of: amounts, links, questions with answers. One page each to make or change one."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.gezien import INTUSSEN, merk, onthoud_deel, plaats
from backoffice.beheer.productforms import Bedragformulier, Linkformulier, Vraagformulier
from catalogus.models import Kostenregel, Product, Productlink, Productvertaling
from mijnzaken.aanvragen.productblad import productblad
from mijnzaken.inrichting.aanbod import product_wijzigen, productdeel_bewaren, productdeel_weghalen

_DELEN: dict[str, tuple[Any, Any, str]] = {
    "bedragen": (Kostenregel, Bedragformulier, "kostenregels"),
    "links": (Productlink, Linkformulier, "links"),
}


def _product(slug: str) -> Product:
    return get_object_or_404(Product, slug=slug)


@voor_medewerker("product_wijzigen")
@require_safe
def vragen(request: HttpRequest, slug: str) -> HttpResponse:
    """The questions and answers, and the links."""
    rij = _product(slug)
    links = rij.links.all()
    return render(
        request,
        "beheer/product_vragen.html",
        {
            "product": rij,
            "talen": [("nl", _("Vragen met antwoord"), _met_merk(rij.vraag_antwoord))]
            + [
                (v.taal, _("Vragen met antwoord in het Engels"), _met_merk(v.vraag_antwoord))
                for v in rij.vertalingen.all()
            ],
            "blad": productblad(rij, taal="nl"),
            "links": links,
            "balies": rij.balies.all(),
        },
    )


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: HttpRequest, slug: str, taal: str = "nl", nummer: int | None = None) -> HttpResponse:
    """One question in a language that the product has; without a number a new one, at the end."""
    rij = _product(slug)
    bron = _bron(rij, taal)
    lijst = list(bron.vraag_antwoord)
    hier = plaats(request, lijst, nummer) if nummer is not None else None
    begin = lijst[hier - 1] if hier else None
    formulier: Any = Vraagformulier(request.POST if request.method == "POST" else None, initial=begin, label_suffix="")
    onthoud_deel(request, formulier, begin, weg=nummer is not None and hier is None)
    if request.method == "POST" and formulier.is_valid():
        paar = {naam: formulier.cleaned_data[naam] for naam in ("vraag", "antwoord")}
        nieuw = [*lijst, paar] if hier is None else [*lijst[: hier - 1], paar, *lijst[hier:]]
        if _bewaar(request, formulier, _bewaarder(request, rij, bron, nieuw)):
            return redirect("beheer_product_vragen", slug)
    titel = _("Vraag en antwoord") if nummer else _("Nieuwe vraag met antwoord")
    return _pagina(request, rij, herstel(request, formulier), titel, "beheer_product_vragen", [slug])


@voor_medewerker("product_wijzigen")
@require_POST
def vraag_weg(request: HttpRequest, slug: str, nummer: int, taal: str = "nl") -> HttpResponse:
    rij = _product(slug)
    bron = _bron(rij, taal)
    lijst = list(bron.vraag_antwoord)
    hier = plaats(request, lijst, nummer)
    if hier is not None:
        _bewaarder(request, rij, bron, lijst[: hier - 1] + lijst[hier:])()
        messages.success(request, _("Weggehaald."))
    else:
        messages.error(request, INTUSSEN)
    return redirect("beheer_product_vragen", slug)


def _met_merk(vragen: list[dict[str, str]]) -> list[dict[str, str]]:
    return [vraag | {"merk": merk(vraag)} for vraag in vragen]


def _bron(rij: Product, taal: str) -> Product | Productvertaling:
    """Whose questions: the product's own, or those of its text in another language."""
    return rij if taal == "nl" else get_object_or_404(rij.vertalingen, taal=taal)


def _bewaarder(request: HttpRequest, rij: Product, bron: Product | Productvertaling, lijst: list[Any]) -> Any:
    waarden = {"vraag_antwoord": lijst}
    if isinstance(bron, Productvertaling):
        return partial(productdeel_bewaren, request.actor, rij, bron, waarden)  # type: ignore[attr-defined]
    return partial(product_wijzigen, request.actor, rij, waarden)  # type: ignore[attr-defined]


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def deel(request: HttpRequest, slug: str, soort: str, pk: int | None = None) -> HttpResponse:
    """An amount or a link; without a key a new one."""
    rij = _product(slug)
    model, klasse, relatie = _soort(soort)
    doel = get_object_or_404(getattr(rij, relatie), pk=pk) if pk else model(product=rij)
    formulier = klasse(request.POST if request.method == "POST" else None, instance=doel)
    if request.method == "POST" and formulier.is_valid():
        doen = partial(productdeel_bewaren, request.actor, rij, doel, formulier.cleaned_data)  # type: ignore[attr-defined]
        if _bewaar(request, formulier, doen):
            return redirect(*_terug(slug, soort))
    titel = {"bedragen": _("Bedrag"), "links": _("Link")}[soort]
    naam, *delen = _terug(slug, soort)
    return _pagina(request, rij, herstel(request, formulier), titel, naam, delen)


@voor_medewerker("product_wijzigen")
@require_POST
def deel_weg(request: HttpRequest, slug: str, soort: str, pk: int) -> HttpResponse:
    rij = _product(slug)
    relatie = _soort(soort)[2]
    productdeel_weghalen(request.actor, rij, get_object_or_404(getattr(rij, relatie), pk=pk))  # type: ignore[attr-defined]
    messages.success(request, _("Weggehaald."))
    return redirect(*_terug(slug, soort))


def _soort(soort: str) -> tuple[Any, Any, str]:
    if soort not in _DELEN:
        raise BestaatNiet
    return _DELEN[soort]


def _terug(slug: str, soort: str) -> list[str]:
    if soort == "bedragen":
        return ["beheer_product_kamer", slug, "kosten"]
    return ["beheer_product_vragen", slug]


def _bewaar(request: HttpRequest, formulier: forms.BaseForm, doen: Any) -> bool:
    with meld_uitkomst(request, _("Opgeslagen. De website toont nu deze tekst."), formulier):
        doen()
    return not formulier.errors


def _pagina(
    request: HttpRequest, rij: Product, formulier: forms.BaseForm, titel: str, terug: str, delen: list[str]
) -> HttpResponse:
    return render(
        request,
        "beheer/product_deel.html",
        {"product": rij, "form": formulier, "titel": titel, "terug": reverse(terug, args=delen)},
        status=422 if formulier.errors else 200,
    )

"""The rules of a product: the tables, a draft that one edits and tries, and from when it holds."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.gezien import INTUSSEN, merk, onthoud_deel, plaats
from backoffice.beheer.regelforms import (
    Gegevenformulier,
    Ingangformulier,
    Regelformulier,
    Toelichtingformulier,
    Voorbeeldformulier,
    Vraagformulier,
)
from catalogus import klok
from catalogus.beslissen import bewerken
from catalogus.beslissen.tabel import beslis, proeven, vragen_van
from catalogus.beslissen.woorden import regel_in_woorden, rijen_in_woorden, uitkomst_in_woorden, uitslag_in_woorden
from catalogus.formulieren import in_woorden, maak_formulier
from catalogus.models import Actie, Beslistabel, Gegeven, Product, SoortTabel, Zaaktype
from catalogus.regels import bezwaren, let_op
from catalogus.versies import concept_van
from mijnzaken.inrichting import beslistabellen as handelingen

_RECHT = "product_wijzigen"


def _tabel(slug: str, pk: int) -> Beslistabel:
    return get_object_or_404(Beslistabel.objects.select_related("product"), pk=pk, product__slug=slug)


def _concept(slug: str, pk: int) -> Beslistabel:
    tabel = _tabel(slug, pk)
    if not tabel.concept:
        raise BestaatNiet
    return tabel


def _gegevens(product: Product) -> list[Gegeven]:
    """What the form of this product asks today; of a process that nobody can apply for yet, what its concept asks."""
    regel = product.kruistabel.filter(actie=Actie.AANVRAGEN).select_related("proces").first()
    zaaktype = (Zaaktype.objects.geldig(regel.proces, klok.vandaag()) or concept_van(regel.proces)) if regel else None
    return list(zaaktype.gegevens.filter(stap__isnull=False)) if zaaktype else []


@voor_medewerker(_RECHT)
@require_safe
def regels(request: HttpRequest, slug: str) -> HttpResponse:
    """The tables of a product by kind, with their versions."""
    product = get_object_or_404(Product, slug=slug)
    rijen = list(product.beslistabellen.all())
    vandaag = klok.vandaag()
    soorten = [
        {
            "soort": soort,
            "versies": [t for t in rijen if t.soort == soort.value],
            "heeft_concept": any(t.soort == soort.value and t.concept for t in rijen),
        }
        for soort in SoortTabel
    ]
    return render(request, "beheer/regels.html", {"product": product, "soorten": soorten, "vandaag": vandaag})


@voor_medewerker(_RECHT)
@require_POST
def opstellen(request: HttpRequest, slug: str, soort: str) -> HttpResponse:
    product = get_object_or_404(Product, slug=slug)
    if soort not in SoortTabel.values:
        raise BestaatNiet
    try:
        tabel = handelingen.beslistabel_opstellen(request.actor, product, soort)  # type: ignore[attr-defined]
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("beheer_regels", slug)
    return redirect("beheer_beslistabel", slug, tabel.pk)


@voor_medewerker(_RECHT)
@require_http_methods(["GET", "HEAD", "POST"])
def tabel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A table with its rules and examples. A POST tries answers, and keeps them as an example when it is asked."""
    rij = _tabel(slug, pk)
    proef = maak_formulier(vragen_van(rij.inhoud), data=request.POST if "probeer" in request.POST else None, prefix="p")
    naam = Voorbeeldformulier(request.POST if "bewaar_voorbeeld" in request.POST else None, label_suffix="")
    uitslag = None
    if proef.is_bound and proef.is_valid():
        uitslag = beslis(rij.inhoud, proef.waarden())
        if naam.is_bound and naam.is_valid() and rij.concept:
            bewerking = partial(
                bewerken.voorbeeld_bewaren, naam=naam.cleaned_data["voorbeeldnaam"], antwoorden=proef.waarden()
            )
            if _bewerk(request, rij, bewerking, _("Het voorbeeld is bewaard.")):
                return redirect("beheer_beslistabel", slug, pk)
    context = _tabelblad(rij) | {
        "proef": proef,
        "voorbeeldnaam": naam,
        "uitslag": uitslag,
        "uitslag_zin": uitslag_in_woorden(rij.inhoud, uitslag) if uitslag else "",
        "uitslag_regel": regel_in_woorden(rij.inhoud, uitslag.regel) if uitslag and uitslag.regel else "",
    }
    return render(request, "beheer/beslistabel.html", context, status=422 if proef.errors or naam.errors else 200)


def _tabelblad(rij: Beslistabel) -> dict[str, Any]:
    vragen = {vraag.naam: vraag for vraag in vragen_van(rij.inhoud)}
    return {
        "product": rij.product,
        "tabel": rij,
        "vragen": list(vragen.values()),
        "vraagrijen": [{"vraag": vragen[bron["naam"]], "merk": merk(bron)} for bron in rij.inhoud["vragen"]],
        "rijen": [
            regel | {"merk": merk(bron)}
            for regel, bron in zip(rijen_in_woorden(rij.inhoud), rij.inhoud["regels"], strict=True)
        ],
        "proeven": [
            {
                "nummer": nummer,
                "merk": merk(rij.inhoud["voorbeelden"][nummer - 1]),
                "naam": p.naam,
                "antwoorden": [(vragen[n].label, in_woorden(vragen[n], w)) for n, w in p.antwoorden.items()],
                "verwacht": uitkomst_in_woorden(p.verwacht),
                "nu": uitslag_in_woorden(rij.inhoud, p.uitslag),
                "klopt": p.klopt,
            }
            for nummer, p in enumerate(proeven(rij.inhoud), start=1)
        ],
        "bezwaren": bezwaren(rij) if rij.concept else [],
        "let_op": let_op(rij, {g.naam for g in _gegevens(rij.product)}),
        "ingang": Ingangformulier(label_suffix="", initial={"vanaf": _eerste_dag(rij)}),
        "nog_niet": rij.geldig_van is not None and rij.geldig_van > klok.vandaag(),
    }


def _eerste_dag(rij: Beslistabel) -> date:
    """The first day from which a draft may hold: today, or the day after when another holds today."""
    geldt = Beslistabel.objects.geldig_op(klok.vandaag()).filter(product=rij.product_id, soort=rij.soort).exists()
    return klok.vandaag() + timedelta(days=int(geldt))


@voor_medewerker(_RECHT)
@require_http_methods(["GET", "HEAD", "POST"])
def toelichting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    rij = _concept(slug, pk)
    formulier = Toelichtingformulier(request.POST if request.method == "POST" else None, instance=rij, label_suffix="")
    if request.method == "POST" and formulier.is_valid():
        try:
            handelingen.beslistabel_wijzigen(request.actor, rij, waarden=formulier.cleaned_data)  # type: ignore[attr-defined]
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            return redirect("beheer_beslistabel", slug, pk)
    return _pagina(request, rij, formulier, _("Uitleg bij de uitkomst"))


@voor_medewerker(_RECHT)
@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: HttpRequest, slug: str, pk: int, naam: str = "") -> HttpResponse:
    """A question: from the form of the product, or an own one; with ``naam`` the one that is there."""
    rij = _concept(slug, pk)
    was = next((v for v in rij.inhoud["vragen"] if v["naam"] == naam), None)
    if naam and was is None:
        raise BestaatNiet
    data = request.POST if request.method == "POST" else None
    uit_formulier = "gegeven" in request.GET and not naam
    formulier: Any = Gegevenformulier(_gegevens(rij.product), data) if uit_formulier else Vraagformulier(data, was=was)
    if formulier.is_bound and formulier.is_valid():
        bewerking = partial(bewerken.vraag_zetten, vraag=formulier.vraag(), was=naam)
        if _bewerk(request, rij, bewerking, _("Opgeslagen."), formulier):
            return redirect("beheer_beslistabel", slug, pk)
    return _pagina(request, rij, formulier, _("Vraag") if naam else _("Nieuwe vraag"))


@voor_medewerker(_RECHT)
@require_http_methods(["GET", "HEAD", "POST"])
def regel(request: HttpRequest, slug: str, pk: int, nummer: int | None = None) -> HttpResponse:
    """A rule; without a number a new one."""
    rij = _concept(slug, pk)
    regels = rij.inhoud["regels"]
    hier = plaats(request, regels, nummer) if nummer is not None else None
    was = regels[hier - 1] if hier else None
    formulier: Any = Regelformulier(rij, was, request.POST if request.method == "POST" else None)
    onthoud_deel(request, formulier, was, weg=nummer is not None and hier is None)
    if formulier.is_bound and formulier.is_valid():
        bewerking = partial(bewerken.regel_zetten, regel=formulier.regel(), nummer=hier)
        if _bewerk(request, rij, bewerking, _("Opgeslagen."), formulier):
            return redirect("beheer_beslistabel", slug, pk)
    titel = _("Regel %(n)d") % {"n": nummer} if nummer else _("Nieuwe regel")
    return _pagina(request, rij, formulier, titel)


_STAPPEN = {
    "vraag-weg": (bewerken.vraag_weghalen, "vragen"),
    "regel-weg": (bewerken.regel_weghalen, "regels"),
    "regel-omhoog": (bewerken.regel_omhoog, "regels"),
    "voorbeeld-weg": (bewerken.voorbeeld_weghalen, "voorbeelden"),
}


@voor_medewerker(_RECHT)
@require_POST
def stap(request: HttpRequest, slug: str, pk: int, wat: str, nummer: int) -> HttpResponse:
    """Take the n-th part away, or move a rule up."""
    rij = _concept(slug, pk)
    if wat not in _STAPPEN:
        raise BestaatNiet
    doe, lijst = _STAPPEN[wat]
    hier = plaats(request, rij.inhoud[lijst], nummer)
    if hier is None:
        messages.error(request, INTUSSEN)
    else:
        deel = rij.inhoud[lijst][hier - 1]
        _bewerk(request, rij, lambda inhoud: doe(inhoud, deel["naam"] if lijst == "vragen" else hier), _("Opgeslagen."))  # type: ignore[operator]
    return redirect("beheer_beslistabel", slug, pk)


@voor_medewerker(_RECHT)
@require_POST
def in_gebruik_nemen(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    rij = _concept(slug, pk)
    formulier = Ingangformulier(request.POST, label_suffix="")
    if not formulier.is_valid():
        context = _tabelblad(rij) | {"ingang": formulier, "proef": maak_formulier(vragen_van(rij.inhoud), prefix="p")}
        return render(request, "beheer/beslistabel.html", context, status=422)
    vanaf = formulier.cleaned_data["vanaf"]
    return _doe(
        request,
        partial(handelingen.beslistabel_in_gebruik_nemen, request.actor, rij, vanaf=vanaf),  # type: ignore[attr-defined]
        _("De tabel is klaar en geldt vanaf de dag die u koos."),
        ("beheer_beslistabel", slug, pk),
    )


@voor_medewerker(_RECHT)
@require_POST
def intrekken(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    doen = partial(handelingen.beslistabel_intrekken, request.actor, _tabel(slug, pk))  # type: ignore[attr-defined]
    return _doe(request, doen, _("De tabel is weer een concept."), ("beheer_beslistabel", slug, pk))


@voor_medewerker(_RECHT)
@require_POST
def weggooien(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    doen = partial(handelingen.beslistabel_weggooien, request.actor, _concept(slug, pk))  # type: ignore[attr-defined]
    return _doe(request, doen, _("Het concept is weggegooid."), ("beheer_regels", slug))


def _doe(request: HttpRequest, doen: Any, gelukt: str, naar: tuple[Any, ...]) -> HttpResponse:
    with meld_uitkomst(request, gelukt):
        doen()
    return redirect(*naar)


def _bewerk(
    request: HttpRequest, rij: Beslistabel, bewerking: Any, gelukt: str, formulier: forms.BaseForm | None = None
) -> bool:
    try:
        handelingen.beslistabel_wijzigen(request.actor, rij, bewerking=bewerking)  # type: ignore[attr-defined]
    except Weigering as weigering:
        if formulier is not None:
            neem_fouten_over(formulier, weigering)
        else:
            messages.error(request, weigering.reden)
        return False
    messages.success(request, gelukt)
    return True


def _pagina(request: HttpRequest, rij: Beslistabel, formulier: forms.BaseForm, titel: str) -> HttpResponse:
    return render(
        request,
        "beheer/beslistabel_deel.html",
        {"product": rij.product, "tabel": rij, "form": herstel(request, formulier), "titel": titel},
        status=422 if formulier.errors else 200,
    )

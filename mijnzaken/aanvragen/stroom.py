"""The pages of an application: step by step, saved by itself, everything before sending, sent once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.actor import Actor
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import formulierdata
from catalogus import klok
from catalogus.models import Actie, Product, Zaaktype
from mijnzaken.aanvragen.invullen import Invulling, beginwaarden, eerdere_waarden
from mijnzaken.documenten.opslag import Geweigerd
from mijnzaken.zaken import toetsing
from mijnzaken.zaken.handelingen import concepten
from mijnzaken.zaken.models import Concept, InwonerProduct, Zaak


@dataclass(frozen=True)
class Adressen:
    """Where this application lives: in the portal, or on the public site."""

    pagina: str
    bestand: str
    bestand_weg: str
    klaar: Callable[[Zaak], str]


def zaaktype_van(product: Product, actie: str = Actie.AANVRAGEN) -> Zaaktype:
    """The zaaktype on which this is asked of the product today. Raises BestaatNiet when there is none."""
    regel = product.kruistabel.filter(actie=actie, proces__actief=True).select_related("proces").first()
    zaaktype = Zaaktype.objects.geldig(regel.proces, klok.vandaag()) if regel else None
    if zaaktype is None:
        raise BestaatNiet
    return zaaktype


def product_van(slug: str) -> Product:
    product = Product.objects.gepubliceerd_op(klok.vandaag()).filter(slug=slug).first()
    if product is None:
        raise BestaatNiet
    return product


def product_bij_concept(actor: Actor, slug: str, uuid: str) -> Product:
    """Of a draft that is named also the product that is offered no more: its page says so. Raises BestaatNiet."""
    eerder = Product.objects.filter(slug=slug, gepubliceerd_tot__lte=klok.vandaag()).first() if uuid else None
    if eerder is not None and concept_van(actor, eerder, uuid) is not None:
        return eerder
    return product_van(slug)


@dataclass(frozen=True)
class Vervolg:
    """What is asked of a product that the applicant already holds."""

    houdt: InwonerProduct
    actie: Actie


def concept_van(actor: Actor, product: Product, uuid: str, vervolg: Vervolg | None = None) -> Concept | None:
    """The draft that the page is about: the one that is named, else the newest of this product."""
    rijen = Concept.objects.voor(actor).filter(product=product).select_related("zaaktype__proces", "product")
    if uuid:
        try:
            return rijen.filter(uuid=UUID(uuid)).first()  # type: ignore[no-any-return]
        except ValueError:
            raise BestaatNiet from None
    over = {"over_product": vervolg.houdt, "actie": vervolg.actie} if vervolg else {"over_product": None}
    return rijen.filter(over_besluit=None, **over).first()  # type: ignore[no-any-return]


def begin(
    actor: Actor, product: Product, erbij: dict[str, Any] | None = None, vervolg: Vervolg | None = None
) -> tuple[Concept, bool]:
    """A new draft, filled with what the registers know and with ``erbij``; and whether all registers answered."""
    actie = vervolg.actie if vervolg else Actie.AANVRAGEN
    zaaktype = zaaktype_van(product, actie)
    vragen = list(zaaktype.gegevens.filter(stap__isnull=False))
    waarden, bereikt = beginwaarden(actor, vragen)
    eerder = eerdere_waarden(actor, vragen, vervolg.houdt, actie) if vervolg else {}
    concept = concepten.concept_beginnen(
        actor,
        zaaktype,
        product,
        proces=zaaktype.proces,
        beginwaarden=eerder | waarden | (erbij or {}),
        over_product=vervolg.houdt if vervolg else None,
        actie=actie,
    )
    return concept, bereikt


def stroom(request: HttpRequest, concept: Concept, adressen: Adressen) -> HttpResponse:
    """Show or take in the step that the address names; without one, the step where the draft was left."""
    invulling = Invulling(request.actor, concept)  # type: ignore[attr-defined]
    if waarom := toetsing.voorbij(concept):
        return _voorbij(request, invulling, waarom)
    if request.method == "POST" and "indienen" in request.POST:
        return _dien_in(request, invulling, adressen)
    nummer = _nummer(request, concept, len(invulling.stappen))
    stap = invulling.stap(nummer)
    if stap is None:
        return _controle(request, invulling, adressen)
    if request.method == "POST":
        return _neem_in(request, invulling, nummer, adressen)
    return _toon(request, invulling, nummer, invulling.formulier(stap, formulierdata(request) or None), adressen)


def _voorbij(request: HttpRequest, invulling: Invulling, waarom: str) -> HttpResponse:
    """No form any more: why, what one can do now, and what was filled in, to read once more."""
    concept = invulling.concept
    return render(
        request,
        "aanvragen/voorbij.html",
        {
            "product": concept.product,
            "concept": concept,
            "waarom": waarom,
            "delen": invulling.samenvatting(),
            "te_lezen": Product.objects.gepubliceerd_op(klok.vandaag()).filter(pk=concept.product_id).exists(),
        },
        status=409 if request.method == "POST" else 200,
    )


def _nummer(request: HttpRequest, concept: Concept, aantal: int) -> int:
    gevraagd = request.GET.get("stap", "")
    nummer = int(gevraagd) if gevraagd.isascii() and gevraagd.isdigit() and len(gevraagd) < 4 else concept.stap
    return max(1, min(nummer, aantal + 1))


def adres_van(adressen: Adressen, concept: Concept, stap: int) -> str:
    return f"{adressen.pagina}?{urlencode({'concept': str(concept.uuid), 'stap': stap})}"


def _neem_in(request: HttpRequest, invulling: Invulling, nummer: int, adressen: Adressen) -> HttpResponse:
    stap = invulling.stap(nummer)
    assert stap is not None
    try:
        formulier = invulling.bewaar(stap, request.POST, dict(request.FILES.lists()), nummer)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect(adres_van(adressen, invulling.concept, nummer))
    if request.headers.get("X-Bewaar") or "bewaar" in request.GET:
        return JsonResponse({"bewaard": True})
    if "vorige" in request.POST:
        return redirect(adres_van(adressen, invulling.concept, nummer - 1))
    if "later" in request.POST:
        messages.success(request, _("Uw aanvraag is bewaard. U kunt later verdergaan."))
        return redirect("overzicht" if invulling.concept.partij_id else "start")
    if not formulier.is_valid() or invulling.fouten:
        return _toon(request, invulling, nummer, formulier, adressen, status=422)
    volgende = Invulling(invulling.actor, invulling.concept)
    return redirect(adres_van(adressen, volgende.concept, nummer + 1))


def _toon(
    request: HttpRequest, invulling: Invulling, nummer: int, formulier: Any, adressen: Adressen, status: int = 200
) -> HttpResponse:
    stap = invulling.stap(nummer)
    assert stap is not None
    concept = invulling.concept
    adres = adres_van(adressen, concept, nummer)
    vraag = urlencode({"concept": str(concept.uuid)})
    return render(
        request,
        "aanvragen/stap.html",
        {
            "product": concept.product,
            "concept": concept,
            "stap": stap,
            "nummer": nummer,
            "aantal": len(invulling.stappen) + 1,
            "form": formulier,
            "bestandvragen": [
                {
                    "gegeven": v.gegeven,
                    "bestanden": v.bestanden,
                    "fout": v.fout,
                    "upload_url": f"{adressen.bestand}?{vraag}&naam={v.gegeven.naam}",
                    "weg_url": f"{adressen.bestand_weg}?{vraag}&naam={v.gegeven.naam}",
                }
                for v in invulling.bestandvragen(stap)
            ],
            "voortgang": _voortgang(invulling, nummer, adressen),
            "adres": adres,
            "bewaar_url": f"{adres}&bewaar=1",
            "kruimels": kruimels(concept.product),
            "gestopt": toetsing.belet_versturen(concept),
        },
        status=status,
    )


def kruimels(product: Product) -> list[tuple[str, str]]:
    return [(product.naam, reverse("product", args=[product.slug]))]


def _voortgang(invulling: Invulling, nummer: int, adressen: Adressen) -> list[dict[str, str]]:
    namen = [*(stap.titel for stap in invulling.stappen), _("Controleren en versturen")]
    return [
        {
            "naam": naam,
            "stand": "klaar" if i < nummer else "bezig" if i == nummer else "nog_niet",
            "url": adres_van(adressen, invulling.concept, i) if i < nummer else "",
        }
        for i, naam in enumerate(namen, start=1)
    ]


def _controle(
    request: HttpRequest, invulling: Invulling, adressen: Adressen, fouten: dict[str, str] | None = None
) -> HttpResponse:
    onvolledig = invulling.eerste_onvolledige()
    nummer = len(invulling.stappen) + 1
    delen = invulling.samenvatting()
    for deel in delen:
        deel["url"] = adres_van(adressen, invulling.concept, deel["nummer"])
    return render(
        request,
        "aanvragen/controle.html",
        {
            "product": invulling.concept.product,
            "concept": invulling.concept,
            "delen": delen,
            "voortgang": _voortgang(invulling, nummer, adressen),
            "nummer": nummer,
            "fouten": fouten or {},
            "uitkomsten": [u for u in invulling.uitkomsten() if not u.open_vraag],
            "onvolledig": adres_van(adressen, invulling.concept, onvolledig) if onvolledig else "",
            "akkoord_tekst": invulling.concept.zaaktype.toestemming_tekst,
            "terug": adres_van(adressen, invulling.concept, nummer - 1),
            "actie": adres_van(adressen, invulling.concept, nummer),
            "kruimels": kruimels(invulling.concept.product),
            "gestopt": toetsing.belet_versturen(invulling.concept),
        },
        status=422 if fouten else 200,
    )


def _dien_in(request: HttpRequest, invulling: Invulling, adressen: Adressen) -> HttpResponse:
    """Send. The second click finds the zaak that the first one made."""
    concept = invulling.concept
    try:
        zaak = concepten.indienen(invulling.actor, concept)
    except BestaatNiet:
        gevonden = concepten.ingediende_zaak(invulling.actor, concept.uuid)
        if gevonden is None:
            raise
        zaak = gevonden
    except Invoerfout as fout:
        return _controle(request, invulling, adressen, fout.velden)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect(adres_van(adressen, concept, len(invulling.stappen) + 1))
    return HttpResponseRedirect(adressen.klaar(zaak))


def neem_bestand_aan(request: HttpRequest, concept: Concept) -> JsonResponse:
    bestand = request.FILES.get("bestand")
    if bestand is None:
        return JsonResponse({"fout": _("Kies eerst een bestand.")}, status=422)
    try:
        return JsonResponse(Invulling(request.actor, concept).upload(request.GET.get("naam", ""), bestand))  # type: ignore[attr-defined]
    except (Geweigerd, Weigering) as weigering:
        return JsonResponse({"fout": str(weigering)}, status=422)


def haal_bestand_weg(request: HttpRequest, concept: Concept) -> JsonResponse:
    try:
        invulling = Invulling(request.actor, concept)  # type: ignore[attr-defined]
        invulling.upload_weg(request.GET.get("naam", ""), str(UUID(request.POST.get("bestand", ""))))
    except ValueError:
        raise BestaatNiet from None
    return JsonResponse({"weg": True})

"""Making a terugbelnotitie: the product, from the list, decides which team calls back."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.kcc import gesprek as gesprekken
from backoffice.kcc.contact import zaakkeuze
from backoffice.kcc.forms_terugbel import CONTACTPERSOON, Terugbelformulier
from backoffice.kcc.gesprek import Beller
from backoffice.kcc.klantbeeld import Klantzaken, klantzaken
from catalogus.models import Product
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.handelingen.terugbellen import terugbelnotitie_maken, terugbelproces
from mijnzaken.zaken.models import Zaak


@voor_medewerker("kcc")
@require_http_methods(["GET", "HEAD", "POST"])
def maken(request: HttpRequest) -> HttpResponse:
    beller = gesprekken.beller(request)
    zaken = klantzaken(beller) if beller is not None else None
    keuze: dict[str, Any] = {"zaken": zaakkeuze(zaken), "contactpersoon": bool(zaken and zaken.contactpersoon)}
    if request.method == "POST":
        formulier = Terugbelformulier(request.POST, **keuze)
        if formulier.is_valid():
            if gesprekken.is_verstuurd(request, formulier.cleaned_data["sleutel"]):
                return redirect("kcc_klant" if beller else "kcc")
            notitie = _maak(request, beller, zaken, formulier)
            if notitie is not None:
                return redirect("kcc_klant" if beller else "kcc")
    else:
        formulier = herstel(request, Terugbelformulier(initial=_begin(request, beller), **keuze))
    return render(
        request,
        "kcc/terugbelnotitie_maken.html",
        {"beller": beller, "form": formulier},
        status=422 if formulier.errors else 200,
    )


def _begin(request: HttpRequest, beller: Beller | None) -> dict[str, Any]:
    """What the agent need not type again: who it is, the number that was searched, and what was just asked."""
    gesprek = gesprekken.lees(request)
    begin: dict[str, Any] = {
        "sleutel": str(uuid4()),
        "telefoonnummer": gesprek.telefoonnummer,
        "zaak": request.GET.get("zaak", ""),
        "product": Product.objects.filter(slug=request.GET.get("product", "").replace("\x00", ""))
        .values_list("pk", flat=True)
        .first(),
    }
    if beller is not None:
        begin["voorletters"] = beller.partij.voorletters
        begin["achternaam"] = beller.partij.organisatienaam or " ".join(
            deel for deel in (beller.partij.voorvoegsel_achternaam, beller.partij.achternaam) if deel
        )
    contact = _laatste_contact(request, gesprek.klantcontact)
    if contact is not None:
        open_ = [v for v in contact.vragen.all() if not v.antwoord] or list(contact.vragen.all())
        begin["onderwerp"], begin["vraag"] = contact.onderwerp, "\n".join(v.vraag for v in open_)
        begin["product"] = begin["product"] or next((v.product_id for v in open_ if v.product_id), None)
        over = next((o.object_uuid for o in contact.onderwerpobjecten.all() if o.code_objecttype == "zaak"), "")
        begin["zaak"] = begin["zaak"] or str(over)
    return begin


def _laatste_contact(request: HttpRequest, uuid: str) -> Klantcontact | None:
    if not uuid:
        return None
    rijen = Klantcontact.objects.voor(request.actor).filter(uuid=uuid)  # type: ignore[attr-defined]
    return rijen.prefetch_related("vragen", "onderwerpobjecten").first()


def _maak(
    request: HttpRequest, beller: Beller | None, zaken: Klantzaken | None, formulier: Terugbelformulier
) -> Zaak | None:
    g = formulier.cleaned_data
    product: Product | None = g["product"]
    over = _over(zaken, g.get("zaak", ""))
    proces = terugbelproces()
    team = product.backoffice if product is not None else None
    if over is not None and (team is None or g["zaak"] == CONTACTPERSOON):
        team = over.team
    gesprek = gesprekken.lees(request)
    try:
        notitie: Zaak = terugbelnotitie_maken(
            beller.actor if beller else request.actor,  # type: ignore[attr-defined]
            formulier.als_vraag(),
            proces=proces,
            team=team or proces.team,
            partij=beller.partij if beller else None,
            product=product,
            over_zaak=over,
            klantcontact_uuid=UUID(gesprek.klantcontact) if gesprek.klantcontact else None,
        )
    except Invoerfout as fout:
        neem_fouten_over(formulier, fout)
        return None
    gesprek.verstuurd = [*gesprek.verstuurd[-9:], g["sleutel"]]
    gesprek.klantcontact = ""
    gesprekken.bewaar(request, gesprek)
    messages.success(
        request, _("De terugbelnotitie is gemaakt. Het nummer is %(nummer)s.") % {"nummer": notitie.nummer}
    )
    return notitie


def _over(zaken: Klantzaken | None, gekozen: str) -> Zaak | None:
    if zaken is None or not gekozen:
        return None
    if gekozen == CONTACTPERSOON:
        return zaken.contactpersoon
    over = next((z.rij for z in zaken.zichtbaar if str(z.rij.uuid) == gekozen), None)
    if over is None:
        raise BestaatNiet
    return over

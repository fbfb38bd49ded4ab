"""Which parts of one zaak a request for erasure is about, also when the zaak itself stays."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie import logboek
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.gevraagd import gevraagd
from backoffice.behandeling.kruimels import naar_zaak
from backoffice.behandeling.wissing import wissing_inzien
from catalogus import klok
from catalogus.formulieren import in_woorden
from mijnzaken.zaken.avg.bewaarplicht import Gegevensplicht
from mijnzaken.zaken.avg.een_contact import contacten_van, gaat_alleen_over, in_het_kort
from mijnzaken.zaken.avg.eigen_zaken import betrokkene
from mijnzaken.zaken.avg.wissing import DELEN, aanwijsbare_zaken
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.handelingen.wissing import DOEL, gegevens_aanwijzen
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Zaak

HOEVEEL = 100  # contacts, the newest


@voor_medewerker("wissing_nagaan")
@require_http_methods(["GET", "HEAD", "POST"])
def wisgegevens(request: HttpRequest, nummer: str, van: str) -> HttpResponse:
    """What stands in zaak ``van`` and what was said about it, and of each whether it may go."""
    inzage = wissing_inzien(request, nummer)
    zaak = _zaak(inzage, van)
    fout = ""
    if request.method == "POST":
        try:
            gegevens_aanwijzen(
                inzage.actor,
                inzage.zaak,
                zaak=zaak.uuid,
                namen=request.POST.getlist("gegevens"),
                contacten=request.POST.getlist("contacten"),
            )
        except Weigering as weigering:
            fout = weigering.reden
        else:
            messages.success(request, _("De lijst is bijgewerkt. Kies hieronder wat er met deze gegevens gebeurt."))
            return redirect("wissing", nummer=nummer)
    else:
        logboek.leg_lezing_vast(inzage.actor, "wissing_nagaan", rij=zaak, doel=DOEL)
    gekozen = [*request.POST.getlist("gegevens"), *request.POST.getlist("contacten")] if fout else None
    return render(
        request,
        "behandeling/wisgegevens.html",
        {
            "zaak": inzage.beeld,
            "nummer": nummer,
            "van": zaak,
            "gevraagd": gevraagd(inzage),
            "groepen": [groep for groep in _groepen(inzage, zaak, gekozen) if groep["regels"]],
            "fout": fout,
            "mag": inzage.mag,
            "kruimels": [*naar_zaak(nummer), (_("Gegevens wissen"), reverse("wissing", args=[nummer]))],
        },
        status=422 if fout else 200,
    )


def _zaak(inzage: Inzage, van: str) -> Zaak:
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    if partij is None:
        raise BestaatNiet
    zaken = aanwijsbare_zaken(actor, inzage.zaak, partij)  # type: ignore[arg-type]
    zaak: Zaak | None = zaken.filter(nummer=van).select_related("proces", "zaaktype", "team__afdeling").first()
    if zaak is None:
        raise BestaatNiet
    return zaak


def _groepen(inzage: Inzage, zaak: Zaak, gekozen: list[str] | None) -> list[dict[str, Any]]:
    """The gegevens and the contacts. What was approved stands, so it cannot be taken off the list here."""
    aangewezen = {
        regel.onderdeel: regel for regel in inzage.zaak.wisregels.filter(plaats__in=DELEN, nummer=zaak.nummer)
    }
    vast = {onderdeel for onderdeel, regel in aangewezen.items() if regel.goedgekeurd_op is not None}
    aan = set(aangewezen) if gekozen is None else set(gekozen) | vast
    groepen: list[dict[str, Any]] = [
        {"kop": _("Gegevens in deze zaak"), "veld": "gegevens", "regels": list(_gegevens(inzage, zaak))},
        {"kop": _("Contacten over deze zaak"), "veld": "contacten", "regels": list(_contacten(inzage, zaak))},
    ]
    for groep in groepen:
        for regel in groep["regels"]:
            regel["aan"], regel["vast"] = regel["sleutel"] in aan, regel["sleutel"] in vast
    return groepen


def _gegevens(inzage: Inzage, zaak: Zaak) -> Iterator[dict[str, Any]]:
    plicht = Gegevensplicht(zaak, inzage.zaak, klok.vandaag())
    for rij in zaak.gegevenswaarden.filter(actueel=True).select_related("gegeven"):
        yield {
            "sleutel": rij.gegeven.naam,
            "label": rij.gegeven.label,
            "waarde": in_woorden(rij.gegeven, rij.waarde),
            "ontvangers": rij.gegeven.ontvangers,
            "oordeel": plicht.oordeel(rij.gegeven),
        }


def _contacten(inzage: Inzage, zaak: Zaak) -> Iterator[dict[str, Any]]:
    """Of one in which somebody else took part no more than that it was."""
    plicht, partij = Gegevensplicht(zaak, inzage.zaak, klok.vandaag()), betrokkene(inzage.zaak)
    for contact in contacten_van(zaak)[:HOEVEEL]:
        alleen = gaat_alleen_over(contact, zaak, partij)
        yield {
            "sleutel": str(contact.uuid),
            "label": in_het_kort(contact),
            "waarde": contact.onderwerp if alleen else "",
            "ontvangers": [],
            "oordeel": plicht.oordeel_contact(van_hem_alleen=alleen),
        }

"""Correcting data of who asked that: what stands in his zaken, and a form for one of them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import tekstvak
from backoffice.behandeling.forms_stukken import te_wijzigen
from backoffice.behandeling.gevraagd import gevraagd
from backoffice.behandeling.kruimels import naar_zaak
from catalogus.formulieren import in_woorden, maak_veld, naar_opslag, uit_opslag
from catalogus.models import Gegeven
from mijnzaken.zaken.avg import RECTIFICATIE
from mijnzaken.zaken.avg.eigen_zaken import gevraagde_zaken
from mijnzaken.zaken.handelingen.rectificeren import DOEL, gegeven_rectificeren
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Zaak


class Verbeteren(forms.Form):
    """The field of the gegeven comes first."""

    reden = forms.CharField(
        label=gettext_lazy("Hoe weet u dat dit klopt?"),
        help_text=gettext_lazy(
            "De oude waarde blijft bewaard. Wat u hier schrijft, komt bij de notities van die zaak."
        ),
        max_length=1000,
        required=False,
        widget=tekstvak(3),
    )

    def __init__(self, gegeven: Gegeven, waarde: Any, data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        veld = maak_veld(gegeven)
        veld.required = True
        self.fields = {"waarde": veld, **self.fields}
        self.initial["waarde"] = waarde


@voor_medewerker("gegeven_rectificeren")
@require_safe
def rectificatie(request: HttpRequest, nummer: str) -> HttpResponse:
    """His zaken with what stands in them now."""
    inzage = _inzage(request, nummer)
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    zaken = list(
        _zaken(inzage)
        .select_related("proces", "team__afdeling", "zaaktype__proces")
        .prefetch_related("gegevenswaarden__gegeven")
    )
    for zaak in zaken:
        logboek.leg_lezing_vast(actor, "gegeven_rectificeren", rij=zaak, doel=DOEL)
    return render(
        request,
        "behandeling/rectificatie.html",
        _kop(inzage) | {"zaken": [_zaak(zaak, nummer) for zaak in zaken]},
    )


@voor_medewerker("gegeven_rectificeren")
@require_http_methods(["GET", "HEAD", "POST"])
def verbeteren(request: HttpRequest, nummer: str, van: str, naam: str) -> HttpResponse:
    """One gegeven of zaak ``van``."""
    inzage = _inzage(request, nummer)
    zaak: Zaak | None = _zaken(inzage).filter(nummer=van).select_related("proces", "zaaktype").first()
    gegeven = te_wijzigen(zaak.zaaktype).filter(naam=naam).first() if zaak is not None else None
    if zaak is None or gegeven is None:
        raise BestaatNiet
    nu = zaak.gegevenswaarden.filter(gegeven=gegeven, actueel=True).first()
    formulier = Verbeteren(gegeven, uit_opslag(gegeven.soort, nu.waarde) if nu else None, request.POST or None)
    if request.method == "POST" and formulier.is_valid() and _doe(request, inzage, zaak, gegeven, formulier):
        return redirect("rectificatie", nummer=nummer)
    return render(
        request,
        "behandeling/verbeteren.html",
        _kop(inzage)
        | {
            "form": formulier,
            "gegeven": gegeven,
            "van": zaak,
            "ontvangers": gegeven.ontvangers,
            "kruimels": [*_kop(inzage)["kruimels"], (_("Gegevens verbeteren"), reverse("rectificatie", args=[nummer]))],
        },
        status=422 if formulier.errors else 200,
    )


def _doe(request: HttpRequest, inzage: Inzage, zaak: Zaak, gegeven: Gegeven, formulier: Verbeteren) -> bool:
    """Whether it was done; else the form says what is wrong."""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    waarde = naar_opslag(gegeven.soort, formulier.cleaned_data["waarde"])
    try:
        aantal = gegeven_rectificeren(
            actor, inzage.zaak, zaak=zaak.uuid, naam=gegeven.naam, waarde=waarde, reden=formulier.cleaned_data["reden"]
        )
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return False
    messages.success(
        request,
        _("Dat is verbeterd. Vertel het ook aan wie dit gegeven van ons kreeg.") if aantal else _("Dat is verbeterd."),
    )
    return True


def _inzage(request: HttpRequest, nummer: str) -> Inzage:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel=DOEL)  # type: ignore[attr-defined]
    if inzage.zaak.proces.identificatie == RECTIFICATIE and "gegeven_rectificeren" in inzage.mag:
        return inzage
    raise BestaatNiet


def _zaken(inzage: Inzage) -> Any:
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    if partij is None:
        raise BestaatNiet
    return gevraagde_zaken(actor, inzage.zaak, partij)  # type: ignore[arg-type]


def _kop(inzage: Inzage) -> dict[str, Any]:
    nummer = inzage.zaak.nummer
    return {
        "zaak": inzage.beeld,
        "nummer": nummer,
        "kruimels": naar_zaak(nummer),
        "gevraagd": gevraagd(inzage),
    }


def _zaak(zaak: Zaak, nummer: str) -> dict[str, Any]:
    te_verbeteren = {gegeven.pk for gegeven in te_wijzigen(zaak.zaaktype)}
    return {
        "naam": zaak.soortnaam,
        "nummer": zaak.nummer,
        "slot": zaak.slot,
        "regels": [
            {
                "label": rij.gegeven.label,
                "waarde": in_woorden(rij.gegeven, rij.waarde),
                "ontvangers": rij.gegeven.ontvangers,
                "url": reverse("verbeteren", args=[nummer, zaak.nummer, rij.gegeven.naam]),
            }
            for rij in zaak.gegevenswaarden.all()
            if rij.actueel and rij.gegeven_id in te_verbeteren
        ],
    }

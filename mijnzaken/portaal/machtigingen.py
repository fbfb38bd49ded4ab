"""Machtigingen: offers that wait, for whom one may act, who may act for oneself, and choosing among them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from autorisatie import machtigen, sessie, vangnet
from autorisatie.actor import Burger
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import Weigering
from autorisatie.inloggen import binnenlaten
from autorisatie.models import Aard, Bron, EindeReden, Machtiging
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.tekst import vouw
from mijnzaken.portaal.sleutels import uuid_of_404
from mijnzaken.zaken.machtigingen import MET_NAMEN, wat

EERSTE = 5  # of a professional with thousands of clients the rest is a page of its own
BLADZIJDE = 25
AANBIEDINGEN = 20


class Zoekformulier(forms.Form):
    zoek = forms.CharField(label=gettext_lazy("Achternaam of naam van het bedrijf"), max_length=100, required=False)


# -- which rows --------------------------------------------------------------------------------------------------------


def aanbiedingen(actor: Burger) -> list[Machtiging]:
    """What others offer to who is here as himself; one query, and two for what it is about."""
    if actor.namens is not None:
        return []
    rijen = Machtiging.objects.voor(actor).filter(Machtiging.aan(actor.partij))
    rijen = rijen.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=klok.vandaag()), gever__overleden_op=None)
    return _met_namen(rijen.select_related("gever").order_by("-pk")[:AANBIEDINGEN])


def ontvangen(actor: Burger, *, zoek: str = "", na: str = "", hoeveel: int = BLADZIJDE) -> list[Machtiging]:
    """For whom one may act, by name, from the key ``na`` on; one row more than asked when there are more.

    By its own index (gemachtigde, name of the gever, id): as fast with 20,000 clients as with one.
    """
    rijen = Machtiging.objects.voor(actor).filter(
        Q(geldig_tot=None) | Q(geldig_tot__gte=klok.vandaag()),
        gemachtigde=actor.partij,
        beeindigd_op=None,
        aanvaard_op__isnull=False,
    )
    if zoek:
        rijen = rijen.filter(gever_zoeknaam__startswith=vouw(zoek))
    naam, _streep, pk = na.rpartition("~")
    if pk.isascii() and pk.isdigit() and len(pk) <= 18 and "\x00" not in naam:
        rijen = rijen.filter(
            Q(gever_zoeknaam__gt=naam) | Q(gever_zoeknaam=naam, pk__gt=int(pk)), gever_zoeknaam__gte=naam
        )
    rijen = rijen.select_related("gever", "gemachtigde")
    return _met_namen(rijen.order_by("gever_zoeknaam", "pk")[: hoeveel + 1])


def gegeven(actor: Burger, *, na: str = "") -> list[Machtiging]:
    """Who may act for oneself, and who was asked; newest first."""
    rijen = Machtiging.objects.voor(actor).filter(gever=actor.partij, beeindigd_op=None)
    if na.isascii() and na.isdigit() and len(na) <= 18:
        rijen = rijen.filter(pk__lt=int(na))
    rijen = rijen.select_related("gever", "gemachtigde")
    return _met_namen(rijen.order_by("-pk")[: BLADZIJDE + 1])


def _met_namen(gevonden: QuerySet[Machtiging]) -> list[Machtiging]:
    """The rows, each with what it is about: who may act for another sees the number of that other's zaak here before he
    chooses to, while the net shows him only his own."""
    rijen = list(gevonden)
    if not rijen:
        return []
    with vangnet.opzij("waarover een machtiging gaat weten beide partijen"):
        prefetch_related_objects(rijen, *MET_NAMEN)
    return rijen


def in_woorden(rijen: list[Machtiging], *, van_mij: bool = False) -> list[dict[str, Any]]:
    return [{"rij": m, "wat": wat(m), "geldt": m.geldt, "register": _volgens(m, van_mij=van_mij)} for m in rijen]


def _volgens(machtiging: Machtiging, *, van_mij: bool) -> str:
    """Which register says so, and in which quality; empty for what people agreed among themselves."""
    if machtiging.bron == Bron.MIJNZAKEN:
        return ""
    if machtiging.aard == Aard.HOOFDVESTIGING:
        zin = _("de hele onderneming, volgens %(bron)s") if van_mij else _("uw vestiging, volgens %(bron)s")
    else:
        zin = _("%(aard)s, volgens %(bron)s") if van_mij else _("u bent %(aard)s, volgens %(bron)s")
    return zin % {"aard": machtiging.get_aard_display(), "bron": machtiging.get_bron_display()}


# -- the pages ---------------------------------------------------------------------------------------------------------


@voor_burger
@require_safe
def machtigingen(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    voor_wie = ontvangen(actor, hoeveel=EERSTE)
    van_mij = gegeven(actor, na=request.GET.get("na", ""))
    return render(
        request,
        "portaal/machtigingen.html",
        {
            "aanbiedingen": in_woorden(aanbiedingen(actor)),
            "ontvangen": in_woorden(voor_wie[:EERSTE]),
            "meer_ontvangen": len(voor_wie) > EERSTE,
            "gegeven": in_woorden(van_mij[:BLADZIJDE], van_mij=True),
            "volgende": f"?na={van_mij[BLADZIJDE - 1].pk}" if len(van_mij) > BLADZIJDE else "",
            "eerste": "na" in request.GET,
        },
    )


@voor_burger
@require_safe
def kiezen(request: HttpRequest) -> HttpResponse:
    """Everyone for whom one may act, by name, a page at a time."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    formulier = Zoekformulier(request.GET)
    zoek = formulier.cleaned_data["zoek"] if formulier.is_valid() else ""
    rijen = ontvangen(actor, zoek=zoek, na=request.GET.get("na", ""))
    laatste = rijen[BLADZIJDE - 1] if len(rijen) > BLADZIJDE else None
    vraag = {"zoek": zoek, "na": f"{laatste.gever_zoeknaam}~{laatste.pk}"} if laatste else {}
    return render(
        request,
        "portaal/machtiging_kiezen.html",
        {
            "form": formulier,
            "zoek": zoek,
            "ontvangen": in_woorden(rijen[:BLADZIJDE]),
            "volgende": f"?{urlencode(vraag)}" if vraag else "",
            "eerste": "na" in request.GET,
        },
    )


@voor_burger
@require_POST
def aanvaarden(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _doe(
        request,
        machtigen.machtiging_aanvaarden,
        uuid,
        _("U hebt ja gezegd. U kunt nu kiezen voor wie u iets wilt doen."),
    )


@voor_burger
@require_POST
def weigeren(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _doe(request, machtigen.machtiging_weigeren, uuid, _("U hebt nee gezegd. Wij laten dat weten."))


@voor_burger
@require_POST
def beeindigen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _doe(request, machtigen.machtiging_beeindigen, uuid, _("De machtiging is meteen gestopt."))


def _doe(request: HttpRequest, handeling: Any, uuid: UUID, gelukt: str) -> HttpResponse:
    with meld_uitkomst(request, gelukt):
        handeling(request.actor, uuid)  # type: ignore[attr-defined]
    return redirect("mijn_machtigingen")


@voor_burger
@require_POST
def wissel(request: HttpRequest) -> HttpResponse:
    """Act for somebody else, or for oneself again; nothing of the one is left on the screen of the other."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    keuze = request.POST.get("machtiging", "")
    if not keuze and sessie.alleen_namens(request):
        binnenlaten.laat_uit(request)  # he logged in for this alone; his own zaken ask a log-in of his own
        return redirect("uitloggen")
    if not keuze:
        sessie.wissel(request, None)
        return redirect("mijn_machtigingen")
    try:
        machtiging = machtigen.machtiging_gebruiken(actor.zelf, uuid_of_404(keuze))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("mijn_machtigingen")
    sessie.wissel(request, machtiging)
    return redirect("overzicht")


@voor_burger
@require_safe
def gestopt(request: HttpRequest) -> HttpResponse:
    """What happened to who was acting for another; after this page he is himself."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    pk = request.session.pop(sessie.GESTOPT, None)
    machtiging = Machtiging.objects.voor(actor.zelf).select_related("gever").filter(pk=pk).first()
    if machtiging is None:
        return redirect("overzicht")
    reden = EindeReden(machtiging.einde_reden).label if machtiging.einde_reden else EindeReden.VERLOPEN.label
    return render(
        request, "portaal/machtiging_gestopt.html", {"gever": machtiging.gever.volledige_naam, "reden": reden}
    )

"""The other systems: which there are, what each may, its secret, and stopping it."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid, scopelijst
from autorisatie.actor import Medewerker
from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Applicatie, Autorisatie, Autorisatieregel, Component, Toegangsvoorstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.bladeren import blad
from backoffice.beheer.forms_applicatie import Geheimformulier, Nieuwformulier, Stopformulier
from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from mijnzaken.inrichting import applicaties as handelingen

WAAROVER = ("proces", "informatieobjecttype", "besluittype")
_GESCHIEDENIS = 20  # approved proposals on the page of one system
_RECHTEN = (
    "applicatie_aanmaken",
    "applicatie_wijzigen",
    "applicatie_geheim_vernieuwen",
    "applicatie_geheim_intrekken",
    "applicatie_stoppen",
)


def actor_van(request: HttpRequest) -> Medewerker:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    return actor


def mag(request: HttpRequest, namen: Iterable[str] = _RECHTEN) -> set[str]:
    return {naam for naam in namen if beleid.mag(actor_van(request), naam)}


def regels_in_woorden(regels: Iterable[Autorisatieregel]) -> list[dict[str, Any]]:
    """Lines by API: what, about which types, up to where. Lines that differ in their type only are one."""
    gevonden: dict[tuple[Any, ...], dict[str, Any]] = {}
    for regel in regels:
        sleutel = (regel.component, tuple(sorted(regel.scopes)), regel.max_vertrouwelijkheid)
        rij = gevonden.setdefault(
            sleutel,
            {
                "component": str(Component(regel.component).label),
                "wat": scopelijst.woorden(regel.component, regel.scopes),
                "waarover": [],
                "hoogste": str(Vertrouwelijkheid(regel.max_vertrouwelijkheid).label)
                if regel.max_vertrouwelijkheid
                else "",
                "pks": [],
            },
        )
        rij["waarover"] += [str(type_) for naam in WAAROVER if (type_ := getattr(regel, naam)) is not None]
        rij["pks"].append(regel.pk)
    return sorted(gevonden.values(), key=lambda rij: rij["component"])


@voor_medewerker("applicaties_inzien")
@require_safe
def applicaties(request: HttpRequest) -> HttpResponse:
    """Every system by name, and on top the proposals that wait for somebody."""
    voorstellen = Toegangsvoorstel.objects.voor(actor_van(request)).select_related("applicatie", "opgesteld_door")
    return render(
        request,
        "beheer/applicaties.html",
        {
            "blad": blad(request, Applicatie.objects.prefetch_related("autorisaties"), "label", "id"),
            "voorstellen": voorstellen.exclude(stand="goedgekeurd").order_by("opgesteld_op"),
            "mag": mag(request),
        },
    )


@voor_medewerker("applicatie_aanmaken")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    woorden = {
        "titel": _("Nieuwe applicatie"),
        "knop": _("Maken"),
        "uitleg": _(
            "U krijgt meteen een geheim en een voorstel. Het systeem mag pas iets als een ander dat goedkeurt."
        ),
    }
    if request.method != "POST":
        return _formulier(request, herstel(request, Nieuwformulier()), woorden)
    formulier = Nieuwformulier(request.POST)
    return _met_geheim(
        request,
        formulier,
        lambda: handelingen.applicatie_aanmaken(actor_van(request), **formulier.cleaned_data),
        woorden,
    )


@voor_medewerker("applicaties_inzien")
@require_safe
def applicatie(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One system: what it may now, its secret, its last use, what is proposed, and what was approved by whom."""
    regels = Autorisatie.objects.select_related(*WAAROVER)
    rij = get_object_or_404(
        Applicatie.objects.prefetch_related("clientnamen", "abonnementen__kanalen", Prefetch("autorisaties", regels)),
        uuid=uuid,
    )
    voorstellen = list(
        Toegangsvoorstel.objects.voor(actor_van(request))
        .filter(applicatie=rij)
        .select_related("opgesteld_door", "goedgekeurd_door")
        .order_by("-opgesteld_op")[: _GESCHIEDENIS + 1]
    )
    return render(
        request,
        "beheer/applicatie.html",
        {
            "applicatie": rij,
            "regels": regels_in_woorden(rij.autorisaties.all()),
            "grens": rij.verzoeken_per_minuut or settings.API_VERZOEKEN_PER_MINUUT,
            "open": next((v for v in voorstellen if v.stand != "goedgekeurd"), None),
            "geschiedenis": [v for v in voorstellen if v.stand == "goedgekeurd"],
            "mag": mag(request),
        },
    )


@voor_medewerker("applicatie_geheim_vernieuwen")
@require_http_methods(["GET", "HEAD", "POST"])
def geheim(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = get_object_or_404(Applicatie, uuid=uuid)
    woorden = {
        "titel": _("Nieuw geheim maken"),
        "knop": _("Maken en indienen"),
        "uitleg": _("U ziet het geheim één keer. Het geldt pas als een ander dit goedkeurt."),
        "applicatie": rij,
    }
    if request.method != "POST":
        return _formulier(request, herstel(request, Geheimformulier()), woorden)
    formulier = Geheimformulier(request.POST)
    return _met_geheim(
        request,
        formulier,
        lambda: handelingen.applicatie_geheim_vernieuwen(actor_van(request), rij, **formulier.cleaned_data),
        woorden,
    )


@voor_medewerker("applicatie_geheim_intrekken")
@require_POST
def oud_geheim(request: HttpRequest, uuid: UUID) -> HttpResponse:
    with meld_uitkomst(request, _("Het oude geheim geldt niet meer.")):
        handelingen.applicatie_geheim_intrekken(actor_van(request), uuid)
    return redirect("beheer_applicatie", uuid)


@voor_medewerker("applicatie_stoppen")
@require_http_methods(["GET", "HEAD", "POST"])
def stoppen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = get_object_or_404(Applicatie, uuid=uuid)
    woorden = {
        "titel": _("Applicatie stoppen"),
        "knop": _("Nu stoppen"),
        "uitleg": _("Het systeem mag meteen niets meer. Weer beginnen kan met een voorstel en een nieuw geheim."),
        "applicatie": rij,
        "gevaarlijk": True,
    }
    if request.method == "POST":
        formulier = Stopformulier(request.POST)
        if formulier.doe(lambda **velden: handelingen.applicatie_stoppen(actor_van(request), rij, **velden)):
            messages.success(request, _("%(naam)s is gestopt.") % {"naam": rij.label})
            return redirect("beheer_applicatie", uuid)
    else:
        formulier = herstel(request, Stopformulier())
    return _formulier(request, formulier, woorden)


def _formulier(request: HttpRequest, formulier: Any, woorden: dict[str, Any]) -> HttpResponse:
    status = 422 if formulier.errors else 200
    return render(request, "beheer/applicatie_doen.html", {"form": formulier, **woorden}, status=status)


def _met_geheim(
    request: HttpRequest,
    formulier: Any,
    doe: Callable[[], tuple[Toegangsvoorstel, str]],
    woorden: dict[str, Any],
) -> HttpResponse:
    """Carry it out and show the secret in this very answer: it is kept nowhere that could show it again."""
    if formulier.is_valid():
        try:
            voorstel, leesbaar = doe()
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            return render(request, "beheer/applicatie_geheim.html", {"voorstel": voorstel, "geheim": leesbaar})
    return _formulier(request, formulier, woorden)

"""A proposal of what another system may: write it, submit it, approve it, send it back, throw it away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import scopelijst
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Applicatie, Autorisatie, Component, Toegangsvoorstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.applicaties import WAAROVER, actor_van, mag, regels_in_woorden
from backoffice.beheer.forms_applicatie import (
    Algemeenformulier,
    Indienformulier,
    Rechtformulier,
    Terugstuurformulier,
)
from mijnzaken.inrichting import toegangsvoorstel as handelingen

_RECHTEN = (
    "applicatie_wijzigen",
    "applicatie_indienen",
    "applicatie_goedkeuren",
    "applicatie_terugsturen",
    "applicatie_weggooien",
)


def _haal(request: HttpRequest, uuid: UUID, *, om_te_schrijven: bool = False) -> Toegangsvoorstel:
    rijen = Toegangsvoorstel.objects.voor(actor_van(request)).filter(uuid=uuid)
    rij: Toegangsvoorstel | None = rijen.select_related("applicatie", "opgesteld_door").first()
    if rij is None or (om_te_schrijven and not _schrijft(request, rij)):
        raise BestaatNiet
    return rij


def _schrijft(request: HttpRequest, rij: Toegangsvoorstel) -> bool:
    """Is this the writer, and may it still be written?"""
    return rij.is_ontwerp and actor_van(request).gebruiker.is_dezelfde_als(rij.opgesteld_door)


@voor_medewerker("applicatie_wijzigen")
@require_POST
def beginnen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = get_object_or_404(Applicatie, uuid=uuid)
    try:
        voorstel = handelingen.voorstel_beginnen(actor_van(request), rij)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("beheer_applicatie", uuid)
    return redirect("beheer_toegangsvoorstel", voorstel.uuid)


@voor_medewerker("applicaties_inzien")
@require_safe
def voorstel(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All that the system would be allowed, beside what it may now."""
    rij = _haal(request, uuid)
    zelf = actor_van(request).gebruiker.is_dezelfde_als(rij.opgesteld_door)
    nu = regels_in_woorden(Autorisatie.objects.filter(applicatie=rij.applicatie).select_related(*WAAROVER))
    straks = regels_in_woorden(rij.regels.select_related(*WAAROVER))
    return render(
        request,
        "beheer/toegangsvoorstel.html",
        {
            "voorstel": rij,
            "applicatie": rij.applicatie,
            "regels": [{**regel, "nieuw": _kern(regel) not in map(_kern, nu)} for regel in straks],
            "vervalt": [regel for regel in nu if _kern(regel) not in map(_kern, straks)],
            "algemeen": _algemeen(rij),
            "apis": [(code, Component(code).label) for code in scopelijst.SCOPES],
            "schrijft": _schrijft(request, rij),
            "zelf": zelf,
            "mag": mag(request, _RECHTEN),
        },
    )


def _kern(regel: dict[str, Any]) -> tuple[Any, ...]:
    return regel["component"], regel["wat"], regel["waarover"], regel["hoogste"]


def _algemeen(rij: Toegangsvoorstel) -> list[dict[str, Any]]:
    """What is said of the system as a whole, and where that differs from now."""
    nu = rij.applicatie
    delen = [
        (_("Naam"), rij.label, nu.label),
        (_("Mag alles"), _ja_nee(rij.heeft_alle_autorisaties), _ja_nee(nu.heeft_alle_autorisaties)),
        (
            _("Alleen wat klaar is om te publiceren"),
            _ja_nee(rij.alleen_gereed_voor_publicatie),
            _ja_nee(nu.alleen_gereed_voor_publicatie),
        ),
        (_("Vanaf"), _netwerken(rij.netwerken), _netwerken(nu.netwerken)),
        (_("Verzoeken per minuut"), _aantal(rij.verzoeken_per_minuut), _aantal(nu.verzoeken_per_minuut)),
    ]
    nieuw = nu.versie == 0
    return [
        {"naam": naam, "straks": straks, "nu": nu_ if straks != nu_ and not nieuw else ""}
        for naam, straks, nu_ in delen
    ]


def _ja_nee(waarde: bool) -> str:
    return _("ja") if waarde else _("nee")


def _netwerken(netwerken: list[str]) -> str:
    return ", ".join(netwerken) or _("elk adres")


def _aantal(waarde: int | None) -> str:
    return str(waarde) if waarde else _("zoals elk systeem")


@voor_medewerker("applicatie_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def algemeen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _haal(request, uuid, om_te_schrijven=True)
    formulier = Algemeenformulier(request.POST) if request.method == "POST" else Algemeenformulier.van(rij)
    return _bewerk(
        request,
        rij,
        formulier,
        lambda **velden: handelingen.voorstel_algemeen(actor_van(request), rij, formulier.algemeen()),
        {"titel": _("Naam, adressen en grens"), "knop": _("Opslaan")},
        _("Opgeslagen in het voorstel."),
    )


@voor_medewerker("applicatie_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def recht(request: HttpRequest, uuid: UUID, component: str) -> HttpResponse:
    rij = _haal(request, uuid, om_te_schrijven=True)
    if component not in scopelijst.SCOPES:
        raise BestaatNiet
    formulier = Rechtformulier(component, request.POST if request.method == "POST" else None)
    return _bewerk(
        request,
        rij,
        formulier,
        lambda **velden: handelingen.voorstel_recht_geven(actor_van(request), rij, component=component, **velden),
        {
            "titel": _("Recht geven: %(api)s") % {"api": Component(component).label},
            "knop": _("Toevoegen"),
            "uitleg": _("Wat u kiest, komt in de plaats van wat er voor hetzelfde al stond."),
        },
        _("Toegevoegd aan het voorstel."),
    )


@voor_medewerker("applicatie_wijzigen")
@require_POST
def recht_weg(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One line as the page shows it: the same scopes for several types at once."""
    rij = _haal(request, uuid, om_te_schrijven=True)
    pks = [int(pk) for pk in request.POST.getlist("regel") if pk.isascii() and pk.isdigit() and len(pk) < 19]
    if not pks:
        raise BestaatNiet
    return _doe(
        request,
        rij,
        lambda: handelingen.voorstel_rechten_weghalen(actor_van(request), rij, pks),
        _("Weggehaald uit het voorstel."),
    )


@voor_medewerker("applicatie_indienen")
@require_http_methods(["GET", "HEAD", "POST"])
def indienen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _haal(request, uuid, om_te_schrijven=True)
    return _bewerk(
        request,
        rij,
        Indienformulier(request.POST) if request.method == "POST" else Indienformulier(initial={"reden": rij.reden}),
        lambda **velden: handelingen.applicatie_indienen(actor_van(request), rij, **velden),
        {
            "titel": _("Ter goedkeuring indienen"),
            "knop": _("Indienen"),
            "uitleg": _("Daarna verandert het voorstel niet meer, tot iemand het goedkeurt of terugstuurt."),
        },
        _("Het voorstel wacht nu op goedkeuring door een ander."),
    )


@voor_medewerker("applicatie_goedkeuren")
@require_POST
def goedkeuren(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _haal(request, uuid)
    return _doe(
        request,
        rij,
        lambda: handelingen.applicatie_goedkeuren(actor_van(request), rij),
        _("Goedgekeurd. %(naam)s mag dit vanaf nu.") % {"naam": rij.label},
    )


@voor_medewerker("applicatie_terugsturen")
@require_http_methods(["GET", "HEAD", "POST"])
def terugsturen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _haal(request, uuid)
    if not rij.wacht and request.method != "POST":
        raise BestaatNiet
    return _bewerk(
        request,
        rij,
        Terugstuurformulier(request.POST) if request.method == "POST" else Terugstuurformulier(),
        lambda **velden: handelingen.applicatie_terugsturen(actor_van(request), rij, **velden),
        {"titel": _("Voorstel terugsturen"), "knop": _("Terugsturen")},
        _("Het voorstel is terug bij wie het maakte."),
    )


@voor_medewerker("applicatie_weggooien")
@require_POST
def weggooien(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rij = _haal(request, uuid)
    try:
        blijft = handelingen.applicatie_weggooien(actor_van(request), rij)
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect("beheer_toegangsvoorstel", uuid)
    messages.success(request, _("Het voorstel is weggegooid."))
    return redirect("beheer_applicatie", blijft.uuid) if blijft else redirect("beheer_applicaties")


def _doe(request: HttpRequest, rij: Toegangsvoorstel, doe: Callable[[], object], melding: str) -> HttpResponse:
    with meld_uitkomst(request, melding):
        doe()
    return redirect("beheer_toegangsvoorstel", rij.uuid)


def _bewerk(
    request: HttpRequest,
    rij: Toegangsvoorstel,
    formulier: Any,
    doe: Callable[..., Any],
    woorden: dict[str, Any],
    klaar: str,
) -> HttpResponse:
    """Show the form of one act on the proposal, or carry it out."""
    if request.method == "POST":
        if formulier.doe(doe):
            messages.success(request, klaar)
            return redirect("beheer_toegangsvoorstel", rij.uuid)
    else:
        formulier = herstel(request, formulier)
    return render(
        request,
        "beheer/applicatie_doen.html",
        {"form": formulier, "voorstel": rij, "applicatie": rij.applicatie, **woorden},
        status=422 if formulier.errors else 200,
    )

"""No lost word: a form that was sent after the session ended is kept and given back, to the same person only.

It is never carried out by itself: after logging in again the person finds the page with what was typed, and sends it
once more. Files are not kept; their names are, so that the page can say which ones to choose again. What is kept is
encrypted, found by a keyed hash of the person, and gone after a day.

The same place refuses a form that was made for somebody else than who is logged in now (two tabs, two identities).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from autorisatie import sessie
from autorisatie.models import BewaardFormulier
from autorisatie.templatetags.formulier import VELD
from autorisatie.versleuteling import ontsleutel, versleutel
from catalogus import klok

BEWAARTIJD = timedelta(days=1)
MAXIMUM = 512 * 1024  # bytes of typed text that are kept
KLAAR = "te_herstellen"
_NOOIT = frozenset({VELD, "csrfmiddlewaretoken", "password", "wachtwoord"})
_VEILIG = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

Formulier = TypeVar("Formulier", bound=BaseForm)


@dataclass(frozen=True)
class Getypt:
    """What was typed, where it was sent (``actie``) and on which page it stood (``pagina``)."""

    pagina: str
    actie: str
    velden: QueryDict
    bestanden: list[str] = field(default_factory=list)
    machtiging: int | None = None


# -- keeping -----------------------------------------------------------------------------------------------------------


def bewaar(request: HttpRequest, wie: str, machtiging: int | None = None) -> str | None:
    """Keep what this request posted for the person of fingerprint ``wie``; the page it stood on, ``None`` if too large."""
    velden = request.POST.copy()
    for naam in _NOOIT & set(velden):
        del velden[naam]
    pagina = pagina_van(request)
    inhoud = json.dumps(
        {
            "wie": wie,
            "pagina": pagina,
            "actie": request.path,
            "velden": velden.urlencode(),
            "bestanden": [bestand.name for bestanden in request.FILES.lists() for bestand in bestanden[1]],
            "machtiging": machtiging,
        }
    )
    if len(inhoud) > MAXIMUM:
        return None
    BewaardFormulier.objects.create(
        persoon=wie.split(".")[0], inhoud=versleutel(inhoud), verloopt_op=klok.nu() + BEWAARTIJD
    )
    return pagina


def pagina_van(request: HttpRequest) -> str:
    """The page on which the posted form stood: the referring page of ours, else the address it was posted to."""
    vandaan = urlsplit(request.headers.get("Referer", ""))
    if vandaan.netloc == request.get_host() and vandaan.path.startswith("/") and not vandaan.path.startswith("//"):
        return vandaan.path + (f"?{vandaan.query}" if vandaan.query else "")
    return request.path


def ruim_op() -> int:
    """Destroy what is older than a day; the number of forms."""
    return BewaardFormulier.objects.filter(verloopt_op__lte=klok.nu()).delete()[0]


# -- giving back -------------------------------------------------------------------------------------------------------


def _van(wie: str) -> list[Getypt]:
    """What is kept for this person, newest first. The content names its owner too, so a swapped row opens for nobody."""
    persoon = wie.split(".")[0]
    rijen = BewaardFormulier.objects.filter(persoon=persoon, verloopt_op__gt=klok.nu()).order_by("-verloopt_op")[:20]
    gevonden = []
    for rij in rijen:
        inhoud = json.loads(ontsleutel(rij.inhoud))
        if inhoud.pop("wie").split(".")[0] == persoon:
            inhoud["velden"] = QueryDict(inhoud["velden"])
            gevonden.append(Getypt(**inhoud))
    return gevonden


def na_inloggen(request: HttpRequest) -> Getypt | None:
    """Called once after log-in: remember whether something waits for this person, and give the newest of it."""
    gevonden = _van(sessie.wie(request))
    if gevonden:
        request.session[KLAAR] = True
    return gevonden[0] if gevonden else None


def getypt(request: HttpRequest, actie: str = "") -> Getypt | None:
    """What this person typed on this page (or sent to ``actie``) before the session ended."""
    if request.method not in _VEILIG or not request.session.get(KLAAR):
        return None
    rol = request.session.get(sessie.BURGER, {}).get("machtiging")
    for gevonden in _van(sessie.wie(request)):
        hier = request.path in (urlsplit(gevonden.pagina).path, gevonden.actie)
        if gevonden.machtiging == rol and (gevonden.actie == actie if actie else hier):
            return gevonden
    return None


def formulierdata(request: HttpRequest, actie: str = "") -> QueryDict:
    """The fields that were typed, empty when there is nothing to give back."""
    gevonden = getypt(request, actie)
    return gevonden.velden if gevonden else QueryDict()


def herstel(request: HttpRequest, formulier: Formulier, actie: str = "") -> Formulier:
    """The same unbound form with what was typed as its initial values; unchanged when there is nothing to give back."""
    velden = formulierdata(request, actie)
    if velden and not formulier.is_bound:
        for naam, veld in formulier.fields.items():
            sleutel = formulier.add_prefix(naam)
            if not veld.widget.value_omitted_from_data(velden, {}, sleutel):  # type: ignore[arg-type]
                formulier.initial[naam] = veld.widget.value_from_datadict(velden, {}, sleutel)  # type: ignore[arg-type]
    return formulier


def _verstuurd(request: HttpRequest) -> None:
    """The person sends this form again: what was kept of it has done its work."""
    persoon = sessie.wie(request).split(".")[0]
    for rij in BewaardFormulier.objects.filter(persoon=persoon):
        if json.loads(ontsleutel(rij.inhoud))["actie"] == request.path:
            rij.delete()
    if not BewaardFormulier.objects.filter(persoon=persoon).exists():
        del request.session[KLAAR]


# -- at the gate -------------------------------------------------------------------------------------------------------


def naar_inloggen(request: HttpRequest, soort: str, pagina: str) -> HttpResponse:
    """Send to log-in and from there back to ``pagina``, in the way that the caller understands: page, htmx or script."""
    naam = "inloggen_medewerker" if soort == "medewerker" else "inloggen"
    adres = f"{reverse(naam)}?{urlencode({'next': pagina})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"inloggen": adres}, status=401)
    return HttpResponseRedirect(adres)


def weiger_ander(request: HttpRequest, status: int = 409) -> HttpResponse:
    """The form was made for somebody else than who is logged in now."""
    return render(request, "openbaar/inloggen_ander.html", {"pagina": pagina_van(request)}, status=status)


def gemaakt_voor(request: HttpRequest) -> str:
    """The fingerprint that the form (or the script) says it was made for; empty when it does not say."""
    return request.headers.get("X-Wie") or request.POST.get(VELD, "")


class FormulierMiddleware:
    """After CSRF, before the markers: keeps what comes too late, refuses what was made for somebody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.method in _VEILIG or getattr(view, "csrf_exempt", False):
            return None
        nu, voor = sessie.wie(request), gemaakt_voor(request)
        was = sessie.verlopen(request)
        if not nu and was and voor == was["wie"] and getattr(view, "toegang", ("openbaar",))[0] != "openbaar":
            pagina = bewaar(request, was["wie"], was["machtiging"])
            return naar_inloggen(request, was["soort"], pagina or pagina_van(request))
        if voor and voor != nu and nu:
            return weiger_ander(request)
        if nu and request.session.get(KLAAR):
            _verstuurd(request)
        return None

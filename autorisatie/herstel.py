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
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from autorisatie import sessie
from autorisatie.inloggen.doorsturen import naar_inloggen, pagina_van
from autorisatie.models import BewaardFormulier
from autorisatie.templatetags.formulier import VELD
from autorisatie.versleuteling import ontsleutel, versleutel
from catalogus import klok

BEWAARTIJD = timedelta(days=1)
MAXIMUM = 512 * 1024  # bytes of typed text that are kept
AANTAL = 10  # forms per person
KLAAR = "te_herstellen"
_NOOIT = frozenset({VELD, "csrfmiddlewaretoken", "password", "wachtwoord"})
VEILIG = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

Formulier = TypeVar("Formulier", bound=BaseForm)


@dataclass(frozen=True)
class Getypt:
    """What was typed, where it was sent (``actie``) and on which page it stood (``pagina``)."""

    wie: str
    pagina: str
    actie: str
    velden: QueryDict
    bestanden: list[str] = field(default_factory=list)
    machtiging: int | None = None

    @property
    def gegevens(self) -> dict[str, object]:
        """For the script that fills forms which the server did not fill itself."""
        return {"actie": self.actie, "velden": dict(self.velden.lists())}


# -- keeping -----------------------------------------------------------------------------------------------------------


def bewaar(request: HttpRequest, wie: str, actie: str = "") -> bool:
    """Keep what this request posted for the person of fingerprint ``wie``; not when it is nothing, or too large.

    ``actie``: where the form would have been sent, when that is not the address of this request.
    """
    was = sessie.verlopen(request)
    velden = request.POST.copy()
    for naam in _NOOIT & set(velden):
        del velden[naam]
    if not velden and not request.FILES:
        return False
    inhoud = json.dumps(
        {
            "wie": wie,
            "pagina": pagina_van(request),
            "actie": actie or request.path,
            "velden": velden.urlencode(),
            "bestanden": [bestand.name for bestanden in request.FILES.lists() for bestand in bestanden[1]],
            "machtiging": was["machtiging"] if was and was["wie"] == wie else None,
        }
    )
    if len(inhoud) > MAXIMUM:
        return False
    persoon = wie.split(".")[0]
    BewaardFormulier.objects.create(persoon=persoon, inhoud=versleutel(inhoud), verloopt_op=klok.nu() + BEWAARTIJD)
    oudere = BewaardFormulier.objects.filter(persoon=persoon).order_by("-verloopt_op", "-pk")[AANTAL:]
    BewaardFormulier.objects.filter(pk__in=[rij.pk for rij in oudere]).delete()
    return True


def ruim_op() -> int:
    """Destroy what is older than a day; the number of forms."""
    return BewaardFormulier.objects.filter(verloopt_op__lte=klok.nu()).delete()[0]


# -- giving back -------------------------------------------------------------------------------------------------------


def _van(wie: str) -> list[Getypt]:
    """What is kept for this person, newest first. The content names its owner too: a swapped row opens for nobody."""
    persoon = wie.split(".")[0]
    rijen = BewaardFormulier.objects.filter(persoon=persoon, verloopt_op__gt=klok.nu()).order_by("-verloopt_op", "-pk")
    gevonden = []
    for rij in rijen:
        inhoud = json.loads(ontsleutel(bytes(rij.inhoud)))
        if inhoud["wie"].split(".")[0] == persoon:
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
    """What this person, in this role, typed on this page (or sent to ``actie``) before the session ended."""
    if request.method not in VEILIG or not request.session.get(KLAAR):
        return None
    wie = sessie.wie(request)
    for gevonden in _van(wie):
        hier = request.path in (urlsplit(gevonden.pagina).path, gevonden.actie)
        if gevonden.wie == wie and (gevonden.actie == actie if actie else hier):
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


def _vergeet(request: HttpRequest) -> None:
    """The person sent this form again: what was kept of it has done its work."""
    rijen = BewaardFormulier.objects.filter(persoon=sessie.wie(request).split(".")[0])
    klaar = [rij.pk for rij in rijen if json.loads(ontsleutel(bytes(rij.inhoud)))["actie"] == request.path]
    BewaardFormulier.objects.filter(pk__in=klaar).delete()
    if len(klaar) == len(rijen):
        request.session.pop(KLAAR, None)


# -- at the gate -------------------------------------------------------------------------------------------------------


def weiger_ander(request: HttpRequest) -> HttpResponse:
    """The form was made for somebody else than who is logged in now: kept for whom it was made, and refused."""
    voor = gemaakt_voor(request)
    context = {
        "pagina": pagina_van(request),
        "bewaard": bool(voor) and bewaar(request, voor),
        "gestopt": bool(request.session.get(sessie.GESTOPT)),
    }
    return render(request, "openbaar/inloggen_ander.html", context, status=409)


def gemaakt_voor(request: HttpRequest) -> str:
    """The fingerprint that the form (or the script) was made for; empty when it does not say, or says a made-up one."""
    voor = request.headers.get("X-Wie") or request.POST.get(VELD, "")
    return voor if voor and sessie.is_echt(voor) else ""


def te_laat(request: HttpRequest, *, gesloten: bool) -> HttpResponse | None:
    """The form of somebody who is not logged in any more is kept, and he is sent to log in. ``None``: no such form.

    ``gesloten``: the view is not open to everyone, so a form that does not say for whom it was made is taken for one of
    who was logged in here.
    """
    was, voor = sessie.verlopen(request), gemaakt_voor(request)
    if not voor and was and gesloten:
        voor = was["wie"]
    if not voor:
        return None
    bewaar(request, voor)
    return naar_inloggen(request, sessie.soort_van(voor))


def verouderd(request: HttpRequest) -> HttpResponse | None:
    """A form of our own page whose CSRF token is that of before a log-in: nothing typed gets lost.

    Only when the browser itself says that the form came from our origin; ``None`` for everything else.
    """
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return None
    nu, voor = sessie.wie(request), gemaakt_voor(request)
    if not voor:
        return None
    if not nu:
        return te_laat(request, gesloten=True)
    if voor != nu:
        return weiger_ander(request)
    bewaar(request, nu)
    request.session[KLAAR] = True
    return HttpResponseRedirect(pagina_van(request))


class FormulierMiddleware:
    """After CSRF, before the markers: keeps what comes too late, refuses what was made for somebody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if getattr(request, "opnieuw_verstuurd", False) and antwoord.status_code < 500:
            _vergeet(request)
        return antwoord

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.method in VEILIG or getattr(view, "csrf_exempt", False) or getattr(view, "van_iedereen", False):
            return None
        nu, voor = sessie.wie(request), gemaakt_voor(request)
        if not nu:
            return te_laat(request, gesloten=getattr(view, "toegang", ("",))[0] != "openbaar")
        if voor and voor != nu:
            return weiger_ander(request)
        # Forgotten when the answer is there: what fails on our side does not cost the person his words.
        request.opnieuw_verstuurd = bool(request.session.get(KLAAR))  # type: ignore[attr-defined]
        return None

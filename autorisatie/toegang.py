"""Every view carries one marker that says for whom it is. A view without one does not answer.

``@openbaar`` everyone · ``@voor_burger`` who logged in as a resident · ``@voor_medewerker("recht")`` staff whose
matrix holds that right · ``@voor_applicatie`` another system. What is not for an actor does not exist for him: 404, or
the log-in page for who has not logged in.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from autorisatie import beleid, sessie, spoor
from autorisatie.actor import Actor, Anoniem, Burger, Medewerker
from autorisatie.fouten import BestaatNiet
from autorisatie.inloggen.doorsturen import naar_inloggen
from autorisatie.models import Machtiging, Partij
from autorisatie.vangnet import onder_vangnet
from autorisatie.versleuteling import zoekwaarde

View = Callable[..., HttpResponseBase]
SESSIESLEUTEL = "burger"


def _merk(soort: str, recht: str = "") -> Callable[[View], View]:
    def zet(view: View) -> View:
        view.toegang = (soort, recht)  # type: ignore[attr-defined]
        return view

    return zet


openbaar = _merk("openbaar")
voor_burger = _merk("burger")
voor_applicatie = _merk("applicatie")


def voor_medewerker(recht: str) -> Callable[[View], View]:
    """Staff whose matrix holds ``recht`` (a handeling or a desk, such as ``werkvoorraad``)."""
    return _merk("medewerker", recht)


def bezoeker(request: HttpRequest) -> Anoniem:
    sleutel = request.session.session_key
    return Anoniem(zoekwaarde(sleutel, soort="sessie") if sleutel else "")


def actor_van(request: HttpRequest) -> Actor:
    """Who this session belongs to. A machtiging that ended makes the session that of the person himself again; who
    died has none."""
    if request.user.is_authenticated:
        return Medewerker(request.user)  # type: ignore[arg-type]
    gegevens = request.session.get(SESSIESLEUTEL)
    if not gegevens:
        return bezoeker(request)
    partijen = Partij.objects.systeem("de actor van een sessie").in_bulk(
        [pk for pk in (gegevens["partij"], gegevens.get("namens")) if pk]
    )
    partij = partijen.get(gegevens["partij"])
    if partij is None or not partij.doet_mee:
        return bezoeker(request)
    namens, machtiging = None, None
    if gegevens.get("machtiging"):
        machtiging = (
            Machtiging.objects.systeem("de actor van een sessie")
            .filter(Machtiging.geldend(), pk=gegevens["machtiging"], gemachtigde=partij, gever=gegevens["namens"])
            .first()
        )
        namens = partijen.get(gegevens["namens"]) if machtiging else None
        if namens is None:
            sessie.neem_terug(request)
            request.machtiging_beeindigd = True  # type: ignore[attr-defined]
            if not request.session.get(SESSIESLEUTEL):
                return bezoeker(request)
    return Burger(partij, gegevens["middel"], gegevens["betrouwbaarheid"], namens, machtiging)


class ActorMiddleware:
    """Sets ``request.actor`` and the trace of this request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        koppen = request.headers
        vanwaar = request.META.get("REMOTE_ADDR", "")
        with spoor.spoor(koppen.get("traceparent", ""), vanwaar, koppen.get("tracestate", "")) as lopend:
            request.actor = actor_van(request)  # type: ignore[attr-defined]
            antwoord = self.get_response(request)
            antwoord.headers["traceparent"] = lopend.traceparent
            if not isinstance(request.actor, Anoniem):  # type: ignore[attr-defined]
                antwoord.headers["Cache-Control"] = "no-store, private"
            return antwoord


class ToegangMiddleware:
    """Holds every view to its marker, before it runs; what a resident reads runs within the net (``vangnet``)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        merk = getattr(view, "toegang", None)
        if merk is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{getattr(view, '__name__', view)} zegt niet voor wie hij is."
            )
        soort, recht = merk
        actor: Actor = request.actor  # type: ignore[attr-defined]
        match soort:
            case "applicatie":
                return None
            case "openbaar":
                return onder_vangnet(view)(request, *args, **kwargs) if isinstance(actor, Burger) else None
            case "burger":
                if isinstance(actor, Burger):
                    return onder_vangnet(view)(request, *args, **kwargs)
                if isinstance(actor, Medewerker):
                    raise BestaatNiet
                return naar_inloggen(request, "burger")
            case "medewerker":
                if isinstance(actor, Medewerker) and beleid.mag(actor, recht):
                    return None
                if isinstance(actor, Anoniem):
                    return naar_inloggen(request, "medewerker")
        raise BestaatNiet

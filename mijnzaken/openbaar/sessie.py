"""How long the session still lasts, and a click that makes it longer."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from autorisatie import herstel, sessie
from autorisatie.inloggen.doorsturen import pagina_van, veilig_pad
from autorisatie.toegang import openbaar


@openbaar
@sessie.peiling
@require_safe
@never_cache
def over(request: HttpRequest) -> JsonResponse:
    """Seconds until the session ends: 0 when it did. Asking is no activity."""
    return JsonResponse({"seconden": sessie.seconden_over(request)})


@openbaar
@sessie.van_iedereen
@require_POST
@never_cache
def verlengen(request: HttpRequest) -> HttpResponse:
    """The person is still there: this request was activity, and says what that gave."""
    seconden = sessie.seconden_over(request)
    if "application/json" in request.headers.get("Accept", "") or request.headers.get("HX-Request") == "true":
        return JsonResponse({"seconden": seconden}, status=200 if seconden else 401)
    return HttpResponseRedirect(pagina_van(request))


@openbaar
@sessie.peiling
@sessie.van_iedereen
@require_POST
@never_cache
def bewaren(request: HttpRequest) -> HttpResponse:
    """What stands in an open form when the session ends, sent by the page itself; ``X-Actie``: where the form goes.

    Only for whom the form was made, and only when he is not logged in any more.
    """
    voor = herstel.gemaakt_voor(request)
    if voor and voor != sessie.wie(request):
        herstel.bewaar(request, voor, veilig_pad(request.headers.get("X-Actie")) or pagina_van(request))
    return HttpResponse(status=204)


@openbaar
def formulier_verouderd(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: what was typed in a page of our own is given back, everything else is refused."""
    antwoord = herstel.verouderd(request)
    return antwoord if antwoord is not None else render(request, "403_csrf.html", status=403)

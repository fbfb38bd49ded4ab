"""Where a log-in begins and where it leads: only ever to an address of our own."""

from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from autorisatie.sessie import is_peiling


def veilig_pad(pad: str | None) -> str:
    """``pad`` when it is a path of ours, such as ``/mijn/?x=1``; otherwise the empty string.

    A host, a scheme, ``//elsewhere``, a backslash and a control character all make it empty, and so do the log-in and
    log-out pages, which would lead in circles.
    """
    if not pad or not pad.startswith("/") or len(pad) > 2000:
        return ""
    if not url_has_allowed_host_and_scheme(pad, allowed_hosts=None) or not pad.isprintable():
        return ""
    return "" if pad.startswith(("/inloggen/", "/uitloggen/", "/sessie/")) else pad


def pagina_van(request: HttpRequest) -> str:
    """The page on which the person was: for a posted form the page of ours that it stood on, if the browser says so."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    vandaan = urlsplit(request.headers.get("Referer", ""))
    if vandaan.netloc == request.get_host():
        return veilig_pad(vandaan.path + (f"?{vandaan.query}" if vandaan.query else "")) or request.path
    return request.path


def naar_inloggen(request: HttpRequest, soort: str) -> HttpResponse:
    """To the log-in page of a kind, and from there back; in the way that the caller understands: page, htmx or script.

    What a page asks by itself (polling) is told so with 401 and no more: the page stays, with what was typed in it.
    """
    naam = "inloggen_medewerker" if soort == "medewerker" else "inloggen"
    adres = f"{reverse(naam)}?{urlencode({'next': pagina_van(request)})}"
    if is_peiling(request) or "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"inloggen": adres}, status=401)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return HttpResponseRedirect(adres)

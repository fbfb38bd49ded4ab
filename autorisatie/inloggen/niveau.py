"""Levels of assurance: asked at every entry, not only at log-in (recht.md)."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from autorisatie.actor import Burger
from autorisatie.inloggen.doorsturen import pagina_van


def hoger_nodig(request: HttpRequest, niveau: int) -> HttpResponseRedirect | None:
    """Where a resident logs in more strongly for what asks ``niveau`` (0 to 4); ``None`` when he already did."""
    actor = request.actor  # type: ignore[attr-defined]
    if not niveau or (isinstance(actor, Burger) and actor.betrouwbaarheid >= niveau):
        return None
    return HttpResponseRedirect(f"{reverse('inloggen')}?{urlencode({'next': pagina_van(request), 'niveau': niveau})}")

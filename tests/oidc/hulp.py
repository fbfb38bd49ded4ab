"""A browser of ours that minds CSRF and reads forms back, and a clock that is moved on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.test import Client
from django.utils.module_loading import import_string

from autorisatie import sessie
from autorisatie.models import Gebruiker, Partij
from catalogus import klok


@contextmanager
def later(minuten: float) -> Iterator[None]:
    """The clock, so many minutes from now."""
    with klok.op_moment(klok.nu() + timedelta(minutes=minuten)):
        yield


def als(client: Client, wie: Gebruiker | Partij, *, betrouwbaarheid: int = 3, middel: str = "digid") -> Client:
    """Log this client in, in the way of the program itself."""
    request = HttpRequest()
    request.META.update({"SERVER_NAME": "testserver", "SERVER_PORT": "80"})
    winkel = import_string("django.contrib.sessions.backends.db.SessionStore")
    request.session = winkel(client.cookies["sessionid"].value if "sessionid" in client.cookies else None)
    if isinstance(wie, Gebruiker):
        sessie.begin_medewerker(request, gebruiker=wie, acr="https://refeds.org/profile/mfa")
    else:
        sessie.begin_burger(request, partij=wie, middel=middel, betrouwbaarheid=betrouwbaarheid)
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key
    return client


def velden(inhoud: bytes) -> dict[str, str]:
    """The hidden fields of the first form in the content of a page."""
    hoofd = inhoud.decode().split('id="inhoud"')[-1]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', hoofd))


def open_formulier(client: Client, pad: str) -> dict[str, str]:
    """What a form on this page carries along; somebody can now type in it."""
    antwoord: Any = client.get(pad)
    assert antwoord.status_code == 200, antwoord.status_code
    return velden(antwoord.content)

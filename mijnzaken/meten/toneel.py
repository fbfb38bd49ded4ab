"""Who looks, in the measurement: browsers that are logged in as somebody that ``schaal`` made."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from autorisatie import sessie
from autorisatie.actor import Burger, Medewerker
from autorisatie.models import Machtiging, Partij
from mijnzaken.meten import inwoners
from mijnzaken.meten.inwoners import CLIENT, REDEN, Bekende
from mijnzaken.meten.medewerkers import medewerker


class Toneel:
    """Makes the browsers; ``ruim_op`` ends their sessions."""

    def __init__(self) -> None:
        self._sessies: list[str] = []

    def inwoner(self, wie: Bekende) -> Client:
        return self._browser(lambda r: self._begin(r, inwoners.partij(wie)))

    def namens(self, wie: Bekende) -> Client:
        """Somebody who acts for the client."""

        def begin(request: HttpRequest) -> None:
            self._begin(request, inwoners.partij(wie))
            sessie.wissel(request, machtiging_van(wie))

        return self._browser(begin)

    def medewerker(self, naam: str, **bij_sessie: Any) -> Client:
        def begin(request: HttpRequest) -> None:
            sessie.begin_medewerker(request, gebruiker=medewerker(naam), acr="https://refeds.org/profile/mfa")
            request.session.update(bij_sessie)

        return self._browser(begin)

    def ruim_op(self) -> None:
        for sleutel in self._sessies:
            SessionStore(sleutel).delete()

    def _begin(self, request: HttpRequest, partij: Partij) -> None:
        middel = "eherkenning" if partij.is_organisatie else "digid"
        sessie.begin_burger(request, partij=partij, middel=middel, betrouwbaarheid=3)

    def _browser(self, begin: Callable[[HttpRequest], object]) -> Client:
        """Logged in in the way of the program itself, with the session that it makes."""
        naam = settings.ALLOWED_HOSTS[0]
        request = HttpRequest()
        request.META.update({"SERVER_NAME": naam, "SERVER_PORT": "443"})
        request.session = SessionStore()
        begin(request)
        request.session.save()
        self._sessies.append(str(request.session.session_key))
        browser = Client(SERVER_NAME=naam)
        browser.defaults["wsgi.url_scheme"] = "https"
        browser.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
        return browser


def machtiging_van(wie: Bekende) -> Machtiging:
    gevonden: Machtiging = Machtiging.objects.systeem(REDEN).get(
        gever=inwoners.partij(CLIENT), gemachtigde=inwoners.partij(wie), beeindigd_op=None
    )
    return gevonden


def burger(wie: Bekende) -> Burger:
    return Burger(inwoners.partij(wie))


def gemachtigde(wie: Bekende) -> Burger:
    return Burger(inwoners.partij(wie), namens=inwoners.partij(CLIENT), machtiging=machtiging_van(wie))


def staf(naam: str) -> Medewerker:
    return Medewerker(medewerker(naam), doel="meten")

"""The gate before every screen of the portal, for who acts for another: what is the person's own is not there for him,
who may only see sends nothing, and who was stopped reads so before anything else."""

import functools

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from autorisatie import sessie
from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import VEILIG
from autorisatie.toegang import View


def gewoon(view: View) -> View:
    """Both may look; who may only see sends nothing here."""
    return _hek(view)


def handelen(view: View) -> View:
    """A page that is there to send something: for who may act."""
    return _hek(view, alleen_handelen=True)


def persoonlijk(view: View) -> View:
    """Data of the person himself: for him, and for who represents him by law."""
    return _hek(view, persoonlijk=True)


def zelf(view: View) -> View:
    """Only for who is here as himself: his choices, his machtigingen, how he is reached."""
    return _hek(view, zelf=True)


def _hek(view: View, *, alleen_handelen: bool = False, persoonlijk: bool = False, zelf: bool = False) -> View:
    @functools.wraps(view)
    def bewaakt(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        actor: Burger = request.actor  # type: ignore[attr-defined]
        if request.session.get(sessie.GESTOPT):
            return redirect("machtiging_gestopt")
        if actor.namens is not None and (zelf or (persoonlijk and not actor.ziet_persoonlijks)):
            raise BestaatNiet
        if not actor.mag_handelen and (alleen_handelen or request.method not in VEILIG):
            return render(request, "portaal/alleen_meekijken.html", status=403)
        return view(request, *args, **kwargs)  # type: ignore[return-value]

    return bewaakt

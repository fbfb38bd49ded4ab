"""Sessions: one session has one kind, ends after 15 minutes without activity, and knows whose forms it may send.

A resident's log-in is ``request.session["burger"]``, that of staff is Django's own; beside either stands ``"sessie"``:
``middel`` (digid, eherkenning, eidas, medewerker, demo), ``acr``, ``ingelogd_op`` and ``laatst_actief`` (seconds
since the epoch), and ``id_token`` when the provider wants it back at log-out.

A log-in that ran out is taken out of the row at the first request that meets it; what stays, for a day, is
``"verlopen"``: keyed hashes of who it was. With them a form that arrives too late is kept for that person
(``autorisatie.herstel``). The row was chosen above a cookie of its own: it ends with an explicit log-out and leaves
nothing in the browser but the random key that it already had.

Source: DigiD and eHerkenning, at most 15 minutes without activity, ended on the server (recht.md).
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.utils.crypto import constant_time_compare

from autorisatie.models import Gebruiker, Machtiging, Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok

DUUR = settings.SESSIE_MINUTEN * 60  # seconds without activity
HOOGSTENS = 12 * 60 * 60  # seconds, however active
_ZUINIG = 20  # seconds: activity within this of the last one is not written again, so a session ends at most this early

BURGER = "burger"
STAND = "sessie"
VERLOPEN = "verlopen"
GESTOPT = "machtiging_gestopt"  # the machtiging that ended while somebody acted under it, until he read so
BACKEND = "autorisatie.inloggen.medewerkers.Medewerkers"

View = Callable[..., HttpResponse]


def peiling(view: View) -> View:
    """Mark a view that a page asks by itself, such as a count that refreshes: it is no activity of a person."""
    view.peiling = True  # type: ignore[attr-defined]
    return view


def van_iedereen(view: View) -> View:
    """Mark a view whose form anybody may send whoever it was made for, such as log-out in a forgotten tab."""
    view.van_iedereen = True  # type: ignore[attr-defined]
    return view


def is_peiling(request: HttpRequest, view: View | None = None) -> bool:
    return request.headers.get("X-Peiling") == "1" or bool(getattr(view, "peiling", False))


# -- begin and end -----------------------------------------------------------------------------------------------------


def begin_burger(
    request: HttpRequest,
    *,
    partij: Partij,
    middel: str,
    betrouwbaarheid: int,
    acr: str = "",
    id_token: str = "",
    machtiging: Machtiging | None = None,
) -> None:
    """Log a resident in: a new session with a new key, whatever was there before is gone.

    With a ``machtiging`` that the provider stated the session is for acting under it, and for nothing else.
    """
    auth.logout(request)
    request.session[BURGER] = {
        "partij": partij.pk,
        "middel": middel,
        "betrouwbaarheid": betrouwbaarheid,
        "namens": machtiging.gever_id if machtiging else None,
        "machtiging": machtiging.pk if machtiging else None,
    }
    if machtiging is not None:
        request.session[BURGER]["alleen_namens"] = True
    _begin(request, middel, acr, id_token)


def begin_medewerker(
    request: HttpRequest, *, gebruiker: Gebruiker, middel: str = "medewerker", acr: str = "", id_token: str = ""
) -> None:
    """Log staff in: a new session with a new key, whatever was there before is gone."""
    auth.logout(request)
    auth.login(request, gebruiker, backend=BACKEND)
    _begin(request, middel, acr, id_token)


def _begin(request: HttpRequest, middel: str, acr: str, id_token: str) -> None:
    nu = klok.nu().timestamp()
    request.session[STAND] = {"middel": middel, "acr": acr, "ingelogd_op": nu, "laatst_actief": nu}
    if id_token:
        request.session[STAND]["id_token"] = id_token
    rotate_token(request)  # a form from before this log-in no longer fits


def eindig(request: HttpRequest) -> None:
    """Log out: the row is deleted, so nothing is left to come back to."""
    auth.logout(request)


def wissel(request: HttpRequest, machtiging: Machtiging | None) -> None:
    """Act for the gever of a machtiging, or as oneself again. Forms that are open in another role no longer fit."""
    gegevens = request.session[BURGER]
    request.session.pop(GESTOPT, None)
    gegevens["machtiging"] = machtiging.pk if machtiging else None
    gegevens["namens"] = machtiging.gever_id if machtiging else None
    request.session.modified = True
    rotate_token(request)


def alleen_namens(request: HttpRequest) -> bool:
    """Is this session for acting for another only, because the provider stated no more?"""
    return bool(request.session.get(BURGER, {}).get("alleen_namens"))


def neem_terug(request: HttpRequest) -> None:
    """The machtiging under which somebody acts ended: he is himself again, or nobody when he logged in for it only."""
    gegevens = request.session[BURGER]
    if gegevens.get("alleen_namens"):
        request.session.flush()
        return
    request.session[GESTOPT] = gegevens["machtiging"]
    gegevens["machtiging"] = gegevens["namens"] = None
    request.session.modified = True


# -- who and how long --------------------------------------------------------------------------------------------------


def soort(session: SessionBase) -> str:
    """``burger``, ``medewerker`` or the empty string."""
    if BURGER in session:
        return "burger"
    return "medewerker" if SESSION_KEY in session else ""


def persoonsleutel(soort_: str, pk: int | str) -> str:
    """Keyed hash of one person: 32 hex digits, the same in every session of that person."""
    return zoekwaarde(f"{soort_}:{pk}", soort="persoon")[:32]


def _wie(session: SessionBase) -> str:
    match soort(session):
        case "burger":
            partij, namens = session[BURGER]["partij"], session[BURGER].get("namens")
            return _vingerafdruk("burger", partij, str(namens or ""))
        case "medewerker":
            return _vingerafdruk("medewerker", session[SESSION_KEY], "")
    return ""


def _vingerafdruk(soort_: str, pk: int | str, namens: str) -> str:
    wie_ = f"{soort_[0]}{persoonsleutel(soort_, pk)}.{zoekwaarde(f'{soort_}:{pk}:{namens}', soort='rol')[:16]}"
    return f"{wie_}.{_zegel(wie_)}"


def _zegel(wie_: str) -> str:
    return zoekwaarde(wie_, soort="wie")[:16]


def wie(request: HttpRequest) -> str:
    """The fingerprint of who this session belongs to, and in which role: ``person.role.seal``; empty for nobody."""
    return _wie(request.session) if hasattr(request, "session") else ""


def soort_van(wie_: str) -> str:
    """The kind that a fingerprint begins with: ``burger`` or ``medewerker``."""
    return "medewerker" if wie_.startswith("m") else "burger"


def is_echt(wie_: str) -> bool:
    """Did this program make the fingerprint?"""
    van, _, zegel = wie_.rpartition(".")
    return bool(van) and constant_time_compare(zegel, _zegel(van))


def verlopen(request: HttpRequest) -> dict[str, Any] | None:
    """Who this session belonged to before it ran out: ``wie``, ``soort``, ``middel``, ``machtiging``."""
    return request.session.get(VERLOPEN)


def seconden_over(request: HttpRequest) -> int:
    """Seconds until this session ends without activity; 0 when nobody is logged in."""
    return max(0, int(_einde(request.session) - klok.nu().timestamp())) if soort(request.session) else 0


def _einde(session: SessionBase) -> float:
    stand = session.get(STAND) or {}
    return min(stand.get("laatst_actief", 0) + DUUR, stand.get("ingelogd_op", 0) + HOOGSTENS)


def _neem_uit(session: SessionBase) -> None:
    """Take a log-in that ran out of its row; the key stays, so that a form under way can still be kept."""
    over = {
        "wie": _wie(session),
        "soort": soort(session),
        "middel": (session.get(STAND) or {}).get("middel", ""),
        "machtiging": session.get(BURGER, {}).get("machtiging"),
    }
    for sleutel in list(session.keys()):
        del session[sleutel]
    session[VERLOPEN] = over


class SessieMiddleware:
    """Ends a session that was idle too long, writes activity down, and keeps pages behind log-in out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if soort(request.session):
            nu = klok.nu().timestamp()
            # A log-in made by Django itself (force_login) begins to count at its first request.
            request.session.setdefault(STAND, {"middel": "", "acr": "", "ingelogd_op": nu, "laatst_actief": nu})
            if nu >= _einde(request.session):
                _neem_uit(request.session)
        was_van_iemand = bool(soort(request.session)) or VERLOPEN in request.session
        antwoord = self.get_response(request)
        if was_van_iemand or soort(request.session):
            antwoord.headers["Cache-Control"] = "no-store, private"
        return antwoord

    def process_view(self, request: HttpRequest, view: View, args: list[Any], kwargs: dict[str, Any]) -> None:
        stand = request.session.get(STAND)
        if stand and not is_peiling(request, view):
            nu = klok.nu().timestamp()
            if nu - stand["laatst_actief"] >= _ZUINIG:
                stand["laatst_actief"] = nu
                request.session.modified = True

"""The backstop under the portal: what a resident asks for runs in one transaction under a role of the database that
sees only what is his, so that a queryset that somebody forgot to narrow returns nothing of another.

The doors are the filter; this is what is below them. The policies stand in ``mijnzaken.portaal.vangnet``. Everything
that is set lasts as long as the transaction (``set_config(…, true)``), so a connection of the pool keeps nothing. An
act (``handeling``) steps aside of it: there the program's own role works, under its own checks.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeVar

from django.conf import settings
from django.db import InternalError, connection, transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from autorisatie.actor import Burger
from autorisatie.fouten import Weigering
from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Machtiging
from autorisatie.sessie import persoonsleutel
from catalogus import klok

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
SCHRIJVEND = frozenset({"POST", "PUT", "PATCH", "DELETE"})
EIGENAAR = "app.eigenaar"  # the key of the uploads that are asked for

_gespannen: ContextVar[bool] = ContextVar("vangnet_gespannen", default=False)


def partijen_van(actor: Burger) -> list[int]:
    """Whose data this actor sees: of whom he acts for, or his own; never both."""
    return [actor.eigen_partij_id]


def _instellingen(actor: Burger) -> dict[str, str]:
    """What the policies know of who asks: numbers and keyed hashes, as text."""
    machtiging = actor.machtiging.pk if actor.machtiging else 0
    return {
        "app.partijen": "{" + ",".join(str(int(pk)) for pk in partijen_van(actor)) + "}",
        "app.zelf": str(actor.partij.pk),
        "app.machtiging": str(machtiging) if actor.namens else "",
        "app.betrokkene": betrokkene_sleutel(actor.eigen_partij_id),
        "app.persoon": f"b{persoonsleutel('burger', actor.partij.pk)}",
        "app.dag": klok.vandaag().isoformat(),
        "app.nummer": Machtiging.nummer_van(actor.partij),
        EIGENAAR: "",
    }


def _zet(**waarden: str) -> None:
    """For the rest of this transaction; nothing is ever set for a connection."""
    delen = ", ".join("set_config(%s, %s, true)" for _ in waarden)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {delen}", [deel for paar in waarden.items() for deel in paar])


@contextmanager
def gespannen(actor: Burger) -> Iterator[None]:
    """One transaction under the role of the portal."""
    binnen_een_ander = connection.in_atomic_block
    with transaction.atomic():
        instellingen = _instellingen(actor)
        _zet(role=settings.PORTAALROL, **instellingen)
        merk = _gespannen.set(True)
        try:
            yield
        finally:
            _gespannen.reset(merk)
            if binnen_een_ander:  # its end does not end what was set
                _herstel(role="none", **dict.fromkeys(instellingen, ""))


@contextmanager
def opzij(reden: str) -> Iterator[None]:
    """Step aside for something that is no reading of a person's data: the program's own role works. ``reden`` says
    why. Nothing happens where no net is spanned.
    """
    if not reden.strip():
        raise ValueError("Zeg waarom het vangnet opzij moet.")
    if not _gespannen.get():
        yield
        return
    _zet(role="none")
    merk = _gespannen.set(False)
    try:
        yield
    finally:
        _gespannen.reset(merk)
        _herstel(role=settings.PORTAALROL)


def _herstel(**waarden: str) -> None:
    """Put back; a transaction that failed is rolled back anyway, and with it what was set since."""
    if not connection.needs_rollback:
        with suppress(InternalError):  # the statement before failed: nothing more can be asked in this transaction
            _zet(**waarden)


def toon_sleutel(eigenaar: str) -> None:
    """The rows that belong to this key may be seen from now on: who knows the key is the owner (uploads)."""
    if _gespannen.get():
        _zet(**{EIGENAAR: eigenaar})


# -- around a view -----------------------------------------------------------------------------------------------------


def buiten_vangnet(reden: str) -> Callable[[View], View]:
    """Mark an open view that a resident asks for outside the net, and why."""

    def zet(view: View) -> View:
        view.buiten_vangnet = reden  # type: ignore[attr-defined]
        return view

    return zet


def onder_vangnet(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view with its template and context processors, whole, within the net when a resident reads."""

    @functools.wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = getattr(request, "actor", None)
        buiten = getattr(view, "buiten_vangnet", "") or _gespannen.get()
        if buiten or request.method in SCHRIJVEND or not isinstance(actor, Burger):
            return view(request, *args, **kwargs)
        return _voer_uit(functools.partial(view, request, *args, **kwargs), actor)

    return omhuld


def _voer_uit(vraag: Callable[[], HttpResponseBase], actor: Burger) -> HttpResponseBase:
    """What was refused or does not exist ends the view, not the transaction: the lines in the log of it stay."""
    geweigerd: Exception | None = None
    with gespannen(actor):
        try:
            antwoord: Any = vraag()
            if callable(getattr(antwoord, "render", None)):
                antwoord = antwoord.render()
        except (Http404, Weigering) as fout:
            geweigerd = fout
    if geweigerd is not None:
        raise geweigerd
    if antwoord.streaming:
        antwoord.streaming_content = _zonder_vragen(antwoord.streaming_content)
    return antwoord  # type: ignore[no-any-return]


def _zonder_vragen(stukken: Iterator[Any]) -> Iterator[Any]:
    """What streams is sent after the transaction: by then nothing may be asked of the database any more."""
    stroom = iter(stukken)
    while True:
        with connection.execute_wrapper(_weiger):
            try:
                stuk = next(stroom)
            except StopIteration:
                return
        yield stuk


def _weiger(*_: Any) -> Any:
    raise RuntimeError("Wat stroomt, vraagt niets meer aan de database: het vangnet hangt er dan niet meer onder.")

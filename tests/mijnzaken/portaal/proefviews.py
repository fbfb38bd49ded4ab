"""Views that somebody could have written: without a filter, with an act in a page, with an answer that comes later."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path

from autorisatie.actor import Burger
from autorisatie.fouten import GeenRecht
from autorisatie.handeling import handeling
from autorisatie.toegang import openbaar, voor_burger
from mijnzaken.portaal.vangnet import BELEID
from mijnzaken.urls import handler404, handler500
from mijnzaken.urls import urlpatterns as gewone_adressen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN

STAND = "SELECT current_user::text, current_setting('app.partijen', true), current_setting('app.zelf', true)"
na_vastlegging: list[tuple[Any, ...]] = []


def stand() -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(STAND)
        return tuple(cursor.fetchone())


@handeling("inzien", op="zaken.Zaak")
def _daad(actor: Burger, zaak: Zaak, hoe: str = "") -> str:
    if hoe == "stuk":
        raise ZeroDivisionError
    if hoe == "sql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT bestaat_niet")
    if hoe == "geweigerd":
        raise GeenRecht("Nee.")
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(toelichting="gezet door een handeling")
    return str(stand()[0])


@voor_burger
def gluren(request: HttpRequest) -> JsonResponse:
    """Everything of every model, without a filter."""
    gezien = {}
    for label in BELEID:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT id FROM "{apps.get_model(label)._meta.db_table}"')
            gezien[label] = sorted(rij[0] for rij in cursor.fetchall())
    return JsonResponse(gezien)


@voor_burger
def handelen(request: HttpRequest, uuid: Any) -> JsonResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    gemeten = {"voor": stand()[0]}
    transaction.on_commit(lambda: na_vastlegging.append(stand()))
    for hoe in ("", "stuk", "sql", "geweigerd"):
        try:
            gemeten[f"in {hoe}"] = _daad(actor, uuid, hoe=hoe)
        except (ZeroDivisionError, ProgrammingError, GeenRecht) as fout:
            gemeten[f"in {hoe}"] = type(fout).__name__
        gemeten[f"na {hoe}"] = stand()[0]
    return JsonResponse(gemeten)


@voor_burger
def stuk(request: HttpRequest) -> HttpResponse:
    assert stand()[0] == "portaal"
    raise ZeroDivisionError


@voor_burger
def sjabloon(request: HttpRequest) -> TemplateResponse:
    """Rendered after the view, by Django itself."""
    return TemplateResponse(request, "403.html", {"wie_naam": Laat()})


class Laat:
    gezien: list[str] = []

    def __str__(self) -> str:
        self.gezien.append(stand()[0])
        return ""


@openbaar
def open_view(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"wie": stand()[0]})


@voor_burger
def stroomt(request: HttpRequest) -> StreamingHttpResponse:
    def stukken() -> Iterator[bytes]:
        yield b"begin "
        yield str(Zaak.objects.systeem(REDEN).count()).encode()

    return StreamingHttpResponse(stukken())


urlpatterns = [
    path("proef/gluren/", gluren),
    path("proef/handelen/<uuid:uuid>/", handelen),
    path("proef/stuk/", stuk),
    path("proef/sjabloon/", sjabloon),
    path("proef/open/", open_view),
    path("proef/stroomt/", stroomt),
    *gewone_adressen,
]
__all__ = ["handler404", "handler500"]

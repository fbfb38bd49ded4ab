"""For operators: does it live, may it get visitors, and how is it doing.

``leeft`` asks nothing of anything, so that a database that is down restarts no web process. ``gereed`` is about this
process: can it serve a page? A broker that is down shows, but does not make it unready: no request waits for it.
"""

import time
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from autorisatie.toegang import openbaar
from autorisatie.vangnet import buiten_vangnet
from catalogus import klok
from mijnzaken.berichten.models import WACHTEND, Bericht, Stand
from mijnzaken.documenten.models import Document, Keuringsstand

REDEN = "meten voor de beheerder"
ACHTERSTAND = timedelta(minutes=5)  # the sweep runs twice a minute; older than this means that no worker sends


@openbaar
@buiten_vangnet("over de installatie, van niemand")
@require_safe
@never_cache
def leeft(request: HttpRequest) -> HttpResponse:
    return HttpResponse("leeft\n", content_type="text/plain; charset=utf-8")


@openbaar
@buiten_vangnet("over de installatie, van niemand")
@require_safe
@never_cache
def gereed(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and is migrated, else 503; what waits in the outbox and the broker beside it."""
    stand: dict[str, Any] = {"database": "bereikbaar", "migraties": "bijgewerkt"}
    try:
        if _openstaande_migraties():
            stand["migraties"] = "achter"
        else:
            stand["oudste_bericht_seconden"] = wachttijd = _oudste_wachtende()
            stand["verzending"] = "achter" if wachttijd > ACHTERSTAND.total_seconds() else "bij"
    except DatabaseError:
        stand |= {"database": "onbereikbaar", "migraties": "onbekend"}
    stand["broker"] = "bereikbaar" if _broker_bereikbaar() else "onbereikbaar"
    klaar = stand["database"] == "bereikbaar" and stand["migraties"] == "bijgewerkt"
    return JsonResponse({"gereed": klaar, **stand}, status=200 if klaar else 503)


@openbaar
@buiten_vangnet("over de installatie, van niemand")
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text; for who does not come from an allowed network it does not exist."""
    if not _uit_toegestaan_netwerk(request):
        raise Http404
    begin = time.monotonic()
    regels = [
        *_reeks("mijnzaken_berichten", "Berichten in de postuit naar stand.", "stand", _tel(Bericht, "status", Stand)),
        *_waarde(
            "mijnzaken_oudste_bericht_seconden", "Wachttijd van het oudste bericht dat weg mag.", _oudste_wachtende()
        ),
        *_reeks(
            "mijnzaken_documenten",
            "Documenten naar keuring.",
            "keuring",
            _tel(Document, "keuring", Keuringsstand),
        ),
        *_waarde("mijnzaken_broker_bereikbaar", "1 als de broker antwoordt.", int(_broker_bereikbaar())),
        *_waarde("mijnzaken_migraties_open", "Migraties die nog niet gedraaid zijn.", _openstaande_migraties()),
        *_waarde("mijnzaken_meting_seconden", "Hoe lang deze meting duurde.", round(time.monotonic() - begin, 6)),
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def _uit_toegestaan_netwerk(request: HttpRequest) -> bool:
    """By the address of the connection; a header that a visitor can write does not count."""
    try:
        adres = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(adres in ip_network(netwerk, strict=False) for netwerk in settings.METRICS_NETWERKEN)


def _openstaande_migraties() -> int:
    uitvoerder = MigrationExecutor(connection)
    return len(uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()))


def _oudste_wachtende() -> float:
    """Seconds that the oldest message waits beyond its moment; 0 when none does."""
    nu = klok.nu()
    rijen = Bericht.objects.systeem(REDEN).filter(status__in=WACHTEND, volgende_poging__lte=nu)
    oudste = rijen.aggregate(oudste=Min("volgende_poging"))["oudste"]
    return round((nu - oudste).total_seconds(), 1) if oudste else 0.0


def _broker_bereikbaar() -> bool:
    try:
        with current_app.connection_for_write(transport_options={"socket_connect_timeout": 1}) as verbinding:
            verbinding.ensure_connection(max_retries=1, timeout=1)
    except (OperationalError, OSError):
        return False
    return True


def _tel(model: Any, veld: str, keuzes: Any) -> dict[str, int]:
    gevonden = dict(
        model.objects.systeem(REDEN)
        .order_by()
        .values_list(veld)
        .annotate(aantal=Count("pk"))
        .values_list(veld, "aantal")
    )
    return {str(keuze): gevonden.get(keuze, 0) for keuze in keuzes}


def _reeks(naam: str, uitleg: str, kenmerk: str, waarden: dict[str, int]) -> list[str]:
    return [*_kop(naam, uitleg), *(f'{naam}{{{kenmerk}="{stand}"}} {aantal}' for stand, aantal in waarden.items())]


def _waarde(naam: str, uitleg: str, waarde: float) -> list[str]:
    return [*_kop(naam, uitleg), f"{naam} {waarde}"]


def _kop(naam: str, uitleg: str) -> list[str]:
    return [f"# HELP {naam} {uitleg}", f"# TYPE {naam} gauge"]

"""``Idempotency-Key``: the same key with the same call gives the same answer, also when both come at once. Kept for a
day. Another call under the same key is refused (422).
"""

import hashlib
from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from autorisatie.actor import Applicatie
from autorisatie.versleuteling import Geheim
from catalogus import klok
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.models import Herhaling

BEWAAR = timedelta(days=1)
LANGST = 255  # characters of a key
_NEEM = (
    "INSERT INTO api_herhaling (client_id, sleutel, afdruk, status, koppen, aangemaakt_op) "
    "VALUES (%s, %s, %s, 0, '{}', %s) ON CONFLICT (client_id, sleutel) DO NOTHING"
)


def sleutel_van(request: HttpRequest) -> str:
    """The key of this call; empty when there is none. ApiFout 400 for one that is too long."""
    sleutel = request.headers.get("Idempotency-Key", "").strip()
    if len(sleutel) > LANGST or "\x00" in sleutel:
        raise ApiFout(400, "invalid", f"De Idempotency-Key is ten hoogste {LANGST} tekens lang.")
    return sleutel


def eerder(actor: Applicatie, sleutel: str, request: HttpRequest, lijf: bytes) -> HttpResponse | None:
    """Take the key, in the transaction that runs, or give the answer of who had it. Who comes second waits for the
    first to end.
    """
    afdruk = hashlib.sha256(b"\n".join([str(request.method).encode(), request.get_full_path().encode(), lijf]))
    with connection.cursor() as cursor:
        cursor.execute(_NEEM, [actor.client_id, sleutel, afdruk.hexdigest(), klok.nu()])
        if cursor.rowcount:
            return None
    rij = Herhaling.objects.get(client_id=actor.client_id, sleutel=sleutel)
    if rij.aangemaakt_op < klok.nu() - BEWAAR:
        rij.delete()
        return eerder(actor, sleutel, request, lijf)
    if rij.afdruk != afdruk.hexdigest():
        raise ApiFout(422, "idempotency-key-used", "Deze Idempotency-Key hoort bij een ander verzoek.")
    bewaard: Any = rij.antwoord
    inhoud = bewaard.tonen() if bewaard is not None else ""
    antwoord = HttpResponse(inhoud, status=rij.status, headers=rij.koppen)
    antwoord.headers["Idempotency-Replayed"] = "true"
    return antwoord


def onthoud(actor: Applicatie, sleutel: str, antwoord: HttpResponse) -> None:
    """Keep the answer, in the same transaction as what it tells."""
    Herhaling.objects.filter(client_id=actor.client_id, sleutel=sleutel).update(
        status=antwoord.status_code,
        koppen=dict(antwoord.items()),
        antwoord=Geheim.van(antwoord.content.decode()) if antwoord.content else None,
    )


def ruim_op() -> int:
    """Keys of more than a day ago."""
    weg, _ = Herhaling.objects.filter(aangemaakt_op__lt=klok.nu() - BEWAAR).delete()
    return weg

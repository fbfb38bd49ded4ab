"""Who calls: a JWT (HS256) of a known applicatie, made within the hour. No or a bad token is 403, as the standard
says.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import jwt
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from autorisatie.actor import Applicatie as Actor
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Applicatie
from autorisatie.toegang import View, voor_applicatie
from catalogus import klok
from catalogus.models import Proces
from catalogus.vertrouwelijkheid import uit_zgw

VERS = 3600  # seconds
SCHEEF = 60  # seconds that another clock may be ahead


def fout(status: int, code: str, titel: str, detail: str = "") -> JsonResponse:
    """The error body of the standard."""
    return JsonResponse(
        {
            "type": "about:blank",
            "code": code,
            "title": titel,
            "status": status,
            "detail": detail or titel,
            "instance": "",
        },
        status=status,
        content_type="application/problem+json",
    )


def actor_van(request: HttpRequest) -> Actor | None:
    """The applicatie of the token; ``None`` when there is none, it is not signed by its secret, or it is not fresh."""
    soort, _, token = request.headers.get("Authorization", "").partition(" ")
    if soort != "Bearer":
        return None
    try:
        client_id = str(jwt.decode(token, options={"verify_signature": False}).get("client_id", ""))
        rij = Applicatie.objects.filter(client_id=client_id, is_active=True).first()
        if rij is None:
            return None
        inhoud = jwt.decode(
            token,
            rij.geheim.tonen(),  # type: ignore[union-attr]
            algorithms=["HS256"],
            options={"require": ["iat", "client_id"], "verify_iat": False},
        )
        leeftijd = klok.nu().timestamp() - float(inhoud["iat"])
    except (jwt.PyJWTError, TypeError, ValueError):
        return None
    if not -SCHEEF <= leeftijd <= VERS:
        return None
    return Actor(
        client_id=rij.client_id,
        heeft_alle_autorisaties=rij.heeft_alle_autorisaties,
        processen=_processen(rij),
        namens_gebruiker=str(inhoud.get("user_id", ""))[:100],
    )


def _processen(rij: Applicatie) -> tuple[tuple[int, int], ...]:
    """(proces, highest vertrouwelijkheid) for each autorisatie that may read."""
    lezen = {a["proces"]: a for a in rij.autorisaties if "zaken.lezen" in a.get("scopes", ())}
    gevonden = Proces.objects.filter(identificatie__in=lezen).values_list("pk", "identificatie")
    return tuple((pk, uit_zgw(lezen[naam]["max_vertrouwelijkheidaanduiding"])) for pk, naam in gevonden)


def leesbaar(view: Callable[..., HttpResponse]) -> View:
    """A view for another system: GET and HEAD, with a token."""

    @wraps(view)
    def met_token(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor = actor_van(request)
        if actor is None:
            return fout(403, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of onjuist.")
        if request.method not in ("GET", "HEAD"):
            return fout(405, "method_not_allowed", f"Methode {request.method} niet toegestaan.")
        request.actor = actor  # type: ignore[attr-defined]
        try:
            antwoord = view(request, *args, **kwargs)
        except BestaatNiet:
            return fout(404, "not_found", "Niet gevonden.")
        antwoord.headers["API-version"] = "1.0.0"
        return antwoord

    # No cookie gives access here, so there is nothing to forge across sites.
    return csrf_exempt(voor_applicatie(met_token))

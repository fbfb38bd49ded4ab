"""Who calls: a JWT (HS256) that a known applicatie signed within the hour. No or a bad token is 403, as the standard
says; what is wrong with it is told in words that help its maker and nobody else.
"""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

import jwt
from django.core.cache import cache
from django.http import HttpRequest

from autorisatie.actor import Applicatie as Actor
from autorisatie.models import Applicatie
from catalogus import klok
from mijnzaken.api.fouten import ApiFout

VERS = 3600  # seconds that a token is good
SCHEEF = 60  # seconds that the clock of another system may be ahead of ours, or behind
GEBRUIK_ELKE = timedelta(minutes=1)  # how often the moment of last use is written
_EEUWIG = 2**53  # seconds; beyond it no moment is meant
_LEESBAAR = 4096  # characters of a token that are looked at


def actor_van(request: HttpRequest, *, vast_token: bool = False) -> Actor:
    """The applicatie of the token. Raises ApiFout 403. ``vast_token``: Klantinteracties takes ``Token <key>`` too."""
    soort, _, token = request.headers.get("Authorization", "").partition(" ")
    if not token or len(token) > _LEESBAAR:
        raise _geen_toegang("Authenticatiegegevens zijn niet opgegeven.")
    if soort == "Token" and vast_token:
        rij, inhoud = Applicatie.met_token(token.strip()), dict[str, Any]()
        if rij is None:
            raise _geen_toegang("Het token is onbekend.", "not_authenticated")
    elif soort == "Bearer":
        rij, inhoud = _uit_jwt(token.strip())
    else:
        raise _geen_toegang("Authenticatiegegevens zijn niet opgegeven.")
    _mag_van_hier(rij, request.META.get("REMOTE_ADDR", ""))
    _noteer_gebruik(rij)
    return rij.als_actor(
        namens_gebruiker=_tekst(inhoud.get("user_id")), namens_weergave=_tekst(inhoud.get("user_representation"))
    )


def _uit_jwt(token: str) -> tuple[Applicatie, dict[str, Any]]:
    try:
        onbewezen = jwt.decode(token, options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError):
        raise _geen_toegang("Het token is geen JWT.") from None
    rij = Applicatie.met_client_id(_tekst(onbewezen.get("client_id") or onbewezen.get("iss")))
    if rij is None:
        raise _geen_toegang("Het token is onbekend of niet goed ondertekend.")
    for geheim in rij.geheimen():
        try:
            inhoud = jwt.decode(
                token,
                geheim,
                algorithms=["HS256"],  # never what the token says of itself
                options={"require": ["iat"], "verify_iat": False, "verify_aud": False, "verify_sub": False},
                leeway=SCHEEF,
            )
        except jwt.InvalidSignatureError:
            continue
        except jwt.ExpiredSignatureError:
            raise _geen_toegang("Het token is verlopen.") from None
        except jwt.ImmatureSignatureError:
            raise _geen_toegang("Het token is nog niet geldig.", "jwt-immature") from None
        except jwt.MissingRequiredClaimError:
            raise _geen_toegang("Het token zegt niet wanneer het is gemaakt (iat).", "jwt-missing-claim") from None
        except (jwt.PyJWTError, TypeError, ValueError):
            break
        _is_vers(inhoud["iat"])
        return rij, inhoud
    raise _geen_toegang("Het token is onbekend of niet goed ondertekend.")


def _is_vers(gemaakt: Any) -> None:
    telt = isinstance(gemaakt, int | float) and not isinstance(gemaakt, bool)
    if not telt or not abs(gemaakt) < _EEUWIG:  # also what is no number: that would never be too old
        raise _geen_toegang("Het token zegt niet goed wanneer het is gemaakt (iat).")
    leeftijd = klok.nu().timestamp() - float(gemaakt)
    if leeftijd > VERS + SCHEEF:
        raise _geen_toegang("Het token is ouder dan een uur. Maak een nieuw token.")
    if leeftijd < -SCHEEF:
        raise _geen_toegang("Het token is in de toekomst gemaakt: controleer de klok van uw systeem.", "jwt-immature")


def _mag_van_hier(rij: Applicatie, vanwaar: str) -> None:
    if not rij.netwerken:
        return
    try:
        adres = ip_address(vanwaar)
    except ValueError:
        adres = None
    if adres is None or not any(adres in ip_network(netwerk, strict=False) for netwerk in rij.netwerken):
        raise _geen_toegang("Dit systeem mag niet vanaf dit adres.")


def _noteer_gebruik(rij: Applicatie) -> None:
    """Once a minute, so that reading does not become writing."""
    nu = klok.nu()
    recent = rij.laatst_gebruikt_op is not None and abs(nu - rij.laatst_gebruikt_op) < GEBRUIK_ELKE
    if not recent and cache.add(f"applicatie-gebruikt:{rij.pk}", 1, GEBRUIK_ELKE.total_seconds()):
        Applicatie.objects.filter(pk=rij.pk).update(laatst_gebruikt_op=nu)


def _tekst(waarde: Any) -> str:
    return str(waarde if waarde is not None else "").replace("\x00", "")[:255]


def _geen_toegang(detail: str, code: str = "not_authenticated") -> ApiFout:
    return ApiFout(403, code, detail)

"""What a provider answers, believed only when everything about it fits.

mozilla-django-oidc does the round trip; what it leaves open is closed here: the audience, the issuer and the age of a
token are checked, signatures are made with a public key only, the two answers are about one subject.
Source: OpenID Connect Core 3.1.3.7 and 5.3.2; RFC 9700.
"""

from typing import Any

import jwt
import requests
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.urls import reverse
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import absolutify

from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering

SPELING = 60  # seconds that the provider's clock may differ from ours


class Aanbieder(OIDCAuthenticationBackend):
    """The provider of one means."""

    def __init__(self, middel: Middel) -> None:
        self.middel = middel
        self._instellingen = middel.instellingen()
        super().__init__()

    def get_settings(self, attr: str, *args: Any) -> Any:  # type: ignore[override]
        """Every setting of the library comes from the block of this means."""
        if attr in self._instellingen:
            return self._instellingen[attr]
        return args[0] if args else None

    def haal(self, request: HttpRequest, nonce: str, code_verifier: str) -> tuple[dict[str, Any], str]:
        """Exchange the code of this request for claims, and the id token. Raises ``InlogWeigering``."""
        try:
            antwoord = self.get_token(
                {
                    "client_id": self.OIDC_RP_CLIENT_ID,
                    "client_secret": self.OIDC_RP_CLIENT_SECRET,
                    "grant_type": "authorization_code",
                    "code": request.GET["code"],
                    "redirect_uri": absolutify(
                        request, reverse(self._instellingen["OIDC_AUTHENTICATION_CALLBACK_URL"])
                    ),
                    "code_verifier": code_verifier,
                }
            )
            id_token = antwoord["id_token"]
            inhoud = self.verify_token(id_token, nonce=nonce)
            over = self.get_userinfo(antwoord["access_token"], id_token, inhoud)
        except requests.HTTPError as fout:
            raise InlogWeigering("ongeldig", "de aanbieder weigert de code") from fout
        except requests.RequestException as fout:
            raise InlogWeigering("onbereikbaar", type(fout).__name__) from fout
        except (jwt.PyJWTError, SuspiciousOperation, ValueError, KeyError) as fout:
            raise InlogWeigering("ongeldig", type(fout).__name__) from fout
        if over.get("sub") != inhoud["sub"]:
            raise InlogWeigering("ongeldig", "twee onderwerpen")
        return {**over, **inhoud}, id_token

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """The payload of a signed token that is meant for us, now, and (an id token) for this very log-in."""
        inhoud = self._verify_jws(token, self.retrieve_matching_jwk(token), is_id_token="nonce" in kwargs)
        if "nonce" in kwargs and (not kwargs["nonce"] or inhoud.get("nonce") != kwargs["nonce"]):
            raise SuspiciousOperation("nonce")
        return inhoud

    def _verify_jws(self, payload: str, key: Any, *, is_id_token: bool = True) -> dict[str, Any]:
        inhoud: dict[str, Any] = jwt.decode(
            payload,
            key,
            algorithms=[self.OIDC_RP_SIGN_ALGO],
            audience=self.OIDC_RP_CLIENT_ID,
            issuer=self.middel.adressen["issuer"],
            leeway=SPELING,
            options={"require": ["iss", "aud", "sub", *(["exp", "iat"] if is_id_token else [])]},
        )
        voor_wie = inhoud.get("azp", self.OIDC_RP_CLIENT_ID)
        if voor_wie != self.OIDC_RP_CLIENT_ID or (isinstance(inhoud["aud"], list) and inhoud["aud"] != [voor_wie]):
            raise SuspiciousOperation("azp")
        return inhoud

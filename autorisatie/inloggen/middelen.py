"""The means of log-in that this installation has, and what their providers say of themselves (discovery)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import requests
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from autorisatie.inloggen import geheugen
from autorisatie.inloggen.weigering import InlogWeigering

TIJD = 5  # seconds that a provider gets to answer
_BEWAAR = 60 * 60  # seconds that what a provider says of itself is kept
NAMEN: dict[str, str | Promise] = {
    "digid": _("DigiD"),
    "eherkenning": _("eHerkenning"),
    "eidas": _("eIDAS"),
    "medewerker": _("uw werkaccount"),
}


@dataclass(frozen=True)
class Middel:
    """One block of ``settings.INLOGMIDDELEN``."""

    naam: str
    blok: dict[str, Any]

    @property
    def label(self) -> str:
        return str(NAMEN[self.naam])

    @property
    def aanbieder(self) -> str:
        return str(self.blok["aanbieder"])

    @property
    def voor_medewerkers(self) -> bool:
        return self.naam == "medewerker"

    def claim(self, naam: str) -> str:
        """The claim in which the provider puts this, per the settings."""
        return str(self.blok["claims"].get(naam, ""))

    def niveau_van(self, acr: str) -> int:
        """The level of assurance that an ``acr`` shows: 0 for one that is not in the settings."""
        return int(self.blok["acr"].get(acr, 0))

    def acr_vanaf(self, niveau: int) -> list[str]:
        """The ``acr`` values that are enough for a level, the lowest first."""
        return [acr for acr, n in sorted(self.blok["acr"].items(), key=lambda paar: int(paar[1])) if n >= niveau]

    @cached_property
    def adressen(self) -> dict[str, Any]:
        """The provider's own description, asked once an hour. Raises ``InlogWeigering('onbereikbaar')``."""
        sleutel = f"oidc:{self.aanbieder}"
        gevonden = geheugen.lees(sleutel)
        if gevonden is None:
            gevonden = self._vraag()
            geheugen.bewaar(sleutel, gevonden, _BEWAAR)
        return dict(gevonden)

    def _vraag(self) -> dict[str, Any]:
        try:
            antwoord = requests.get(f"{self.aanbieder}/.well-known/openid-configuration", timeout=TIJD)
            antwoord.raise_for_status()
            gegevens = antwoord.json()
        except (requests.RequestException, ValueError) as fout:
            raise InlogWeigering("onbereikbaar", type(fout).__name__) from fout
        # OpenID Connect Discovery 4.3: a description of another issuer is not believed.
        nodig = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        if gegevens.get("issuer", "").rstrip("/") != self.aanbieder or not all(naam in gegevens for naam in nodig):
            raise InlogWeigering("onbereikbaar", "beschrijving klopt niet")
        return dict(gegevens)

    def instellingen(self) -> dict[str, Any]:
        """The same, in the names that mozilla-django-oidc reads."""
        return {
            "OIDC_RP_CLIENT_ID": self.blok["client_id"],
            "OIDC_RP_CLIENT_SECRET": self.blok["client_geheim"],
            "OIDC_RP_SCOPES": self.blok["scopes"],
            "OIDC_RP_SIGN_ALGO": self.blok["alg"],
            "OIDC_OP_AUTHORIZATION_ENDPOINT": self.adressen["authorization_endpoint"],
            "OIDC_OP_TOKEN_ENDPOINT": self.adressen["token_endpoint"],
            "OIDC_OP_USER_ENDPOINT": self.adressen["userinfo_endpoint"],
            "OIDC_OP_JWKS_ENDPOINT": self.adressen["jwks_uri"],
            "OIDC_AUTHENTICATION_CALLBACK_URL": f"inloggen_{self.naam}_terug",
            "OIDC_USE_NONCE": True,
            "OIDC_USE_PKCE": True,
            "OIDC_PKCE_CODE_CHALLENGE_METHOD": "S256",
            "OIDC_MAX_STATES": 10,
            "OIDC_TIMEOUT": TIJD,
            "OIDC_VERIFY_SSL": True,
            "OIDC_TOKEN_USE_BASIC_AUTH": "client_secret_basic"
            in self.adressen.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]),
        }


def middel(naam: str) -> Middel | None:
    """The means of this name, ``None`` when this installation does not have it."""
    blok = settings.INLOGMIDDELEN.get(naam)
    return Middel(naam, blok) if blok else None


def voor_inwoners() -> list[Middel]:
    """What a resident can choose from."""
    return [Middel(naam, blok) for naam, blok in settings.INLOGMIDDELEN.items() if naam != "medewerker"]

"""The settings of the means of log-in, from the environment: ``MIJNZAKEN_OIDC_<MIDDEL>_<NAAM>``.

A means exists when its ``AANBIEDER`` (the issuer's address) is given; then ``CLIENT_ID`` and ``CLIENT_GEHEIM`` must be.
Everything else has a default that a municipality may replace:

* ``NIVEAU``: the least level of assurance, 1 none, 2 low, 3 substantial, 4 high (eIDAS);
* ``ACR``: ``value=level`` pairs, separated by commas, that translate the provider's ``acr``;
* ``SCOPES``: what is asked for, separated by spaces;
* ``DIENSTEN``: ``service=products`` pairs, separated by commas: for which service a machtiging that the provider
  states opens which products, by slug and joined by ``+``, or ``alles``. A service that is not here opens nothing;
* ``CLAIM_<NAAM>``: in which claim something stands, such as ``CLAIM_BSN``;
* ``ALG``: the algorithm that signs, RS256 or ES256.

For staff every ``acr`` of the list shows a second factor; an answer with another one is refused.
This module knows no Django, because the settings themselves import it.
"""

import sys
from typing import Any, Protocol

MIDDELEN = ("digid", "eherkenning", "eidas", "medewerker")

ACR = {
    "digid": {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport": 1,
        "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract": 2,
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard": 3,
        "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI": 4,
    },
    "eherkenning": {
        "urn:etoegang:core:assurance-class:loa1": 1,
        "urn:etoegang:core:assurance-class:loa2": 2,
        "urn:etoegang:core:assurance-class:loa2plus": 2,
        "urn:etoegang:core:assurance-class:loa3": 3,
        "urn:etoegang:core:assurance-class:loa4": 4,
    },
    "eidas": {
        "http://eidas.europa.eu/LoA/low": 2,
        "http://eidas.europa.eu/LoA/substantial": 3,
        "http://eidas.europa.eu/LoA/high": 4,
    },
    "medewerker": {"https://refeds.org/profile/mfa": 3},
}
_NIVEAU = {"digid": "2", "eherkenning": "3", "eidas": "3", "medewerker": "3"}
CLAIMS = {
    "digid": {
        "bsn": "urn:nl-eid-gdi:1.0:ActingSubjectID",
        "vertegenwoordigde": "urn:nl-eid-gdi:1.0:LegalSubjectID",  # DigiD Machtigen
        "dienst": "urn:nl-eid-gdi:1.0:ServiceUUID",
    },
    "eherkenning": {
        "kvk": "urn:etoegang:1.9:EntityConcernedID:KvKnr",
        "vestiging": "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr",
        "naam": "urn:etoegang:1.11:attribute-represented:CompanyName",
        "handelend": "urn:etoegang:core:ActingSubjectID",
        "tussenpersoon": "urn:etoegang:1.9:IntermediateEntityID:KvKnr",
        "dienst": "urn:etoegang:core:ServiceUUID",
    },
    "eidas": {
        "bsn": "urn:etoegang:1.12:EntityConcernedID:BSN",
        "pseudo": "urn:etoegang:1.12:EntityConcernedID:PseudoID",
        "voornaam": "given_name",
        "achternaam": "family_name",
        "geboortedatum": "birthdate",
        "vertegenwoordigde": "urn:etoegang:core:LegalSubjectID",  # refused: nothing says what it opens
    },
    "medewerker": {"gebruikersnaam": "preferred_username", "naam": "name", "email": "email"},
}


class Omgeving(Protocol):
    """What is used of ``environ.Env``."""

    def __call__(self, var: str, default: str = ...) -> str: ...


def lees(env: Omgeving) -> dict[str, dict[str, Any]]:
    """The blocks of settings of the means that the environment names; stops the start when one is wrong."""
    return {middel: _blok(env, middel) for middel in MIDDELEN if env(f"{_voor(middel)}AANBIEDER", default="")}


def _voor(middel: str) -> str:
    return f"MIJNZAKEN_OIDC_{middel.upper()}_"


def _blok(env: Omgeving, middel: str) -> dict[str, Any]:
    voor = _voor(middel)
    blok: dict[str, Any] = {
        "aanbieder": env(f"{voor}AANBIEDER").rstrip("/"),
        "client_id": env(f"{voor}CLIENT_ID", default=""),
        "client_geheim": env(f"{voor}CLIENT_GEHEIM", default=""),
        "niveau": env(f"{voor}NIVEAU", default=_NIVEAU[middel]),
        "acr": _paren(env(f"{voor}ACR", default=""), f"{voor}ACR") or ACR[middel],
        "scopes": env(f"{voor}SCOPES", default="openid" if middel != "medewerker" else "openid profile email"),
        "alg": env(f"{voor}ALG", default="RS256"),
        "diensten": _diensten(env(f"{voor}DIENSTEN", default=""), f"{voor}DIENSTEN"),
        "claims": {n: env(f"{voor}CLAIM_{n.upper()}", default=claim) for n, claim in CLAIMS[middel].items()},
    }
    for naam in ("client_id", "client_geheim"):
        if not blok[naam]:
            _stop(f"de instelling {voor}{naam.upper()} ontbreekt")
    if blok["alg"] not in ("RS256", "RS384", "RS512", "ES256", "ES384", "ES512"):
        _stop(f"{voor}ALG moet een handtekening met een openbare sleutel zijn (RS256 of ES256)")
    if blok["niveau"] not in ("1", "2", "3", "4"):
        _stop(f"{voor}NIVEAU moet 1, 2, 3 of 4 zijn")
    return {**blok, "niveau": int(blok["niveau"])}


def _paren(tekst: str, naam: str) -> dict[str, int]:
    paren = {}
    for paar in filter(None, (deel.strip() for deel in tekst.split(","))):
        acr, _, niveau = paar.rpartition("=")
        if not acr or niveau not in ("1", "2", "3", "4"):
            _stop(f"{naam} moet bestaan uit waarde=niveau, met komma's ertussen")
        paren[acr] = int(niveau)
    return paren


def _diensten(tekst: str, naam: str) -> dict[str, list[str]]:
    """Service -> slugs of products; ``["alles"]`` for every zaak."""
    diensten = {}
    for paar in filter(None, (deel.strip() for deel in tekst.split(","))):
        dienst, _, producten = paar.rpartition("=")
        diensten[dienst.strip()] = [slug.strip() for slug in producten.split("+") if slug.strip()]
        if not dienst.strip() or not diensten[dienst.strip()]:
            _stop(f"{naam} moet bestaan uit dienst=product of dienst=alles, met komma's ertussen")
    return diensten


def _stop(zin: str) -> None:
    sys.exit(f"Mijn Zaken start niet: {zin}.")

"""Fixtures for log-in: the real provider, a browser of ours with one at the provider, and a few people."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from autorisatie.models import Gebruiker, Partij, SoortPartij
from autorisatie.versleuteling import zoekwaarde
from tests.oidc.aanbieder import Aanbieder, Bezoeker, ontbreekt

HIER = "http://testserver"
ANNA, BRAM = "999990019", "999991000"  # BSNs of the range for tests that pass the elfproef
SUBSTANTIEEL = "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"
MIDDEN = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"
BASIS = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
MFA = "https://refeds.org/profile/mfa"
BSN_CLAIM = "urn:nl-eid-gdi:1.0:ActingSubjectID"


@pytest.fixture(scope="session")
def aanbieder() -> Iterator[Aanbieder]:
    """The real OpenID provider, once per run."""
    reden = ontbreekt()
    if reden:
        pytest.skip(reden)
    een = Aanbieder([HIER])
    yield een
    een.stop()


@pytest.fixture
def middelen(aanbieder: Aanbieder, settings: Any) -> Iterator[dict[str, Any]]:
    """All four means at the real provider, with a few accounts."""
    cache.clear()
    settings.INLOGMIDDELEN = {m: aanbieder.blok(m) for m in ("digid", "eherkenning", "eidas", "medewerker")}
    aanbieder.geef(
        "digid",
        anna={"acr": SUBSTANTIEEL, "claims": {BSN_CLAIM: f"s00000000:{ANNA}"}},
        bram={"acr": SUBSTANTIEEL, "claims": {BSN_CLAIM: BRAM}},
        midden={"acr": MIDDEN, "claims": {BSN_CLAIM: ANNA}},
        basis={"acr": BASIS, "claims": {BSN_CLAIM: ANNA}},
        onzin={"acr": SUBSTANTIEEL, "claims": {BSN_CLAIM: "123456789"}},
        leeg={"acr": SUBSTANTIEEL, "claims": {}},
    )
    aanbieder.geef("medewerker", **medewerkeraccounts())
    yield settings.INLOGMIDDELEN
    cache.clear()


def medewerkeraccounts() -> dict[str, Any]:
    return {
        "sub-sanne": {"acr": MFA, "amr": ["pwd", "otp"], "claims": {"preferred_username": "sanne", "name": "Sanne"}},
        "sub-vreemd": {"acr": MFA, "claims": {"preferred_username": "vreemd"}},
        "sub-sann": {"acr": MFA, "claims": {"preferred_username": "sann"}},
        "sub-wachtwoord": {"acr": "urn:pwd", "amr": ["pwd"], "claims": {"preferred_username": "sanne"}},
        "sub-zonder": {"claims": {"preferred_username": "sanne"}},
    }


@pytest.fixture
def sanne(db: None) -> Gebruiker:
    return Gebruiker.objects.create(gebruikersnaam="sanne", achternaam="Sanne")


def maak_partij(bsn: str, voornaam: str) -> Partij:
    partij = Partij(soort_partij=SoortPartij.PERSOON, voornaam=voornaam, achternaam="Proef")
    partij.zet_bsn(bsn)
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


def partij_met(bsn: str) -> Partij | None:
    return Partij.objects.systeem("test").filter(bsn_zoekwaarde=zoekwaarde(bsn)).first()


def begin(client: Client, middel: str, vraag: str = "") -> str:
    """Where Mijn Zaken sends for this means."""
    antwoord = client.get(f"/inloggen/{middel}/{vraag}")
    assert antwoord.status_code == 302, antwoord.content[:300]
    return antwoord["Location"]


def log_in(client: Client, aanbieder: Aanbieder, middel: str, account: str, vraag: str = "") -> Any:
    """The whole way round; the answer of Mijn Zaken to what the provider said."""
    terug = Bezoeker(aanbieder).ga(begin(client, middel, vraag), account)
    assert terug.startswith(HIER)
    return client.get(terug.removeprefix(HIER))


def vraag_van(adres: str) -> dict[str, str]:
    return {naam: waarden[0] for naam, waarden in parse_qs(urlsplit(adres).query).items()}

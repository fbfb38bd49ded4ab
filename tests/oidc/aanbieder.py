"""Starts and drives the real OpenID provider: its own process, its own folder of packages."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa

from autorisatie.inloggen.omgeving import ACR, CLAIMS, MIDDELEN

HIER = Path(__file__).parent
WEG = "de inlogtests met een echte OpenID-aanbieder zijn weggelaten"
GEHEIM = "een-geheim-dat-alleen-de-tests-kennen-0123456789"


def ontbreekt() -> str:
    """Why the provider can't run here; empty when it can. Fetches its packages the first time."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node:
        return f"node is er niet: {WEG}"
    versie = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    if int(versie.strip().lstrip("v").split(".")[0]) < 20:
        return f"node {versie.strip()} is te oud (20 of later): {WEG}"
    if not (HIER / "node_modules" / "oidc-provider").is_dir():
        if not npm:
            return f"npm is er niet: {WEG}"
        haal = subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund", "--legacy-peer-deps"], cwd=HIER, capture_output=True, text=True
        )
        if haal.returncode:
            return f"npm kon oidc-provider niet ophalen: {WEG}"
    return ""


class Aanbieder:
    """The running provider. ``sleutel`` is its private key, so that a test can forge what it would never sign."""

    def __init__(self, adressen: list[str]) -> None:
        self.sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.andere_sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        openbaar = {"kid": "k1", "use": "sig", "alg": "RS256"}
        jwk = {**jwt.algorithms.RSAAlgorithm.to_jwk(self.sleutel, as_dict=True), **openbaar}
        jwk.pop("key_ops", None)
        config = {
            "geheim": GEHEIM,
            "jwk": jwk,
            "adressen": adressen,
            "acr": {middel: list(ACR[middel]) for middel in MIDDELEN},
            "claims": {middel: list(CLAIMS[middel].values()) for middel in MIDDELEN},
        }
        self._proces = subprocess.Popen(
            ["node", "aanbieder.mjs"],
            cwd=HIER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._proces.stdin
        assert self._proces.stdout
        self._proces.stdin.write(json.dumps(config) + "\n")
        self._proces.stdin.flush()
        self.basis = self._proces.stdout.readline().strip()
        assert self.basis.startswith("http://127.0.0.1:"), "de OpenID-aanbieder startte niet"

    def stop(self) -> None:
        self._proces.communicate(timeout=10)  # closes its standard input

    def geef(self, middel: str, **accounts: dict[str, Any]) -> None:
        """The accounts of one means: ``naam={"acr": ..., "amr": [...], "claims": {...}}``."""
        inhoud = {"middel": middel, "accounts": accounts}
        requests.post(f"{self.basis}/-/accounts", json=inhoud, timeout=10).raise_for_status()

    def blok(self, middel: str, **anders: Any) -> dict[str, Any]:
        """The settings of this means, as the environment would give them."""
        return {
            "aanbieder": f"{self.basis}/{middel}",
            "client_id": "mijnzaken",
            "client_geheim": GEHEIM,
            "niveau": 2 if middel == "digid" else 3,
            "acr": ACR[middel],
            "scopes": "openid gegevens",
            "alg": "RS256",
            "claims": CLAIMS[middel],
            **anders,
        }

    def teken(self, inhoud: dict[str, Any], *, alg: str = "RS256", sleutel: Any = None, kid: str = "k1") -> str:
        return jwt.encode(inhoud, sleutel if sleutel is not None else self.sleutel, algorithm=alg, headers={"kid": kid})

    def lees(self, token: str) -> dict[str, Any]:
        inhoud: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
        return inhoud


class Bezoeker:
    """Somebody's browser at the provider: it follows redirects there, and stops at the door of Mijn Zaken."""

    def __init__(self, aanbieder: Aanbieder) -> None:
        self.sessie = requests.Session()
        self.aanbieder = aanbieder

    def ga(self, adres: str, account: str = "") -> str:
        """From where Mijn Zaken sent, to the address with the answer; logs in as ``account`` if asked."""
        for _ in range(12):
            if not adres.startswith(self.aanbieder.basis):
                return adres
            antwoord = self.sessie.get(adres, allow_redirects=False, timeout=10)
            if antwoord.status_code == 200 and "/interactie/" in adres:
                assert account, "de aanbieder vraagt om in te loggen"
                antwoord = self.sessie.post(adres, data={"account": account}, allow_redirects=False, timeout=10)
            if "Location" not in antwoord.headers:
                raise AssertionError(f"{antwoord.status_code} op {urlsplit(adres).path}: {antwoord.text[:300]}")
            adres = urljoin(adres, antwoord.headers["Location"])
        raise AssertionError("de aanbieder stuurt in een kring")

    def uit(self, adres: str) -> str:
        """Follow RP-initiated log-out: confirm when asked, and end where the provider sends."""
        antwoord = self.sessie.get(adres, timeout=10)
        antwoord.raise_for_status()
        xsrf = re.search(r'name="xsrf" value="([^"]+)"', antwoord.text)
        actie = re.search(r'action="([^"]+)"', antwoord.text)
        assert xsrf
        assert actie
        antwoord = self.sessie.post(
            actie[1], data={"xsrf": xsrf[1], "logout": "yes"}, allow_redirects=False, timeout=10
        )
        return urljoin(adres, antwoord.headers["Location"])

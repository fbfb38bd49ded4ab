"""Another system as a test plays it: an applicatie with its secret, and calls with a token of its own."""

import json
from dataclasses import dataclass, field
from typing import Any

import jwt
from django.test import Client

from autorisatie.models import Applicatie, Autorisatie
from autorisatie.versleuteling import Geheim
from catalogus import klok
from catalogus.models import Proces, Zaaktype
from catalogus.vertrouwelijkheid import uit_zgw

GEHEIM = "een-lang-geheim-voor-de-proef-van-32"
ZAKEN = "/zaken/api/v1"


@dataclass
class Systeem:
    """``vraag`` sends; the short words are those of HTTP."""

    applicatie: Applicatie
    koppen: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=Client)
    geheim: str = GEHEIM

    def token(self, **meer: Any) -> str:
        inhoud = {"iss": self.applicatie.client_id, "iat": int(klok.nu().timestamp())}
        inhoud |= {"client_id": self.applicatie.client_id, "user_id": "jan", "user_representation": "Jan Jansen"}
        return jwt.encode(inhoud | meer, self.geheim, algorithm="HS256")

    def vraag(self, methode: str, adres: str, inhoud: Any = None, **koppen: str) -> Any:
        pad = "/" + adres.split("/", 3)[3] if adres.startswith("http") else adres
        kop = {"Authorization": f"Bearer {self.token()}", "Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}
        kop |= self.koppen | {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        lijf = {} if inhoud is None else {"data": json.dumps(inhoud), "content_type": "application/json"}
        return self.client.generic(methode, pad, headers=kop, **lijf)

    def haal(self, adres: str, **koppen: str) -> Any:
        return self.vraag("GET", adres, **koppen)

    def stuur(self, adres: str, inhoud: Any, **koppen: str) -> Any:
        return self.vraag("POST", adres, inhoud, **koppen)

    def wijzig(self, adres: str, inhoud: Any, **koppen: str) -> Any:
        return self.vraag("PATCH", adres, inhoud, **koppen)

    def verwijder(self, adres: str, **koppen: str) -> Any:
        return self.vraag("DELETE", adres, **koppen)


def systeem(naam: str = "vth", *, alles: bool = False, **velden: Any) -> Systeem:
    """An applicatie without rights, or with all of them."""
    rij = Applicatie(client_id=naam, label=f"Systeem {naam}", heeft_alle_autorisaties=alles, **velden)
    rij.geheim = Geheim.van(GEHEIM)  # type: ignore[assignment]
    rij.laatst_gebruikt_op = klok.nu()
    rij.save()
    return Systeem(rij)


def mag(wie: Systeem, identificatie: str, *scopes: str, tot: str = "zeer_geheim", component: str = "zrc") -> Systeem:
    """Give it scopes for one proces, up to a vertrouwelijkheidaanduiding."""
    Autorisatie.objects.create(
        applicatie=wie.applicatie,
        component=component,
        scopes=list(scopes),
        proces=Proces.objects.get(identificatie=identificatie),
        max_vertrouwelijkheid=uit_zgw(tot),
    )
    return wie


def adres_van(soort: Zaaktype) -> str:
    return f"http://127.0.0.1:8000/catalogi/api/v1/zaaktypen/{soort.uuid}"


def fouten(antwoord: Any) -> dict[str, str]:
    """Path of the field -> code."""
    assert antwoord.status_code == 400, (antwoord.status_code, antwoord.content)
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    return {f["name"]: f["code"] for f in antwoord.json()["invalidParams"]}

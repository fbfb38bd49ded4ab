"""The worked example of the page for developers: from a zaaktype to a decision, as calls that a test makes as well.

A call names what it takes from an earlier answer as ``{naam}``. What an API does not do yet is left out.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mijnzaken.api.bron import apis
from mijnzaken.api.poort import bewerking_van

ONDERTEKENEN = """\
CLIENT_ID='uw-client-id'
read -rsp 'Geheim: ' GEHEIM
url64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
KOP=$(printf '{"alg":"HS256","typ":"JWT"}' | url64)
INHOUD=$(printf '{"iss":"%s","client_id":"%s","iat":%s,"user_id":"jan","user_representation":"Jan"}' \\
  "$CLIENT_ID" "$CLIENT_ID" "$(date +%s)" | url64)
HANDTEKENING=$(printf '%s' "$KOP.$INHOUD" | openssl dgst -sha256 -hmac "$GEHEIM" -binary | url64)
TOKEN="$KOP.$INHOUD.$HANDTEKENING"
"""


@dataclass(frozen=True)
class Stap:
    """``neem``: name for a later step -> where it stands in the answer (``results.0.url``)."""

    uitleg: str | Promise
    api: str
    methode: str
    pad: str  # of the document
    vraag: str = ""  # query
    lijf: Mapping[str, Any] = field(default_factory=dict)
    neem: Mapping[str, str] = field(default_factory=dict)

    @property
    def bestaat(self) -> bool:
        api = apis().get(self.api)
        operatie = api.contract.operaties.get((self.methode.lower(), self.pad)) if api else None
        return api is not None and operatie is not None and bewerking_van(api, operatie) is not None

    @property
    def adres(self) -> str:
        return f"/{self.api}/api/v1{self.pad}{f'?{self.vraag}' if self.vraag else ''}"

    def curl(self) -> str:
        """As somebody types it; what an earlier answer gave stands in a variable of the shell."""
        koppen = ["Authorization: Bearer $TOKEN"]
        koppen += ["Accept-Crs: EPSG:4326"] if self.api == "zaken" else []
        koppen += ["Content-Crs: EPSG:4326"] if self.api == "zaken" and self.lijf else []
        koppen += ["Content-Type: application/json"] if self.lijf else []
        begin = f'curl -s "{settings.BASISADRES}{_met_variabelen(self.adres)}"'
        regels = [begin, *(f'-H "{kop}"' for kop in koppen)]
        if not self.lijf:
            return " \\\n  ".join(regels)
        inhoud = _met_variabelen(json.dumps(self.lijf, ensure_ascii=False, indent=2))
        return " \\\n  ".join([*regels, f"-d @- <<JSON\n{inhoud}\nJSON"])


def _met_variabelen(tekst: str) -> str:
    for naam in _NAMEN:
        tekst = tekst.replace(f"{{{naam}}}", f"${naam.upper()}")
    return tekst


STAPPEN = (
    Stap(
        _("Zoek het zaaktype. De lijst geeft de versie die is gepubliceerd."),
        "catalogi",
        "GET",
        "/zaaktypen",
        "identificatie=parkeervergunning-bewoners",
        neem={"zaaktype": "results.0.url"},
    ),
    Stap(
        _("Maak de zaak. Zonder identificatie krijgt zij een nummer van ons."),
        "zaken",
        "POST",
        "/zaken",
        lijf={
            "bronorganisatie": "517439943",
            "verantwoordelijkeOrganisatie": "517439943",
            "zaaktype": "{zaaktype}",
            "startdatum": "2026-03-02",
            "omschrijving": "Vergunning voor de Spoorlaan",
        },
        neem={"zaak": "url"},
    ),
    Stap(
        _("Zoek de statussen van het zaaktype."),
        "catalogi",
        "GET",
        "/statustypen",
        "zaaktype={zaaktype}",
        neem={"statustype": "results.-1.url", "eindstatustype": "results.0.url"},
    ),
    Stap(
        _("Zet de eerste status. De inwoner leest de woorden van het zaaktype."),
        "zaken",
        "POST",
        "/statussen",
        lijf={"zaak": "{zaak}", "statustype": "{statustype}", "datumStatusGezet": "2026-03-02T09:00:00Z"},
    ),
    Stap(
        _("Zoek de soort besluit van het zaaktype."),
        "catalogi",
        "GET",
        "/besluittypen",
        "zaaktypen={zaaktype}",
        neem={"besluittype": "results.0.url"},
    ),
    Stap(
        _("Leg het besluit vast. De inwoner ziet het bij de zaak, met wat hij ertegen kan doen."),
        "besluiten",
        "POST",
        "/besluiten",
        lijf={
            "verantwoordelijkeOrganisatie": "517439943",
            "besluittype": "{besluittype}",
            "zaak": "{zaak}",
            "datum": "2026-03-02",
            "ingangsdatum": "2026-03-03",
            "toelichting": "U krijgt de vergunning.",
        },
        neem={"besluit": "url"},
    ),
    Stap(
        _("Lees de zaak, met haar status en zaaktype in hetzelfde antwoord."),
        "zaken",
        "GET",
        "/zaken",
        "zaaktype={zaaktype}&expand=status,zaaktype",
    ),
)
_NAMEN = sorted({naam for stap in STAPPEN for naam in stap.neem}, key=len, reverse=True)


def stappen() -> list[Stap]:
    """Those that can be done now."""
    return [stap for stap in STAPPEN if stap.bestaat]


def uit_antwoord(antwoord: Any, plek: str) -> Any:
    """``results.0.url`` of an answer."""
    for deel in plek.split("."):
        antwoord = antwoord[int(deel)] if isinstance(antwoord, list) else antwoord[deel]
    return antwoord

"""The OpenAPI document of each API, at its own address, for everyone: what we accept is no secret."""

import json
from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from autorisatie.toegang import openbaar
from mijnzaken.api.algemeen import METHODEN
from mijnzaken.api.bron import Api, apis
from mijnzaken.api.poort import bewerking_van


def van(api: Api) -> dict[str, Any]:
    """As it is served: with the address of this installation, and without what nothing answers yet."""
    paden = {pad: {**inhoud} for pad, inhoud in api.contract.document["paths"].items()}
    for methode, pad in nog_niet(api):
        del paden[pad][methode]
    paden = {pad: inhoud for pad, inhoud in paden.items() if inhoud.keys() & set(METHODEN)}
    return {**api.contract.document, "paths": paden, "servers": [{"url": f"{settings.BASISADRES}{api.wortel}"}]}


def nog_niet(api: Api) -> list[tuple[str, str]]:
    """The operations (method, address) of the standard that this program does not have."""
    return [plaats for plaats, operatie in api.contract.operaties.items() if bewerking_van(api, operatie) is None]


@lru_cache(maxsize=32)
def _geschreven(naam: str, vorm: str, basis: str) -> bytes:
    document = van(apis()[naam])
    if vorm == "yaml":
        return yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True).encode()
    return json.dumps(document, ensure_ascii=False).encode()


@openbaar
def toon(request: HttpRequest, api: str, vorm: str) -> HttpResponse:
    soort = {"yaml": "application/yaml", "json": "application/json"}[vorm]
    return HttpResponse(
        _geschreven(api, vorm, settings.BASISADRES),
        content_type=soort,
        headers={"API-version": apis()[api].contract.versie, "Access-Control-Allow-Origin": "*"},
    )

"""The OpenAPI document of each API, at its own address, for everyone: what we accept is no secret."""

import json
from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from autorisatie.toegang import openbaar
from mijnzaken.api.bron import Api, apis


def van(api: Api) -> dict[str, Any]:
    """As it is served: with the address of this installation."""
    return {**api.contract.document, "servers": [{"url": f"{settings.BASISADRES}{api.wortel}"}]}


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

"""``/<api>/api/v1/``: the collections of an API, by name."""

from typing import Any

from autorisatie.toegang import View
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api
from mijnzaken.api.poort import view_voor
from mijnzaken.api.vraag import Antwoord, Vraag


def maak_view(api: Api) -> View:
    namen = {bron.naam: adres(f"{api.wortel}{bron.pad}") for bron in api.bronnen if "{" not in bron.pad}

    def verzamelingen(vraag: Vraag) -> Antwoord:
        inhoud: dict[str, Any] = {**namen, "schema": adres(f"{api.wortel}/schema/openapi.yaml")}
        return Antwoord(inhoud)

    return view_voor(api, verzamelingen)

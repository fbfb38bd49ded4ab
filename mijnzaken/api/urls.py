"""The addresses of the national APIs, as their documents name them."""

import re

from django.urls import URLPattern, path, re_path

from mijnzaken.api import document, uitleg, wortel
from mijnzaken.api.autorisaties.api import API as AUTORISATIES
from mijnzaken.api.besluiten.api import API as BESLUITEN
from mijnzaken.api.bron import Api
from mijnzaken.api.catalogi.api import API as CATALOGI
from mijnzaken.api.documenten.api import API as DOCUMENTEN
from mijnzaken.api.klantinteracties.api import API as KLANTINTERACTIES
from mijnzaken.api.notificaties.api import API as NOTIFICATIES
from mijnzaken.api.poort import geen_adres, maak_view
from mijnzaken.api.taken.api import API as TAKEN
from mijnzaken.api.zaken.api import API as ZAKEN

APIS = (ZAKEN, CATALOGI, DOCUMENTEN, BESLUITEN, AUTORISATIES, NOTIFICATIES, KLANTINTERACTIES, TAKEN)


def _adressen(api: Api) -> list[URLPattern]:
    """Fixed parts before variable ones: ``/zaken/_zoek`` is no uuid."""
    wortel_ = api.wortel.removeprefix("/")
    gevonden = [
        path(f"{wortel_}/", wortel.maak_view(api), name=f"api_{api.naam}"),
        *(
            path(
                f"{wortel_}/schema/openapi.{vorm}",
                document.toon,
                {"api": api.naam, "vorm": vorm},
                name=f"api_{api.naam}_{vorm}",
            )
            for vorm in ("yaml", "json")
        ),
    ]
    for pad in sorted({pad for _, pad in api.contract.operaties}, key=lambda p: ("{" in p.rpartition("/")[2], p)):
        if (view := maak_view(api, pad)) is not None:
            route = re.sub(r"\{(\w+)\}", r"<str:\1>", pad.removeprefix("/"))
            gevonden.append(path(f"{wortel_}/{route}", view, name=f"api_{api.naam}_{pad}"))
    gevonden.append(path(wortel_, geen_adres(api), name=f"api_{api.naam}_zonder_streep"))
    gevonden.append(re_path(rf"^{wortel_}/.*", geen_adres(api), name=f"api_{api.naam}_anders"))
    return gevonden


# The pages about them, for who makes another system; tests/adressen has a line for each.
PAGINAS = [
    path("ontwikkelaars/", uitleg.ontwikkelaars, name="ontwikkelaars"),
    path("ontwikkelaars/<slug:naam>/", uitleg.document, name="ontwikkelaars_api"),
]
VAN_DE_APIS = [adres for api in APIS for adres in _adressen(api)]
urlpatterns: list[URLPattern] = [*PAGINAS, *VAN_DE_APIS]

"""The pages for who makes another system: how to get in, a worked example, each document as a page, and what is
different here from the standard. Made from the documents themselves, so that they say what the gate does.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie.fouten import BestaatNiet
from autorisatie.toegang import openbaar
from mijnzaken.api import toegang, voorbeeld
from mijnzaken.api.bron import Api, apis
from mijnzaken.api.contract import Aanpassing, Operatie
from mijnzaken.api.poort import bewerking_van

DIEP = 4  # levels of a body that are written out
MEESTE_PLEKKEN = 6  # places of one difference that are named


@openbaar
@require_safe
def ontwikkelaars(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "api/ontwikkelaars.html",
        {
            "apis": [
                {
                    "api": api,
                    "titel": api.contract.document["info"]["title"],
                    "gedaan": len(_gedaan(api)),
                    "alle": len(_alle(api)),
                    "verschillen": len(_verschillen(api)),
                }
                for api in apis().values()
            ],
            "token": voorbeeld.ONDERTEKENEN,
            "stappen": [
                {"stap": stap, "curl": stap.curl(), "neem": [(n.upper(), p) for n, p in stap.neem.items()]}
                for stap in voorbeeld.stappen()
            ],
            "vers": toegang.VERS // 60,
            "grens": settings.API_VERZOEKEN_PER_MINUUT,
        },
    )


@openbaar
@require_safe
def document(request: HttpRequest, naam: str) -> HttpResponse:
    """One API: every operation that its document names, what it asks and answers, and what is different here."""
    api = apis().get(naam)
    if api is None:
        raise BestaatNiet
    return render(
        request,
        "api/document.html",
        {
            "api": api,
            "info": api.contract.document["info"],
            "uitleg": api.contract.document["info"]["description"].replace("`", ""),
            "adres": f"{settings.BASISADRES}{api.wortel}",
            "groepen": operaties(naam),
            "verschillen": _verschillen(api),
        },
    )


def _alle(api: Api) -> list[Operatie]:
    return list(api.contract.operaties.values())


def _gedaan(api: Api) -> list[Operatie]:
    return [operatie for operatie in _alle(api) if bewerking_van(api, operatie) is not None]


@lru_cache(maxsize=16)
def operaties(naam: str) -> list[dict[str, Any]]:
    """By address, in the order of the document."""
    api = apis()[naam]
    groepen: dict[str, list[dict[str, Any]]] = {}
    for operatie in _alle(api):
        groepen.setdefault(operatie.pad, []).append(_operatie(api, operatie))
    return [{"pad": pad, "anker": pad.strip("/").replace("/", "-"), "operaties": rij} for pad, rij in groepen.items()]


def _operatie(api: Api, operatie: Operatie) -> dict[str, Any]:
    schemas = api.contract.document.get("components", {}).get("schemas", {})
    lijf = next((v["schema"] for s, v in _inhoud(operatie).items() if s.endswith("json")), None)
    return {
        "methode": operatie.methode.upper(),
        "naam": operatie.naam,
        "wat": operatie.inhoud.get("summary") or operatie.inhoud.get("description", "").split("\n")[0],
        "uitleg": operatie.inhoud.get("description", "").replace("`", ""),
        "scopes": sorted(operatie.scopes),
        "bestaat": bewerking_van(api, operatie) is not None,
        "parameters": [_parameter(schema, naam) for naam, (schema, _) in operatie.parameters.items()],
        "velden": list(_velden(lijf, schemas)) if lijf else [],
        "antwoorden": [
            (code, a.get("description", "")) for code, a in sorted(operatie.inhoud.get("responses", {}).items())
        ],
    }


def _inhoud(operatie: Operatie) -> Mapping[str, Any]:
    inhoud: Mapping[str, Any] = operatie.inhoud.get("requestBody", {}).get("content", {})
    return inhoud


def _parameter(schema: Mapping[str, Any], naam: str) -> dict[str, str]:
    return {"naam": naam, "soort": _soort(schema)}


def _velden(
    schema: Mapping[str, Any], schemas: Mapping[str, Any], pad: str = "", diep: int = 0
) -> Iterator[dict[str, Any]]:
    """What may stand in a body, as paths: ``verlenging.reden``. What only we write is left out."""
    schema = _opgelost(schema, schemas)
    vereist = set(schema.get("required", ()))
    velden = dict(schema.get("properties", {}))
    for soort in schema.get("discriminator", {}).get("mapping", {}).values():  # what each kind has more
        velden = _opgelost({"$ref": soort}, schemas).get("properties", {}) | velden
    for naam, veld in velden.items():
        heel = _opgelost(veld, schemas)
        if veld.get("readOnly") or heel.get("readOnly"):
            continue
        deel = heel.get("items", {}) if heel.get("type") == "array" else heel
        hier = f"{pad}{naam}"
        yield {
            "naam": hier,
            "soort": _soort(heel),
            "vereist": naam in vereist,
            "uitleg": (veld.get("description") or heel.get("description") or "").split("\n")[0].replace("`", ""),
        }
        if diep < DIEP and "properties" in _opgelost(deel, schemas):
            yield from _velden(deel, schemas, f"{hier}.", diep + 1)


def _opgelost(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """A reference followed, the parts of an ``allOf`` as one."""
    if "$ref" in schema:
        return _opgelost(schemas.get(schema["$ref"].rpartition("/")[2], {}), schemas)
    if "allOf" in schema:
        heel: dict[str, Any] = {naam: waarde for naam, waarde in schema.items() if naam != "allOf"}
        for deel in schema["allOf"]:
            deel = _opgelost(deel, schemas)
            velden = {**heel.get("properties", {}), **deel.get("properties", {})}
            vereist = [*heel.get("required", ()), *deel.get("required", ())]
            heel = {**deel, **heel, **({"properties": velden} if velden else {}), "required": vereist}
        return heel
    return schema


def _soort(schema: Mapping[str, Any]) -> str:
    """The type in one line: ``string (date)``, ``openbaar | intern``, ``array``."""
    if keuzes := [str(keuze) for keuze in schema.get("enum", ()) if keuze not in (None, "")]:
        return " | ".join(keuzes[:10]) + (" | …" if len(keuzes) > 10 else "")
    soort = str(schema.get("type", "object"))
    if soort == "array" and "type" in schema.get("items", {}):
        soort = f"array van {schema['items']['type']}"
    return f"{soort} ({schema['format']})" if schema.get("format") else soort


def _verschillen(api: Api) -> list[dict[str, str]]:
    """What is different from the standard's document, one line for each reason."""
    gevonden: dict[str, list[str]] = {}
    for aanpassing in api.contract.verschillen:
        gevonden.setdefault(aanpassing.reden, []).append(_plek(aanpassing))
    return [{"reden": reden, "waar": _plekken(plekken)} for reden, plekken in gevonden.items()]


def _plekken(plekken: list[str]) -> str:
    """Named, as far as somebody would read them."""
    eigen = list(dict.fromkeys(plekken))
    if len(eigen) > MEESTE_PLEKKEN:
        return _("%(aantal)s operaties") % {"aantal": len(eigen)}
    return ", ".join(eigen)


def _plek(aanpassing: Aanpassing) -> str:
    """Where in the document: the operation, or the schema."""
    if aanpassing.pad[0] == "paths":
        return " ".join(deel.upper() if nummer else deel for nummer, deel in enumerate(aanpassing.pad[1:3]))
    return ".".join(aanpassing.pad[-3:] if len(aanpassing.pad) > 3 else aanpassing.pad)

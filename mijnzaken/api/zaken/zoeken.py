"""``/zaken/_zoek``: the list of zaken by a body, with an area, and with only those attributes that are asked for."""

from collections.abc import Mapping
from typing import Any

from mijnzaken.api import lijst
from mijnzaken.api.contract import Operatie
from mijnzaken.api.fouten import ApiFout, veldfout
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.api.waarden import Fouten
from mijnzaken.api.zaken.zaak import ZAKEN

ALLES = "*"


def zoek(vraag: Vraag) -> Antwoord:
    """What the list takes in its address stands in the body here, with the same meaning and the same checks."""
    lijf = {naam: waarde for naam, waarde in vraag.gegevens.items() if waarde is not None}
    velden = lijf.pop("fields", None)
    if velden and (lijf.get("expand") or vraag.parameters.get("expand")):  # zrc-029
        raise veldfout("fields", "fields-and-expand", "Gebruik fields of expand, niet allebei.")
    boom = _boom(velden) if velden else {}
    vraag.gegevens = lijf = _getoetst(vraag, lijf)
    gevraagd = vraag.parameters | lijf
    if boom:
        gevraagd["expand"] = ",".join(_paden(boom))
    antwoord = lijst.toon(vraag, ZAKEN, gevraagd)
    if velden:
        antwoord.inhoud["results"] = [_alleen(rij, velden) for rij in antwoord.inhoud["results"]]
    return antwoord


def _getoetst(vraag: Vraag, lijf: Mapping[str, Any]) -> dict[str, Any]:
    """By the checks of the parameters of the list: the document says no more of them here than that it is text."""
    van_lijst: Operatie = vraag.api.contract.operaties["get", ZAKEN.pad]
    fouten: Fouten = []
    schoon = {
        naam: van_lijst.parameters[naam][1](waarde, naam, fouten) if naam in van_lijst.parameters else waarde
        for naam, waarde in lijf.items()
        if naam != "ordering"
    }
    if fouten:
        raise ApiFout(400, velden=fouten)
    return schoon | ({"ordering": lijf["ordering"]} if lijf.get("ordering") else {})


# -- fields: zrc-029 ---------------------------------------------------------------------------------------------------


def _boom(velden: Any) -> dict[str, Any]:
    """The relations that these fields open: a field with fields of its own."""
    boom: dict[str, Any] = {}
    for veld in velden if isinstance(velden, list) else []:
        if isinstance(veld, dict):
            for naam, verder in veld.items():
                boom[naam] = _boom(verder)
        elif not isinstance(veld, str):
            raise veldfout("fields", "invalid", "Een veld is een naam, of een naam met de velden daarvan.")
    return boom


def _paden(boom: Mapping[str, Any], voor: str = "") -> list[str]:
    """As ``expand`` writes them; what is an object of the zaak itself is no relation."""
    paden = []
    for naam, verder in boom.items():
        if voor or naam in ZAKEN.uitklap:
            paden += [f"{voor}{naam}", *_paden(verder, f"{voor}{naam}.")]
    return paden


def _alleen(rij: dict[str, Any], velden: list[Any]) -> dict[str, Any]:
    """Of a thing only what was asked of it; a relation that was opened stands in the place of its address."""
    uit: dict[str, Any] = {}
    for veld in velden:
        if veld == ALLES:
            uit |= {naam: waarde for naam, waarde in rij.items() if naam != "_expand"}
        elif isinstance(veld, str) and veld in rij:
            uit[veld] = rij[veld]
        elif isinstance(veld, dict):
            for naam, verder in veld.items():
                open_ = rij.get("_expand", {}).get(naam, rij.get(naam))
                uit[naam] = _deel(open_, verder)
    return uit


def _deel(waarde: Any, velden: list[Any]) -> Any:
    match waarde:
        case dict():
            return _alleen(waarde, velden)
        case list():
            return [_deel(deel, velden) for deel in waarde]
    return waarde

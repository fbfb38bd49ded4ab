"""Changes to a table, each giving a new table: what is published stays as it is."""

import copy
from collections.abc import Mapping
from typing import Any

from catalogus.beslissen.tabel import beslis

Inhoud = dict[str, Any]


def vraag_zetten(inhoud: Mapping[str, Any], vraag: Mapping[str, Any], *, was: str = "") -> Inhoud:
    """Add a question, or replace the one that is called ``was``; conditions and examples that no longer fit it go."""
    nieuw = copy.deepcopy(dict(inhoud))
    oud = next((v for v in nieuw["vragen"] if v["naam"] == was), None)
    if oud is None:
        nieuw["vragen"].append(dict(vraag))
        return nieuw
    nieuw["vragen"] = [dict(vraag) if v["naam"] == was else v for v in nieuw["vragen"]]
    if (oud["soort"], oud.get("keuzes")) != (vraag["soort"], vraag.get("keuzes")):
        return _zonder_antwoorden(nieuw, was)
    for deel in _delen(nieuw):
        if was in deel:
            deel[vraag["naam"]] = deel.pop(was)
    return nieuw


def vraag_weghalen(inhoud: Mapping[str, Any], naam: str) -> Inhoud:
    nieuw = _zonder_antwoorden(copy.deepcopy(dict(inhoud)), naam)
    nieuw["vragen"] = [v for v in nieuw["vragen"] if v["naam"] != naam]
    return nieuw


def regel_zetten(inhoud: Mapping[str, Any], regel: Mapping[str, Any], *, nummer: int | None = None) -> Inhoud:
    """Replace rule ``nummer`` (from 1), or add one: before a last rule that always fits, for it would never decide."""
    nieuw = copy.deepcopy(dict(inhoud))
    regels = nieuw["regels"]
    if nummer is not None:
        regels[nummer - 1] = dict(regel)
    elif regels and not regels[-1]["als"] and regel["als"]:
        regels.insert(len(regels) - 1, dict(regel))
    else:
        regels.append(dict(regel))
    return nieuw


def regel_weghalen(inhoud: Mapping[str, Any], nummer: int) -> Inhoud:
    nieuw = copy.deepcopy(dict(inhoud))
    del nieuw["regels"][nummer - 1]
    return nieuw


def regel_omhoog(inhoud: Mapping[str, Any], nummer: int) -> Inhoud:
    """Change places with the rule before it; the first stays where it is."""
    nieuw = copy.deepcopy(dict(inhoud))
    if nummer > 1:
        regels = nieuw["regels"]
        regels[nummer - 2], regels[nummer - 1] = regels[nummer - 1], regels[nummer - 2]
    return nieuw


def voorbeeld_bewaren(inhoud: Mapping[str, Any], naam: str, antwoorden: Mapping[str, Any]) -> Inhoud:
    """Keep these answers with the outcome that they have now; an example of that name is replaced."""
    nieuw = copy.deepcopy(dict(inhoud))
    uitslag = beslis(inhoud, antwoorden)
    voorbeeld = {"naam": naam, "antwoorden": dict(antwoorden), "verwacht": uitslag.dan and dict(uitslag.dan)}
    nieuw["voorbeelden"] = [v for v in nieuw["voorbeelden"] if v["naam"] != naam] + [voorbeeld]
    return nieuw


def voorbeeld_weghalen(inhoud: Mapping[str, Any], nummer: int) -> Inhoud:
    nieuw = copy.deepcopy(dict(inhoud))
    del nieuw["voorbeelden"][nummer - 1]
    return nieuw


def _zonder_antwoorden(inhoud: Inhoud, naam: str) -> Inhoud:
    for deel in _delen(inhoud):
        deel.pop(naam, None)
    return inhoud


def _delen(inhoud: Inhoud) -> list[dict[str, Any]]:
    return [*(r["als"] for r in inhoud["regels"]), *(v["antwoorden"] for v in inhoud["voorbeelden"])]

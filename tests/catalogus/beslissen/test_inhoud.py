"""A table that is not right is refused at the door, with what and where."""

import copy
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from catalogus.beslissen.inhoud import controleer_inhoud
from tests.catalogus.beslissen.tabellen import PARKEREN


def _met(**anders: Any) -> dict[str, Any]:
    return copy.deepcopy(PARKEREN) | anders


def _regel(als: Any, dan: Any = None) -> dict[str, Any]:
    return _met(regels=[{"als": als, "dan": dan if dan is not None else {"bedrag": 1}}])


def _vraag(**velden: Any) -> dict[str, Any]:
    return _met(vragen=[{"naam": "x", "label": "X", "soort": "getal"} | velden], regels=[])


@pytest.mark.parametrize(
    "tabel, reden",
    [
        ([], "is een object"),
        ({}, "heeft precies"),
        (_met(uitkomst="kleur"), "De uitkomst is een van"),
        (_met(uitkomst="krijgt", vragen=[], regels=[{"als": {}, "dan": {"bedrag": 1}}]), "de uitkomst is een bedrag"),
        (_met(uitkomst="krijgt", vragen=[], regels=[{"als": {}, "dan": {"krijgt": -1}}]), "een geheel aantal centen"),
        (_met(vragen=[], regels=[{"als": {"weg": {"is": True}}, "dan": {"bedrag": 1}}]), "geen vraag van deze tabel"),
        (_vraag(naam="Hoofdletter"), "kleine letters"),
        (_vraag(label=" "), "geen label"),
        (_vraag(soort="adres"), "de soort is een van"),
        (_vraag(soort="keuze"), "keuzes horen bij"),
        (_vraag(keuzes=[{"waarde": "a", "label": "A"}]), "keuzes horen bij"),
        (_vraag(soort="keuze", keuzes=[{"waarde": "a", "label": "A"}] * 2), "twee keer"),
        (_met(vragen=PARKEREN["vragen"] + PARKEREN["vragen"][:1], regels=[]), "staat er twee keer"),
        (_regel({"eigen_plek": {"is": "ja"}}), "Regel 1, Heeft u een eigen parkeerplek.: kies ja of nee"),
        (_regel({"eigen_plek": {}}), "laat een voorwaarde weg"),
        (_regel({"houder": {"een_van": ["buurman"]}}), "kies uit zelf, werkgever"),
        (_regel({"houder": {"een_van": []}}), "kies uit"),
        (_regel({"hoeveelste": {"van": "twee"}}), "geen waarde van de soort getal"),
        (_regel({"hoeveelste": {"van": True}}), "geen waarde van de soort getal"),
        (_regel({"hoeveelste": {"van": 3, "tot_en_met": 2}}), "van ligt na tot en met"),
        (_regel({"hoeveelste": {"boven": 3}}), "van of tot en met"),
        (_regel({}, {"bedrag": 4.5}), "geheel aantal centen"),
        (_regel({}, {"bedrag": -1}), "geheel aantal centen"),
        (_regel({}, {"mag": True}), "de uitkomst is een bedrag"),
        (_regel({}) | {"uitkomst": "duur"}, "de uitkomst is een duur"),
        (_regel({}, {"duur": "8 weken"}) | {"uitkomst": "duur"}, "geen periode"),
        (_regel({}, {"mag": False}) | {"uitkomst": "mag"}, "zeg waarom het niet mag"),
        (_met(voorbeelden=[{"naam": "x", "antwoorden": {"hoeveelste": "x"}, "verwacht": None}]), "Voorbeeld 1"),
        (_met(voorbeelden=[{"naam": "", "antwoorden": {}, "verwacht": None}]), "Voorbeeld 1 heeft geen naam"),
        (_met(regels=[{"als": {}, "dan": {"bedrag": 1}}] * 201), "ten hoogste 200 regels"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(tabel: Any, reden: str) -> None:
    with pytest.raises(ValidationError, match=reden):
        controleer_inhoud(tabel)


def test_wat_klopt_komt_binnen() -> None:
    controleer_inhoud(PARKEREN)

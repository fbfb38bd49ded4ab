"""Every question of the example catalogue makes a field that is drawn, and every term of it can be counted."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string

from catalogus.formulieren import geldige_waarden, maak_formulier
from catalogus.termijnen import Vrijedagen, einddatum
from catalogus.uitwisseling.bestanden import DEMOSTAD
from tests.catalogus.formulieren.vragen import Vraag

BESTANDEN = [json.loads(pad.read_text()) for pad in sorted(DEMOSTAD.glob("*.json"))]
VERSIES = [
    pytest.param(versie, id=f"{proces['identificatie']}-{versie['versienummer']}")
    for bestand in BESTANDEN
    for proces in bestand.get("processen", ())
    for versie in proces["versies"]
]
VELDEN = set(Vraag.__dataclass_fields__)


def vragen(versie: dict[str, Any]) -> list[Vraag]:
    return [Vraag(**{naam: rij[naam] for naam in VELDEN & rij.keys()}) for rij in versie.get("gegevens", ())]


def duren(deel: Any) -> Iterator[str]:
    if isinstance(deel, dict):
        yield from (deel[naam] for naam in ("doorlooptijd", "verlengingstermijn", "beslistermijn") if deel.get(naam))
    for onder in deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else ():
        yield from duren(onder)


@pytest.mark.parametrize("versie", VERSIES)
def test_elk_gegeven_wordt_een_veld_dat_te_tekenen_is(versie: dict[str, Any]) -> None:
    alle = vragen(versie)
    form = maak_formulier(alle)
    assert len(form.fields) == len(alle)
    tekst = render_to_string("onderdelen/formulierpagina.html", {"form": form})
    for vraag in alle:
        assert f'name="{vraag.naam}' in tekst
        assert (form.fields[vraag.naam].toon_als != "") is bool(vraag.toon_als)  # type: ignore[attr-defined]


@pytest.mark.parametrize("versie", VERSIES)
def test_een_leeg_formulier_vraagt_wat_verplicht_is_en_getoond_wordt(versie: dict[str, Any]) -> None:
    alle = vragen(versie)
    form = maak_formulier(alle, data={})
    form.is_valid()
    zichtbaar = set(geldige_waarden(alle, {vraag.naam: None for vraag in alle}))
    assert set(form.errors) == {vraag.naam for vraag in alle if vraag.verplicht and vraag.naam in zichtbaar}


def test_elke_termijn_is_te_tellen_in_elk_jaar_van_de_tabel() -> None:
    vrij = Vrijedagen.van(date.fromisoformat(rij["datum"]) for b in BESTANDEN for rij in b.get("vrijedagen", ()))
    assert {2024, 2025, 2026, 2027, 2028, 2029} <= vrij.jaren
    alle = {duur for bestand in BESTANDEN for duur in duren(bestand)}
    assert {"P8W", "P6W", "P1M"} <= alle
    for duur in alle:
        for begin in (date(2025, 12, 31), date(2028, 2, 29)):
            assert einddatum(begin, duur, vrije_dagen=vrij) > begin

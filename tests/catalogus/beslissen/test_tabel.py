"""The first rule that fits decides; nothing that is typed or missing makes deciding fail."""

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.beslissen.inhoud import controleer_inhoud
from catalogus.beslissen.tabel import Uitslag, beslis
from catalogus.beslissen.woorden import rijen_in_woorden, uitkomst_in_woorden, uitslag_in_woorden
from tests.catalogus.beslissen.tabellen import PARKEREN, ROMMEL, tabel_en_antwoorden, tabellen


@pytest.mark.parametrize(
    "antwoorden, regel, bedrag",
    [
        ({"eigen_plek": True}, 1, 9600),
        ({"eigen_plek": False, "hoeveelste": 2}, 2, 9600),
        ({"eigen_plek": False, "hoeveelste": 1, "houder": "werkgever"}, 3, 0),
        ({"eigen_plek": False, "hoeveelste": 1, "houder": "zelf"}, 4, 4800),
    ],
)
def test_de_eerste_regel_die_past_beslist(antwoorden: dict[str, Any], regel: int, bedrag: int) -> None:
    uitslag = beslis(PARKEREN, antwoorden)
    assert uitslag.regel == regel
    assert uitslag.dan is not None
    assert uitslag.dan["bedrag"] == bedrag


def test_een_latere_regel_beslist_niet_voor_haar_beurt() -> None:
    assert beslis(PARKEREN, {"hoeveelste": 1}) == Uitslag(ontbreekt=("eigen_plek",))
    assert beslis(PARKEREN, {"eigen_plek": False, "hoeveelste": 1}) == Uitslag(ontbreekt=("houder",))
    assert beslis(PARKEREN, {"eigen_plek": False, "houder": "zelf"}) == Uitslag(ontbreekt=("hoeveelste",))


def test_zonder_passende_regel_is_er_geen_uitkomst() -> None:
    tabel = copy.deepcopy(PARKEREN)
    tabel["regels"].pop()
    assert beslis(tabel, {"eigen_plek": False, "hoeveelste": 1, "houder": "zelf"}) == Uitslag()


@given(tabel_en_antwoorden())
def test_elke_tabel_die_is_toegelaten_geeft_een_uitslag(paar: tuple[dict[str, Any], dict[str, Any]]) -> None:
    tabel, antwoorden = paar
    controleer_inhoud(tabel)
    uitslag = beslis(tabel, antwoorden)
    assert uitslag.ontbreekt == ()
    assert uitslag_in_woorden(tabel, uitslag)
    assert len(rijen_in_woorden(tabel)) == len(tabel["regels"])


@given(tabellen(), st.dictionaries(st.sampled_from(["v0", "v1", "v2", "v3", "x"]), ROMMEL))
def test_rare_antwoorden_geven_geen_fout(tabel: dict[str, Any], antwoorden: dict[str, Any]) -> None:
    uitslag = beslis(tabel, antwoorden)
    assert (uitslag.regel is None) == (uitslag.dan is None)


@given(tabel_en_antwoorden())
def test_de_eerste_wint_en_latere_regels_doen_er_niet_toe(paar: tuple[dict[str, Any], dict[str, Any]]) -> None:
    tabel, antwoorden = paar
    uitslag = beslis(tabel, antwoorden)
    for nummer, regel in enumerate(tabel["regels"], start=1):
        alleen = beslis({**tabel, "regels": [regel]}, antwoorden)
        past = alleen.regel == 1
        assert past == (nummer == uitslag.regel) or nummer > (uitslag.regel or 0), nummer
    if uitslag.regel:
        korter = {**tabel, "regels": tabel["regels"][: uitslag.regel]}
        assert beslis(korter, antwoorden) == uitslag


@given(tabel_en_antwoorden())
def test_een_lege_voorwaarde_betekent_maakt_niet_uit(paar: tuple[dict[str, Any], dict[str, Any]]) -> None:
    tabel, antwoorden = paar
    vrij = {**tabel, "regels": [{"als": {}, "dan": {"bedrag": 1}}]}
    assert beslis(vrij, antwoorden).regel == beslis(vrij, {}).regel == 1


@given(tabel_en_antwoorden())
def test_een_antwoord_erbij_verandert_een_uitslag_niet(paar: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """With fewer answers there is the same rule, or none yet: never another rule."""
    tabel, antwoorden = paar
    heel = beslis(tabel, antwoorden)
    for naam in antwoorden:
        minder = beslis(tabel, {ander: waarde for ander, waarde in antwoorden.items() if ander != naam})
        assert minder == heel or minder.ontbreekt == (naam,)


def test_grenzen_tellen_mee_ook_bij_datums() -> None:
    tabel = {
        "uitkomst": "mag",
        "vragen": [{"naam": "sinds", "label": "Sinds wanneer?", "soort": "datum"}],
        "regels": [{"als": {"sinds": {"van": "2024-02-29", "tot_en_met": "2024-03-01"}}, "dan": {"mag": True}}],
        "voorbeelden": [],
    }
    controleer_inhoud(tabel)
    raak = [dag for dag in (28, 29) if beslis(tabel, {"sinds": date(2024, 2, dag).isoformat()}).regel]
    assert raak == [29]
    assert beslis(tabel, {"sinds": "2024-03-01"}).regel == 1
    assert beslis(tabel, {"sinds": "2024-03-02"}).regel is None


def test_wat_iemand_krijgt_leest_als_een_bedrag() -> None:
    zin = uitkomst_in_woorden({"krijgt": 2500, "eenheid": "per m²"})
    assert zin.replace("\N{NO-BREAK SPACE}", " ") == "€ 25,00 per m²"
    assert uitkomst_in_woorden({"krijgt": 0}) == "niets"

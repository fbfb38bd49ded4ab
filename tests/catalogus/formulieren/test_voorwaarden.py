"""Conditions that show or hide a question."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.formulieren import OnbekendeVoorwaarde, geldige_waarden, getoond, maak_formulier, voorwaarde
from catalogus.formulieren.voorwaarden import vereenvoudig
from tests.catalogus.formulieren.vragen import KLEUREN, Vraag


@pytest.mark.parametrize(
    ("toon_als", "waarden", "uitkomst"),
    [
        ({}, {}, True),
        ({"gegeven": "x", "is": "a"}, {"x": "a"}, True),
        ({"gegeven": "x", "is": "a"}, {"x": "b"}, False),
        ({"gegeven": "x", "is": "a"}, {}, False),
        ({"gegeven": "x", "is": True}, {"x": True}, True),
        ({"gegeven": "x", "is": True}, {"x": 1}, False),
        ({"gegeven": "x", "is": False}, {}, False),
        ({"gegeven": "x", "is": False}, {"x": False}, True),
        ({"gegeven": "x", "is": "5"}, {"x": 5}, True),
        ({"gegeven": "x", "een_van": ["a", "b"]}, {"x": "b"}, True),
        ({"gegeven": "x", "een_van": ["a", "b"]}, {"x": ["c", "b"]}, True),
        ({"gegeven": "x", "een_van": ["a"]}, {}, False),
        ({"gegeven": "x", "bevat": "a"}, {"x": ["a", "b"]}, True),
        ({"gegeven": "x", "bevat": "a"}, {"x": "a"}, False),
        ({"gegeven": "x", "meer_dan": 3}, {"x": 3}, False),
        ({"gegeven": "x", "meer_dan": 3}, {"x": 3.5}, True),
        ({"gegeven": "x", "meer_dan": 3}, {}, False),
        ({"gegeven": "x", "minder_dan": 3}, {"x": 2}, True),
        ({"gegeven": "x", "minder_dan": 3}, {}, False),
        ({"gegeven": "x", "minder_dan": 3}, {"x": "2"}, False),
        ({"gegeven": "x", "meer_dan": "2026-01-31"}, {"x": "2026-02-01"}, True),
        ({"gegeven": "x", "ingevuld": True}, {"x": False}, True),
        ({"gegeven": "x", "ingevuld": True}, {"x": ""}, False),
        ({"gegeven": "x", "ingevuld": False}, {}, True),
        ({"alle": [{"gegeven": "x", "is": 1}, {"gegeven": "y", "is": 2}]}, {"x": 1, "y": 2}, True),
        ({"alle": [{"gegeven": "x", "is": 1}, {"gegeven": "y", "is": 2}]}, {"x": 1}, False),
        ({"een": [{"gegeven": "x", "is": 1}, {"gegeven": "y", "is": 2}]}, {"y": 2}, True),
        ({"niet": {"gegeven": "x", "is": 1}}, {}, True),
    ],
)
def test_een_voorwaarde(toon_als: dict[str, Any], waarden: dict[str, Any], uitkomst: bool) -> None:
    assert voorwaarde(toon_als, waarden) is uitkomst


@pytest.mark.parametrize("toon_als", [{"gegeven": "x"}, {"gegeven": "x", "lijkt_op": 1}, {"is": 1}, {"en": []}])
def test_wat_geen_voorwaarde_is_wordt_geweigerd(toon_als: dict[str, Any]) -> None:
    with pytest.raises(OnbekendeVoorwaarde):
        voorwaarde(toon_als, {})


SLEUTEL = Vraag("sleutel", "ja_nee", verplicht=True)
WAT = Vraag("wat", "keuze", verplicht=True, keuzes=KLEUREN, toon_als={"gegeven": "sleutel", "is": True})
WAAROM = Vraag("waarom", verplicht=True, toon_als={"gegeven": "wat", "is": "rood"})
KETEN = [SLEUTEL, WAT, WAAROM]


def test_een_vraag_die_niet_wordt_getoond_is_niet_verplicht_en_telt_niet() -> None:
    form = maak_formulier(KETEN, data={"sleutel": "nee", "wat": "rood", "waarom": "stiekem"})
    assert form.is_valid(), form.errors
    assert form.waarden() == {"sleutel": False}


def test_een_fout_in_een_verborgen_vraag_houdt_niets_tegen() -> None:
    assert maak_formulier(KETEN, data={"sleutel": "nee", "wat": "paars", "waarom": "x" * 300}).is_valid()


def test_een_vraag_die_wordt_getoond_is_wel_verplicht() -> None:
    form = maak_formulier(KETEN, data={"sleutel": "ja", "wat": "rood"})
    assert not form.is_valid()
    assert set(form.errors) == {"waarom"}


def test_een_antwoord_op_een_verborgen_vraag_toont_geen_andere() -> None:
    waarden = {"sleutel": False, "wat": "rood", "waarom": "oud", "van_elders": 1}
    assert getoond(KETEN, waarden) == {"sleutel"}
    assert geldige_waarden(KETEN, waarden) == {"sleutel": False, "van_elders": 1}


def test_een_kring_van_voorwaarden_houdt_op() -> None:
    kring = [
        Vraag("a", toon_als={"gegeven": "b", "ingevuld": True}),
        Vraag("b", toon_als={"gegeven": "a", "ingevuld": True}),
    ]
    assert getoond(kring, {}) <= {"a", "b"}
    assert getoond(kring, {"a": "1", "b": "2"}) == {"a", "b"}


def test_antwoorden_van_een_andere_stap_beslissen_wat_er_gevraagd_wordt() -> None:
    assert list(maak_formulier([WAAROM], beginwaarden={"wat": "rood"}).fields) == ["waarom"]
    assert list(maak_formulier([WAAROM], beginwaarden={"wat": "groen"}).fields) == []
    assert maak_formulier([WAAROM], beginwaarden={"wat": "rood"}).fields["waarom"].toon_als == ""


def test_de_browser_krijgt_de_voorwaarde_in_zijn_eigen_woorden() -> None:
    duur = Vraag(
        "duur",
        toon_als={
            "alle": [
                {"gegeven": "elders", "is": "x"},
                {"gegeven": "sleutel", "is": True},
                {"gegeven": "kosten", "meer_dan": 50_000},
            ]
        },
    )
    form = maak_formulier([SLEUTEL, Vraag("kosten", "bedrag"), duur], beginwaarden={"elders": "x"}, prefix="stap2")
    assert json.loads(form.fields["duur"].toon_als) == {
        "alle": [{"gegeven": "stap2-sleutel", "is": "ja"}, {"gegeven": "stap2-kosten", "meer_dan": 500}]
    }
    assert form.fields["sleutel"].toon_als == ""


waarden = st.dictionaries(st.sampled_from("abc"), st.sampled_from([None, True, False, 0, 1, 2.5, "x", "", ["x"]]))
vergelijkingen = st.one_of(
    st.builds(lambda n, w: {"gegeven": n, "is": w}, st.sampled_from("abc"), st.sampled_from([True, 1, "x"])),
    st.builds(lambda n, w: {"gegeven": n, "meer_dan": w}, st.sampled_from("abc"), st.integers(0, 2)),
    st.builds(lambda n, w: {"gegeven": n, "ingevuld": w}, st.sampled_from("abc"), st.booleans()),
    st.builds(lambda n: {"gegeven": n, "een_van": ["x", 1]}, st.sampled_from("abc")),
)
voorwaarden = st.recursive(
    vergelijkingen,
    lambda deel: st.one_of(
        st.builds(lambda d: {"alle": d}, st.lists(deel, min_size=1, max_size=3)),
        st.builds(lambda d: {"een": d}, st.lists(deel, min_size=1, max_size=3)),
        st.builds(lambda d: {"niet": d}, deel),
    ),
    max_leaves=6,
)


@given(voorwaarden, waarden, st.sets(st.sampled_from("abc")))
def test_een_vereenvoudigde_voorwaarde_zegt_hetzelfde(
    toon_als: Any, alle: dict[str, Any], open_namen: set[str]
) -> None:
    bekend = {naam: waarde for naam, waarde in alle.items() if naam not in open_namen}
    rest = vereenvoudig(toon_als, bekend, open_namen)
    uitkomst = rest if isinstance(rest, bool) else voorwaarde(rest, alle)
    assert uitkomst is voorwaarde(toon_als, alle)


@given(voorwaarden, waarden)
def test_niet_keert_om(toon_als: Any, alle: dict[str, Any]) -> None:
    assert voorwaarde({"niet": toon_als}, alle) is not voorwaarde(toon_als, alle)

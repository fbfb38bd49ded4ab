"""Own words for a message: what a text may name, and what becomes of it."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from catalogus.berichtwoorden import REGELS, Gebeurtenis, fouten_in_onderwerp, fouten_in_tekst, vul

TAAK = REGELS[Gebeurtenis.TAAK]
GOED = "Beste {naam},\n\nDoe dit: {taak}.\nDoe het voor {uiterlijk}."


def test_elke_gebeurtenis_heeft_regels_en_wat_moet_is_er_ook() -> None:
    assert set(REGELS) == set(Gebeurtenis)
    assert all(set(regels.moet) <= set(regels.namen) for regels in REGELS.values())


def test_een_goede_tekst_heeft_geen_fouten() -> None:
    assert not [*fouten_in_tekst(TAAK, GOED), *fouten_in_onderwerp(TAAK, "Iets voor u: {product}")]


@pytest.mark.parametrize(
    "tekst, zin",
    [
        (GOED + "\n{bsn}", "De waarde {bsn} bestaat hier niet. Kies uit: {naam}, {product},"),
        (GOED + "\n{reden}", "De waarde {reden} bestaat hier niet."),  # of another event
        (GOED + "\n{{ taak.partij.bsn }}", "bestaat hier niet"),
        (GOED + "\n{% include 'x' %}", "bestaat hier niet"),
        (GOED + "\nEen { te veel", "Er staat een losse accolade."),
        ("Beste {naam},\n{taak}", "De tekst noemt {uiterlijk} niet (de laatste dag om het te doen), en dat moet wel."),
        ("{naam}: {taak} voor {uiterlijk}", "Elke regel kan wegvallen."),
    ],
)
def test_een_fout_in_een_tekst_wordt_gezegd(tekst: str, zin: str) -> None:
    assert any(zin in fout for fout in fouten_in_tekst(TAAK, tekst))


def test_een_onderwerp_noemt_niets_wat_kan_ontbreken() -> None:
    assert list(fouten_in_onderwerp(TAAK, "Voor {uiterlijk}")) == [
        "De waarde {uiterlijk} kan ontbreken en hoort daarom niet in het onderwerp."
    ]


@pytest.mark.parametrize("taal, dag", [("nl", "9 maart 2027"), ("en", "9 March 2027")])
def test_een_dag_staat_in_de_taal_van_wie_leest(taal: str, dag: str) -> None:
    with translation.override(taal):
        assert vul("{uiterlijk}", {"uiterlijk": date(2027, 3, 9)}) == dag
        assert vul("{uiterlijk}", {"uiterlijk": datetime(2027, 3, 8, 23, 30, tzinfo=UTC)}) == dag


@pytest.mark.parametrize("leeg", [None, ""])
def test_een_regel_met_een_waarde_die_er_niet_is_valt_weg_zonder_gat(leeg: str | None) -> None:
    tekst = "Doe dit: {taak}.\n\nVoor {uiterlijk}.\n\nDag"
    assert vul(tekst, {"taak": "bellen", "uiterlijk": leeg}) == "Doe dit: bellen.\n\nDag"


@given(st.text())
def test_wat_iemand_typte_wordt_nooit_nog_eens_gelezen(getypt: str) -> None:
    """A reason with braces in it stays what it is, also when it looks like a value."""
    assert vul("<{reden}>", {"reden": f"{{naam}}{getypt}", "naam": "geheim"}) == f"<{{naam}}{getypt}>"


@given(st.text(), st.sampled_from(list(Gebeurtenis)))
def test_wat_zonder_fouten_is_laat_altijd_iets_staan(tekst: str, gebeurtenis: Gebeurtenis) -> None:
    """Also when everything that can be absent is."""
    regels = REGELS[gebeurtenis]
    tekst += "".join(f"\n{{{naam}}}" for naam in regels.moet)
    if not list(fouten_in_tekst(regels, tekst)):
        altijd = {w.naam: "x" for w in regels.waarden if not w.kan_ontbreken}
        assert vul(tekst, altijd)

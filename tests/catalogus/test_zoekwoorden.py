"""How far two words are apart, and which word of the catalogue was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.zoekwoorden import afstand, trigrammen, woorden_van

_WOORDEN = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    "een, ander, hoeveel",
    [("", "", 0), ("abc", "", 3), ("dakkapel", "dakkapal", 1), ("lantaarn", "lantaren", 2), ("bezwaar", "bezwara", 1)],
)
def test_afstand(een: str, ander: str, hoeveel: int) -> None:
    assert afstand(een, ander) == hoeveel


@given(_WOORDEN, _WOORDEN)
def test_afstand_is_nul_bij_hetzelfde_woord_en_van_beide_kanten_gelijk(een: str, ander: str) -> None:
    assert (afstand(een, ander) == 0) == (een == ander)
    assert afstand(een, ander) == afstand(ander, een)
    assert abs(len(een) - len(ander)) <= afstand(een, ander) <= max(len(een), len(ander))


def test_trigrammen_tellen_begin_en_einde_mee() -> None:
    assert trigrammen("dak") == sorted([" da", "dak", "ak "])


def test_woorden_zijn_letters_vanaf_drie() -> None:
    assert woorden_van(["De **Woo**-wet van 2022, op é-mail!"]) == {"woo", "wet", "van", "mail"}

"""Awb 4:17 and 4:18, in cents. The term ended on Monday 2 March 2026."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.termijnen import Dwangsom, TredeOntbreekt, dwangsom, dwangsombesluit_uiterlijk, twee_weken_na
from tests.catalogus.termijnen.kalender import VRIJ


@dataclass(frozen=True)
class Rij:
    vanaf_dag: int
    tot_en_met_dag: int
    bedrag_in_centen: int


TREDEN = (Rij(1, 14, 2_300), Rij(15, 28, 3_500), Rij(29, 42, 4_500))
EINDE = date(2026, 3, 2)


def tot_en_met(op: date, ingebreke: date = date(2026, 3, 9), besloten: date | None = None, wie: int = 1) -> Dwangsom:
    return dwangsom(
        EINDE, ingebreke, op=op, besloten_op=besloten, treden=TREDEN, maximum_in_centen=144_200, aanvragers=wie
    )


def test_de_eerste_dag_is_de_dag_na_twee_volle_weken() -> None:
    # notice on Monday 9 March: 10 up to and including 23 March are the two weeks
    assert twee_weken_na(date(2026, 3, 9)) == date(2026, 3, 23)
    stand = tot_en_met(date(2026, 3, 24))
    assert (stand.eerste_dag, stand.dagen, stand.bedrag_in_centen) == (date(2026, 3, 24), 1, 2_300)
    assert not tot_en_met(date(2026, 3, 23)).verschuldigd


@pytest.mark.parametrize(
    ("dagen", "centen"),
    [
        (0, 0),
        (1, 2_300),
        (14, 32_200),
        (15, 35_700),
        (28, 81_200),
        (29, 85_700),
        (42, 144_200),
        (43, 144_200),
        (400, 144_200),
    ],
)
def test_de_bedragen_per_dag_en_het_maximum(dagen: int, centen: int) -> None:
    assert tot_en_met(date(2026, 3, 23) + timedelta(days=dagen)).bedrag_in_centen == centen


def test_de_laatste_van_de_42_dagen_ook_op_een_feestdag() -> None:
    assert tot_en_met(date(2026, 12, 1)).laatste_dag == date(2026, 5, 4)
    # 42 days that end on Bevrijdingsdag are 42 days: the Atw does not lengthen them
    assert tot_en_met(date(2026, 12, 1), ingebreke=date(2026, 3, 10)).laatste_dag == date(2026, 5, 5)


def test_de_dag_van_het_besluit_telt_niet_meer() -> None:
    stand = tot_en_met(date(2026, 12, 1), besloten=date(2026, 3, 27))
    assert (stand.dagen, stand.bedrag_in_centen, stand.laatste_dag) == (3, 6_900, date(2026, 3, 26))
    assert tot_en_met(date(2026, 12, 1), besloten=date(2026, 3, 24)).dagen == 0
    assert tot_en_met(date(2026, 12, 1), besloten=date(2026, 3, 1)).dagen == 0


def test_te_vroeg_in_gebreke_gesteld_telt_vanaf_het_einde_van_de_termijn() -> None:
    stand = tot_en_met(date(2026, 3, 17), ingebreke=date(2026, 2, 20))
    assert stand.ingebrekestelling_te_vroeg
    assert (stand.eerste_dag, stand.dagen) == (date(2026, 3, 17), 1)
    assert not tot_en_met(date(2026, 3, 17), ingebreke=date(2026, 3, 3)).ingebrekestelling_te_vroeg


def test_meer_aanvragers_delen_gelijk() -> None:
    assert tot_en_met(date(2026, 12, 1), wie=3).per_aanvrager == (48_067, 48_067, 48_066)
    assert tot_en_met(date(2026, 12, 1), wie=2).per_aanvrager == (72_100, 72_100)


def test_de_bedragen_komen_uit_de_tabel() -> None:
    stand = dwangsom(
        EINDE, date(2026, 3, 9), op=date(2026, 12, 1), treden=[Rij(1, 10, 5_000)], maximum_in_centen=40_000
    )
    assert (stand.dagen, stand.bedrag_in_centen) == (10, 40_000)


@pytest.mark.parametrize("treden", [(TREDEN[0], TREDEN[2]), (*TREDEN, Rij(20, 21, 1))])
def test_een_gat_of_dubbele_dag_in_de_tabel_is_een_fout(treden: tuple[Rij, ...]) -> None:
    with pytest.raises(TredeOntbreekt):
        dwangsom(EINDE, date(2026, 3, 9), op=date(2026, 12, 1), treden=treden, maximum_in_centen=144_200)


def test_4_18_dwangsombesluit_binnen_twee_weken() -> None:
    assert dwangsombesluit_uiterlijk(date(2026, 5, 4), vrije_dagen=VRIJ) == date(2026, 5, 18)
    assert dwangsombesluit_uiterlijk(date(2026, 4, 21), vrije_dagen=VRIJ) == date(2026, 5, 6)


@given(st.integers(0, 80), st.integers(1, 9), st.integers(0, 60))
def test_de_delen_zijn_samen_het_geheel(dagen: int, wie: int, besloten_na: int) -> None:
    stand = tot_en_met(
        date(2026, 3, 23) + timedelta(days=dagen), besloten=date(2026, 3, 23) + timedelta(days=besloten_na), wie=wie
    )
    assert sum(stand.per_aanvrager) == stand.bedrag_in_centen <= 144_200
    assert len(stand.per_aanvrager) == wie
    assert max(stand.per_aanvrager) - min(stand.per_aanvrager) <= 1

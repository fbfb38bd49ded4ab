"""AVG art. 12 and 33, counted by Regulation 1182/71, with dates."""

from datetime import UTC, date, datetime

import pytest

from catalogus.klok import AMSTERDAM, NaiefMoment
from catalogus.termijnen import (
    antwoorden_uiterlijk,
    datalek_melden_uiterlijk,
    einddatum,
    verlenging_meedelen_uiterlijk,
)
from tests.catalogus.termijnen.kalender import VRIJ


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        (date(2026, 3, 5), date(2026, 4, 7)),  # 5 April is Easter Sunday, 6 April Easter Monday
        (date(2026, 6, 5), date(2026, 7, 6)),  # 5 July is a Sunday
        (date(2027, 1, 31), date(2027, 3, 1)),  # 28 February 2027 is a Sunday
        (date(2025, 1, 31), date(2025, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 11, 25), date(2026, 12, 28)),
    ],
)
def test_artikel_12_een_maand_na_ontvangst(ontvangen: date, uiterlijk: date) -> None:
    assert antwoorden_uiterlijk(ontvangen, vrije_dagen=VRIJ) == uiterlijk
    assert verlenging_meedelen_uiterlijk(ontvangen, vrije_dagen=VRIJ) == uiterlijk


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        (date(2026, 1, 31), date(2026, 4, 30)),  # three months from receipt, not 28 February + two months
        (date(2026, 3, 5), date(2026, 6, 5)),
        (date(2025, 11, 30), date(2026, 3, 2)),  # 28 February 2026 is a Saturday
    ],
)
def test_artikel_12_twee_maanden_verlengd(ontvangen: date, uiterlijk: date) -> None:
    assert antwoorden_uiterlijk(ontvangen, verlengd=True, vrije_dagen=VRIJ) == uiterlijk


def test_de_verordening_kent_geen_uitzondering_voor_lange_termijnen() -> None:
    assert einddatum(date(2026, 1, 3), "P14W", regime="avg", vrije_dagen=VRIJ) == date(2026, 4, 13)
    assert einddatum(date(2026, 1, 3), "P14W", regime="awb", vrije_dagen=VRIJ) == date(2026, 4, 11)


def test_de_verordening_vraagt_al_bij_twee_dagen_twee_werkdagen() -> None:
    assert einddatum(date(2026, 1, 2), "P2D", regime="avg", vrije_dagen=VRIJ) == date(2026, 1, 6)
    assert einddatum(date(2026, 1, 2), "P1D", regime="avg", vrije_dagen=VRIJ) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("ontdekt", "uiterlijk"),
    [
        (datetime(2026, 1, 9, 16, tzinfo=AMSTERDAM), datetime(2026, 1, 12, 16, tzinfo=AMSTERDAM)),
        (datetime(2026, 3, 28, 12, tzinfo=AMSTERDAM), datetime(2026, 3, 31, 13, tzinfo=AMSTERDAM)),
        (datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM), datetime(2026, 10, 27, 11, tzinfo=AMSTERDAM)),
    ],
)
def test_artikel_33_een_datalek_binnen_72_echte_uren(ontdekt: datetime, uiterlijk: datetime) -> None:
    assert datalek_melden_uiterlijk(ontdekt) == uiterlijk
    assert datalek_melden_uiterlijk(ontdekt).tzinfo is UTC


def test_een_datalek_zonder_tijdzone_wordt_geweigerd() -> None:
    with pytest.raises(NaiefMoment):
        datalek_melden_uiterlijk(datetime.fromisoformat("2026-01-09T16:00"))

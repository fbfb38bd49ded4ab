"""Decision and objection terms of the Awb, with dates."""

from datetime import UTC, date, datetime

import pytest

from catalogus.termijnen import (
    Opschorting,
    Verlenging,
    beslistermijn,
    beslistermijn_bezwaar,
    bezwaartermijn,
    binnen_termijn,
    einddatum,
    niet_behandelen_uiterlijk,
    verlenging,
)
from tests.catalogus.termijnen.kalender import VRIJ


def test_4_13_zonder_wettelijke_termijn_acht_weken_na_ontvangst() -> None:
    assert beslistermijn(date(2026, 1, 5), vrije_dagen=VRIJ) == date(2026, 3, 2)


def test_4_13_de_wettelijke_termijn_van_het_zaaktype() -> None:
    assert beslistermijn(date(2026, 1, 5), "P6M", vrije_dagen=VRIJ) == date(2026, 7, 5)


def test_4_14_lid_1_meedelen_verlegt_de_wettelijke_datum_niet() -> None:
    mededeling = verlenging("P4W", wettelijke_termijn=True)
    assert not mededeling.verlegt_datum
    assert beslistermijn(date(2026, 1, 5), "P8W", verlengingen=[mededeling], vrije_dagen=VRIJ) == date(2026, 3, 2)


def test_4_14_lid_1_een_grond_in_de_bijzondere_wet_verlegt_de_datum_wel() -> None:
    zes_weken = verlenging("P6W", wettelijke_termijn=True, grond_in_bijzondere_wet=True)
    assert beslistermijn(date(2026, 1, 5), "P8W", verlengingen=[zes_weken], vrije_dagen=VRIJ) == date(2026, 4, 13)


def test_4_14_lid_3_zonder_wettelijke_termijn_verlegt_meedelen_de_datum() -> None:
    vier_weken = verlenging("P4W", wettelijke_termijn=False)
    assert beslistermijn(date(2026, 1, 5), verlengingen=[vier_weken], vrije_dagen=VRIJ) == date(2026, 3, 30)


def test_4_14_verlengen_kan_vaker_en_samen_met_opschorten() -> None:
    # Monday 2 March + 2 + 1 weeks = 23 March, + 14 days that stood still = Easter Monday 6 April, so Tuesday 7 April
    assert beslistermijn(
        date(2026, 1, 5),
        verlengingen=[Verlenging("P2W", verlegt_datum=True), Verlenging("P1W", verlegt_datum=True)],
        opschortingen=[Opschorting(date(2026, 1, 12), None, date(2026, 1, 26), "aanvulling")],
        vrije_dagen=VRIJ,
    ) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("sinds", "uiterlijk"),
    [(date(2026, 1, 26), date(2026, 2, 23)), (date(2026, 3, 9), date(2026, 4, 7))],
)
def test_4_5_lid_4_niet_behandelen_binnen_vier_weken(sinds: date, uiterlijk: date) -> None:
    assert niet_behandelen_uiterlijk(sinds, vrije_dagen=VRIJ) == uiterlijk


@pytest.mark.parametrize(
    ("bekendgemaakt", "laatste_dag"),
    [
        (date(2026, 1, 5), date(2026, 2, 16)),
        (date(2026, 2, 20), date(2026, 4, 7)),  # Good Friday, weekend and Easter Monday
        (date(2026, 11, 13), date(2026, 12, 28)),  # both Christmas days and a Sunday
        (date(2026, 4, 2), date(2026, 5, 15)),  # Ascension
    ],
)
def test_6_7_bezwaartermijn_zes_weken_vanaf_de_dag_na_bekendmaking(bekendgemaakt: date, laatste_dag: date) -> None:
    assert bezwaartermijn(bekendgemaakt, vrije_dagen=VRIJ) == laatste_dag


def test_7_10_zes_weken_na_het_einde_van_de_bezwaartermijn() -> None:
    einde = bezwaartermijn(date(2026, 1, 5), vrije_dagen=VRIJ)
    assert beslistermijn_bezwaar(einde, vrije_dagen=VRIJ) == date(2026, 3, 30)
    assert beslistermijn_bezwaar(einde, met_commissie=True, vrije_dagen=VRIJ) == date(2026, 5, 11)


def test_7_10_verdagen_en_herstel_van_een_verzuim() -> None:
    assert beslistermijn_bezwaar(
        date(2026, 2, 16),
        verdagingen=[Verlenging("P6W", verlegt_datum=True)],
        opschortingen=[Opschorting(date(2026, 2, 20), date(2026, 2, 27), date(2026, 3, 6), "verzuim")],
        vrije_dagen=VRIJ,
    ) == date(2026, 5, 18)  # Monday 30 March + 6 weeks = 11 May, + 6 days = Sunday 17 May


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [
        (datetime(2026, 2, 16, 22, 59, 59, 900_000, tzinfo=UTC), None, True),
        (datetime(2026, 2, 16, 23, 0, tzinfo=UTC), None, False),
        (date(2026, 2, 16), None, True),
        (date(2026, 2, 17), None, False),
        (date(2026, 2, 23), date(2026, 2, 16), True),
        (date(2026, 2, 24), date(2026, 2, 16), False),
        (date(2026, 2, 18), date(2026, 2, 17), False),
    ],
)
def test_6_9_op_tijd_ontvangen_of_op_tijd_gepost(ontvangen: date, gepost: date | None, op_tijd: bool) -> None:
    assert binnen_termijn(ontvangen, date(2026, 2, 16), gepost_op=gepost) is op_tijd


def test_de_termijnen_van_andere_wetten_uit_de_voorbeeldcatalogus() -> None:
    ontvangen = date(2026, 1, 7)  # a Wednesday
    assert einddatum(ontvangen, "P6W", vrije_dagen=VRIJ) == date(2026, 2, 18)  # klacht, Awb 9:11
    assert einddatum(ontvangen, "P10W", vrije_dagen=VRIJ) == date(2026, 3, 18)  # with a committee
    assert einddatum(ontvangen, "P4W", vrije_dagen=VRIJ) == date(2026, 2, 4)  # Woo 4.4
    twee_weken = [Verlenging("P2W", verlegt_datum=True)]
    assert einddatum(ontvangen, "P4W", verlengingen=twee_weken, vrije_dagen=VRIJ) == date(2026, 2, 18)

"""Situations 99 to 106 of time, as far as counting goes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from catalogus.klok import AMSTERDAM, datum, op_moment, vandaag
from catalogus.termijnen import (
    FeestdagenOntbreken,
    Opschorting,
    Uitval,
    Vrijedagen,
    antwoorden_uiterlijk,
    bezwaartermijn,
    binnen_termijn,
    datalek_melden_uiterlijk,
    dwangsom,
    einddatum,
    werkdag_einde,
)
from tests.catalogus.termijnen.kalender import VRIJ

DAG = timedelta(days=1)
LENTENACHT, HERFSTNACHT = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize("nacht", [LENTENACHT, HERFSTNACHT])
def test_099_elk_kwartier_van_de_nacht_van_de_klok_valt_op_de_goede_dag(nacht: date) -> None:
    begin = datetime.combine(nacht, time(), AMSTERDAM).astimezone(UTC)
    einde = datetime.combine(nacht + DAG, time(), AMSTERDAM).astimezone(UTC)
    assert (einde - begin) == timedelta(hours=23 if nacht == LENTENACHT else 25)
    kwartieren = int((einde - begin) / timedelta(minutes=15))
    assert {datum(begin + n * timedelta(minutes=15)) for n in range(kwartieren)} == {nacht}
    assert datum(begin - timedelta(microseconds=1)) == nacht - DAG
    assert datum(einde) == nacht + DAG


@pytest.mark.parametrize("nacht", [LENTENACHT, HERFSTNACHT])
def test_099_een_termijn_over_de_nacht_van_de_klok_telt_dagen_en_geen_uren(nacht: date) -> None:
    assert einddatum(nacht - 14 * DAG, "P6W", regime="kalender", vrije_dagen=VRIJ) == nacht + 28 * DAG
    eind = werkdag_einde(datetime.combine(nacht - DAG, time(23, 59), AMSTERDAM), vrije_dagen=VRIJ)
    assert eind.astimezone(AMSTERDAM).time() == time(17)


def test_099_een_datalek_in_de_nacht_van_de_klok_houdt_72_uren() -> None:
    ontdekt = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30, the first of the two
    assert datalek_melden_uiterlijk(ontdekt) - ontdekt == timedelta(hours=72)


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, 900_000, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 7, 6, 21, 59, 59, 900_000, tzinfo=UTC), date(2026, 7, 6)),
    ],
)
def test_100_ontvangen_vlak_voor_middernacht_telt_op_die_dag(moment: datetime, dag: date) -> None:
    with op_moment(moment):
        assert vandaag() == dag
    assert binnen_termijn(moment, dag)
    assert not binnen_termijn(moment, dag - DAG)


def test_101_negenentwintig_februari_en_eenendertig_januari_plus_een_maand() -> None:
    assert antwoorden_uiterlijk(date(2028, 1, 31), vrije_dagen=VRIJ) == date(2028, 2, 29)
    assert antwoorden_uiterlijk(date(2025, 1, 31), vrije_dagen=VRIJ) == date(2025, 2, 28)
    assert einddatum(date(2028, 2, 29), "P1Y", vrije_dagen=VRIJ) == date(2029, 2, 28)
    assert einddatum(date(2028, 2, 29), "P4W", vrije_dagen=VRIJ) == date(2028, 3, 28)
    assert bezwaartermijn(date(2028, 1, 18), vrije_dagen=VRIJ) == date(2028, 2, 29)


def test_102_een_jaar_zonder_feestdagen_is_een_fout_en_geen_verkeerde_datum() -> None:
    tot_en_met_2026 = Vrijedagen.berekend(range(2020, 2027))
    assert einddatum(date(2026, 10, 1), "P8W", vrije_dagen=tot_en_met_2026) == date(2026, 11, 26)
    for begin in (date(2026, 12, 1), date(2027, 3, 1), date(2019, 3, 1)):
        with pytest.raises(FeestdagenOntbreken, match=r"2027|2019"):
            einddatum(begin, "P8W", vrije_dagen=tot_en_met_2026)
    with pytest.raises(FeestdagenOntbreken, match="2027"):
        werkdag_einde(datetime(2026, 12, 30, 9, tzinfo=UTC), vrije_dagen=tot_en_met_2026)


def test_104_een_termijn_die_tijdens_een_storing_eindigt_wordt_verlengd() -> None:
    laatste_avond = Uitval(datetime(2026, 2, 16, 21, tzinfo=UTC), datetime(2026, 2, 17, 5, tzinfo=UTC))
    assert bezwaartermijn(date(2026, 1, 5), vrije_dagen=VRIJ) == date(2026, 2, 16)
    verlengd = bezwaartermijn(date(2026, 1, 5), vrije_dagen=VRIJ, uitval=[laatste_avond])
    assert verlengd == date(2026, 2, 18)
    assert binnen_termijn(datetime(2026, 2, 18, 22, 59, tzinfo=UTC), verlengd)


def test_105_overlappende_opschortingen_tellen_een_keer() -> None:
    breed = Opschorting(date(2026, 1, 12), None, date(2026, 1, 26), "aanvulling")  # 14 days
    binnen = Opschorting(date(2026, 1, 14), date(2026, 1, 20), None, "buitenland")
    eroverheen = Opschorting(date(2026, 1, 21), date(2026, 1, 29), None, "overmacht")  # 27 and 28 January are new
    for rijen in ([breed, binnen], [binnen, breed], [breed, breed]):
        assert einddatum(date(2026, 1, 5), "P8W", opschortingen=rijen, vrije_dagen=VRIJ) == date(2026, 3, 16)
    for rijen in ([breed, binnen, eroverheen], [eroverheen, binnen, breed]):
        assert einddatum(date(2026, 1, 5), "P8W", opschortingen=rijen, vrije_dagen=VRIJ) == date(2026, 3, 18)


def test_106_een_te_vroege_ingebrekestelling_laat_geen_dwangsom_lopen_voor_het_einde_van_de_termijn() -> None:
    class Trede:
        vanaf_dag, tot_en_met_dag, bedrag_in_centen = 1, 14, 2_300

    einde = date(2026, 3, 2)
    vroeg = dwangsom(einde, date(2026, 1, 20), op=date(2026, 3, 16), treden=[Trede()], maximum_in_centen=144_200)
    assert vroeg.ingebrekestelling_te_vroeg
    assert not vroeg.verschuldigd
    assert vroeg.eerste_dag == date(2026, 3, 17)

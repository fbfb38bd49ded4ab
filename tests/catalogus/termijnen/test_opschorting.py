"""Awb 4:15 and 4:5: which days stand still, with dates. P8W from Monday 5 January 2026 ends on Monday 2 March."""

from datetime import date

import pytest

from catalogus.termijnen import Opschorting, Stilstand, einddatum, resterende_dagen, stilstand
from tests.catalogus.termijnen.kalender import VRIJ

BEGIN, EINDE = date(2026, 1, 5), date(2026, 3, 2)


def einde_met(*opschortingen: Opschorting, op: date | None = None) -> date:
    return einddatum(BEGIN, "P8W", opschortingen=opschortingen, vrije_dagen=VRIJ, op=op)


def gevraagd(
    verzocht_op: date, tot: date | None = None, uiterlijk: date | None = None, reden: str = "aanvulling"
) -> Opschorting:
    return Opschorting(verzocht_op, tot, uiterlijk, reden)


def test_opschorting_telt_vanaf_de_dag_na_het_verzoek_tot_de_dag_van_aanvulling() -> None:
    # asked Monday 12, completed Thursday 22: 13 up to and including 21 January stand still, 9 days
    assert einde_met(gevraagd(date(2026, 1, 12), date(2026, 1, 22), date(2026, 1, 26))) == date(2026, 3, 11)


def test_komt_er_niets_dan_telt_de_laatste_dag_van_de_gestelde_termijn_mee() -> None:
    # asked Monday 12, two weeks set: 13 up to and including 26 January, 14 days
    assert einde_met(gevraagd(date(2026, 1, 12), None, date(2026, 1, 26))) == date(2026, 3, 16)


def test_te_laat_aangevuld_schort_niet_langer_op_dan_de_gestelde_termijn() -> None:
    assert einde_met(gevraagd(date(2026, 1, 12), date(2026, 2, 20), date(2026, 1, 26))) == date(2026, 3, 16)


@pytest.mark.parametrize("aangevuld", [date(2026, 1, 12), date(2026, 1, 13)])
def test_aangevuld_op_de_dag_van_het_verzoek_of_de_dag_erna_schort_niet_op(aangevuld: date) -> None:
    assert einde_met(gevraagd(date(2026, 1, 12), aangevuld, date(2026, 1, 26))) == EINDE


def test_overlappende_opschortingen_tellen_een_keer() -> None:
    # 13-26 January (missing data) and 20 January - 2 February (abroad): 13 January - 2 February, 21 days, not 28
    aanvulling = gevraagd(date(2026, 1, 12), None, date(2026, 1, 26))
    buitenland = gevraagd(date(2026, 1, 19), date(2026, 2, 3), None, "buitenland")
    assert einde_met(aanvulling, buitenland) == date(2026, 3, 23)


def test_opschorten_kan_vaker() -> None:
    eerste = gevraagd(date(2026, 1, 12), date(2026, 1, 22))  # 9 days
    tweede = gevraagd(date(2026, 2, 2), date(2026, 2, 9))  # 6 days
    assert einde_met(eerste, tweede) == date(2026, 3, 17)


def test_de_tweede_opschorting_begint_in_de_verlengde_termijn() -> None:
    eerste = gevraagd(date(2026, 1, 12), None, date(2026, 1, 26))  # 14 days: Monday 16 March
    tweede = gevraagd(date(2026, 3, 9), date(2026, 3, 12))  # 10 and 11 March, after the first end of 2 March
    assert einde_met(eerste, tweede) == date(2026, 3, 18)


def test_opschorten_na_het_einde_van_de_termijn_doet_niets() -> None:
    assert einde_met(gevraagd(EINDE, date(2026, 3, 20))) == EINDE
    assert einde_met(gevraagd(date(2026, 3, 1), date(2026, 3, 20))) == date(2026, 3, 20)


def test_dagen_voor_het_begin_van_de_termijn_staan_niet_stil() -> None:
    # the term of a second decision begins while the first suspension still runs: 6 up to and including 9 January
    assert einde_met(gevraagd(date(2025, 12, 20), date(2026, 1, 10))) == date(2026, 3, 6)
    assert einde_met(gevraagd(date(2025, 12, 20), date(2026, 1, 5))) == EINDE


def test_stilstaande_dagen_komen_bij_het_onverschoven_einde() -> None:
    # unshifted Saturday 28 February + 2 days = Monday 2 March; adding to the shifted Monday would give Wednesday
    opschorting = gevraagd(date(2026, 1, 12), date(2026, 1, 15))
    assert einddatum(date(2026, 1, 3), "P8W", opschortingen=[opschorting], vrije_dagen=VRIJ) == date(2026, 3, 2)


def test_gevraagd_in_het_weekend_waarmee_de_termijn_verlengd_is() -> None:
    # own days end Saturday 28 February, Atw 1: Monday 2 March. Asked on Saturday, completed on Thursday 5 March:
    # the term can't end while it stood still, so the day of completion is its last
    opschorting = gevraagd(date(2026, 2, 28), date(2026, 3, 5))
    assert einddatum(date(2026, 1, 3), "P8W", opschortingen=[opschorting], vrije_dagen=VRIJ) == date(2026, 3, 5)


def test_een_opschorting_met_open_einde_telt_tot_de_dag_waarop_men_vraagt() -> None:
    overmacht = gevraagd(date(2026, 1, 12), reden="overmacht")
    assert einde_met(overmacht) == EINDE
    assert einde_met(overmacht, op=date(2026, 1, 22)) == date(2026, 3, 12)
    assert einde_met(overmacht, op=date(2026, 1, 10)) == EINDE


def test_stilstand_zegt_sinds_wanneer_tot_wanneer_en_waarom() -> None:
    alle = [
        gevraagd(date(2026, 1, 12), None, date(2026, 1, 26)),
        gevraagd(date(2026, 1, 19), date(2026, 2, 3), None, "buitenland"),
    ]
    assert stilstand(alle, date(2026, 1, 12)) is None
    assert stilstand(alle, date(2026, 1, 13)) == Stilstand(date(2026, 1, 13), date(2026, 2, 2), ("aanvulling",))
    beide = stilstand(alle, date(2026, 1, 20))
    assert beide == Stilstand(date(2026, 1, 13), date(2026, 2, 2), ("aanvulling", "buitenland"))
    assert beide.reden == "aanvulling"
    assert stilstand(alle, date(2026, 2, 3)) is None


def test_stilstand_met_open_einde_weet_geen_laatste_dag() -> None:
    alle = [
        gevraagd(date(2026, 1, 12), None, date(2026, 1, 26)),
        gevraagd(date(2026, 1, 26), reden="overmacht"),
    ]
    assert stilstand(alle, date(2026, 1, 20)) == Stilstand(date(2026, 1, 13), None, ("aanvulling",))
    assert stilstand(alle, date(2026, 3, 20)) == Stilstand(date(2026, 1, 13), None, ("overmacht",))


def test_resterende_dagen_terwijl_de_termijn_stilstaat() -> None:
    # 16 March is the end with 14 days; after the standstill (26 January) 49 days are left, every day it stands still
    loopt = [gevraagd(date(2026, 1, 12), None, date(2026, 1, 26))]
    for dag in (date(2026, 1, 13), date(2026, 1, 20), date(2026, 1, 26)):
        assert resterende_dagen(BEGIN, "P8W", op=dag, opschortingen=loopt, vrije_dagen=VRIJ) == 49
    assert resterende_dagen(BEGIN, "P8W", op=date(2026, 1, 27), opschortingen=loopt, vrije_dagen=VRIJ) == 48


def test_resterende_dagen_met_open_einde_blijven_gelijk() -> None:
    overmacht = [gevraagd(date(2026, 1, 12), reden="overmacht")]
    for dag in (date(2026, 1, 13), date(2026, 1, 20), date(2026, 2, 10)):  # each end a weekday
        assert resterende_dagen(BEGIN, "P8W", op=dag, opschortingen=overmacht, vrije_dagen=VRIJ) == 49


def test_resterende_dagen_zonder_stilstand() -> None:
    assert resterende_dagen(BEGIN, "P8W", op=BEGIN, vrije_dagen=VRIJ) == 56
    assert resterende_dagen(BEGIN, "P8W", op=EINDE, vrije_dagen=VRIJ) == 0
    assert resterende_dagen(BEGIN, "P8W", op=date(2026, 3, 4), vrije_dagen=VRIJ) == -2

"""The terms of the AVG on a zaak: a month from receipt, two more when that is told within it (art. 12 lid 3)."""

from datetime import date, datetime, time

import pytest

from autorisatie.fouten import Invoerfout
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.handelingen.termijnen import verlengen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, medewerker, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]
WAAROM = "Het zijn heel veel gegevens."


def moment(dag: str, uur: int = 12) -> datetime:
    return datetime.combine(date.fromisoformat(dag), time(uur), klok.AMSTERDAM)


def ontvangen(dag: str, uur: int = 12) -> Zaak:
    with klok.op_moment(moment(dag, uur)):
        zaak = registreer("anna", "avg-inzage")
        in_behandeling_nemen(medewerker("lotte"), zaak)
        return ververs(zaak)


@pytest.mark.parametrize(
    "dag,uiterlijk",
    [
        ("2026-03-02", "2026-04-02"),  # a Thursday
        ("2026-01-31", "2026-03-02"),  # 28 February is a Saturday
        ("2025-01-31", "2025-02-28"),  # the last day of a shorter month
        ("2024-01-31", "2024-02-29"),  # a leap year
        ("2026-03-03", "2026-04-07"),  # Good Friday, then Easter
        ("2026-04-05", "2026-05-06"),  # 5 May
        ("2025-11-25", "2025-12-29"),  # Christmas, then a weekend
    ],
)
def test_een_maand_na_de_dag_van_ontvangst_en_door_naar_een_werkdag(dag: str, uiterlijk: str) -> None:
    assert ontvangen(dag).uiterlijke_einddatum == date.fromisoformat(uiterlijk)


def test_een_verzoek_van_half_twaalf_s_avonds_is_van_die_dag() -> None:
    assert ontvangen("2026-03-31", 23).uiterlijke_einddatum == date(2026, 4, 30)


@pytest.mark.parametrize(
    "dag,op,nieuw",
    [
        ("2026-03-02", "2026-03-03", "2026-06-02"),
        ("2026-03-02", "2026-04-02", "2026-06-02"),  # on the last day of the first month
        ("2026-01-31", "2026-03-02", "2026-04-30"),  # three months from receipt: the last day of April
        ("2025-11-30", "2025-12-01", "2026-03-02"),  # 28 February 2026 is a Saturday
    ],
)
def test_verlengen_in_de_eerste_maand_geeft_drie_maanden_in_totaal_en_zegt_waarom(
    dag: str, op: str, nieuw: str
) -> None:
    zaak = ontvangen(dag)
    with klok.op_moment(moment(op)):
        rij = verlengen(medewerker("lotte"), zaak, reden=WAAROM)
    assert rij.verlegt_datum
    assert rij.grondslag == "AVG art. 12 lid 3"
    assert ververs(zaak).uiterlijke_einddatum == rij.nieuwe_datum == date.fromisoformat(nieuw)
    bericht = Bericht.objects.systeem(REDEN).get(over_uuid=zaak.uuid, soort="verlengd", kanaal="portaal")
    assert WAAROM in bericht.tekst


def test_na_de_eerste_maand_verlegt_verlengen_de_dag_niet_meer() -> None:
    zaak = ontvangen("2026-03-02")
    with klok.op_moment(moment("2026-04-03")):
        lotte = medewerker("lotte")
        with pytest.raises(Invoerfout):
            verlengen(lotte, zaak, reden=WAAROM)
        rij = verlengen(lotte, zaak, reden=WAAROM, duur="P2W")
    assert not rij.verlegt_datum
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 4, 2)


def test_verlengen_kan_een_keer_en_nooit_zonder_reden() -> None:
    zaak = ontvangen("2026-03-02")
    with klok.op_moment(moment("2026-03-10")):
        lotte = medewerker("lotte")
        with pytest.raises(Invoerfout, match="waarom"):
            verlengen(lotte, zaak, reden=" ")
        verlengen(lotte, zaak, reden=WAAROM)
        assert not verlengen(lotte, zaak, reden=WAAROM, duur="P1W").verlegt_datum
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 6, 2)

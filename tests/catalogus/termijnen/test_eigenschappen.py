"""What holds for every term, suspension, extension and outage that Hypothesis can think of."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from catalogus.klok import AMSTERDAM, datum
from catalogus.termijnen import (
    Duur,
    Opschorting,
    Uitval,
    Verlenging,
    einddatum,
    resterende_dagen,
    stilstand,
    werkdag_einde,
)
from tests.catalogus.termijnen.kalender import VRIJ

DAG = timedelta(days=1)
dagen = st.dates(date(2020, 1, 1), date(2035, 12, 31))
korte_duren = st.one_of(
    st.builds(lambda n: f"P{n}D", st.integers(0, 90)),
    st.builds(lambda n: f"P{n}W", st.integers(1, 12)),
    st.builds(lambda n: f"P{n}M", st.integers(1, 3)),
)
duren = st.one_of(korte_duren, st.sampled_from(["P91D", "P13W", "P6M", "P26W", "P1Y", "P4Y"]))
regimes = st.sampled_from(["awb", "avg", "kalender"])


@st.composite
def opschortingen(draw: st.DrawFn, begin: date) -> Opschorting:
    """Suspensions around a term: completed, run out, completed too late, or asked before it began."""
    verzocht = begin + draw(st.integers(-10, 130)) * DAG
    tot = draw(st.none() | st.integers(0, 40).map(lambda n: verzocht + n * DAG))
    uiterlijk = draw(st.integers(1, 42).map(lambda n: verzocht + n * DAG) if tot is None else st.none())
    return Opschorting(verzocht, tot, uiterlijk, draw(st.sampled_from(["aanvulling", "buitenland", "overmacht"])))


@st.composite
def termijnen(draw: st.DrawFn) -> tuple[date, str, list[Opschorting]]:
    begin = draw(dagen)
    return begin, draw(duren), draw(st.lists(opschortingen(begin), max_size=4))


@given(termijnen(), regimes, st.randoms(use_true_random=False))
def test_de_volgorde_van_opschortingen_maakt_niet_uit(termijn, regime, random) -> None:
    begin, duur, rijen = termijn
    geschud = random.sample(rijen, len(rijen))
    assert einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ) == einddatum(
        begin, duur, opschortingen=geschud, regime=regime, vrije_dagen=VRIJ
    )


@given(termijnen(), regimes, st.data())
def test_een_opschorting_in_tweeen_knippen_geeft_dezelfde_datum(termijn, regime, data) -> None:
    begin, duur, rijen = termijn
    assume(rijen)
    knip, *rest = rijen
    assume(knip.laatste_dag > knip.eerste_dag)
    halverwege = knip.eerste_dag + data.draw(st.integers(0, (knip.laatste_dag - knip.eerste_dag).days - 1)) * DAG
    delen = [
        Opschorting(knip.verzocht_op, None, halverwege, knip.reden),
        Opschorting(halverwege, knip.laatste_dag + DAG, None, knip.reden),
    ]
    assert einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ) == einddatum(
        begin, duur, opschortingen=[*rest, *delen], regime=regime, vrije_dagen=VRIJ
    )


@given(termijnen(), regimes)
def test_dezelfde_opschorting_twee_keer_telt_een_keer(termijn, regime) -> None:
    begin, duur, rijen = termijn
    assert einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ) == einddatum(
        begin, duur, opschortingen=rijen * 2, regime=regime, vrije_dagen=VRIJ
    )


@given(termijnen(), regimes, st.data())
@settings(max_examples=300)
def test_een_opschorting_erbij_maakt_de_datum_nooit_eerder(termijn, regime, data) -> None:
    begin, duur, rijen = termijn
    erbij = data.draw(opschortingen(begin))
    zonder = einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ)
    assert einddatum(begin, duur, opschortingen=[*rijen, erbij], regime=regime, vrije_dagen=VRIJ) >= zonder


@given(termijnen(), st.sampled_from(["awb", "avg"]))
def test_een_einde_valt_nooit_op_een_vrije_dag(termijn, regime) -> None:
    begin, duur, rijen = termijn
    assume(regime == "avg" or not Duur.lees(duur).buiten_atw)
    assert not VRIJ.is_vrij(einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ))


@given(dagen, st.integers(3, 90))
def test_drie_dagen_of_meer_bevatten_twee_werkdagen(begin, aantal) -> None:
    einde = einddatum(begin, f"P{aantal}D", vrije_dagen=VRIJ)
    assert sum(not VRIJ.is_vrij(begin + n * DAG) for n in range(1, (einde - begin).days + 1)) >= 2


@given(termijnen(), regimes)
def test_een_einde_valt_nooit_in_stilstand_die_in_de_termijn_begon(termijn, regime) -> None:
    begin, duur, rijen = termijn
    einde = einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ)
    assert stilstand(rijen, einde) is None or einde == begin


@given(termijnen(), regimes, st.lists(korte_duren, max_size=3))
def test_een_mededeling_verlegt_niets_en_een_verlenging_nooit_naar_voren(termijn, regime, erbij) -> None:
    begin, duur, rijen = termijn
    assume(not Duur.lees(duur).buiten_atw)  # after a long term an extension within the Atw may move the end as well
    zonder = einddatum(begin, duur, opschortingen=rijen, regime=regime, vrije_dagen=VRIJ)
    mededelingen = [Verlenging(d, verlegt_datum=False) for d in erbij]
    verlengingen = [Verlenging(d, verlegt_datum=True) for d in erbij]
    gelijk = einddatum(begin, duur, opschortingen=rijen, verlengingen=mededelingen, regime=regime, vrije_dagen=VRIJ)
    later = einddatum(begin, duur, opschortingen=rijen, verlengingen=verlengingen, regime=regime, vrije_dagen=VRIJ)
    assert gelijk == zonder <= later


@given(dagen, duren, regimes, st.integers(0, 60))
def test_later_ontvangen_is_nooit_eerder_klaar(begin, duur, regime, later) -> None:
    assert einddatum(begin, duur, regime=regime, vrije_dagen=VRIJ) <= einddatum(
        begin + later * DAG, duur, regime=regime, vrije_dagen=VRIJ
    )


@given(dagen, korte_duren, st.lists(st.tuples(st.integers(-5, 10), st.integers(0, 200), st.booleans()), max_size=4))
def test_een_storing_verkort_niets_en_de_laatste_dag_is_zonder_storing(begin, duur, storingen) -> None:
    zonder = einddatum(begin, duur, vrije_dagen=VRIJ)
    uitval = []
    for dag, uren, duurt_voort in storingen:
        van = datetime.combine(zonder + dag * DAG, time(9), AMSTERDAM).astimezone(UTC)
        uitval.append(Uitval(van, None if duurt_voort else van + timedelta(hours=uren)))
    einde = einddatum(begin, duur, vrije_dagen=VRIJ, uitval=uitval)
    assert einde >= zonder
    assert not any(eind and datum(van) <= einde <= datum(eind) for van, eind in uitval)
    assert not VRIJ.is_vrij(einde)


@given(termijnen(), st.integers(0, 200))
def test_de_rest_en_de_datum_kloppen_met_elkaar(termijn, verder) -> None:
    begin, duur, rijen = termijn
    op = begin + verder * DAG
    rest = resterende_dagen(begin, duur, op=op, opschortingen=rijen, vrije_dagen=VRIJ)
    stil = stilstand(rijen, op)
    einde = einddatum(begin, duur, opschortingen=rijen, vrije_dagen=VRIJ)
    assert einde == (stil.tot_en_met if stil else op) + rest * DAG


@given(dagen, st.integers(1, 30), st.integers(0, 1439))
def test_na_een_aantal_werkdagen_ligt_precies_dat_aantal(dag, aantal, minuut) -> None:
    moment = datetime.combine(dag, time(minuut // 60, minuut % 60), AMSTERDAM).astimezone(UTC)
    uiterlijk = werkdag_einde(moment, aantal, vrije_dagen=VRIJ)
    begin, einde = datum(moment), datum(uiterlijk)
    assert sum(not VRIJ.is_vrij(begin + n * DAG) for n in range(1, (einde - begin).days + 1)) == aantal
    assert not VRIJ.is_vrij(einde)
    assert uiterlijk.astimezone(AMSTERDAM).time() == time(17)


@given(dagen, korte_duren, st.integers(1, 60))
def test_een_open_opschorting_houdt_het_aantal_dagen_vast(begin, duur, verder) -> None:
    open_eind = Opschorting(begin, None, None, "overmacht")
    gesloten = replace(open_eind, tot=begin + (verder + 1) * DAG)
    op = begin + verder * DAG
    assert einddatum(begin, duur, opschortingen=[open_eind], vrije_dagen=VRIJ, op=op) == einddatum(
        begin, duur, opschortingen=[gesloten], vrije_dagen=VRIJ
    )
    assert stilstand([open_eind], op).tot_en_met is None

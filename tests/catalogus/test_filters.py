"""Dates, amounts and sizes are written the same everywhere, in the time of Amsterdam and the language of the reader."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from catalogus import klok
from catalogus.templatetags import mz

NU = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nu():
    with klok.op_moment(NU), translation.override("nl"):
        yield


def test_a_date_is_written_out_without_leading_zero():
    assert mz.datum(date(2027, 1, 2)) == "2 januari 2027"


def test_a_moment_falls_on_the_day_of_amsterdam():
    laat = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert mz.datum(laat) == "1 januari 2027"
    assert mz.moment(laat) == "1 januari 2027 om 00:30"


def test_a_short_date_says_the_year_only_when_it_is_another():
    assert mz.datum_kort(date(2026, 11, 20)) == "vr 20 nov"
    assert mz.datum_kort(date(2025, 3, 3)) == "ma 3 mrt 2025"


def test_dates_follow_the_language():
    with translation.override("en"):
        assert mz.datum(date(2027, 1, 2)) == "2 January 2027"
        assert mz.datum_kort(date(2026, 11, 20)) == "Fri 20 Nov"


@pytest.mark.parametrize(
    "dag, tekst",
    [
        (date(2026, 11, 28), "nog 5 dagen"),
        (date(2026, 11, 24), "nog 1 dag"),
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 22), "1 dag te laat"),
        (date(2026, 11, 20), "3 dagen te laat"),
    ],
)
def test_days_left_in_words(dag, tekst):
    assert mz.dagen_nog(dag) == tekst


def test_days_left_turn_at_midnight_in_amsterdam():
    with klok.op_moment(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)):
        assert mz.dagen_nog(date(2026, 11, 24)) == "vandaag"
        assert mz.dagen_over(date(2026, 11, 23)) == -1


@pytest.mark.parametrize(
    "centen, tekst",
    [(48620, "€ 486,20"), (0, "€ 0,00"), (123456789, "€ 1.234.567,89"), (-50, "-€ 0,50"), (None, ""), ("", "")],
)
def test_amounts(centen, tekst):
    assert mz.euro(centen).replace("\u00a0", " ") == tekst


@pytest.mark.parametrize(
    "grootte, tekst", [(84_000, "84 kB"), (12, "1 kB"), (2_400_000, "2,4 MB"), (None, ""), (True, "")]
)
def test_sizes(grootte, tekst):
    assert mz.omvang(grootte).replace("\u00a0", " ") == tekst


@pytest.mark.parametrize("filter_", [mz.datum, mz.datum_kort, mz.moment, mz.dagen_nog])
def test_nothing_stays_nothing(filter_):
    assert filter_(None) == ""
    assert filter_("geen datum") == ""


def test_an_icon_is_silent_unless_it_says_something():
    assert 'aria-hidden="true"' in mz.icoon("check")
    sprekend = mz.icoon("lock", '<b>"geheim"')
    assert 'role="img"' in sprekend
    assert "aria-hidden" not in sprekend
    assert "<b>" not in sprekend

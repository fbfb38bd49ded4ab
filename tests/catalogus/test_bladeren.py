"""Keyset pages: every row once, in order, whatever key somebody puts in the address."""

from datetime import date, timedelta

import pytest

from catalogus.bladeren import blader
from catalogus.models import Vrijedag

pytestmark = pytest.mark.django_db
DAG = date(2030, 1, 1)


@pytest.fixture
def dagen() -> list[Vrijedag]:
    Vrijedag.objects.all().delete()
    return [Vrijedag.objects.create(datum=DAG + timedelta(days=n), omschrijving="proef") for n in range(5)]


@pytest.mark.parametrize("orde,verwacht", [("datum", [0, 1, 2, 3, 4]), ("-datum", [4, 3, 2, 1, 0])])
def test_elke_rij_staat_op_een_bladzijde_en_de_laatste_heeft_geen_volgende(dagen, orde, verwacht):
    gezien, na = [], ""
    for _ in range(3):
        blad = blader(Vrijedag.objects.all(), orde, na=na, hoeveel=2)
        gezien += blad.rijen
        na = blad.volgende
    assert gezien == [dagen[n] for n in verwacht]
    assert na == ""


def test_gelijke_waarden_gaan_op_sleutel(dagen):
    eerste = blader(Vrijedag.objects.all(), "omschrijving", hoeveel=3)
    rest = blader(Vrijedag.objects.all(), "omschrijving", na=eerste.volgende, hoeveel=3)
    assert eerste.rijen + rest.rijen == dagen


@pytest.mark.parametrize(
    "na", ["x", "~", "2030-13-01~1", "2030-01-01~1a", "2030-01-01~", f"2030-01-01~{10**20}", "a\x00~1"]
)
def test_een_sleutel_die_niets_zegt_geeft_de_eerste_bladzijde(dagen, na):
    assert blader(Vrijedag.objects.all(), "datum", na=na).rijen == dagen

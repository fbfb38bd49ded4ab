"""Numbers are unique and follow on, also when a hundred are made at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from catalogus import klok
from mijnzaken.zaken.nummers import lees_code, nieuw_nummer, nieuwe_code


def in_draden(aantal: int, werk: Callable[[int], str]) -> list[str]:
    """Run ``werk`` in so many threads that start together, each with a connection of its own."""
    start = Barrier(aantal)

    def een(nummer: int) -> str:
        try:
            start.wait(30)
            return werk(nummer)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(aantal) as draden:
        return list(draden.map(een, range(aantal)))


@pytest.mark.django_db(transaction=True)
def test_honderd_tegelijk_krijgen_honderd_opvolgende_nummers():
    def tien(_: int) -> str:
        nummers = []
        for _ in range(10):
            with transaction.atomic():
                nummers.append(nieuw_nummer())
        return " ".join(nummers)

    jaar = klok.vandaag().year
    gemaakt = " ".join(in_draden(10, tien)).split()
    assert sorted(gemaakt) == [f"{jaar}-{n:07d}" for n in range(1, 101)]


@pytest.mark.django_db(transaction=True)
def test_een_transactie_die_mislukt_laat_geen_gat():
    with transaction.atomic():
        assert nieuw_nummer().endswith("0000001")
        transaction.set_rollback(True)
    assert nieuw_nummer().endswith("0000001")


@pytest.mark.django_db
def test_het_jaar_is_dat_van_amsterdam_en_elk_jaar_begint_opnieuw():
    with klok.op_moment(datetime(2026, 12, 31, 22, 59, tzinfo=UTC)):
        assert nieuw_nummer() == "2026-0000001"
    with klok.op_moment(datetime(2026, 12, 31, 23, 0, tzinfo=UTC)):  # midnight here
        assert nieuw_nummer() == "2027-0000001"
    assert connection.in_atomic_block


def test_een_code_heeft_geen_tekens_die_op_elkaar_lijken():
    codes = {nieuwe_code(12) for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert not set(code) & set("IO01")
        assert lees_code(f" {code.lower().replace('-', ' ')} ") == code.replace("-", "")

"""Searching a catalogue of 5,000 products reads each product at most once, however common the words are.

How long it takes is measured: ``manage.py meet --alleen catalogus``.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import DjangoAssertNumQueries
from pytest_django.plugin import DjangoDbBlocker

from catalogus import klok
from catalogus.models import Product
from catalogus.zoeken import bedoelde_u, zoek
from mijnzaken.meten.producten import AANTAL, BEDOELD, TYPEFOUT, VRAGEN, zet_klaar

GERANGSCHIKT = 1_500  # rows beside the products themselves: words, the hits that are ranked, those that are shown
_GELEZEN = """
SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint FROM pg_stat_xact_user_tables
WHERE relname LIKE 'catalogus\\_%%'
"""

pytestmark = [pytest.mark.django_db]


@pytest.fixture(scope="module")
def vol(demostad: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with django_db_blocker.unblock():
        punt = transaction.savepoint()
        zet_klaar()
        yield Product.objects.count()
        transaction.savepoint_rollback(punt)


def _gelezen(doe: Callable[[], object]) -> int:
    """Rows of the catalogue that the database read for this."""
    with connection.cursor() as cursor:
        cursor.execute(_GELEZEN)
        voor = cursor.fetchone()[0]
        doe()
        cursor.execute(_GELEZEN)
        return int(cursor.fetchone()[0] - voor)


@pytest.mark.parametrize("vraag", [*VRAGEN, "xyzzy"])
def test_zoeken_leest_elk_product_ten_hoogste_een_keer(
    vol: int, vraag: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    assert vol > AANTAL
    with django_assert_max_num_queries(4):
        zoek(vraag, klok.vandaag())
    assert _gelezen(lambda: zoek(vraag, klok.vandaag())) <= vol + GERANGSCHIKT


def test_zeldzame_woorden_lezen_alleen_hun_producten(vol: int) -> None:
    assert zoek(BEDOELD, klok.vandaag())
    assert _gelezen(lambda: zoek(BEDOELD, klok.vandaag())) < GERANGSCHIKT


def test_hulp_bij_een_typefout_leest_de_woorden_en_niet_alle_producten(vol: int) -> None:
    assert bedoelde_u(TYPEFOUT, klok.vandaag()) == BEDOELD
    assert _gelezen(lambda: bedoelde_u(TYPEFOUT, klok.vandaag())) <= GERANGSCHIKT

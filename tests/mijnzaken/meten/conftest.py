"""The example municipality with five hundred zaken more, filled once per file and rolled back."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from catalogus import klok
from tests.fabrieken import VANDAAG

ZAKEN = 500
Schaal = Callable[..., str]


def schaal(**opties: object) -> str:
    uit = StringIO()
    call_command("schaal", stdout=uit, **({"zaken": ZAKEN, "processen": 1} | opties))
    return uit.getvalue()


@pytest.fixture(scope="module")
def gevuld(gemeente: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """What the command said."""
    with django_db_blocker.unblock():
        buitenste = transaction.atomic()
        buitenste.__enter__()
        try:
            with klok.op_moment(VANDAAG), connection.cursor() as cursor:
                # What is made up follows from the keys too: the same, whatever other tests used up before.
                cursor.execute("SELECT setval(pg_get_serial_sequence('zaken_zaak', 'id'), 1000000)")
                yield schaal()
        finally:
            transaction.set_rollback(True)
            buitenste.__exit__(None, None, None)

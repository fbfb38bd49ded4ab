"""Doing everything for real, and then nothing: what happens on the stage is undone before anybody saw it.

It is one transaction that always rolls back. So nothing is sent (the outbox holds rows, and a nudge waits for a
commit), nothing is counted or found, and no line of the log tells of what did not happen. What no transaction undoes
asks :func:`loopt` and does otherwise: the numbers of zaken, and the content of documents.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

_loopt: ContextVar[bool] = ContextVar("proef_loopt", default=False)


def loopt() -> bool:
    """Whether what happens now will be undone."""
    return _loopt.get()


@contextmanager
def niets_blijft() -> Iterator[None]:
    """Everything inside is undone at the end, also when it went well."""
    merk = _loopt.set(True)
    try:
        with transaction.atomic():
            try:
                yield
            finally:
                transaction.set_rollback(True)
    finally:
        _loopt.reset(merk)

"""Questions that are the same all day but for one value: built and compiled once, and planned once by the database.

What an answer costs beside its rows is then no more than asking. The rows still come through the door: the question
was built from ``voor(actor)``, and who asks must be in the key by which it is kept.
"""

import copy
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

PLEK = UUID("00000000-0000-0000-0000-00000000feed")  # stands in a question for the identity or text that differs
SLEUTEL = -0xFEED  # and this for a key
_PLEKKEN = (PLEK, str(PLEK), SLEUTEL)
_MEESTE = 512  # questions that a process keeps


class _Cursor(ServerBindingCursor):
    """Knows what it asked also when that was prepared: Django tells it (``connection.queries``)."""

    def _convert_query(self, *delen: Any) -> Any:
        self._query = super()._convert_query(*delen)  # type: ignore[misc]
        return self._query


@contextmanager
def voorbereid() -> Iterator[None]:
    """What is asked in this block goes to the database with its values apart, so that this keeps the plan of what it
    hears again over the same connection (``prepare_threshold`` of the settings; without it nothing is kept).
    """
    connection.ensure_connection()
    kaal: Any = connection.connection
    anders, kaal.cursor_factory = kaal.cursor_factory, _Cursor
    try:
        yield
    finally:
        kaal.cursor_factory = anders


class VasteVraag:
    """A queryset with ``PLEK`` or ``SLEUTEL`` in it, compiled."""

    def __init__(self, rijen: QuerySet[Any]) -> None:
        self._rijen = rijen
        self._vertaler: SQLCompiler = rijen.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql: str = ""
        self._waarden: tuple[Any, ...] = ()
        with suppress(EmptyResultSet):  # the door is shut: no row, whatever the value
            self._sql, self._waarden = self._vertaler.as_sql()

    def alle(self, waarde: Any = None, *, plan: bool = True) -> list[Any]:
        """The rows for this value. Without ``plan`` the database makes a new one each time: of a list, where the best
        way depends on what is asked.
        """
        if not self._sql:
            return []
        rijen = self._rijen.all()
        rijen.query.get_compiler = functools.partial(self._met, waarde)  # type: ignore[method-assign]
        with voorbereid() if plan else nullcontext():
            return list(rijen)

    def eerste(self, waarde: Any = None) -> Any | None:
        """The first of them."""
        return next(iter(self.alle(waarde)), None)

    def _met(self, waarde: Any, using: str) -> SQLCompiler:
        """A compiler that has done its work, for the connection of this thread."""
        vertaler = copy.copy(self._vertaler)
        vertaler.connection = connections[using]
        waarden = tuple(waarde if deel in _PLEKKEN else deel for deel in self._waarden)
        vertaler.as_sql = lambda *_, **__: (self._sql, waarden)  # type: ignore[method-assign]
        return vertaler


def onthouden(bouw: Callable[..., QuerySet[Any]]) -> Callable[..., VasteVraag]:
    """Keep the question that ``bouw`` makes, per value of its arguments: all that it depends on must be in those."""
    return functools.lru_cache(_MEESTE)(lambda *delen: VasteVraag(bouw(*delen)))

"""What happens when somebody logs in here for the first time: rooms above this one register their work."""

from collections.abc import Callable
from functools import partial

from django.db import transaction

_werk: list[Callable[[int], object]] = []


def registreer(werk: Callable[[int], object]) -> Callable[[int], object]:
    """``werk(partij_pk)`` is called, after commit, for a partij that was made at its first log-in (name, address)."""
    if werk not in _werk:
        _werk.append(werk)
    return werk


def begin(partij_pk: int) -> None:
    """Call all that is registered once the partij is really there. One that fails does not stop the log-in."""
    for werk in _werk:
        transaction.on_commit(partial(werk, partij_pk), robust=True)

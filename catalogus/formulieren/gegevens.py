"""What a form needs to know of a gegeven. The model has these attributes; anything else that has them will do."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

LEEG: tuple[Any, ...] = (None, "", [], {})


class Vraag(Protocol):
    """One question of the form."""

    @property
    def naam(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def soort(self) -> str: ...
    @property
    def verplicht(self) -> bool: ...
    @property
    def hulptekst(self) -> str: ...
    @property
    def keuzes(self) -> Sequence[Mapping[str, str]]: ...
    @property
    def toon_als(self) -> Mapping[str, Any]: ...
    @property
    def validatie(self) -> Mapping[str, Any]: ...
    @property
    def voorvulling(self) -> str: ...
    @property
    def corrigeerbaar(self) -> bool: ...
    @property
    def correctie_uitleg(self) -> str: ...


def is_leeg(waarde: Any) -> bool:
    """Nothing was filled in. ``False`` and ``0`` are answers."""
    return any(waarde is leeg or (type(waarde) is type(leeg) and waarde == leeg) for leeg in LEEG)

"""Guarded rows: nothing is read but through a door.

``Model.objects.all()`` and every other query on a guarded model raise :class:`DeurDicht`. It opens in three ways:
``voor(actor)`` narrows to what the actor may see, ``systeem(reden)`` is for tasks and says why, and a related manager
of a row that came through a door (``zaak.statussen``) is open because that row was admitted.

``_base_manager`` stays plain: saving, refreshing, cascades and foreign keys need it. A test proves nobody else uses it.
"""

from __future__ import annotations

import uuid as uuid_module
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models.sql import Query

if TYPE_CHECKING:
    from autorisatie.actor import Actor
    from autorisatie.beslissing import Beslissing


@dataclass(frozen=True)
class Verantwoording:
    """What the log of processing says of a row: the department, the entry of the register, the legal ground."""

    door: str = "Gemeente"
    activiteit: str = "/verwerkingsregister/"
    grondslag: str = ""


_binnen: ContextVar[bool] = ContextVar("bewaakt_binnen", default=False)


class DeurDicht(RuntimeError):
    """A programming error: rows were asked for without saying for whom."""


@contextmanager
def _binnendoor() -> Iterator[None]:
    merk = _binnen.set(True)
    try:
        yield
    finally:
        _binnen.reset(merk)


def laat_toe(rij: models.Model) -> models.Model:
    """Mark a row as one that came through a door, so that its related managers open."""
    rij.__dict__["_toegelaten"] = True
    return rij


class BewaakteQuerySet(models.QuerySet[Any]):
    _open = False

    @property
    def query(self) -> Query:
        if not self._mag_open():
            raise DeurDicht(
                f"{self.model.__name__} is bewaakt: gebruik voor(actor), systeem(reden) of een toegelaten rij."
            )
        return models.QuerySet.query.fget(self)  # type: ignore[attr-defined]

    @query.setter
    def query(self, waarde: Query) -> None:
        models.QuerySet.query.fset(self, waarde)  # type: ignore[attr-defined]

    def _mag_open(self) -> bool:
        if self._open or _binnen.get():
            return True
        ouder = self._hints.get("instance")  # type: ignore[attr-defined]
        return ouder is not None and ouder.__dict__.get("_toegelaten", False)

    def _geopend(self) -> Self:
        kopie = self.__class__(model=self.model, query=self._query.chain(), using=self._db, hints=self._hints)  # type: ignore[attr-defined]
        kopie._open = True
        return kopie

    def _clone(self) -> Self:
        if not self._mag_open():
            return self.__class__(model=self.model, query=self._query.chain(), using=self._db, hints=self._hints)  # type: ignore[attr-defined]
        kopie = super()._clone()  # type: ignore[misc]
        kopie._open = self._open or _binnen.get()
        return kopie

    def all(self) -> Self:
        return self._clone()

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        if not self._mag_open():
            raise DeurDicht(f"{self.model.__name__} is bewaakt, ook voor een eigen SELECT.")
        return super().raw(*args, **kwargs)

    def using(self, alias: str | None) -> Self:
        kopie = self._clone()
        kopie._db = alias  # type: ignore[attr-defined]
        return kopie

    def complex_filter(self, filter_obj: Any) -> Self:
        if not filter_obj and not self._mag_open():
            return self._clone()
        return super().complex_filter(filter_obj)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return super().__deepcopy__(memo) if self._mag_open() else self._clone()  # type: ignore[misc]

    def __reduce__(self) -> Any:
        raise DeurDicht("Een bewaakte queryset wordt niet bewaard.")

    def _fetch_all(self) -> None:
        super()._fetch_all()  # type: ignore[misc]
        for rij in self._result_cache or ():
            if isinstance(rij, models.Model):
                laat_toe(rij)

    def _prefetch_related_objects(self) -> None:
        for rij in self._result_cache or ():
            laat_toe(rij)
        super()._prefetch_related_objects()  # type: ignore[misc]

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
        for rij in super().iterator(*args, **kwargs):
            yield laat_toe(rij) if isinstance(rij, models.Model) else rij

    def create(self, **kwargs: Any) -> Any:
        rij = self.model(**kwargs)
        rij.save(force_insert=True, using=self.db)
        return laat_toe(rij)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        rijen = models.QuerySet.bulk_create(self._geopend(), objs, *args, **kwargs)
        for rij in rijen:
            laat_toe(rij)
        return rijen

    # -- the doors ---------------------------------------------------------------------------------------------------

    def voor(self, actor: Actor) -> Self:
        """The rows that this actor may see; the model decides (:meth:`BewaaktModel.grens`)."""
        return self.model.grens(self._geopend(), actor)

    def systeem(self, reden: str) -> Self:
        """Every row, for a task or a command; ``reden`` says why and may not be empty."""
        if not reden.strip():
            raise DeurDicht("Zeg waarom u alle rijen nodig hebt.")
        return self._geopend()

    def een(self, actor: Actor, uuid: uuid_module.UUID | str, *, vergrendel: bool = False) -> Any | None:
        """One row by its outer identity, locked when asked; ``None`` when it does not exist for this actor, or when
        somebody sent something that is no identity at all."""
        if isinstance(uuid, str):
            try:
                uuid = uuid_module.UUID(uuid)
            except ValueError:
                return None
        rijen = self.voor(actor).filter(uuid=uuid)
        if vergrendel:
            rijen = rijen.select_for_update(of=("self",))
        return rijen.first()


BewaakteManager = models.Manager.from_queryset(BewaakteQuerySet)


class BewaaktModel(models.Model):
    """Base of every row that is about a person or a zaak."""

    objects = BewaakteManager()

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Narrow ``rijen`` to what ``actor`` may see. Closed unless a model says otherwise."""
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        """May ``actor`` do ``recht`` to this row, which its door already admitted? ``None``: the matrix decides."""
        raise TypeError(f"{type(self).__name__} zegt niet wie er iets mee mag doen.")

    def belet(self, recht: str) -> str:
        """Why the state of this row forbids ``recht`` now; empty when it may."""
        return ""

    def betrokken_partijen(self) -> list[int]:
        """The data subjects of this row: partij ids, for the log of processing (LDV)."""
        return []

    def zaak_uuid_voor_logboek(self) -> uuid_module.UUID | None:
        """The zaak that this row belongs to, if any."""
        return None

    def verantwoording(self) -> Verantwoording:
        """By whom, under which entry of the register and on which ground data of this row are processed."""
        return Verantwoording()

    def achtergehouden_onder(self) -> int | None:
        """The inquiry under which acts on this very row stay hidden from its data subjects, if any."""
        return None

    def validate_unique(self, exclude: Any = None) -> None:
        with _binnendoor():
            super().validate_unique(exclude)

    def validate_constraints(self, exclude: Any = None) -> None:
        with _binnendoor():
            super().validate_constraints(exclude)

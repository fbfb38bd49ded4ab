"""The one way to act.

A handeling is a function under ``@handeling``. It is the outermost transaction, or joins the one that runs; it fetches
its object again through the actor's own door with a row lock; it checks the right and the state; it runs; it writes
the audit line in the same transaction. A refusal is logged after the transaction, outside it.
"""

from __future__ import annotations

import functools
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.apps import apps
from django.db import OperationalError, connection, models, transaction
from psycopg.errors import DeadlockDetected, SerializationFailure

from autorisatie import beleid, logboek, spoor, vangnet
from autorisatie.actor import Actor, Medewerker
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel
from autorisatie.fouten import Achterhaald, BestaatNiet, GeenRecht, OnjuisteToestand, Weigering
from autorisatie.models import Uitkomst
from catalogus import klok

Uitkomstsoort = TypeVar("Uitkomstsoort")
POGINGEN = 3  # times that a unit runs when the database picks it as the victim of a deadlock


@dataclass
class _Poging:
    """What is known of one run of a handeling when it is refused. ``rij``: the row that its door admitted, if any."""

    begin: datetime
    doel: str
    rij: BewaaktModel | None = None
    reden: str = ""
    bijzonderheden: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Eenheid:
    """The outermost handeling that runs: what was refused in it, to be logged after its transaction; and what is still
    to be done at its end (``slot``), unless it was done already.
    """

    weigeringen: list[Callable[[], object]] = field(default_factory=list)
    slot: dict[str, Callable[[], object]] = field(default_factory=dict)
    gedaan: set[str] = field(default_factory=set)
    diepte: int = 0  # of the transactions that are open in it
    ondeelbaar: bool = False  # whoever is refused in it, nothing of it happens

    def rond_af(self) -> None:
        for sleutel, functie in self.slot.items():
            if sleutel not in self.gedaan:
                functie()


_eenheid: ContextVar[_Eenheid | None] = ContextVar("handeling_eenheid", default=None)
_aantekeningen: ContextVar[dict[str, Any] | None] = ContextVar("handeling_aantekeningen", default=None)


def aantekenen(**bijzonderheden: Any) -> None:
    """Add particulars (never personal data) to the audit line of the handeling that runs."""
    lopend = _aantekeningen.get()
    if lopend is not None:
        lopend.update(bijzonderheden)


def aan_het_eind(sleutel: str, functie: Callable[[], object]) -> None:
    """Do this at the end of the outermost handeling that runs, in its transaction; once for a key, as it was said last.
    At once when none runs.
    """
    eenheid = _eenheid.get()
    if eenheid is None:
        functie()
    else:
        eenheid.slot[sleutel] = functie


def is_gedaan(sleutel: str) -> None:
    """What ``aan_het_eind`` has for this key is not needed any more in the unit that runs."""
    eenheid = _eenheid.get()
    if eenheid is not None:
        eenheid.gedaan.add(sleutel)


def handeling(recht: str, *, op: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function the way to do ``recht``.

    ``op`` names the model ('zaken.Zaak') whose row it acts on: the caller passes that row or its uuid as the second
    argument, the body gets the locked row. Without ``op`` the function makes something new; pass ``proces=`` when the
    right depends on the proces. ``gezien_versie=`` refuses when the row changed since.

    Raises :class:`BestaatNiet`, :class:`GeenRecht`, :class:`OnjuisteToestand`, :class:`Achterhaald` or what the body
    raises.
    """

    def omhul(functie: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(functie)
        def uitvoeren(actor: Actor, *args: Any, doel: str = "", gezien_versie: int | None = None, **kwargs: Any) -> Any:
            def werk(poging: _Poging) -> Any:
                args_ = list(args)
                if op:
                    poging.rij = args_[0] = _haal(actor, op, args_[0])
                beslissing = _toets(actor, recht, poging.rij, gezien_versie, getattr(kwargs.get("proces"), "pk", None))
                return _voer_uit(
                    functools.partial(functie, actor, *args_, **kwargs), actor, recht, poging.rij, beslissing, doel
                )

            return _in_eenheid(actor, recht, args[0] if op and args else None, werk, doel)

        uitvoeren.handeling = recht  # type: ignore[attr-defined]
        return uitvoeren

    return omhul


def _in_eenheid(actor: Actor, recht: str, doelwit: Any, werk: Callable[[_Poging], Any], doel: str) -> Any:
    return _met_herhaling(functools.partial(_een_keer, actor, recht, doelwit, werk, doel))


def _met_herhaling(een_keer: Callable[[], Uitkomstsoort]) -> Uitkomstsoort:
    """Once; the outermost transaction again when it lost a deadlock, for then nothing of it was done."""
    for over in reversed(range(1 if connection.in_atomic_block else POGINGEN)):
        try:
            return een_keer()
        except OperationalError as fout:
            if not over or not isinstance(fout.__cause__, DeadlockDetected | SerializationFailure):
                raise
            time.sleep(random.uniform(0.01, 0.1))  # noqa: S311  only so that two losers do not meet again
    raise AssertionError("onbereikbaar")


def _een_keer(actor: Actor, recht: str, doelwit: Any, werk: Callable[[_Poging], Any], doel: str) -> Any:
    poging = _Poging(klok.nu(), doel or getattr(actor, "doel", ""))
    with _eenheid_die_loopt() as eenheid:
        try:
            with spoor.stap(), vangnet.opzij("een handeling toetst zelf"), _transactie(eenheid):
                return werk(poging)
        except (Weigering, BestaatNiet) as fout:
            poging.reden = getattr(fout, "reden", "bestaat niet voor deze actor")
            uuid = getattr(doelwit, "uuid", doelwit)
            poging.bijzonderheden = {"doelwit": str(uuid)} if uuid else {}
            eenheid.weigeringen.append(functools.partial(_leg_weigering_vast, actor, recht, poging))
            raise


@contextmanager
def _eenheid_die_loopt() -> Iterator[_Eenheid]:
    """The unit that runs, or a new one: what was refused in that is logged when it ended."""
    lopend = _eenheid.get()
    if lopend is not None:
        yield lopend
        return
    eenheid = _Eenheid()
    merk = _eenheid.set(eenheid)
    try:
        yield eenheid
    finally:
        _eenheid.reset(merk)
        if eenheid.weigeringen:
            with vangnet.opzij("een weigering wordt vastgelegd"):
                for schrijf in eenheid.weigeringen:
                    schrijf()


@contextmanager
def _transactie(eenheid: _Eenheid) -> Iterator[None]:
    """One transaction in this unit. The outermost ends with what was kept for the end; one that is undone leaves
    nothing for it.
    """
    slot, gedaan = eenheid.slot.copy(), eenheid.gedaan.copy()
    eenheid.diepte += 1
    try:
        with transaction.atomic(savepoint=not eenheid.ondeelbaar or eenheid.diepte == 1):
            yield
            if eenheid.diepte == 1:
                eenheid.rond_af()
    except BaseException:
        eenheid.slot, eenheid.gedaan = slot, gedaan
        raise
    finally:
        eenheid.diepte -= 1


def in_een_eenheid(werk: Callable[[], Uitkomstsoort]) -> Uitkomstsoort:
    """Several things as one: the handelingen that ``werk`` calls and what it writes beside them happen together, or
    not at all: what is refused in it may not be caught in it. Run again when the database picks it as the victim of a
    deadlock; what was refused is logged after it.
    """

    def een_keer() -> Uitkomstsoort:
        with _eenheid_die_loopt() as eenheid:
            eenheid.ondeelbaar = eenheid.ondeelbaar or not eenheid.diepte  # not one that others began
            with _transactie(eenheid):
                return werk()

    return _met_herhaling(een_keer)


def _leg_weigering_vast(actor: Actor, recht: str, poging: _Poging) -> None:
    """The line of a refusal, and those of the data subjects of a row that the actor was admitted to (status Error).

    What does not exist for the actor has no subject: the log may not tell either.
    """
    rij = poging.rij
    with spoor.stap():
        logboek.schrijf(
            actor,
            recht,
            uitkomst=Uitkomst.GEWEIGERD,
            rij=rij,
            zaak_uuid=rij.zaak_uuid_voor_logboek() if rij is not None else None,
            reden=poging.reden,
            doel=poging.doel,
            bijzonderheden=poging.bijzonderheden,
            betrokken=_betrokken(actor, rij, poging.begin, logboek.Status.ERROR),
        )


def _haal(actor: Actor, op: str, doelwit: Any) -> BewaaktModel:
    model: type[models.Model] = apps.get_model(op)
    rij = model.objects.een(actor, getattr(doelwit, "uuid", doelwit), vergrendel=True)  # type: ignore[attr-defined]
    if rij is None:
        raise BestaatNiet
    return rij


def _toets(
    actor: Actor, recht: str, rij: BewaaktModel | None, gezien_versie: int | None, proces_id: int | None
) -> Beslissing:
    beslissing = beleid.beslis(actor, recht, rij, proces_id=proces_id)
    if not beslissing:
        raise GeenRecht(f"U mag dit niet doen: {beslissing.reden}.")
    if rij is not None:
        if gezien_versie is not None and gezien_versie != getattr(rij, "versie", gezien_versie):
            raise Achterhaald(
                "Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe stand en probeer het opnieuw."
            )
        belet = rij.belet(recht)
        if belet:
            raise OnjuisteToestand(belet)
    return beslissing


def _voer_uit(
    lijf: Callable[[], Any], actor: Actor, recht: str, rij: BewaaktModel | None, beslissing: Beslissing, doel: str
) -> Any:
    begin = klok.nu()
    bijzonderheden: dict[str, Any] = {}
    merk = _aantekeningen.set(bijzonderheden)
    try:
        uitkomst = lijf()
    finally:
        _aantekeningen.reset(merk)
    rij = rij or (uitkomst if isinstance(uitkomst, BewaaktModel) else None)
    logboek.schrijf(
        actor,
        recht,
        rij=rij,
        zaak_uuid=rij.zaak_uuid_voor_logboek() if rij is not None else None,
        beslissing=beslissing,
        doel=doel or getattr(actor, "doel", ""),
        bijzonderheden=bijzonderheden,
        betrokken=_betrokken(actor, rij, begin, logboek.Status.OK),
    )
    return uitkomst


def _betrokken(actor: Actor, rij: BewaaktModel | None, begin: datetime, status: str) -> logboek.Betrokken | None:
    partijen = rij.betrokken_partijen() if rij is not None else []
    if rij is None or not partijen:
        return None
    over = rij.verantwoording()
    return logboek.Betrokken(
        partijen,
        begin,
        over.door if isinstance(actor, Medewerker) else logboek.lezer(actor, over.door),
        over,
        status=status,
        onderzoek=rij.achtergehouden_onder(),
    )

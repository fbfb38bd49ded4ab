"""Who may: decide and filter, from the active version of the matrix. Start from nothing: no row means no.

Every row is weighed for the actor (``standen``) and then for the thing that is asked about (``weeg_zaak``); the first
row that gives it decides. The explanation to an administrator is the same weighing, with the rows that gave nothing.

Above the matrix, in code: staff never see a zaak in which they or their own circle is a party, and a shielded thing is
for named persons only; those denials are part of the door of the zaak itself (``zaken.deur``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from autorisatie import scopes
from autorisatie.actor import Actor, Applicatie, Burger, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Gebruiker, Matrixregel
from autorisatie.standen import Stand, gronden, standen
from autorisatie.voorwaarden import Belet, Grond, Zaakachtig

ZIEN = frozenset({"inzien", "bericht_lezen"})  # what who may only see does
GEEN_REGEL = "geen regel van de autorisatiematrix staat dit toe"


@dataclass(frozen=True)
class Weging:
    """What one row says of one question: ``beletten`` is empty when it gives it."""

    regel: Matrixregel
    beletten: tuple[Belet, ...]
    grond: Grond | None = None

    def __bool__(self) -> bool:
        return not self.beletten


def niveaus(actor: Actor, zaak: Zaakachtig, *, eigen_zaak: bool) -> dict[str, int]:
    """Per group of data how much of an admitted zaak the actor sees."""
    hoogste: dict[str, int] = {}
    for grond in gronden(actor):
        if grond.eigen_zaak == eigen_zaak and grond.geldt_voor(zaak):
            hoogste[grond.gegevensgroep] = max(grond.niveau, hoogste.get(grond.gegevensgroep, 0))
    return hoogste


def weeg_zaak(
    actor: Actor, zaak: Zaakachtig, *, eigen_zaak: bool, recht: str = "", volledig: bool = False
) -> Iterator[Weging]:
    """Each row of the roles of this actor, weighed for ``zaak``: does it speak about it, and does it give ``recht``?
    A decision needs one reason why a row does not; ``volledig`` gathers all of them."""
    for stand in standen(actor):
        beletten = _beletten(stand, zaak, eigen_zaak, recht)
        yield Weging(stand.regel, tuple(beletten if volledig else islice(beletten, 1)), stand.grond)


def _beletten(stand: Stand, zaak: Zaakachtig, eigen_zaak: bool, recht: str) -> Iterator[Belet]:
    if stand.grond is None:
        if stand.belet is not None:
            yield stand.belet
        return
    if recht and recht not in stand.grond.handelingen:
        yield Belet.HANDELING
    if stand.grond.eigen_zaak != eigen_zaak:
        yield Belet.SOORT if stand.grond.eigen_zaak else Belet.GEEN_PARTIJ
    yield from stand.grond.beletten(zaak)


def _besluit(wegingen: Iterable[Weging], namens: Gebruiker | None = None) -> Beslissing:
    """The first row that gives it decides. ``namens``: whose zaak it is, for a deputy who holds the right himself."""
    for weging in wegingen:
        if weging:
            rol = weging.grond.rol if weging.grond else weging.regel.rol.naam
            if namens is not None and weging.grond is not None and weging.grond.afwezige is None:
                rol += f", waarneming voor {namens}"
            return ja(f"rol {rol}", regel_id=weging.regel.pk, matrixversie=weging.regel.versie.nummer)
    return nee(GEEN_REGEL)


def beslis_over_zaak(actor: Actor, recht: str, zaak: Zaakachtig, *, eigen_zaak: bool) -> Beslissing:
    """May the actor do ``recht`` to a zaak that its door already admitted?"""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    if isinstance(actor, Applicatie):
        return scopes.beslis(actor, recht, proces_id=zaak.proces_id, vertrouwelijkheid=zaak.vertrouwelijkheidaanduiding)
    wegingen = weeg_zaak(actor, zaak, eigen_zaak=eigen_zaak, recht=recht)
    return _besluit(wegingen, waarneming_voor(actor, zaak))


def afwezigen(actor: Actor) -> list[Gebruiker]:
    """For whom this actor stands in now, as far as that gives a right."""
    return list({grond.afwezige.pk: grond.afwezige for grond in gronden(actor) if grond.afwezige is not None}.values())


def waarneming_voor(actor: Actor, zaak: Zaakachtig) -> Gebruiker | None:
    """The absent colleague whose zaak this is and for whom this actor stands in now."""
    return next((afwezige for afwezige in afwezigen(actor) if afwezige.pk == zaak.behandelaar_id), None)


def weeg_algemeen(actor: Actor, recht: str, *, proces_id: int | None = None) -> Iterator[Weging]:
    """Each row of the roles of this actor: does it give ``recht`` at all, or for zaken of this proces?"""
    for stand in standen(actor):
        if stand.grond is None:
            yield Weging(stand.regel, (stand.belet,) if stand.belet else ())
            continue
        beletten = [] if recht in stand.grond.handelingen else [Belet.HANDELING]
        if stand.grond.afwezige is not None:
            beletten.append(Belet.WAARNEMING)
        if proces_id is not None and stand.grond.processen is not None and proces_id not in stand.grond.processen:
            beletten.append(Belet.ZAAKTYPE)
        yield Weging(stand.regel, tuple(beletten), stand.grond)


def beslis_algemeen(actor: Actor, recht: str, *, proces_id: int | None = None) -> Beslissing:
    """May the actor do ``recht`` at all, or for zaken of this proces?"""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    if isinstance(actor, Applicatie):
        return scopes.beslis(actor, recht, proces_id=proces_id)
    return _besluit(weeg_algemeen(actor, recht, proces_id=proces_id))


def beslis(actor: Actor, recht: str, rij: BewaaktModel | None = None, *, proces_id: int | None = None) -> Beslissing:
    """The one question. A row may answer for itself; where it has no answer, the matrix does."""
    if isinstance(actor, Systeem):
        return ja(actor.reden)
    if isinstance(actor, Burger) and not actor.mag_handelen and recht not in ZIEN:
        return nee("deze machtiging is alleen om te zien")
    if isinstance(rij, BewaaktModel):
        eigen = rij.beslissing(actor, recht)
        if eigen is not None:
            return eigen
    return beslis_algemeen(actor, recht, proces_id=proces_id)


def mag(actor: Actor, recht: str) -> bool:
    return bool(beslis_algemeen(actor, recht))


def processen_met_recht(actor: Actor, recht: str) -> frozenset[int] | None:
    """For which processen the actor has ``recht``; ``None`` means all of them, an empty set none."""
    gevonden: set[int] = set()
    for grond in gronden(actor):
        if grond.afwezige is None and recht in grond.handelingen:
            if grond.processen is None:
                return None
            gevonden |= grond.processen
    return frozenset(gevonden)

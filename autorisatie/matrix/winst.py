"""Who wins by another version: what somebody's grounds give under the new one that they did not give under the old.

A piece is won when no old ground covers it: at least that level of that group (or that handeling), on that proces,
under conditions at least as wide. Conditions are compared one by one, so that a doubt counts as winning: a preview
may name a person too many, and approval is never given by who wins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from autorisatie import rechten, standen
from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Matrixversie, Niveau
from autorisatie.standen import Bereik, Rollen
from autorisatie.voorwaarden import Grond
from catalogus import klok


@dataclass(frozen=True)
class Stuk:
    """What is won: a level of a group (``recht`` is empty) or a handeling, over ``processen`` (``None``: all), under
    the conditions of ``grond``. ``eerder`` are the old grounds that give it to other zaken, or under
    narrower conditions.
    """

    grond: Grond
    processen: frozenset[int] | None
    recht: str
    eerder: tuple[Grond, ...]

    @property
    def zin(self) -> str:
        if self.recht:
            return rechten.label(self.recht)
        groep, niveau = Gegevensgroep(self.grond.gegevensgroep).label, Niveau(self.grond.niveau).label
        return _("%(groep)s: %(niveau)s") % {"groep": groep, "niveau": niveau}


def winst(oud: Sequence[Grond], nieuw: Iterable[Grond]) -> list[Stuk]:
    """What ``nieuw`` gives beyond ``oud``. The reverse call tells what is lost."""
    gevonden = []
    for grond in nieuw:
        if grond.niveau > Niveau.GEEN:
            zelfde = tuple(
                o
                for o in oud
                if o.eigen_zaak == grond.eigen_zaak
                and o.gegevensgroep == grond.gegevensgroep
                and o.niveau >= grond.niveau
            )
            gevonden += _stuk(grond, "", zelfde)
        for recht in sorted(grond.handelingen):
            zelfde = tuple(o for o in oud if o.eigen_zaak == grond.eigen_zaak and recht in o.handelingen)
            gevonden += _stuk(grond, recht, zelfde)
    return gevonden


def _stuk(grond: Grond, recht: str, zelfde: tuple[Grond, ...]) -> list[Stuk]:
    dekkend = [o for o in zelfde if o.voorwaarden.minstens_zo_ruim(grond.voorwaarden)]
    if any(o.processen is None for o in dekkend):
        return []
    if grond.processen is None:
        return [Stuk(grond, None, recht, zelfde)]
    over = grond.processen - frozenset(pk for o in dekkend for pk in o.processen or ())
    return [Stuk(grond, over, recht, zelfde)] if over else []


@dataclass(frozen=True)
class Vergelijking:
    """Two versions side by side, for many people: rows and reach are looked up once."""

    oud: tuple[Matrixregel, ...]
    nieuw: tuple[Matrixregel, ...]
    bereik: Bereik = field(default_factory=dict)

    @classmethod
    def van(cls, oud: Matrixversie | None, nieuw: Matrixversie) -> "Vergelijking":
        """No old version gives nobody anything."""
        return cls(standen.regels_van(oud) if oud else (), standen.regels_van(nieuw))

    def omgekeerd(self) -> "Vergelijking":
        """What is won the other way around is what is lost."""
        return Vergelijking(self.nieuw, self.oud, self.bereik)

    def winst(self, rollen: Rollen, *, gebruiker_id: int | None = None) -> list[Stuk]:
        """What who holds these roles wins, with a purpose or without (a row that no longer asks one is a win too)."""
        stukken = [
            stuk
            for doel in (True, False)
            for stuk in winst(
                self._gronden(self.oud, rollen, doel, gebruiker_id),
                self._gronden(self.nieuw, rollen, doel, gebruiker_id),
            )
        ]
        eens = {(s.grond.regel_id, s.recht, s.processen): s for s in reversed(stukken)}
        return list(reversed(eens.values()))

    def _gronden(
        self, regels: Iterable[Matrixregel], rollen: Rollen, doel: bool, gebruiker_id: int | None
    ) -> list[Grond]:
        gevonden = standen.standen_van(regels, rollen, doel=doel, gebruiker_id=gebruiker_id, bereik=self.bereik)
        return [stand.grond for stand in gevonden if stand.grond is not None]


def accounts_van(gebruiker: Gebruiker) -> list[Gebruiker]:
    """This account, and every other account of the same person."""
    if gebruiker.partij_id is None:
        return [gebruiker]
    return [gebruiker, *Gebruiker.objects.filter(partij=gebruiker.partij_id).exclude(pk=gebruiker.pk)]


def eigen_winst(gebruiker: Gebruiker, oud: Matrixversie | None, nieuw: Matrixversie) -> list[Stuk]:
    """What this person would win himself under ``nieuw``, under any of his accounts and by grants still to come."""
    samen, lopend = Vergelijking.van(oud, nieuw), Q(geldig_tot__gte=klok.vandaag())
    return [
        stuk
        for account in accounts_van(gebruiker)
        for stuk in samen.winst(standen.rollen_van(account.pk, lopend), gebruiker_id=account.pk)
    ]

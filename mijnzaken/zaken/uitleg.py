"""Why somebody sees a zaak, or does not: the decision of the door and of the matrix, with everything that made it.

Nothing is decided here a second time. The grounds are the arms of the door, asked one by one; the rows are weighed by
``beleid``; what a row gives and no arm does, is denied above the matrix.
"""

from dataclasses import dataclass
from typing import Any

from autorisatie import beleid
from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.beleid import Weging
from autorisatie.beslissing import Beslissing
from autorisatie.models import Niveau
from mijnzaken.zaken import deur, verloop
from mijnzaken.zaken.inzien import niveaus_van
from mijnzaken.zaken.models import Zaak

REDEN = "uitleg van een beslissing over rechten"


@dataclass(frozen=True)
class Rechtuitleg:
    """What is decided about one handeling; ``belet`` is why the state of the zaak forbids it now."""

    recht: str
    beslissing: Beslissing
    belet: str


@dataclass(frozen=True)
class Uitleg:
    """``gronden``: each ground of the door and whether it admits this zaak. ``hard``: which denials above the matrix
    hold (*eigen kring*, *afgeschermd*, *geen partij*). ``regels``: each row of the roles of this person."""

    gronden: tuple[tuple[str, bool], ...]
    hard: tuple[str, ...]
    regels: tuple[Weging, ...]
    niveaus: dict[str, int]
    rechten: tuple[Rechtuitleg, ...]

    @property
    def ziet(self) -> bool:
        return any(toegelaten for _, toegelaten in self.gronden)

    @property
    def gevende_regels(self) -> tuple[Weging, ...]:
        """The rows that speak about this zaak and let something of it be seen."""
        return tuple(weging for weging in self.regels if weging and weging.regel.niveau >= Niveau.BESTAAT)


def leg_uit(wie: Actor, zaak: Zaak) -> Uitleg:
    """The whole decision for ``wie``; the caller decides who may read it."""
    gronden = tuple((arm.grond, _laat_toe(arm, zaak)) for arm in deur.armen(wie))
    regels = tuple(beleid.weeg_zaak(wie, zaak, eigen_zaak=isinstance(wie, Burger), volledig=True))
    ziet = any(toegelaten for _, toegelaten in gronden)
    return Uitleg(
        gronden=gronden,
        hard=tuple(_hard(wie, zaak, gronden)),
        regels=regels,
        niveaus=niveaus_van(wie, zaak) if ziet else {},
        rechten=tuple(
            Rechtuitleg(recht, deur.beslis(wie, recht, zaak), zaak.belet(recht))
            for recht in sorted(verloop.OVERGANGEN)
            if ziet
        ),
    )


def _laat_toe(arm: deur.Arm, zaak: Zaak) -> bool:
    rijen: Any = Zaak.objects.systeem(REDEN).filter(pk=zaak.pk)
    return bool(rijen.filter(deur.Gronden([arm])).exists())


def _hard(wie: Actor, zaak: Zaak, gronden: tuple[tuple[str, bool], ...]) -> list[str]:
    if isinstance(wie, Burger):
        return [] if zaak.rollen.filter(partij=wie.voor_wie, ziet_zaak=True).exists() else ["geen partij"]
    gevonden = []
    if isinstance(wie, Medewerker) and set(zaak.betrokken_partijen()) & set(wie.uitgesloten_partijen):
        gevonden.append("eigen kring")
    if zaak.afgeschermd and not any(toegelaten for _, toegelaten in gronden):
        gevonden.append("afgeschermd")
    return gevonden

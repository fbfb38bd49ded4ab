"""The yearly review: when the rows of a role were last looked through, and what is due.

How many days a review lasts stands in the setting ``HERZIENING_DAGEN``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Min

from autorisatie.models import Matrixherziening, Matrixstand, Matrixversie, Rol
from catalogus import klok

BINNENKORT = timedelta(days=30)  # shown as coming before it is due


@dataclass(frozen=True)
class Rolstand:
    """``uiterlijk`` is the last day; ``laatste`` the newest review, if there was one."""

    rol: Rol
    laatste: Matrixherziening | None
    uiterlijk: date

    @property
    def te_laat(self) -> bool:
        return self.uiterlijk < klok.vandaag()

    @property
    def binnenkort(self) -> bool:
        return not self.te_laat and self.uiterlijk <= klok.vandaag() + BINNENKORT


def standen() -> list[Rolstand]:
    """Of every role that the active version names, what is due first at the top; three queries. A role that was never
    reviewed counts from the day on which its first rows held."""
    versie = Matrixversie.actief()
    if versie is None:
        return []
    nieuwste: dict[int, Matrixherziening] = {}
    for herziening in Matrixherziening.objects.select_related("door").order_by("rol_id", "-op").distinct("rol_id"):
        nieuwste[herziening.rol_id] = herziening
    rollen = Rol.objects.filter(regels__versie__stand=Matrixstand.GOEDGEKEURD).annotate(
        begin=Min("regels__versie__actief_vanaf")
    )
    nu = set(versie.regels.values_list("rol", flat=True))
    termijn = timedelta(days=settings.HERZIENING_DAGEN)
    gevonden = []
    for rol in rollen:
        if rol.pk in nu:
            laatste = nieuwste.get(rol.pk)
            gevonden.append(Rolstand(rol, laatste, klok.datum(laatste.op if laatste else rol.begin) + termijn))
    return sorted(gevonden, key=lambda stand: (stand.uiterlijk, stand.rol.naam))


def te_laat() -> Iterator[Rolstand]:
    return (stand for stand in standen() if stand.te_laat)

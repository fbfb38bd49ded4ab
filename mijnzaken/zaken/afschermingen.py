"""Reading shieldings and grants: for the privacy officer, who guards them all without opening what is behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.models import PartijToegang
from catalogus import klok
from mijnzaken.zaken.models import PartijAfscherming, ZaakAfscherming, ZaakToegang

BLADZIJDE = 25
BINNENKORT = timedelta(days=30)
SOORTEN = ("zaak", "partij")


@dataclass(frozen=True)
class Regel:
    """One shielding with the grants that hold now. ``wees``: nobody can open it any more."""

    soort: str
    rij: Any
    wat: str
    toegangen: list[Any]

    @property
    def wees(self) -> bool:
        return not self.toegangen

    @property
    def binnenkort(self) -> bool:
        """The last grant ends within a month."""
        laatste = max((t.geldig_tot for t in self.toegangen), default=None)
        return laatste is not None and laatste < klok.nu() + BINNENKORT


@dataclass(frozen=True)
class Blad:
    regels: list[Regel]
    volgende: str  # key of the next page; empty on the last


def lijst(actor: Medewerker, soort: str, *, na: str = "") -> Blad:
    """The shieldings of one kind that hold, newest first; three queries a page. Reading them is a line in the log."""
    rijen = _rijen(actor, soort).filter(opgeheven_op=None)
    if na.isascii() and na.isdigit():
        rijen = rijen.filter(pk__lt=int(na[:18]))
    gevonden = list(rijen.order_by("-pk")[: BLADZIJDE + 1])
    meer, gevonden = len(gevonden) > BLADZIJDE, gevonden[:BLADZIJDE]
    logboek.schrijf(actor, "afschermingen_inzien", bijzonderheden={"soort": soort})
    return Blad(_regels(soort, gevonden), str(gevonden[-1].pk) if meer else "")


def een(actor: Medewerker, soort: str, uuid: UUID) -> Regel | None:
    """One shielding, also one that was lifted; ``None`` when it is not there for this reader."""
    rij = _rijen(actor, soort).filter(uuid=uuid).first()
    if rij is None:
        return None
    logboek.schrijf(actor, "afschermingen_inzien", rij=rij)
    return _regels(soort, [rij])[0]


def toegang(regel: Regel, pk: int) -> Any | None:
    return next((t for t in regel.toegangen if t.pk == pk), None)


def _rijen(actor: Medewerker, soort: str) -> Any:
    if soort == "zaak":
        return ZaakAfscherming.objects.voor(actor).select_related(
            "door", "opgeheven_door", "zaak__proces", "zaak__team"
        )
    return PartijAfscherming.objects.voor(actor).select_related("door", "opgeheven_door", "partij")


def _regels(soort: str, rijen: list[Any]) -> list[Regel]:
    model: type[ZaakToegang] | type[PartijToegang] = ZaakToegang if soort == "zaak" else PartijToegang
    per_ding = _toegangen(model, [_ding(soort, rij).pk for rij in rijen])
    return [Regel(soort, rij, _wat(soort, rij), per_ding.get(_ding(soort, rij).pk, [])) for rij in rijen]


def _toegangen(model: type[ZaakToegang] | type[PartijToegang], dingen: Iterable[int]) -> dict[int, list[Any]]:
    per_ding: dict[int, list[Any]] = {}
    rijen: Any = model.objects.filter(model.geldend(), content_object__in=dingen)
    for rij in rijen.select_related("user", "verleend_door").order_by("geldig_tot", "pk"):
        per_ding.setdefault(rij.content_object_id, []).append(rij)
    return per_ding


def _ding(soort: str, rij: Any) -> Any:
    return rij.zaak if soort == "zaak" else rij.partij


def _wat(soort: str, rij: Any) -> str:
    """A number and a kind, or a name: enough to know which one it is."""
    return f"{rij.zaak.nummer}, {rij.zaak.proces}" if soort == "zaak" else rij.partij.naam

"""Keyset pages: the address holds the key of the last row shown, so page a thousand costs what the first one costs."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

BLADZIJDE = 25


@dataclass(frozen=True)
class Bladzijde:
    """The rows of one page, and the key of the page that follows; empty on the last one."""

    rijen: list[Any]
    volgende: str


def blader(rijen: Any, orde: str, *, na: str = "", hoeveel: int = BLADZIJDE) -> Bladzijde:
    """One page of a queryset by a NOT NULL field (``"-moment"`` for newest first); ties are broken by key, in the same
    direction, so ``(field, id)`` wants an index. A key that makes no sense gives the first page.
    """
    veld, af = orde.removeprefix("-"), orde.startswith("-")
    rijen = rijen.order_by(orde, "-pk" if af else "pk")
    grens = _lees(rijen.model, veld, na)
    if grens is not None:
        richting = "lt" if af else "gt"
        waarde, pk = grens
        # The first condition is where the index starts; the second leaves out the rows with the same value.
        rijen = rijen.filter(
            Q(**{f"{veld}__{richting}e": waarde}),
            Q(**{f"{veld}__{richting}": waarde}) | Q(**{f"pk__{richting}": pk}),
        )
    gevonden = list(rijen[: hoeveel + 1])
    laatste = gevonden[hoeveel - 1] if len(gevonden) > hoeveel else None
    return Bladzijde(gevonden[:hoeveel], _schrijf(laatste, veld) if laatste is not None else "")


def _schrijf(rij: Any, veld: str) -> str:
    waarde = getattr(rij, veld)
    tekst = waarde.isoformat().replace("+00:00", "Z") if hasattr(waarde, "isoformat") else str(waarde)
    return f"{tekst}~{rij.pk}"


def _lees(model: Any, veld: str, sleutel: str) -> tuple[Any, int] | None:
    tekst, _, pk = sleutel.rpartition("~")
    if not (tekst and pk.isascii() and pk.isdigit() and len(pk) <= 18) or "\x00" in tekst:
        return None
    try:
        return model._meta.get_field(veld).to_python(tekst), int(pk)
    except ValidationError:
        return None

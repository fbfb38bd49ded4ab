"""Keyset pages of an ordered table: the key of the last row says where the next page begins, however long it is."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest

BLADZIJDE = 25


@dataclass(frozen=True)
class Blad:
    rijen: list[Any]
    vorige: str  # the address of the page before; empty on the first
    volgende: str


def blad(request: HttpRequest, rijen: QuerySet[Any], *velden: str, aantal: int = BLADZIJDE) -> Blad:
    """One page in the order of ``velden``, the last of them unique; a key that makes no sense gives the first page."""
    na, voor = (_lees(request.GET.get(naam, ""), rijen, velden) for naam in ("na", "voor"))
    terug = na is None and voor is not None
    grens = voor if terug else na
    if grens is not None:
        rijen = rijen.filter(_voorbij(velden, grens, "lt" if terug else "gt"))
    stuk = list(rijen.order_by(*(f"-{veld}" if terug else veld for veld in velden))[: aantal + 1])
    meer, stuk = len(stuk) > aantal, stuk[:aantal]
    if terug:
        stuk.reverse()
    if not stuk:
        return Blad([], "", "")
    heeft_vorige, heeft_volgende = (meer, True) if terug else (grens is not None, meer)
    return Blad(
        stuk,
        _adres(request, "voor", stuk[0], velden) if heeft_vorige else "",
        _adres(request, "na", stuk[-1], velden) if heeft_volgende else "",
    )


def _voorbij(velden: tuple[str, ...], grens: list[Any], hoe: str) -> Q:
    """Beyond the key: the first field differs, or it is equal and the rest is beyond."""
    eerste, *rest = velden
    verder = Q(**{f"{eerste}__{hoe}": grens[0]})
    return verder | (Q(**{eerste: grens[0]}) & _voorbij(tuple(rest), grens[1:], hoe)) if rest else verder


def _adres(request: HttpRequest, naam: str, rij: Any, velden: tuple[str, ...]) -> str:
    sleutel = "~".join(str(getattr(rij, veld)) for veld in velden)
    vraag = [(k, v) for k, v in request.GET.items() if k not in ("na", "voor") and v]
    return f"?{urlencode([*vraag, (naam, sleutel)])}"


def _lees(tekst: str, rijen: QuerySet[Any], velden: tuple[str, ...]) -> list[Any] | None:
    delen = tekst.rsplit("~", len(velden) - 1)
    if not tekst or len(delen) != len(velden) or "\x00" in tekst:
        return None
    try:
        grens = [rijen.model._meta.get_field(v).to_python(d) for v, d in zip(velden, delen, strict=True)]
    except ValidationError:
        return None
    return grens if all(not isinstance(w, int) or abs(w) < 2**62 for w in grens) else None

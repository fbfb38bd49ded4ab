"""Searching products: Dutch full text with prefixes, the words of the UPL name, and a fragment that shows the hit."""

import re
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import Case, F, FloatField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from catalogus.models import Product

_WOORD = re.compile(r"\w+")
_MEESTE_WOORDEN = 8
_LANGSTE_WOORD = 40
_BEGIN, _EINDE = "\x02", "\x03"  # can't stand in a text, so a template never mistakes text for a mark


@dataclass(frozen=True)
class Deel:
    """A part of a fragment; ``raak`` when it is a word that was searched."""

    tekst: str
    raak: bool


@dataclass(frozen=True)
class Treffer:
    product: Product
    fragment: tuple[Deel, ...]


def zoek(vraag: str, dag: date, *, hoeveel: int = 25) -> list[Treffer]:
    """Published products that hold all words of the question, or words that begin so; the best first.

    Without words nothing is found. Words beyond the eighth are left out, and so is what follows a word's 40th letter.
    """
    woorden = [woord[:_LANGSTE_WOORD] for woord in _WOORD.findall(vraag.lower())][:_MEESTE_WOORDEN]
    if not woorden:
        return []
    zoekvraag = SearchQuery(" & ".join(f"{woord}:*" for woord in woorden), search_type="raw", config="dutch")
    gevonden = list(_rijen(woorden, zoekvraag, dag)[:hoeveel])
    fragmenten = _fragmenten([rij.pk for rij in gevonden], zoekvraag)
    return [Treffer(rij, _delen(fragmenten[rij.pk])) for rij in gevonden]


def _rijen(woorden: list[str], zoekvraag: SearchQuery, dag: date) -> "QuerySet[Product]":
    """Full text over the stored vector; a part of the name or of the national name counts too, but less."""
    in_naam, in_upl = Q(), Q()
    for woord in woorden:
        in_naam &= Q(naam__icontains=woord)
        in_upl &= Q(upl__naam__icontains=woord)
    begin = Case(When(naam__istartswith=woorden[0], then=1.0), default=0.0, output_field=FloatField())
    return (
        Product.objects.gepubliceerd_op(dag)
        .filter(Q(zoekvector=zoekvraag) | in_naam | in_upl)
        .annotate(rang=SearchRank(F("zoekvector"), zoekvraag) + begin)
        .select_related("upl")
        .order_by("-rang", "naam", "pk")
    )


def _fragmenten(sleutels: list[int], zoekvraag: SearchQuery) -> dict[int, str]:
    """Only for the rows that are shown: cutting a fragment is the expensive part."""
    tekst = Concat("samenvatting", Value(" "), "tekst", output_field=TextField())
    kop = SearchHeadline(
        tekst, zoekvraag, config="dutch", start_sel=_BEGIN, stop_sel=_EINDE, max_words=30, min_words=12
    )
    rijen = Product.objects.filter(pk__in=sleutels).annotate(fragment=kop)
    return dict(rijen.values_list("pk", "fragment"))


def _delen(fragment: str) -> tuple[Deel, ...]:
    """A headline in parts, without the signs of Markdown."""
    delen = []
    for stuk in re.split(f"({_BEGIN}[^{_EINDE}]*{_EINDE})", re.sub(r"[#*_`>\[\]]|\s*\n+\s*", " ", fragment)):
        raak = stuk.startswith(_BEGIN)
        tekst = re.sub(r" {2,}", " ", stuk.strip(_BEGIN + _EINDE))
        if tekst:
            delen.append(Deel(tekst, raak))
    return tuple(delen)

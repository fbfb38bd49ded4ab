"""Searching products: Dutch full text with prefixes, parts of compound words, the words of the UPL name, the English
texts for who reads English; a fragment that shows the hit, and help with a typing error.

Names go before texts, and are cheap to rank; of the words of nearly every product only the first hits are ranked.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import connection
from django.db.models import Case, F, FloatField, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat

from catalogus.models import Product, Productvertaling, Zoekwoord
from catalogus.zoekwoorden import lijkt_op

_WOORD = re.compile(r"[^\W_]+")
_MEESTE_WOORDEN = 8
_LANGSTE_WOORD = 40
_BEGIN, _EINDE = "\x02", "\x03"  # can't stand in a text, so a template never mistakes text for a mark
_TE_RANGSCHIKKEN = 100  # hits in the text that are ranked; the words of nearly every product stand in more
_ZOEKVRAAG = """
WITH vraag AS (SELECT
    string_agg('(' || begin::text || ')', ' & ') begin, string_agg('(' || (begin || langer)::text || ')', ' & ') ruim
FROM (
    SELECT to_tsquery('dutch', quote_literal(woord) || ':*') AS begin, coalesce(to_tsquery('dutch', (
        SELECT string_agg(quote_literal(samengesteld.woord), ' | ') FROM (
            SELECT z.woord FROM catalogus_zoekwoord z
            WHERE z.in_naam AND length(gevraagd.woord) > 2 AND strpos(z.woord, gevraagd.woord) > 1
            ORDER BY length(z.woord), z.woord LIMIT 40
        ) samengesteld
    )), ''::tsquery) AS langer FROM unnest(%s::text[]) AS gevraagd (woord)
) delen WHERE numnode(begin) > 0)
SELECT begin, ruim, ARRAY(SELECT id FROM catalogus_uplnaam WHERE zoekvector @@ ruim::tsquery) FROM vraag
"""
"""Each word as it begins; and also as a part of a word in a name: 'vergunning' finds parkeervergunning too. And which
national names hold them, so that products are read once.
"""


@dataclass(frozen=True)
class _Vraag:
    """``begin``: all words as they begin, for ranking. ``ruim``: also as parts of longer words, for finding.
    ``uplnamen``: the keys of the national names that hold them.
    """

    woorden: list[str]
    begin: SearchQuery
    ruim: SearchQuery
    uplnamen: list[int]
    dag: date | None
    taal: str


@dataclass(frozen=True)
class Deel:
    """A part of a fragment; ``raak`` when it is a word that was searched."""

    tekst: str
    raak: bool


@dataclass(frozen=True)
class Treffer:
    """``vertaling``: the text in the language that was asked for, when there is one."""

    product: Product
    fragment: tuple[Deel, ...]
    vertaling: Productvertaling | None = None


def zoek(vraag: str, dag: date | None, *, hoeveel: int = 25, taal: str = "nl") -> list[Treffer]:
    """Products published on this day (None: all) that hold all words of the question, the best first.

    Without words nothing is found. Words beyond the eighth are left out, and so is what follows a word's 40th letter.
    """
    woorden = _woorden(vraag)
    if not woorden:
        return []
    zoekvraag = _zoekvraag(woorden, dag, taal)
    if zoekvraag is None:
        return []
    gevonden = list(_in_naam(zoekvraag)[:hoeveel])
    if len(gevonden) < hoeveel:
        gevonden += _in_tekst(zoekvraag).exclude(pk__in=[rij.pk for rij in gevonden])[: hoeveel - len(gevonden)]
    vertaald = {}
    if taal != "nl":
        rijen = Productvertaling.objects.filter(product__in=[rij.pk for rij in gevonden], taal=taal)
        vertaald = {rij.product_id: rij for rij in rijen}
    return [Treffer(rij, _fragment(rij, vertaald.get(rij.pk)), vertaald.get(rij.pk)) for rij in gevonden]


def bedoelde_u(vraag: str, dag: date) -> str:
    """The question with its unknown words replaced by words of the catalogue; empty when that finds nothing either."""
    woorden = _woorden(vraag)
    beter = [woord if _bekend(woord) else lijkt_op(woord) or woord for woord in woorden]
    return " ".join(beter) if beter != woorden and zoek(" ".join(beter), dag, hoeveel=1) else ""


def _woorden(vraag: str) -> list[str]:
    return [woord[:_LANGSTE_WOORD] for woord in _WOORD.findall(vraag.lower())][:_MEESTE_WOORDEN]


def _bekend(woord: str) -> bool:
    return Zoekwoord.objects.filter(woord__startswith=woord).exists()


def _zoekvraag(woorden: list[str], dag: date | None, taal: str) -> _Vraag | None:
    """What to look for, as the database writes it; None when only words without meaning were asked. A statement of
    its own: a plan for a question that is known takes the index, one for a question still to be made does not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ZOEKVRAAG, [woorden])
        begin, ruim, uplnamen = cursor.fetchone()
    if not begin:
        return None
    smal, breed = (SearchQuery(deel, search_type="raw", config="simple") for deel in (begin, ruim))
    return _Vraag(woorden, smal, breed, uplnamen, dag, taal)


def _in_naam(vraag: _Vraag) -> "QuerySet[Product]":
    """In the name, the keywords or the summary; in the national name; in the text in the other language."""
    raak = Q(naamvector=vraag.ruim) | Q(upl__in=vraag.uplnamen)
    rang: Combinable = SearchRank(F("naamvector"), vraag.begin)
    if vraag.taal != "nl":
        ander = SearchQuery(" & ".join(f"{woord}:*" for woord in vraag.woorden), search_type="raw", config="english")
        vertalingen = Productvertaling.objects.order_by().filter(taal=vraag.taal, zoekvector=ander)
        raak |= Q(pk__in=list(vertalingen.values_list("product", flat=True)))
        eigen = vertalingen.filter(product=OuterRef("pk")).annotate(rang=SearchRank(F("zoekvector"), ander))
        rang = rang + Coalesce(Subquery(eigen.values("rang")[:1]), 0.0)
    begin = Case(When(naam__istartswith=vraag.woorden[0], then=1.0), default=0.0, output_field=FloatField())
    return _getoond(vraag).filter(raak).annotate(rang=rang + begin).order_by("-rang", "naam", "pk")


def _in_tekst(vraag: _Vraag) -> "QuerySet[Product]":
    """In the text or the conditions; of words that stand nearly everywhere only the first are ranked."""
    raak = _gepubliceerd(vraag).filter(zoekvector=vraag.ruim).order_by("naam").values("pk")[:_TE_RANGSCHIKKEN]
    rijen = _getoond(vraag).filter(pk__in=raak)
    return rijen.annotate(rang=SearchRank(F("zoekvector"), vraag.ruim)).order_by("-rang", "naam", "pk")


def _gepubliceerd(vraag: _Vraag) -> "QuerySet[Product]":
    return Product.objects.all() if vraag.dag is None else Product.objects.gepubliceerd_op(vraag.dag)


def _getoond(vraag: _Vraag) -> "QuerySet[Product]":
    """With the fragment that shows the hit: cut for the rows that are shown only, after the limit."""
    kop = SearchHeadline(
        Concat("samenvatting", Value(" "), "tekst", output_field=TextField()),
        vraag.ruim,
        config="dutch",
        start_sel=_BEGIN,
        stop_sel=_EINDE,
        max_words=30,
        min_words=12,
    )
    return _gepubliceerd(vraag).annotate(fragment=kop).select_related("upl")


def _fragment(product: Product, vertaling: Productvertaling | None) -> tuple[Deel, ...]:
    if vertaling is not None:
        return (Deel(vertaling.samenvatting, False),)
    return _delen(product.fragment)  # type: ignore[attr-defined]


def _delen(fragment: str) -> tuple[Deel, ...]:
    """A headline in parts, without the signs of Markdown."""
    delen = []
    for stuk in re.split(f"({_BEGIN}[^{_EINDE}]*{_EINDE})", re.sub(r"[#*_`>\[\]]|\s*\n+\s*", " ", fragment)):
        raak = stuk.startswith(_BEGIN)
        tekst = re.sub(r" {2,}", " ", stuk.strip(_BEGIN + _EINDE))
        if tekst:
            delen.append(Deel(tekst, raak))
    return tuple(delen)

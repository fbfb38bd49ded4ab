"""Searching products: Dutch full text with prefixes, parts of compound words, the words of the UPL name, the English
texts for who reads English; a fragment that shows the hit, and help with a typing error.

One statement finds and ranks: each arm takes its own index (an OR over them would read every product).
"""

import re
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db import connection
from django.db.models import TextField, Value
from django.db.models.functions import Concat

from catalogus.models import Product, Productvertaling, Zoekwoord
from catalogus.zoekwoorden import lijkt_op

_WOORD = re.compile(r"[^\W_]+")
_MEESTE_WOORDEN = 8
_LANGSTE_WOORD = 40
_BEGIN, _EINDE = "\x02", "\x03"  # can't stand in a text, so a template never mistakes text for a mark
_ZOEK = """
WITH woorden AS (SELECT woord FROM unnest(%(woorden)s::text[]) AS woord),
delen AS (  -- a word as it begins, or as a part of a word in a name or a keyword
    SELECT to_tsquery('dutch', quote_literal(woord) || ':*') || coalesce(to_tsquery('dutch', (
        SELECT string_agg(quote_literal(langer.woord) || ':A', ' | ') FROM (
            SELECT z.woord FROM catalogus_zoekwoord z
            WHERE length(woorden.woord) > 2 AND strpos(z.woord, woorden.woord) > 1
            ORDER BY length(z.woord), z.woord LIMIT 40
        ) langer
    )), ''::tsquery) AS deel FROM woorden
),
vraag AS MATERIALIZED (
    SELECT coalesce(string_agg('(' || deel::text || ')', ' & '), '')::tsquery AS q FROM delen WHERE numnode(deel) > 0
),
raak AS (
    SELECT p.id FROM catalogus_product p, vraag WHERE p.zoekvector @@ vraag.q
    UNION SELECT p.id FROM catalogus_product p JOIN catalogus_uplnaam u ON u.id = p.upl_id
    WHERE u.naam ILIKE ALL (%(delen)s)
    UNION SELECT v.product_id FROM catalogus_productvertaling v
    WHERE v.taal = %(taal)s AND v.zoekvector @@ to_tsquery('english', %(engels)s)
)
SELECT p.id, vraag.q::text FROM raak JOIN catalogus_product p USING (id) CROSS JOIN vraag
WHERE %(dag)s::date IS NULL OR (
    p.gepubliceerd_van <= %(dag)s AND (p.gepubliceerd_tot IS NULL OR p.gepubliceerd_tot > %(dag)s)
)
ORDER BY ts_rank(p.zoekvector, vraag.q) + CASE WHEN starts_with(lower(p.naam), %(eerste)s) THEN 1 ELSE 0 END DESC,
    p.naam, p.id
LIMIT %(hoeveel)s
"""


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
    sleutels, zoekvraag = _vind(woorden, dag, hoeveel, taal)
    kop = SearchHeadline(
        Concat("samenvatting", Value(" "), "tekst", output_field=TextField()),
        SearchQuery(zoekvraag, search_type="raw", config="simple"),
        config="dutch",
        start_sel=_BEGIN,
        stop_sel=_EINDE,
        max_words=30,
        min_words=12,
    )
    rijen = Product.objects.filter(pk__in=sleutels).select_related("upl").annotate(fragment=kop)
    per_sleutel = {rij.pk: rij for rij in rijen}
    vertaald = {}
    if taal != "nl":
        vertaald = {v.product_id: v for v in Productvertaling.objects.filter(product__in=sleutels, taal=taal)}
    gevonden = [per_sleutel[sleutel] for sleutel in sleutels]
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


def _vind(woorden: list[str], dag: date | None, hoeveel: int, taal: str) -> tuple[list[int], str]:
    """The keys of what was found, best first, and the question as the database understood it."""
    gegevens = {
        "woorden": woorden,
        "delen": [f"%{woord}%" for woord in woorden],
        "engels": " & ".join(f"'{woord}':*" for woord in woorden),
        "taal": taal,
        "eerste": woorden[0],
        "dag": dag,
        "hoeveel": hoeveel,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ZOEK, gegevens)
        rijen = cursor.fetchall()
    return [rij[0] for rij in rijen], rijen[0][1] if rijen else ""


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

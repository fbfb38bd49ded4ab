"""The words of the catalogue as people write them: parts of compound words are found, and a typing error is helped.

PostgreSQL from a wheel has no pg_trgm; a small table with the trigrams of each word does what is needed of it.
"""

import re
from collections.abc import Iterable

from django.db.models import F, Func, IntegerField, Value
from django.db.models.functions import Length

from catalogus.models import Product, Productvertaling, Zoekwoord

_WOORD = re.compile(r"[^\W\d_]{3,40}")
KANDIDATEN = 25


def trigrammen(woord: str) -> list[str]:
    """Every three letters after each other, with a space before the word and after it."""
    tekst = f" {woord} "
    return sorted({tekst[begin : begin + 3] for begin in range(len(tekst) - 2)})


def woorden_van(teksten: Iterable[str]) -> set[str]:
    return {woord for tekst in teksten for woord in _WOORD.findall(tekst.lower())}


def leer(producten: Iterable[Product]) -> None:
    """Add the words of these products, and of their translations, that are not known yet."""
    lijst = list(producten)
    namen = woorden_van(tekst for product in lijst for tekst in (product.naam, *product.trefwoorden))
    teksten = [tekst for product in lijst for tekst in (product.samenvatting, product.tekst)]
    for vertaling in Productvertaling.objects.filter(product__in=lijst).only("naam", "samenvatting"):
        teksten += [vertaling.naam, vertaling.samenvatting]
    _bewaar(namen, in_naam=True)
    _bewaar(woorden_van(teksten) - namen, in_naam=False)


def _bewaar(woorden: set[str], *, in_naam: bool) -> None:
    """A word that is known stays; one of a text that now stands in a name becomes one of a name."""
    rijen = [Zoekwoord(woord=woord, trigrammen=trigrammen(woord), in_naam=in_naam) for woord in sorted(woorden)]
    if in_naam:
        Zoekwoord.objects.bulk_create(
            rijen, update_conflicts=True, unique_fields=["woord"], update_fields=["in_naam"], batch_size=1000
        )
    else:
        Zoekwoord.objects.bulk_create(rijen, ignore_conflicts=True, batch_size=1000)


def herbouw() -> None:
    """All words anew: words of texts that are gone go too."""
    Zoekwoord.objects.all().delete()
    leer(Product.objects.all())


def lijkt_op(woord: str) -> str | None:
    """The word of the catalogue that was most likely meant; None when nothing is close enough."""
    doel = trigrammen(woord)
    gedeeld = Func(F("trigrammen"), Value(doel), function="catalogus_gedeeld", output_field=IntegerField())
    rijen = (
        Zoekwoord.objects.filter(trigrammen__overlap=doel)
        .annotate(lengte=Length("woord"), gedeeld=gedeeld)
        .filter(lengte__gte=len(woord) - 2, lengte__lte=len(woord) + 2)
        .order_by("-gedeeld", "lengte", "woord")
        .values_list("woord", flat=True)[:KANDIDATEN]
    )
    grens = 1 if len(woord) < 5 else 2
    beste = min(((afstand(woord, ander), ander) for ander in rijen), default=(grens + 1, ""))
    return beste[1] if 0 < beste[0] <= grens else None


def afstand(een: str, ander: str) -> int:
    """Letters to add, leave out, change or swap with the neighbour, to make the one of the other."""
    voorvorige: list[int] = []
    vorige = list(range(len(ander) + 1))
    for i, letter in enumerate(een, start=1):
        rij = [i]
        for j, andere_letter in enumerate(ander, start=1):
            kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (letter != andere_letter))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == andere_letter:
                kosten = min(kosten, voorvorige[j - 2] + 1)
            rij.append(kosten)
        voorvorige, vorige = vorige, rij
    return vorige[-1]

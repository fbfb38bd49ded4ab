"""A catalogue of five thousand products more than the example has, and how long it takes to search it."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from catalogus import klok, zoekwoorden
from catalogus.models import Product
from catalogus.zoeken import bedoelde_u, zoek
from mijnzaken.meten import vloer
from mijnzaken.meten.meting import Geval

AANTAL = 5_000
VRAGEN = ("parkeervergunning", "vergunning", "verg", "subsidie woning", "adres", "kapotte lantaarn", "boomkaart 12")
TYPEFOUT, BEDOELD = "parkeervergunnign", "parkeervergunning"
_PORTIE = 1_000
_SLUG = "proefproduct"
_BEGIN = [
    "parkeer", "bouw", "afval", "school", "zorg", "sport", "reis", "huur", "water", "straat", "boom", "winkel",
    "trouw", "geboorte", "bedrijfs", "markt",
]  # fmt: skip
_EIND = [
    "vergunning", "subsidie", "melding", "ontheffing", "bijdrage", "pas", "verklaring", "uitkering", "aanvraag",
    "kaart", "plek", "heffing",
]  # fmt: skip
_GEWOON = [
    "u", "kunt", "dit", "aanvragen", "als", "gemeente", "wij", "binnen", "weken", "besluit", "nodig", "gegevens",
    "woning", "adres", "formulier", "kosten", "brief", "inwoner", "buurt", "maken", "geven", "vragen", "hulp",
    "bewijs", "persoon", "jaar", "maand", "betalen", "krijgen", "sturen", "lezen", "kiezen", "wonen", "werken",
]  # fmt: skip


def zet_klaar(aantal: int = AANTAL) -> None:
    """Products with a text of a page each, of words rare and common as in a real catalogue; repeated: nothing."""
    if Product.objects.filter(slug=f"{_SLUG}-{aantal}").exists():
        return
    worp = random.Random(4)  # noqa: S311  made up, no secret
    for begin in range(1, aantal + 1, _PORTIE):
        Product.objects.bulk_create(_product(worp, nummer) for nummer in range(begin, begin + _PORTIE))
    zoekwoorden.herbouw()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE catalogus_product, catalogus_zoekwoord, catalogus_uplnaam")


def _product(worp: random.Random, nummer: int) -> Product:
    woord = worp.choice(_BEGIN) + worp.choice(_EIND)
    zinnen = [" ".join(worp.choices([*_GEWOON, woord, worp.choice(_EIND)], k=12)) for _ in range(12)]
    return Product(
        naam=f"{woord.capitalize()} {nummer}",
        slug=f"{_SLUG}-{nummer}",
        samenvatting=zinnen[0],
        tekst=". ".join(zinnen),
        voorwaarden=". ".join(zinnen[:4]),
        trefwoorden=[woord, worp.choice(_EIND)],
        gepubliceerd_van=date(2020, 1, 1),
    )


def gevallen() -> Iterator[Geval]:
    """What the database takes for a question, and the page that shows it."""
    vandaag = klok.vandaag()
    for vraag in VRAGEN:
        gevonden = [treffer.product.pk for treffer in zoek(vraag, vandaag)]
        kaal = vloer.rijen_van(Product, gevonden)
        yield Geval(f"catalogus: zoeken op '{vraag}'", partial(_zonder_pagina, zoek, vraag, vandaag), kaal)
    yield Geval("catalogus: hulp bij een typefout", partial(_zonder_pagina, bedoelde_u, TYPEFOUT, vandaag), kaal)
    bezoeker = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    adres = f"{reverse('producten')}?zoek={VRAGEN[1]}"
    yield Geval("catalogus: zoekpagina", lambda: bezoeker.get(adres), kaal)


def _zonder_pagina(vraag: Callable[[str, date], object], woorden: str, dag: date) -> None:
    """The case is the question itself; nothing is shown."""
    vraag(woorden, dag)

"""What a product costs on a day, in words: from the table with dates, or from the sentence that stands beside it."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from catalogus.formulieren import bedrag_in_woorden
from catalogus.models import Kostenregel, Product, SoortKosten


def regels_op(product: Product, dag: date) -> list[Kostenregel]:
    """The rows that hold on this day; filtered in Python, so that lists prefetch them."""
    return [
        r for r in product.kostenregels.all() if r.geldig_van <= dag and (r.geldig_tot is None or dag < r.geldig_tot)
    ]


def straks(product: Product, dag: date) -> list[Kostenregel]:
    """The rows that begin later, the first one first."""
    return sorted((r for r in product.kostenregels.all() if r.geldig_van > dag), key=lambda r: r.geldig_van)


def in_woorden(regel: Kostenregel) -> str:
    """'gratis', '€ 48,00 per jaar', '€ 486,20 tot € 1.250,00'."""
    if regel.soort == SoortKosten.GRATIS:
        return _("gratis")
    delen = [bedrag_in_woorden(cent) for cent in (regel.van_cent, regel.tot_cent) if cent is not None]
    bedrag = _("%(van)s tot %(tot)s") % {"van": delen[0], "tot": delen[1]} if len(delen) == 2 else delen[0]
    return f"{bedrag} {regel.eenheid}".strip()


def kort(product: Product, dag: date) -> str:
    """In one line: 'Gratis', '€ 48,00 per jaar', 'Vanaf € 48,00 per jaar'. Empty when nothing is known."""
    regels = regels_op(product, dag)
    if not regels:
        return product.kosten
    return _kort(regels)


def _kort(regels: Sequence[Kostenregel]) -> str:
    betaald = sorted((regel for regel in regels if regel.van_cent), key=lambda regel: regel.van_cent or 0)
    if not betaald:
        return _("Gratis")
    eerste = in_woorden(betaald[0])
    return eerste if len(regels) == 1 else _("Vanaf %(bedrag)s") % {"bedrag": eerste}

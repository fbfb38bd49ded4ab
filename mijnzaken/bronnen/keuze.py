"""Which connection a register uses: the real one when the environment names its address, the stand-in in the demo."""

from functools import lru_cache

from django.conf import settings

from mijnzaken.bronnen.bag import Bag
from mijnzaken.bronnen.brp import Brp
from mijnzaken.bronnen.ccbr import Ccbr
from mijnzaken.bronnen.client import BronNietBereikbaar, HttpVerbinding, Verbinding
from mijnzaken.bronnen.kvk import Kvk
from mijnzaken.bronnen.nagebootst import NagebootsteBag, NagebootsteBrp, NagebootsteCcbr, NagebootsteKvk

SLEUTELKOP = {"BRP": "X-API-KEY", "KvK": "apikey", "BAG": "X-Api-Key", "CCBR": "X-API-KEY"}
STAND_INS: dict[str, type[Verbinding]] = {
    "BRP": NagebootsteBrp,
    "KvK": NagebootsteKvk,
    "BAG": NagebootsteBag,
    "CCBR": NagebootsteCcbr,
}


@lru_cache(maxsize=8)
def _verbinding(bron: str, url: str, sleutel: str) -> Verbinding:
    """One connection, and so one circuit breaker, per register and process."""
    koppen = {"Accept": "application/json", "Accept-Crs": "epsg:28992", SLEUTELKOP[bron]: sleutel}
    return HttpVerbinding(bron, url, koppen)


def _kies(bron: str) -> Verbinding:
    """``settings.BRONNEN`` maps 'BRP', 'KvK', 'BAG', 'CCBR' to ``{"url": ..., "sleutel": ...}``.

    An empty address means the stand-in, which only the demo and the tests may use.
    """
    instelling = settings.BRONNEN.get(bron, {})
    if instelling.get("url"):
        return _verbinding(bron, instelling["url"], instelling.get("sleutel", ""))
    if settings.DEMO or settings.TEST:
        return STAND_INS[bron]()
    raise BronNietBereikbaar(bron, "is niet ingesteld")


def brp() -> Brp:
    return Brp(_kies("BRP"))


def kvk() -> Kvk:
    return Kvk(_kies("KvK"))


def bag() -> Bag:
    return Bag(_kies("BAG"))


def ccbr() -> Ccbr | None:
    """``None`` where a municipality has no connection to this register: then nobody is curator here."""
    try:
        return Ccbr(_kies("CCBR"))
    except BronNietBereikbaar:
        return None

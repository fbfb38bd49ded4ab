"""Confidentiality (ZGW ``vertrouwelijkheidaanduiding``) as a number, so that "at most this level" is one comparison."""

from django.db import models


class Vertrouwelijkheid(models.IntegerChoices):
    """The eight words of the standard, from open to most secret; the number only orders them."""

    OPENBAAR = 1, "openbaar"
    BEPERKT_OPENBAAR = 2, "beperkt openbaar"
    INTERN = 3, "intern"
    ZAAKVERTROUWELIJK = 4, "zaakvertrouwelijk"
    VERTROUWELIJK = 5, "vertrouwelijk"
    CONFIDENTIEEL = 6, "confidentieel"
    GEHEIM = 7, "geheim"
    ZEER_GEHEIM = 8, "zeer geheim"


def naar_zgw(niveau: int) -> str:
    """The word of the standard: 4 is ``zaakvertrouwelijk``. Raises ValueError for another number than 1..8."""
    return Vertrouwelijkheid(niveau).name.lower()


def uit_zgw(woord: str) -> Vertrouwelijkheid:
    """The level of a word of the standard. Raises ValueError for a word that the standard does not know."""
    try:
        return Vertrouwelijkheid[woord.upper()]
    except KeyError:
        raise ValueError(f"De standaard kent geen vertrouwelijkheidaanduiding {woord!r}.") from None

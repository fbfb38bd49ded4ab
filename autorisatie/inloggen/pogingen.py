"""How often one address may try. Failures count strictly, beginnings mildly: a town hall shares one address."""

from django.core.cache import cache
from django.http import HttpRequest

from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.versleuteling import zoekwaarde

GRENZEN = {"begin": (300, 60), "mislukt": (20, 600), "demo": (120, 60)}  # times, within seconds


def _sleutel(request: HttpRequest, soort: str) -> str:
    vanwaar = zoekwaarde(request.META.get("REMOTE_ADDR", ""), soort="adres")
    return f"inloggen:{soort}:{vanwaar}"


def tel(request: HttpRequest, soort: str) -> None:
    """One more of this kind from this address."""
    _, seconden = GRENZEN[soort]
    sleutel = _sleutel(request, soort)
    if not cache.add(sleutel, 1, seconden):
        try:
            cache.incr(sleutel)
        except ValueError:  # it ran out in between
            cache.set(sleutel, 1, seconden)


def houd_tegen(request: HttpRequest, *soorten: str) -> None:
    """Raises ``InlogWeigering('te_vaak')`` when this address has used up its turns for one of these kinds."""
    for soort in soorten:
        if (cache.get(_sleutel(request, soort)) or 0) >= GRENZEN[soort][0]:
            raise InlogWeigering("te_vaak", soort)

"""How often one address may try. Failures count strictly, beginnings mildly: a town hall shares one address."""

from django.http import HttpRequest

from autorisatie.inloggen import geheugen
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.versleuteling import zoekwaarde

GRENZEN = {"begin": (300, 60), "mislukt": (20, 600), "demo": (120, 60)}  # times, within seconds


def _sleutel(request: HttpRequest, soort: str) -> str:
    vanwaar = zoekwaarde(request.META.get("REMOTE_ADDR", ""), soort="adres")
    return f"inloggen:{soort}:{vanwaar}"


def tel(request: HttpRequest, soort: str) -> None:
    """One more of this kind from this address."""
    geheugen.tel(_sleutel(request, soort), GRENZEN[soort][1])


def houd_tegen(request: HttpRequest, *soorten: str) -> None:
    """Raises ``InlogWeigering('te_vaak')`` when this address has used up its turns for one of these kinds."""
    for soort in soorten:
        if (geheugen.lees(_sleutel(request, soort)) or 0) >= GRENZEN[soort][0]:
            raise InlogWeigering("te_vaak", soort)

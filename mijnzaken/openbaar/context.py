"""What every page knows: the municipality and who is logged in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from autorisatie.actor import Anoniem, Burger, Medewerker


def pagina(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", Anoniem())
    return {
        "gemeente": settings.GEMEENTE,
        "demo": settings.DEMO,
        "actor": actor,
        "is_burger": isinstance(actor, Burger),
        "alleen_meekijken": isinstance(actor, Burger) and not actor.mag_handelen,
        "is_medewerker": isinstance(actor, Medewerker),
        "sessieminuten": settings.SESSIE_MINUTEN,
    }

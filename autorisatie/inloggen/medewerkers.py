"""Staff: an account that a functional administrator made, bound to the provider's subject at its first log-in."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.models import Gebruiker


class Medewerkers(BaseBackend):
    """Gives a session its gebruiker back at every request, if still active. There are no passwords."""

    def get_user(self, user_id: int) -> Gebruiker | None:
        return Gebruiker.objects.filter(pk=user_id, is_active=True).first()


def gebruiker_van(middel: Middel, claims: dict[str, Any]) -> Gebruiker:
    """The active gebruiker of these claims. Raises ``InlogWeigering``: ``tweede_factor`` or ``onbekend``.

    An account is found by issuer and subject. One that never logged in is found once by its whole user name, and bound.
    """
    if not middel.niveau_van(str(claims.get("acr", ""))):
        raise InlogWeigering("tweede_factor")
    onderwerp = f"{middel.aanbieder}|{claims['sub']}"
    gebruiker = Gebruiker.objects.filter(onderwerp_id=onderwerp).first()
    if gebruiker is None:
        naam = claims.get(middel.claim("gebruikersnaam"))
        if not isinstance(naam, str) or not naam:
            raise InlogWeigering("onbekend", "geen gebruikersnaam")
        ongebonden = Gebruiker.objects.filter(gebruikersnaam=naam, onderwerp_id=None, is_active=True)
        if not ongebonden.update(onderwerp_id=onderwerp):
            raise InlogWeigering("onbekend")
        gebruiker = Gebruiker.objects.get(onderwerp_id=onderwerp)
    if not gebruiker.is_active:
        raise InlogWeigering("onbekend", "niet actief")
    return gebruiker

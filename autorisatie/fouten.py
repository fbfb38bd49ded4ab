"""What can stand in the way of an act. A screen turns each into words at the right place, an API into its error
body.
"""

from django.http import Http404


class BestaatNiet(Http404):
    """For this actor there is no such thing: absent and forbidden give one answer."""


class Weigering(Exception):
    """The act is refused with a reason that the actor may read."""

    status = 403

    def __init__(self, reden: str, *, code: str = "geweigerd") -> None:
        super().__init__(reden)
        self.reden = reden
        self.code = code


class GeenRecht(Weigering):
    """The actor sees the thing and may not do this to it."""


class OnjuisteToestand(Weigering):
    """The state does not allow it (any more)."""

    status = 409


class Achterhaald(Weigering):
    """Somebody changed the thing since the actor saw it: nothing was overwritten."""

    status = 409


class Invoerfout(Weigering):
    """One or more values do not fit: ``velden`` maps a field to what to do about it. ``codes`` names, for another
    system, what is wrong with a field where the standard has a code for it.
    """

    status = 422

    def __init__(self, velden: dict[str, str], codes: dict[str, str] | None = None) -> None:
        super().__init__(" ".join(velden.values()), code="invoer")
        self.velden = velden
        self.codes = codes or {}

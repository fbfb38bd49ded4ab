"""What other systems keep here, for them alone."""

from typing import Any

from autorisatie.actor import Actor, Applicatie, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Component


class VanSystemen(BewaaktModel):
    """A row that the systems of Klantinteracties see, and no screen; what they may do with it their scopes say."""

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Applicatie() if actor.mag_bij(Component.KIC):
                return cls.voor_systemen(rijen)
            case Systeem():
                return rijen
        return rijen.none()

    @classmethod
    def voor_systemen(cls, rijen: Any) -> Any:
        """Those of ``rijen`` that such a system sees: all, unless a model says otherwise."""
        return rijen

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return None

"""When a register was last asked about a partij, so that a sweep finds whom it has yet to ask."""

from typing import Any

from django.db import models

from autorisatie.actor import Actor, Systeem
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Partij


class Bronstand(BewaaktModel):
    """The last time that the registers were asked about this partij, and how often that failed since."""

    partij = models.OneToOneField(Partij, models.CASCADE, related_name="bronstand")
    opgehaald_op = models.DateTimeField(null=True)
    pogingen = models.PositiveSmallIntegerField(default=0)  # failures since opgehaald_op
    volgende_poging = models.DateTimeField()

    class Meta:
        verbose_name_plural = "bronstanden"
        indexes = [models.Index(fields=["volgende_poging"], name="bronstand_volgende")]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen if isinstance(actor, Systeem) else rijen.none()

"""That an agent made sure who calls: by which kinds of question, never the answers."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Partij
from catalogus import klok


class SoortControle(models.TextChoices):
    """What a caller can be asked; the program compares, the agent never sees what is right."""

    GEBOORTEDATUM = "geboortedatum", "Wat is uw geboortedatum?"
    ADRES = "adres", "Wat zijn uw postcode en huisnummer?"
    TELEFOON = "telefoon", "Wat is uw telefoonnummer?"
    EMAIL = "email", "Wat is uw e-mailadres?"
    VOORNAMEN = "voornamen", "Wat zijn uw voornamen?"
    KVK = "kvk", "Wat is uw KvK-nummer?"


class Verificatie(BewaaktModel):
    """Holds for one agent and one partij, until the contact ends or ``verloopt_op``. A failed one is kept as well."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.CASCADE, related_name="verificaties")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verificaties")
    goed = ArrayField(models.CharField(max_length=20, choices=SoortControle), default=list)
    fout = ArrayField(models.CharField(max_length=20, choices=SoortControle), default=list)
    gelukt = models.BooleanField()
    doel = models.CharField(max_length=255)
    moment = models.DateTimeField()
    verloopt_op = models.DateTimeField()
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "verificaties"
        indexes = [
            models.Index(fields=["gebruiker", "partij", "-verloopt_op"], name="verificatie_gebruiker"),
            models.Index(fields=["partij", "-moment"], name="verificatie_partij"),
        ]

    @property
    def geldt(self) -> bool:
        return self.gelukt and self.beeindigd_op is None and klok.nu() < self.verloopt_op

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Medewerker():
                return rijen.filter(Partij.zichtbaar_voor(actor, "partij__"), gebruiker=actor.gebruiker)
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        eigen = isinstance(actor, Medewerker) and actor.gebruiker.pk == self.gebruiker_id
        return ja("eigen gesprek") if eigen else nee("alleen wie het gesprek voert")

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]

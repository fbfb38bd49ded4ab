"""Who else took part in a contact on the side of the municipality, as another system says."""

from functools import reduce
from operator import or_
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from autorisatie.models import Applicatie
from catalogus.models import Team
from mijnzaken.klanten.models.contact import BijContact, Klantcontact
from mijnzaken.klanten.models.van_systemen import VanSystemen


class SoortActor(models.TextChoices):
    MEDEWERKER = "medewerker", "medewerker"
    EENHEID = "organisatorische_eenheid", "organisatorische eenheid"
    SYSTEEM = "geautomatiseerde_actor", "systeem"


class Contactactor(VanSystemen):
    """Klantinteracties ``Actor`` that works elsewhere: in the contact centre of another system. Who works here is a
    Gebruiker, a Team or an Applicatie, and no row of this table.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    soort = models.CharField(max_length=24, choices=SoortActor)
    naam = models.CharField(max_length=200)
    actief = models.BooleanField(default=True)
    functie = models.CharField(max_length=40, blank=True)
    omschrijving = models.CharField(max_length=200, blank=True)
    emailadres = models.EmailField(max_length=254, blank=True)
    telefoonnummer = models.CharField(max_length=20, blank=True)
    faxnummer = models.CharField(max_length=20, blank=True)
    code_objecttype = models.CharField(max_length=200, blank=True)
    code_register = models.CharField(max_length=200, blank=True)
    code_soort_object_id = models.CharField(max_length=200, blank=True)
    object_id = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "contactactoren"
        indexes = [models.Index(fields=["naam", "uuid"], name="contactactor_naam")]

    def __str__(self) -> str:
        return self.naam


WIE = ("contactactor", "medewerker", "team", "applicatie")  # one of these


class Actorrelatie(BijContact):
    """Klantinteracties ``ActorKlantcontact``: one who took part besides who recorded the contact."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    klantcontact = models.ForeignKey(Klantcontact, models.CASCADE, related_name="actorrelaties")
    contactactor = models.ForeignKey(Contactactor, models.PROTECT, null=True, related_name="relaties")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    applicatie = models.ForeignKey(Applicatie, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "actorrelaties"
        constraints = [
            models.CheckConstraint(
                condition=reduce(or_, (Q(**{f"{kolom}__isnull": kolom != een for kolom in WIE}) for een in WIE)),
                name="actorrelatie_van_een",
            ),
            models.UniqueConstraint(fields=["klantcontact", *WIE], nulls_distinct=False, name="actorrelatie_eens"),
        ]

    @property
    def wie(self) -> Any:
        return next(rij for kolom in WIE if (rij := getattr(self, kolom)) is not None)

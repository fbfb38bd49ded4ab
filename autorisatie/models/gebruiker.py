"""Staff accounts and the systems that call the APIs."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from autorisatie.models.afscherming import PartijToegang
from autorisatie.models.kring import eigen_kring
from autorisatie.models.partij import Partij


class GebruikerManager(BaseUserManager["Gebruiker"]):
    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        return self.get(gebruikersnaam=username)


class Gebruiker(AbstractBaseUser):
    """A member of staff. Logs in through OpenID Connect; a resident is no gebruiker. There are no superusers."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gebruikersnaam = models.CharField(max_length=150, unique=True)
    onderwerp_id = models.CharField(max_length=255, unique=True, null=True)  # OIDC: issuer|sub
    voorletters = models.CharField(max_length=20, blank=True)
    voorvoegsel_achternaam = models.CharField(max_length=10, blank=True)
    achternaam = models.CharField(max_length=200)
    functie = models.CharField(max_length=50, blank=True)
    emailadres = models.EmailField(blank=True)
    telefoonnummer = models.CharField(max_length=20, blank=True)
    partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="accounts")
    is_active = models.BooleanField("actief", default=True)

    password = None  # type: ignore[assignment,misc]
    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = GebruikerManager()

    class Meta:
        ordering = ["achternaam", "voorletters"]
        indexes = [models.Index(fields=["achternaam", "id"], name="gebruiker_naam")]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return " ".join(d for d in (self.voorletters, self.voorvoegsel_achternaam, self.achternaam) if d)

    def is_dezelfde_als(self, ander: "Gebruiker | None") -> bool:
        """The same person, also with a second account."""
        return ander is not None and (
            ander.pk == self.pk or (self.partij_id is not None and ander.partij_id == self.partij_id)
        )

    def accounts(self) -> "models.QuerySet[Gebruiker]":
        """Every account of this person."""
        zelf = Q(pk=self.pk)
        return Gebruiker.objects.filter(zelf | Q(partij=self.partij_id) if self.partij_id else zelf)

    def uitgesloten_partijen(self) -> tuple[int, ...]:
        """Himself, partner, household and own company: what he may never see as staff (Awb 2:4)."""
        return eigen_kring(self.partij_id)

    def genoemde_partijen(self) -> models.QuerySet[Any]:
        """The shielded partijen for whom he is a named person now, as a subquery: nobody pays a query for it."""
        rijen = PartijToegang.objects.filter(PartijToegang.geldend(), user=self).order_by()
        return rijen.values("content_object_id")

"""Roles, the levels and groups of data, and the grant for one thing. The matrix itself: ``matrix``."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from guardian.models import UserObjectPermissionBase

from catalogus import klok


class Niveau(models.IntegerChoices):
    """How much of a thing one sees; every level holds the ones before it."""

    GEEN = 0, "niets"
    BESTAAT = 1, "dat het bestaat"
    STATUS = 2, "de status"
    KERN = 3, "de kern"
    VOLLEDIG = 4, "alles"
    BIJZONDER = 5, "ook bijzondere gegevens"


class Gegevensgroep(models.TextChoices):
    ZAAK = "zaak", "zaak"
    STATUS = "status", "status"
    BESLUIT = "besluit", "besluit"
    DOCUMENT = "document", "documenten"
    CONTACT = "contact", "contact"
    PERSOONSGEGEVENS = "persoonsgegevens", "persoonsgegevens"
    BIJZONDER = "bijzondere_persoonsgegevens", "bijzondere persoonsgegevens"
    FINANCIEEL = "financieel", "financiële gegevens"
    NOTITIES = "notities", "notities"


class Rol(models.Model):
    """A municipal role. The roles of residents (inwoner, organisatie, vestiging, gemachtigde, wettelijk
    vertegenwoordiger, anoniem) are rows too."""

    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=80)
    omschrijving = models.CharField(max_length=255, blank=True)
    voor_medewerkers = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "rollen"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.naam


class IndividueleToekenning(UserObjectPermissionBase):
    """A grant to one named person for one thing (django-guardian's direct-FK table), which ends and says why.

    The room that owns the thing completes it with its ``content_object``. Our policy reads it; guardian's backend and
    shortcuts are not used, because they know no end date and let superusers through.
    """

    geldig_van = models.DateTimeField()
    geldig_tot = models.DateTimeField()  # withdrawing it puts this on now
    reden = models.CharField(max_length=255)
    # Null: nobody did, the glass was broken.
    verleend_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ingetrokken_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def laatste_dag(self) -> date | None:
        """The day with which it ends; ``None`` when it ends in the middle of one."""
        dag = klok.datum(self.geldig_tot)
        heel = self.geldig_tot == timezone.make_aware(datetime.combine(dag, time()))
        return dag - timedelta(days=1) if heel else None

    @classmethod
    def geldend(cls) -> Q:
        nu = klok.nu()
        return Q(geldig_van__lte=nu, geldig_tot__gt=nu)

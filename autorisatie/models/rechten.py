"""The matrix of rights as rows, who holds which role, and the grant for one thing."""

import uuid
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from guardian.models import UserObjectPermissionBase

from catalogus import klok
from catalogus.models import Dienst, Proces, Team
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


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


class Scope(models.TextChoices):
    """Over which zaken a row speaks. Never over a version of a zaaktype; empty means nobody."""

    EIGEN_ZAAK = "eigen_zaak", "zaken waarin men partij is"
    TOEGEKEND_TEAM = "toegekend_team", "zaaktypen van het team van de toekenning"
    TOEGEKENDE_DIENST = "toegekende_dienst", "zaaktypen van de dienst van de toekenning"
    DIENST = "dienst", "zaaktypen van een dienst"
    TEAM = "team", "zaaktypen van een team"
    PROCESGROEP = "procesgroep", "een groep zaaktypen"
    PROCES = "proces", "een zaaktype"
    GEMEENTE = "gemeente", "alle zaaktypen"


class OpenOfGesloten(models.TextChoices):
    ALLE = "alle", "open en gesloten"
    OPEN = "open", "alleen open"
    GESLOTEN = "gesloten", "alleen gesloten"


class Rol(models.Model):
    """A municipal role. The roles of residents (inwoner, organisatie, gemachtigde, anoniem) are rows too."""

    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=80)
    omschrijving = models.CharField(max_length=255, blank=True)
    voor_medewerkers = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "rollen"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.naam


class Toekenning(models.Model):
    """A gebruiker holds a role, for a team, from a day until a day, granted by somebody else, with a reason."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="toekenningen")
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="toekenningen")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="toekenningen")
    geldig_van = models.DateField()
    geldig_tot = models.DateField()  # last day; a grant always ends
    verleend_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verleende_toekenningen")
    reden = models.CharField(max_length=255)

    class Meta:
        verbose_name_plural = "toekenningen"
        indexes = [models.Index(fields=["gebruiker", "geldig_tot"], name="toekenning_gebruiker")]
        constraints = [
            models.CheckConstraint(condition=~Q(gebruiker=F("verleend_door")), name="toekenning_niet_aan_zichzelf"),
            models.CheckConstraint(condition=Q(geldig_tot__gte=F("geldig_van")), name="toekenning_van_voor_tot"),
        ]

    @classmethod
    def geldend(cls) -> Q:
        dag = klok.vandaag()
        return Q(geldig_van__lte=dag, geldig_tot__gte=dag)


class Matrixversie(models.Model):
    """A version of the autorisatiematrix. It never changes once it is active; another person approved it."""

    nummer = models.PositiveIntegerField(unique=True)
    toelichting = models.CharField(max_length=500)
    opgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    actief_vanaf = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.CheckConstraint(condition=~Q(opgesteld_door=F("goedgekeurd_door")), name="matrix_vier_ogen"),
        ]

    @classmethod
    def actief(cls) -> "Matrixversie | None":
        return cls.objects.filter(actief_vanaf__lte=klok.nu()).order_by("-actief_vanaf", "-nummer").first()


class Matrixregel(models.Model):
    """One row: role x scope x group of data x level x handelingen x conditions."""

    versie = models.ForeignKey(Matrixversie, models.CASCADE, related_name="regels")
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="regels")
    scope = models.CharField(max_length=20, choices=Scope)
    dienst = models.ForeignKey(Dienst, models.PROTECT, null=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True)
    procesgroep = models.CharField(max_length=40, blank=True)
    proces = models.ForeignKey(Proces, models.PROTECT, null=True)
    gegevensgroep = models.CharField(max_length=30, choices=Gegevensgroep)
    niveau = models.PositiveSmallIntegerField(choices=Niveau)
    handelingen = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    open_of_gesloten = models.CharField(max_length=8, choices=OpenOfGesloten, default=OpenOfGesloten.ALLE)
    dagen_na_sluiting = models.PositiveIntegerField(null=True)  # days
    eigen_team = models.BooleanField(default=False)
    aan_mij = models.BooleanField(default=False)
    max_vertrouwelijkheid = models.PositiveSmallIntegerField(
        choices=Vertrouwelijkheid, default=Vertrouwelijkheid.VERTROUWELIJK
    )
    doel_verplicht = models.BooleanField(default=False)
    betrouwbaarheid_minimaal = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["rol", "scope", "gegevensgroep"]
        indexes = [models.Index(fields=["versie", "rol"], name="matrixregel_versie_rol")]
        constraints = [
            models.CheckConstraint(
                name="matrixregel_scope_is_gevuld",
                condition=Q(scope=Scope.DIENST, dienst__isnull=False, team=None, proces=None, procesgroep="")
                | Q(scope=Scope.TEAM, team__isnull=False, dienst=None, proces=None, procesgroep="")
                | Q(scope=Scope.PROCES, proces__isnull=False, dienst=None, team=None, procesgroep="")
                | Q(scope=Scope.PROCESGROEP, proces=None, dienst=None, team=None) & ~Q(procesgroep="")
                | Q(
                    scope__in=[Scope.EIGEN_ZAAK, Scope.TOEGEKEND_TEAM, Scope.TOEGEKENDE_DIENST, Scope.GEMEENTE],
                    proces=None,
                    dienst=None,
                    team=None,
                    procesgroep="",
                ),
            ),
        ]


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

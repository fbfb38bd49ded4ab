"""The autorisatiematrix: its versions, its rows, and when a role was last looked through.

A version is a draft, waits for approval, or is approved. What was approved never changes: the database itself refuses
it (migration ``matrix_versies``), as it refuses approval by an author.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from autorisatie.models.rechten import Gegevensgroep, Niveau, Rol
from catalogus import klok
from catalogus.kanaal import Kanaal
from catalogus.models import Dienst, Proces, Team
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


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


class Matrixstand(models.TextChoices):
    ONTWERP = "ontwerp", "ontwerp"
    TER_GOEDKEURING = "ter_goedkeuring", "wacht op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "goedgekeurd"


class Matrixversie(models.Model):
    """A version of the autorisatiematrix. Another than its authors approves it, and from then on it never changes."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nummer = models.PositiveIntegerField(unique=True)
    stand = models.CharField(max_length=16, choices=Matrixstand, default=Matrixstand.ONTWERP)
    gebaseerd_op = models.ForeignKey("self", models.PROTECT, null=True, related_name="opvolgers")
    toelichting = models.CharField(max_length=500)
    aangemaakt_op = models.DateTimeField(default=klok.nu)
    opgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    auteurs = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")  # everybody who changed the draft
    ingediend_op = models.DateTimeField(null=True)
    teruggestuurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    teruggestuurd_reden = models.CharField(max_length=500, blank=True)
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True)
    actief_vanaf = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.CheckConstraint(condition=~Q(opgesteld_door=F("goedgekeurd_door")), name="matrix_vier_ogen"),
            models.CheckConstraint(
                name="matrix_goedgekeurd_met_moment",
                condition=Q(
                    stand=Matrixstand.GOEDGEKEURD,
                    goedgekeurd_door__isnull=False,
                    goedgekeurd_op__isnull=False,
                    actief_vanaf__gte=F("goedgekeurd_op"),
                )
                | ~Q(stand=Matrixstand.GOEDGEKEURD) & Q(goedgekeurd_door=None, goedgekeurd_op=None, actief_vanaf=None),
            ),
            models.CheckConstraint(condition=~Q(gebaseerd_op=F("id")), name="matrix_niet_op_zichzelf"),
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer}"

    @property
    def is_ontwerp(self) -> bool:
        return self.stand == Matrixstand.ONTWERP

    @property
    def is_goedgekeurd(self) -> bool:
        return self.stand == Matrixstand.GOEDGEKEURD

    @property
    def wacht(self) -> bool:
        return self.stand == Matrixstand.TER_GOEDKEURING

    @classmethod
    def actief(cls) -> "Matrixversie | None":
        """The approved version that holds now."""
        goedgekeurd = cls.objects.filter(stand=Matrixstand.GOEDGEKEURD, actief_vanaf__lte=klok.nu())
        return goedgekeurd.order_by("-actief_vanaf", "-nummer").first()

    @classmethod
    def laatste(cls) -> "Matrixversie | None":
        """The approved version that holds now or, when a later one was approved already, that one."""
        return cls.objects.filter(stand=Matrixstand.GOEDGEKEURD).order_by("-actief_vanaf", "-nummer").first()


def alle_kanalen() -> list[str]:
    """No condition on the channel, said out loud: an empty list means nobody."""
    return list(Kanaal.values)


class Matrixregel(models.Model):
    """One row: role x scope x group of data x level x handelingen x conditions.

    Rows of one ``blok`` stand on one line of the screen: they share role, scope and conditions. A copy of a version
    keeps its blocks, so that two versions can be compared line by line.
    """

    versie = models.ForeignKey(Matrixversie, models.CASCADE, related_name="regels")
    blok = models.UUIDField(default=uuid.uuid4)
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
    # The channels by which the zaak came in. Empty means nobody; every channel is no condition.
    kanalen = ArrayField(models.CharField(max_length=10, choices=Kanaal), default=alle_kanalen)
    doel_verplicht = models.BooleanField(default=False)
    betrouwbaarheid_minimaal = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["rol", "scope", "gegevensgroep", "id"]
        indexes = [models.Index(fields=["versie", "rol"], name="matrixregel_versie_rol")]
        constraints = [
            models.UniqueConstraint(fields=["versie", "blok", "gegevensgroep"], name="matrixregel_eens_per_blok"),
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


class Matrixherziening(models.Model):
    """Somebody looked through the rows of a role and says that they are still right, or what must change."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="herzieningen")
    versie = models.ForeignKey(Matrixversie, models.PROTECT, related_name="herzieningen")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()
    opmerking = models.CharField(max_length=500)

    class Meta:
        ordering = ["-op"]
        indexes = [models.Index(fields=["rol", "-op"], name="matrixherziening_rol")]

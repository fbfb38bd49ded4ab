"""Who holds which role: asked for by one person, granted by another, held by a third, until a day."""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate

from autorisatie.models.rechten import Rol
from catalogus import klok
from catalogus.models import Team

UITERSTE_DUUR = timedelta(days=731)  # what the database lets through; TOEKENNING_DAGEN is what the municipality allows


class Toekenning(models.Model):
    """A gebruiker holds a role, for a team, from a day until a day.

    Aangevraagd (asked) while ``verleend_op`` is empty; verleend (granted) after that, until the last day or until
    somebody ended it. Three different persons, also when one of them has a second account: the accounts by the
    constraints here, the persons by a trigger (migration ``toekenning_drie_personen``). That trigger also refuses that
    anything but the end of a grant changes. An end without a grant is a refusal.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="toekenningen")
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="toekenningen")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="toekenningen")
    geldig_van = models.DateField()
    geldig_tot = models.DateField()  # last day; a grant always ends
    reden = models.CharField(max_length=255)
    verlengt = models.ForeignKey("self", models.PROTECT, null=True, related_name="verlengingen")
    aangevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="gevraagde_toekenningen"
    )
    aangevraagd_op = models.DateTimeField()
    verleend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="verleende_toekenningen"
    )
    verleend_op = models.DateTimeField(null=True)
    beeindigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)
    reden_einde = models.CharField(max_length=255, blank=True, db_default="")

    class Meta:
        verbose_name_plural = "toekenningen"
        indexes = [
            models.Index(fields=["gebruiker", "geldig_tot"], name="toekenning_gebruiker"),
            models.Index(
                fields=["geldig_tot", "id"],
                name="toekenning_loopt_af",
                condition=Q(verleend_op__isnull=False, beeindigd_op=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(gebruiker=F("verleend_door")), name="toekenning_niet_aan_zichzelf"),
            models.CheckConstraint(condition=~Q(gebruiker=F("aangevraagd_door")), name="toekenning_niet_voor_zichzelf"),
            models.CheckConstraint(condition=~Q(aangevraagd_door=F("verleend_door")), name="toekenning_vier_ogen"),
            models.CheckConstraint(condition=Q(geldig_tot__gte=F("geldig_van")), name="toekenning_van_voor_tot"),
            models.CheckConstraint(
                condition=Q(geldig_tot__lte=F("geldig_van") + UITERSTE_DUUR), name="toekenning_houdt_op"
            ),
            models.CheckConstraint(
                condition=Q(verleend_door=None, verleend_op=None)
                | Q(verleend_door__isnull=False, verleend_op__gte=F("aangevraagd_op")),
                name="toekenning_verleend_door_iemand",
            ),
            models.CheckConstraint(
                condition=Q(verleend_op=None) | Q(geldig_van__gte=TruncDate("verleend_op")),
                name="toekenning_niet_in_het_verleden",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_door=None, beeindigd_op=None)
                | Q(beeindigd_door__isnull=False, beeindigd_op__isnull=False),
                name="toekenning_beeindigd_door_iemand",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "team"],
                name="toekenning_eenmaal_gevraagd",
                condition=Q(verleend_op=None, beeindigd_op=None),
                nulls_distinct=False,
            ),
        ]

    @classmethod
    def geldend(cls, dag: date | None = None) -> Q:
        """What holds on this day, and still comes from three persons: accounts may be joined to one person later."""
        dag = dag or klok.vandaag()
        return (
            Q(geldig_van__lte=dag, geldig_tot__gte=dag, verleend_op__isnull=False, beeindigd_op=None)
            & ~Q(gebruiker__partij=F("aangevraagd_door__partij"))
            & ~Q(gebruiker__partij=F("verleend_door__partij"))
            & ~Q(aangevraagd_door__partij=F("verleend_door__partij"))
        )

    @classmethod
    def wachtend(cls) -> Q:
        """Asked for, and nobody has said yes or no."""
        return Q(verleend_op=None, beeindigd_op=None)

    @classmethod
    def lopend(cls, dag: date | None = None) -> Q:
        """Granted and not over: what holds now or will."""
        return Q(verleend_op__isnull=False, beeindigd_op=None, geldig_tot__gte=dag or klok.vandaag())

    @property
    def stand(self) -> str:
        """aangevraagd, geweigerd, beeindigd, afgelopen, komend or geldend."""
        if self.beeindigd_op is not None:
            return "beeindigd" if self.verleend_op is not None else "geweigerd"
        if self.verleend_op is None:
            return "aangevraagd"
        if self.geldig_tot < klok.vandaag():
            return "afgelopen"
        return "geldend" if self.geldig_van <= klok.vandaag() else "komend"

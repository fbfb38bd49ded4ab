"""Who stands in for an absent colleague, from a day until a day."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate

from autorisatie.models.gebruiker import Gebruiker
from catalogus import klok

UITERSTE_DUUR = timedelta(days=183)  # what the database lets through; WAARNEMING_DAGEN is what the municipality allows


class Waarneming(models.Model):
    """The deputy (waarnemer) has the rights of the absent colleague's roles for the zaken assigned to that colleague.

    This is also the one truth about absence. Never set by who becomes the deputy, nor for oneself: the accounts by the
    constraints here, the persons by a trigger (migration ``waarneming_drie_personen``).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    afwezige = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="waarnemingen_voor")
    waarnemer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="waarnemingen")
    van = models.DateField()
    tot = models.DateField()  # last day
    reden = models.CharField(max_length=255)
    ingesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ingesteld_op = models.DateTimeField()
    beeindigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "waarnemingen"
        indexes = [
            models.Index(fields=["waarnemer", "tot"], name="waarneming_waarnemer", condition=Q(beeindigd_op=None)),
            models.Index(fields=["afwezige", "tot"], name="waarneming_afwezige", condition=Q(beeindigd_op=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(afwezige=F("waarnemer")), name="waarneming_niet_van_zichzelf"),
            models.CheckConstraint(condition=~Q(waarnemer=F("ingesteld_door")), name="waarneming_niet_door_zichzelf"),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="waarneming_van_voor_tot"),
            models.CheckConstraint(condition=Q(tot__lte=F("van") + UITERSTE_DUUR), name="waarneming_houdt_op"),
            models.CheckConstraint(
                condition=Q(van__gte=TruncDate("ingesteld_op")),
                name="waarneming_niet_in_het_verleden",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_door=None, beeindigd_op=None)
                | Q(beeindigd_door__isnull=False, beeindigd_op__isnull=False),
                name="waarneming_beeindigd_door_iemand",
            ),
        ]

    @classmethod
    def geldend(cls) -> Q:
        """What holds today, and still comes from different persons: accounts may be joined to one person later."""
        dag = klok.vandaag()
        return (
            Q(van__lte=dag, tot__gte=dag, beeindigd_op=None)
            & ~Q(waarnemer__partij=F("afwezige__partij"))
            & ~Q(waarnemer__partij=F("ingesteld_door__partij"))
        )

    @classmethod
    def afwezigen(cls) -> "models.QuerySet[Gebruiker]":
        """Who is away today."""
        return Gebruiker.objects.filter(pk__in=cls.objects.filter(cls.geldend()).values("afwezige"))

    @classmethod
    def verbindt(cls, een: Gebruiker, ander: Gebruiker) -> bool:
        """Does one of these two persons stand in for the other today?"""
        deze, die = een.accounts().values("pk"), ander.accounts().values("pk")
        return cls.objects.filter(
            cls.geldend(), Q(waarnemer__in=deze, afwezige__in=die) | Q(waarnemer__in=die, afwezige__in=deze)
        ).exists()

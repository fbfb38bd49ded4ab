"""Unusual reading, found by the program and looked at by a person."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class SoortSignaal(models.TextChoices):
    ZONDER_TAAK = "zonder_taak", "veel zaken zonder taak"
    BUREN = "buren", "eigen buren"
    BEKEND_PERSOON = "bekend_persoon", "bekend persoon"
    WEIGERINGEN = "weigeringen", "veel weigeringen"
    GLAS_BREKEN = "glas_breken", "glas gebroken"
    BUITEN_KANTOORTIJD = "buiten_kantoortijd", "buiten kantoortijd"


class Drempel(models.Model):
    """From how many times a day on a kind of reading is unusual; an administrator changes it, code does not."""

    soort = models.CharField(max_length=20, choices=SoortSignaal, unique=True)
    aantal = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "drempels"
        constraints = [models.CheckConstraint(condition=Q(aantal__gte=1), name="drempel_minstens_een")]


class Signaal(models.Model):
    """One member of staff, one day, one kind: how often, and by which threshold. Found again it stays the same row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    soort = models.CharField(max_length=20, choices=SoortSignaal)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    dag = models.DateField()
    aantal = models.PositiveIntegerField()
    drempel = models.PositiveIntegerField()
    zaken = models.JSONField(default=list)  # at most ten zaken (uuid) as examples
    gevonden_op = models.DateTimeField()
    bekeken_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    bekeken_op = models.DateTimeField(null=True)
    opmerking = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "signalen"
        indexes = [
            models.Index(fields=["-dag", "-id"], name="signaal_open", condition=Q(bekeken_op=None)),
            models.Index(fields=["-dag", "-id"], name="signaal_dag"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["soort", "gebruiker", "dag"], name="signaal_eens"),
            models.CheckConstraint(
                condition=Q(bekeken_op=None, bekeken_door=None, opmerking="")
                | Q(bekeken_op__isnull=False, bekeken_door__isnull=False) & ~Q(opmerking=""),
                name="signaal_bekeken_met_opmerking",
            ),
        ]

"""Who did what and why (audit), and which data of whom was processed (Logboek dataverwerkingen, Logius).

Both are append-only: the database refuses to change or remove a line (migration ``logboek_alleen_toevoegen``).
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Uitkomst(models.TextChoices):
    OK = "ok", "gelukt"
    GEWEIGERD = "geweigerd", "geweigerd"
    FOUT = "fout", "mislukt"


class Auditregel(models.Model):
    """One act, one reading of a detail, or one refusal."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    moment = models.DateTimeField()
    trace_id = models.BinaryField(max_length=16)
    span_id = models.BinaryField(max_length=8)
    actor_soort = models.CharField(max_length=12)
    gebruiker_id = models.BigIntegerField(null=True)
    partij_id = models.BigIntegerField(null=True)
    namens_id = models.BigIntegerField(null=True)
    client_id = models.CharField(max_length=50, blank=True)
    rol = models.CharField(max_length=80, blank=True)
    handeling = models.CharField(max_length=60)
    object_soort = models.CharField(max_length=40, blank=True)
    object_uuid = models.UUIDField(null=True)
    zaak_uuid = models.UUIDField(null=True)
    doel = models.CharField(max_length=255, blank=True)
    niveau = models.CharField(max_length=20, blank=True)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst)
    reden = models.CharField(max_length=500, blank=True)
    matrixregel_id = models.BigIntegerField(null=True)
    matrixversie = models.PositiveIntegerField(null=True)
    vanwaar = models.CharField(max_length=64, blank=True)
    bijzonderheden = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["zaak_uuid", "-moment", "-id"], name="audit_zaak"),
            models.Index(fields=["gebruiker_id", "-moment", "-id"], name="audit_gebruiker"),
            models.Index(fields=["object_uuid", "-moment"], name="audit_object"),
            models.Index(fields=["-moment", "-id"], name="audit_moment"),
        ]


class Verwerkingsregel(models.Model):
    """One processing of the data of one data subject (LDV 1.0). Times in UTC, to the millisecond."""

    audit = models.ForeignKey(Auditregel, models.PROTECT, related_name="verwerkingen", null=True)
    trace_id = models.BinaryField(max_length=16)
    span_id = models.BinaryField(max_length=8)
    parent_span_id = models.BinaryField(max_length=8, null=True)
    status = models.CharField(max_length=5, default="Ok")  # Unset, Ok, Error
    name = models.CharField(max_length=80)
    start_time = models.DateTimeField()
    end_time = models.DateTimeField()
    processing_activity_id = models.CharField(max_length=200)
    data_subject_id = models.CharField(max_length=64)
    data_subject_id_type = models.CharField(max_length=20, default="partij")
    foreign_operation_processor = models.CharField(max_length=200, blank=True)
    door = models.CharField(max_length=120)
    zaak_uuid = models.UUIDField(null=True)
    gegevensgroepen = ArrayField(models.CharField(max_length=30), default=list)
    grondslag = models.CharField(max_length=255, blank=True)
    achtergehouden = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["data_subject_id", "-start_time", "-id"], name="verwerking_betrokkene")]

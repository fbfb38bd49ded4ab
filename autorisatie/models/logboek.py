"""Who did what and why (audit), and which data of whom was processed (Logboek dataverwerkingen, Logius).

Both are append-only: the database refuses to change or remove a line. Both are partitioned by month, so that a list of
one person or zaak stays fast at 100 million lines: a query that says until when it looks reads only the months it needs
(``autorisatie.maanden``). Each row also has a column ``xid``, filled by the database with the number of its
transaction; by it the lines are sealed (``autorisatie.verzegelen``), and nothing else uses it.

No key of the database points from one log to the other: the id is unique by its sequence.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Uitkomst(models.TextChoices):
    OK = "ok", "gelukt"
    GEWEIGERD = "geweigerd", "geweigerd"
    FOUT = "fout", "mislukt"


class Auditregel(models.Model):
    """One act, one reading of a detail, or one refusal."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
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
        db_table = "logboek_auditregel"
        indexes = [
            models.Index(fields=["zaak_uuid", "-moment", "-id"], name="logboek_audit_zaak"),
            models.Index(fields=["gebruiker_id", "-moment", "-id"], name="logboek_audit_gebruiker"),
            models.Index(fields=["object_uuid", "-moment"], name="logboek_audit_object"),
            models.Index(fields=["-moment", "-id"], name="logboek_audit_moment"),
            models.Index(
                F("doel"), F("moment").desc(), F("id").desc(), name="logboek_audit_doel", condition=~Q(doel="")
            ),
            models.Index(fields=["handeling", "-moment", "-id"], name="logboek_audit_handeling"),
            models.Index(
                fields=["-moment", "-id"], name="logboek_audit_niet_gelukt", condition=~Q(uitkomst=Uitkomst.OK)
            ),
            models.Index(fields=["trace_id"], name="logboek_audit_spoor"),
        ]


class Verwerkingsregel(models.Model):
    """One processing of the data of one data subject (LDV 1.0). Times in UTC, to the millisecond.

    ``onderzoek_id``: the inquiry under which it was done. Such a line is withheld from the data subject until the
    inquiry is released; the line itself never changes.
    """

    audit = models.ForeignKey(
        Auditregel, models.DO_NOTHING, related_name="verwerkingen", null=True, db_constraint=False
    )
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
    doel = models.CharField(max_length=255, db_default="")  # why, in words that the data subject reads
    onderzoek_id = models.BigIntegerField(null=True)

    class Meta:
        db_table = "logboek_verwerkingsregel"
        indexes = [
            models.Index(fields=["data_subject_id", "-start_time", "-id"], name="logboek_verwerking_van"),
            models.Index(fields=["data_subject_id", "zaak_uuid", "-start_time", "-id"], name="logboek_verwerking_zaak"),
        ]


class Logboekzegel(models.Model):
    """A seal over the lines of one log from one key (xid, id) up to another, chained to the seal before it.

    ``afdruk`` is the hash over the lines, ``zegel`` the hash over the seal before and everything that this one says. A
    database that was restored elsewhere counts its transactions anew: then a new ``keten`` begins, whose lines have ids
    above ``vanaf_id``. Append-only like the lines themselves.
    """

    nummer = models.BigIntegerField(primary_key=True)
    keten = models.PositiveIntegerField()
    tabel = models.CharField(max_length=40)
    vanaf_id = models.BigIntegerField()  # lines of this chain and log have a higher id
    na_xid = models.BigIntegerField()
    na_id = models.BigIntegerField()
    tot_xid = models.BigIntegerField()
    tot_id = models.BigIntegerField()  # included
    aantal = models.PositiveIntegerField()
    hoogste_id = models.BigIntegerField()
    som_van_ids = models.DecimalField(max_digits=30, decimal_places=0)  # names a line that is missing
    eerste_moment = models.DateTimeField()
    laatste_moment = models.DateTimeField()
    vorm = models.PositiveSmallIntegerField(default=1)  # which columns are in the hash
    afdruk = models.BinaryField(max_length=32)
    zegel = models.BinaryField(max_length=32)
    gezet_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["tabel", "-nummer"], name="logboekzegel_tabel")]

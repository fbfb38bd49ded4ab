"""What happens to a zaak: statuses, result, terms, suspensions, extensions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from catalogus.models import Opschortingsgrond, Resultaattype, Statusgevolg, Statustype, ZaaktypeBesluittype
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Status(BijZaak):
    """ZGW ``Status``: a dated step."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="statussen")
    statustype = models.ForeignKey(Statustype, models.PROTECT, related_name="+")
    datum_status_gezet = models.DateTimeField()
    statustoelichting = models.CharField(max_length=1000, blank=True)
    gezet_door = models.ForeignKey("zaken.Rol", models.SET_NULL, null=True, related_name="statussen")
    indicatie_laatst_gezette_status = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "statussen"
        ordering = ["datum_status_gezet", "id"]
        constraints = [
            models.UniqueConstraint(fields=["zaak", "datum_status_gezet", "statustype"], name="status_eens"),
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(indicatie_laatst_gezette_status=True), name="status_een_laatste"
            ),
        ]


class Resultaat(BijZaak):
    """ZGW ``Resultaat``: how the zaak ended."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="resultaten")
    resultaattype = models.ForeignKey(Resultaattype, models.PROTECT, related_name="+")
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "resultaten"
        constraints = [models.UniqueConstraint(fields=["zaak"], name="resultaat_een_per_zaak")]


class Beslistermijn(BijZaak):
    """One term within which must be decided; a zaak with several decision moments has several, one after the other."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="beslistermijnen")
    besluitmoment = models.ForeignKey(ZaaktypeBesluittype, models.PROTECT, null=True, related_name="+")
    begin = models.DateField()  # day of receipt, or of the event it counts from
    duur = models.CharField(max_length=40)  # ISO 8601
    grondslag = models.CharField(max_length=200, blank=True)
    uiterlijk = models.DateField(null=True)  # last day, computed from the rows
    voldaan_op = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "beslistermijnen"
        ordering = ["begin", "id"]
        constraints = [
            models.UniqueConstraint(fields=["zaak"], condition=Q(voldaan_op=None), name="beslistermijn_een_lopend")
        ]


class Opschorting(BijZaak):
    """The term stands still from the day after ``verzocht_op`` until ``tot`` (Awb 4:15)."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="opschortingen")
    beslistermijn = models.ForeignKey(Beslistermijn, models.CASCADE, related_name="opschortingen")
    grond = models.CharField(max_length=20, choices=Opschortingsgrond)
    reden = models.CharField(max_length=1000)
    verzocht_op = models.DateField()
    uiterlijk = models.DateField(null=True)  # last day of the set term, inclusive
    tot = models.DateField(null=True)  # the day it was completed or ended, exclusive
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)
    gevolg = models.ForeignKey(  # of which status it came by itself
        Statusgevolg, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "opschortingen"
        ordering = ["verzocht_op", "id"]
        constraints = [
            models.CheckConstraint(  # no set term means no suspension
                condition=~Q(grond=Opschortingsgrond.AANVULLING) | Q(uiterlijk__isnull=False),
                name="opschorting_aanvulling_heeft_termijn",
            ),
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("verzocht_op")), name="opschorting_van_voor_tot"
            ),
        ]
        indexes = [models.Index(fields=["uiterlijk"], name="opschorting_loopt", condition=Q(beeindigd_op=None))]


class Verlenging(BijZaak):
    """The term was extended (moves the date) or only announced as later (Awb 4:14 lid 1: does not)."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="verlengingen")
    beslistermijn = models.ForeignKey(Beslistermijn, models.CASCADE, related_name="verlengingen")
    duur = models.CharField(max_length=40)
    verlegt_datum = models.BooleanField()
    grondslag = models.CharField(max_length=200)
    reden = models.CharField(max_length=1000)
    nieuwe_datum = models.DateField()  # as told to the applicant
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    meegedeeld_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "verlengingen"
        ordering = ["meegedeeld_op", "id"]

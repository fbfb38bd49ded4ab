"""Days, outages, terms and amounts of the law that an administrator can change (recht.md)."""

from django.db import models
from django.db.models import F, Q

from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.querysets import WetsregelQuerySet


class SoortVrijedag(models.TextChoices):
    ALGEMEEN_ERKEND = "algemeen_erkend", "algemeen erkende feestdag (Atw art. 3 lid 1)"
    GELIJKGESTELD = "gelijkgesteld", "gelijkgestelde dag (Atw art. 3 lid 3)"


class Vrijedag(CatalogusModel):
    """A day on which a term does not end (Algemene termijnenwet, article 3)."""

    datum = models.DateField(unique=True)
    omschrijving = models.CharField(max_length=100)
    soort = models.CharField(max_length=20, choices=SoortVrijedag, default=SoortVrijedag.ALGEMEEN_ERKEND)

    class Meta:
        ordering = ["datum"]
        verbose_name_plural = "vrije dagen"

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y} {self.omschrijving}"


class Uitval(CatalogusModel):
    """The portal was out of order: a term that ended in it is extended (Awb 2:21, 2:22)."""

    begin = models.DateTimeField()
    einde = models.DateTimeField(null=True, blank=True, help_text="leeg zolang de storing duurt")
    omschrijving = models.CharField(max_length=200)

    class Meta:
        ordering = ["-begin"]
        verbose_name_plural = "uitval"
        constraints = [
            models.CheckConstraint(
                condition=Q(einde__isnull=True) | Q(einde__gt=F("begin")),
                name="uitval_volgorde",
                violation_error_message="Het einde van een storing ligt na het begin.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class SoortBedrag(models.TextChoices):
    DWANGSOM_PER_DAG = "dwangsom_per_dag", "dwangsom per dag"
    DWANGSOM_MAXIMUM = "dwangsom_maximum", "dwangsom ten hoogste"


class Termijnbedrag(CatalogusModel):
    """An amount that the law ties to a late decision (Awb 4:17), with the time during which it holds."""

    soort = models.CharField(max_length=20, choices=SoortBedrag)
    vanaf_dag = models.PositiveSmallIntegerField(default=1, help_text="eerste dag van de trede, geteld vanaf 1")
    tot_en_met_dag = models.PositiveSmallIntegerField(default=42)
    bedrag_in_centen = models.PositiveIntegerField()
    grondslag = models.CharField(max_length=100)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True, help_text="eerste dag waarop het niet meer geldt")

    objects = WetsregelQuerySet.as_manager()

    class Meta:
        ordering = ["soort", "geldig_van", "vanaf_dag"]
        verbose_name_plural = "termijnbedragen"
        constraints = [
            models.UniqueConstraint(fields=["soort", "vanaf_dag", "geldig_van"], name="termijnbedrag_uniek"),
            models.CheckConstraint(
                condition=Q(tot_en_met_dag__gte=F("vanaf_dag")),
                name="termijnbedrag_dagen",
                violation_error_message="De laatste dag van een trede ligt niet voor de eerste.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=F("geldig_van")),
                name="termijnbedrag_volgorde",
                violation_error_message="De laatste dag van de geldigheid ligt na de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: € {self.bedrag_in_centen / 100:.2f}"


class Termijnregel(CatalogusModel):
    """A term of general law that no zaaktype sets by itself: the objection term, the weeks before a dwangsom, ..."""

    code = models.SlugField(max_length=40)
    omschrijving = models.CharField(max_length=200)
    termijn = DuurVeld()
    grondslag = models.CharField(max_length=100)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True, help_text="eerste dag waarop het niet meer geldt")

    objects = WetsregelQuerySet.as_manager()

    class Meta:
        ordering = ["code", "geldig_van"]
        constraints = [
            models.UniqueConstraint(fields=["code", "geldig_van"], name="termijnregel_uniek"),
            models.CheckConstraint(
                condition=~Q(termijn=""),
                name="termijnregel_gevuld",
                violation_error_message="Een termijnregel heeft een termijn.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=F("geldig_van")),
                name="termijnregel_volgorde",
                violation_error_message="De laatste dag van de geldigheid ligt na de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.omschrijving} ({self.termijn})"

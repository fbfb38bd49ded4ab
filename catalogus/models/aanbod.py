"""What belongs to a product: what it costs and from when, links, its text in another language."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from catalogus.models.jsonvormen import controleer_vragen
from catalogus.models.product import Product
from catalogus.models.velden import CatalogusModel


class SoortKosten(models.TextChoices):
    GRATIS = "gratis", "gratis"
    BEDRAG = "bedrag", "een vast bedrag"
    BEREIK = "bereik", "een bedrag van … tot …"


class Kostenregel(CatalogusModel):
    """What one part of a product costs between two dates. Amounts in cents; ``geldig_tot`` is the first day without."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="kostenregels")
    omschrijving = models.CharField(max_length=100, blank=True, help_text="waarvoor, als er meer bedragen zijn")
    soort = models.CharField(max_length=6, choices=SoortKosten, default=SoortKosten.BEDRAG)
    van_cent = models.PositiveIntegerField(null=True, blank=True)
    tot_cent = models.PositiveIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=40, blank=True, help_text="bijvoorbeeld: per jaar")
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["product", "volgorde", "omschrijving", "geldig_van"]
        verbose_name_plural = "kostenregels"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort=SoortKosten.GRATIS, van_cent=None, tot_cent=None)
                | Q(soort=SoortKosten.BEDRAG, van_cent__isnull=False, tot_cent=None)
                | Q(soort=SoortKosten.BEREIK, van_cent__isnull=False, tot_cent__gt=F("van_cent")),
                name="kostenregel_bedrag_bij_soort",
                violation_error_message=(
                    "Bij gratis hoort geen bedrag, bij een vast bedrag een, en bij van … tot … twee in die volgorde."
                ),
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_van")),
                name="kostenregel_volgorde",
                violation_error_message="De laatste dag ligt na de eerste.",
            ),
            models.UniqueConstraint(
                fields=["product", "omschrijving", "geldig_van"],
                name="kostenregel_uniek",
                violation_error_message="Voor dit onderdeel staat er vanaf deze dag al een bedrag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.omschrijving or self.soort}"


class Productlink(CatalogusModel):
    """Where else one can read about it."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="links")
    naam = models.CharField(max_length=100)
    url = models.URLField(max_length=1000)
    volgorde = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["product", "volgorde", "id"]
        verbose_name_plural = "productlinks"
        constraints = [
            models.UniqueConstraint(
                fields=["product", "url"],
                name="productlink_uniek",
                violation_error_message="Dit adres staat al bij dit product.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Vertaaltaal(models.TextChoices):
    ENGELS = "en", "Engels"


class Productvertaling(CatalogusModel):
    """The texts of a product in another language. What is empty is shown in Dutch."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="vertalingen")
    taal = models.CharField(max_length=2, choices=Vertaaltaal, default=Vertaaltaal.ENGELS)
    naam = models.CharField(max_length=100)
    samenvatting = models.CharField(max_length=300)
    tekst = models.TextField(blank=True)
    voorwaarden = models.TextField(blank=True)
    kosten = models.CharField(max_length=100, blank=True)
    kosten_toelichting = models.TextField(blank=True)
    duur_toelichting = models.TextField(blank=True)
    benodigdheden = models.TextField(blank=True)
    doelgroep = models.CharField(max_length=200, blank=True)
    bezwaar = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    vraag_antwoord = models.JSONField(default=list, blank=True, validators=[controleer_vragen])
    zoekvector = models.GeneratedField(
        expression=(
            SearchVector("naam", config="english", weight="A")
            + SearchVector("samenvatting", config="english", weight="B")
            + SearchVector("tekst", config="english", weight="C")
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["product", "taal"]
        verbose_name_plural = "productvertalingen"
        indexes = [GinIndex(fields=["zoekvector"], name="productvertaling_zoek", fastupdate=False)]
        constraints = [models.UniqueConstraint(fields=["product", "taal"], name="productvertaling_uniek")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.taal})"


class Zoekwoord(models.Model):
    """A word of the catalogue as people write it, with its trigrams: for spelling help and parts of compound words.

    Words of texts that are gone stay until the next load; what they suggest is only shown when it finds something.
    """

    woord = models.CharField(max_length=40, primary_key=True)
    trigrammen: Any = ArrayField(models.CharField(max_length=3))
    in_naam = models.BooleanField(default=False, help_text="staat in een naam of bij de trefwoorden")

    class Meta:
        ordering = ["woord"]
        verbose_name_plural = "zoekwoorden"
        indexes = [GinIndex(fields=["trigrammen"], name="zoekwoord_trigrammen", fastupdate=False)]

    def __str__(self) -> str:
        return self.woord


class UplLading(CatalogusModel):
    """The report of one load of the UPL. ``verschillen``: rows {soort, naam, was, uri, velden, producten}."""

    moment = models.DateTimeField()
    bestand = models.CharField(max_length=200)
    door = models.CharField(max_length=100)
    aantal_nieuw = models.PositiveIntegerField()
    aantal_gewijzigd = models.PositiveIntegerField()
    aantal_verdwenen = models.PositiveIntegerField()
    aantal_gelijk = models.PositiveIntegerField()
    verschillen = models.JSONField(default=list)

    class Meta:
        ordering = ["-moment", "-id"]
        verbose_name = "UPL-lading"
        verbose_name_plural = "UPL-ladingen"
        indexes = [models.Index(fields=["-moment", "-id"], name="upllading_nieuwste")]

    def __str__(self) -> str:
        return f"{self.bestand} ({self.moment:%Y-%m-%d})"

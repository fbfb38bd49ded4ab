"""Who carries out: dienst, afdeling, team."""

from django.db import models

from catalogus.models.velden import CatalogusModel


class Dienst(CatalogusModel):
    """A director is mandated for a dienst and finally responsible for its processes (domein.md)."""

    naam = models.CharField(max_length=100, unique=True)
    directeur = models.CharField(max_length=100, help_text="functie, geen naam")
    omschrijving = models.TextField(blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "diensten"

    def __str__(self) -> str:
        return self.naam


class Afdeling(CatalogusModel):
    """What a resident sees as handler of the zaak: the department, never the person."""

    dienst = models.ForeignKey(Dienst, models.PROTECT, related_name="afdelingen")
    naam = models.CharField(max_length=100)
    omschrijving = models.TextField(blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "afdelingen"
        constraints = [models.UniqueConstraint(fields=["dienst", "naam"], name="afdeling_naam_uniek")]

    def __str__(self) -> str:
        return self.naam


class Team(CatalogusModel):
    """Where zaken and terugbelnotities land. The name is unique over the municipality: staff choose it from a list."""

    afdeling = models.ForeignKey(Afdeling, models.PROTECT, related_name="teams")
    naam = models.CharField(max_length=100, unique=True)
    omschrijving = models.TextField(blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Balie(CatalogusModel):
    """A desk where one can come by. Opening hours are text: they change by season and people read them."""

    naam = models.CharField(max_length=100, unique=True)
    adres = models.CharField(max_length=200)
    openingstijden = models.TextField(blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    afspraak_url = models.URLField(max_length=1000, blank=True, help_text="waar men een afspraak maakt")

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "balies"

    def __str__(self) -> str:
        return self.naam

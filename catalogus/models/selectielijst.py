"""The Selectielijst gemeenten en intergemeentelijke organen: how long the file of a process is kept (recht.md)."""

from django.db import models

from catalogus.models.resultaattype import Archiefnominatie
from catalogus.models.velden import CatalogusModel, DuurVeld


class Procestermijn(models.TextChoices):
    """From when the retention term runs, as the list says it (ztc-003)."""

    NIHIL = "nihil", "nihil"
    BESTAANSDUUR = "bestaansduur_procesobject", "de bestaansduur van het procesobject"
    INGESCHAT = "ingeschatte_bestaansduur_procesobject", "de ingeschatte bestaansduur van het procesobject"
    VAST_TE_LEGGEN = "vast_te_leggen_datum", "een vast te leggen datum"
    SAMENGEVOEGD = "samengevoegd_met_bewaartermijn", "samengevoegd met de bewaartermijn"


class Selectielijstprocestype(CatalogusModel):
    """PROCESTYPE: a group of processes that are kept alike."""

    jaar = models.PositiveSmallIntegerField()
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    omschrijving = models.CharField(max_length=300, blank=True)
    toelichting = models.TextField(blank=True)
    procesobject = models.CharField(max_length=200, blank=True)
    vervallen = models.BooleanField(default=False, help_text="staat niet meer in de lijst")

    class Meta:
        ordering = ["jaar", "nummer"]
        verbose_name_plural = "selectielijstprocestypen"

    def __str__(self) -> str:
        return f"{self.nummer}. {self.naam}"


class Selectielijstresultaat(CatalogusModel):
    """RESULTAAT: what becomes of a file that ended this way. ``bewaartermijn`` empty: kept for good, or not said."""

    procestype = models.ForeignKey(Selectielijstprocestype, models.PROTECT, related_name="resultaten")
    volledig_nummer = models.CharField(max_length=20, help_text="bijvoorbeeld 8.1 of 8.1.3")
    naam = models.CharField(max_length=100)
    omschrijving = models.CharField(max_length=300, blank=True)
    herkomst = models.TextField(blank=True)
    waardering = models.CharField(max_length=16, choices=Archiefnominatie, blank=True)
    procestermijn = models.CharField(max_length=40, choices=Procestermijn, blank=True)
    bewaartermijn = DuurVeld(blank=True)
    toelichting = models.TextField(blank=True)
    vervallen = models.BooleanField(default=False, help_text="staat niet meer in de lijst")

    class Meta:
        ordering = ["procestype", "id"]
        verbose_name_plural = "selectielijstresultaten"

    def __str__(self) -> str:
        return f"{self.volledig_nummer} {self.naam}" + (f": {self.omschrijving}" if self.omschrijving else "")

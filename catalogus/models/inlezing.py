"""What somebody read from a file and has not taken over yet."""

from django.db import models

from catalogus.models.velden import CatalogusModel


class Inlezing(CatalogusModel):
    """One zaaktype out of a file, in the form of the exchange file, waiting for who read it.

    Holds nothing but what stood in the file. ``meldingen``: rows {groep, onderdeel, zin}, what of it had no place here.
    """

    door_id = models.BigIntegerField()  # autorisatie kent catalogus
    nummer = models.PositiveSmallIntegerField()
    bestand = models.CharField(max_length=200)
    soort = models.CharField(max_length=40)
    identificatie = models.CharField(max_length=50)
    naam = models.CharField(max_length=80)
    tekst = models.TextField()
    meldingen = models.JSONField(default=list)
    gelezen_op = models.DateTimeField()

    class Meta:
        ordering = ["nummer"]
        verbose_name_plural = "inlezingen"
        constraints = [models.UniqueConstraint(fields=["door_id", "nummer"], name="inlezing_nummer_uniek")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.bestand})"

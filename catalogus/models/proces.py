"""A municipal process, whose zaaktype has versions."""

from datetime import date

from django.db import models

from catalogus.models.catalogus import Catalogus
from catalogus.models.organisatie import Afdeling, Dienst, Team
from catalogus.models.velden import CatalogusModel


class Proces(CatalogusModel):
    """The identity of a zaaktype over its versions; ``identificatie`` is the standard's."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="processen")
    identificatie = models.CharField(max_length=50, unique=True)
    naam = models.CharField(max_length=80)
    naam_inwoner = models.CharField(
        max_length=80, blank=True, default="", db_default="", help_text="zoals het bij de inwoner heet; leeg: dezelfde"
    )
    groep = models.SlugField(max_length=40, help_text="waarmee processen in lijsten bij elkaar staan")
    team = models.ForeignKey(
        Team, models.PROTECT, related_name="processen", help_text="behandelt, tenzij anders verdeeld"
    )
    proceseigenaar = models.CharField(max_length=100, help_text="functie die eigenaar is van het proces")
    proceseigenaar_gebruiker_id = models.BigIntegerField(null=True, blank=True, help_text="autorisatie kent catalogus")
    actief = models.BooleanField(default=True, help_text="uit: geen nieuwe zaken, lopende gaan door")
    getoetst_tot = models.DateField(
        null=True, blank=True, editable=False, help_text="eerste dag zonder geldige toets; leeg: nooit getoetst"
    )  # follows from the aansluitdossier; written only by what changes a sign-off there

    class Meta:
        ordering = ["naam", "id"]
        verbose_name_plural = "processen"

    def __str__(self) -> str:
        return self.naam

    def toets_verviel(self, dag: date) -> bool:
        """A test of its aansluitdossier was withdrawn or is over: no new zaken, running ones go on."""
        return self.getoetst_tot is not None and self.getoetst_tot <= dag

    @property
    def woorden(self) -> str:
        """What residents call it."""
        return self.naam_inwoner or self.naam

    @property
    def afdeling(self) -> Afdeling:
        return self.team.afdeling

    @property
    def dienst(self) -> Dienst:
        return self.team.afdeling.dienst

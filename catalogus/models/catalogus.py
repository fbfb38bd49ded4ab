"""The ZGW catalogue: the box in which zaaktypen, besluittypen and informatieobjecttypen lie."""

from django.db import models

from catalogus.models.velden import CatalogusModel


class Catalogus(CatalogusModel):
    """ZGW ``Catalogus``; domein and rsin together are its identity."""

    domein = models.CharField(max_length=5)
    rsin = models.CharField(max_length=9)
    contactpersoon_beheer_naam = models.CharField(max_length=40)
    contactpersoon_beheer_telefoonnummer = models.CharField(max_length=20, blank=True)
    contactpersoon_beheer_emailadres = models.EmailField(max_length=254, blank=True)
    naam = models.CharField(max_length=200, blank=True)
    versie = models.CharField(max_length=20, blank=True)
    begindatum_versie = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["domein"]
        verbose_name_plural = "catalogi"
        constraints = [models.UniqueConstraint(fields=["domein", "rsin"], name="catalogus_uniek")]

    def __str__(self) -> str:
        return self.naam or self.domein

"""To which team a zaak goes when it comes in."""

from django.db import models
from django.db.models import F, Q

from catalogus.models.jsonvormen import controleer_voorwaarde
from catalogus.models.organisatie import Team
from catalogus.models.product import Product
from catalogus.models.velden import CatalogusModel
from catalogus.models.zaaktype import Zaaktype


class Verdeelregel(CatalogusModel):
    """The first rule that fits decides; without one the team of the process handles.

    A rule fits when all that it names holds: the product that was asked for, the four digits of the postcode, and a
    condition over the answers. What it does not name does not matter.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="verdeelregels")
    volgorde = models.PositiveSmallIntegerField(help_text="de eerste regel die past, beslist")
    team = models.ForeignKey(Team, models.PROTECT, related_name="verdeelregels")
    product = models.ForeignKey(
        Product, models.PROTECT, null=True, blank=True, related_name="verdeelregels", help_text="leeg: elk product"
    )
    postcode_van = models.PositiveSmallIntegerField(null=True, blank=True, help_text="de vier cijfers")
    postcode_tot = models.PositiveSmallIntegerField(null=True, blank=True)
    voorwaarde = models.JSONField(default=dict, blank=True, validators=[controleer_voorwaarde])

    class Meta:
        ordering = ["zaaktype", "volgorde"]
        verbose_name_plural = "verdeelregels"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgorde"],
                name="verdeelregel_volgorde_uniek",
                violation_error_message="Deze plaats in de volgorde is al bezet.",
            ),
            models.CheckConstraint(
                condition=Q(postcode_van=None, postcode_tot=None)
                | Q(
                    postcode_van__isnull=False,
                    postcode_tot__isnull=False,
                    postcode_van__gte=1000,
                    postcode_tot__gte=F("postcode_van"),
                    postcode_tot__lte=9999,
                ),
                name="verdeelregel_postcodes",
                violation_error_message="Vul twee postcodes van vier cijfers in, de laagste eerst, of geen van beide.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volgorde}. {self.team}"

    @property
    def past_altijd(self) -> bool:
        """It names nothing, so no rule after it decides."""
        return self.product_id is None and self.postcode_van is None and not self.voorwaarde

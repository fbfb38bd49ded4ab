"""Who may take which decision of a zaaktype, and up to which amount."""

from django.db import models
from django.db.models import Q

from catalogus.models.besluittype import Besluittype
from catalogus.models.velden import CatalogusModel, CentenVeld
from catalogus.models.zaaktype import Zaaktype


class Mandaat(CatalogusModel):
    """The holders of one municipal role may take a kind of decision, up to and including an amount (Awb 10:3, 10:5).

    It gives no right: who decides has that by the autorisatiematrix, by this role. Without a row for a kind of
    decision everybody with that right takes it. ``rol`` is the code of the role, for the catalogue knows no roles.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="mandaten")
    besluittype = models.ForeignKey(Besluittype, models.PROTECT, related_name="mandaten")
    rol = models.SlugField(max_length=40, help_text="de rol waarmee men het recht heeft om te besluiten")
    tot_bedrag = CentenVeld(null=True, blank=True, help_text="tot en met welk bedrag; leeg: elk bedrag")

    class Meta:
        ordering = ["zaaktype", "besluittype", "rol"]
        verbose_name_plural = "mandaten"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "besluittype", "rol"],
                name="mandaat_uniek",
                violation_error_message="Deze rol heeft al een mandaat voor dit besluit.",
            ),
            models.CheckConstraint(
                condition=Q(tot_bedrag=None) | Q(tot_bedrag__gte=0),
                name="mandaat_bedrag",
                violation_error_message="Een bedrag is nul of hoger.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.besluittype}: {self.rol}"

    def dekt(self, bedrag: int | None) -> bool:
        """Whether a decision about ``bedrag`` cents falls under it. What names no amount falls under no limit."""
        return self.tot_bedrag is None or (bedrag is not None and bedrag <= self.tot_bedrag)

"""What entering a status does to the term: a completion is asked, or the term stands still."""

from django.db import models
from django.db.models import Q

from catalogus.models.informatieobjecttype import Informatieobjecttype
from catalogus.models.statustype import Statustype
from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.models.zaaktype import Opschortingsgrond, Zaaktype


class SoortGevolg(models.TextChoices):
    AANVULLING = "aanvulling", "een aanvulling vragen"
    OPSCHORTING = "opschorting", "de termijn stilzetten"


class Statusgevolg(CatalogusModel):
    """By itself when a zaak enters the status for the first time (Awb 4:5, 4:15). Tasks stand on ``Taaktype``, and
    whether there is a message on the status itself.

    ``uitleg`` is read by the applicant: what he has to send and why, or why the term stands still.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="statusgevolgen")
    statustype = models.ForeignKey(Statustype, models.CASCADE, related_name="gevolgen")
    soort = models.CharField(max_length=12, choices=SoortGevolg)
    grond = models.CharField(max_length=20, choices=Opschortingsgrond)
    titel = models.CharField(max_length=200, blank=True, help_text="wat de aanvrager moet sturen")
    uitleg = models.CharField(max_length=1000, help_text="de aanvrager leest dit")
    termijn = DuurVeld(blank=True, help_text="hoeveel tijd de aanvrager heeft, of hoe lang het ten hoogste duurt")
    informatieobjecttype = models.ForeignKey(
        Informatieobjecttype, models.PROTECT, null=True, blank=True, related_name="statusgevolgen"
    )

    class Meta:
        ordering = ["zaaktype", "statustype__volgnummer"]
        verbose_name_plural = "statusgevolgen"
        constraints = [
            models.UniqueConstraint(
                fields=["statustype"],
                name="statusgevolg_een_per_status",
                violation_error_message="Bij deze status staat de termijn al stil.",
            ),
            models.CheckConstraint(
                condition=Q(soort=SoortGevolg.AANVULLING, grond=Opschortingsgrond.AANVULLING)
                & ~Q(titel="")
                & ~Q(termijn="")
                | Q(soort=SoortGevolg.OPSCHORTING, titel="", informatieobjecttype=None)
                & ~Q(grond=Opschortingsgrond.AANVULLING),
                name="statusgevolg_heel",
                violation_error_message=(
                    "Een aanvulling noemt wat de aanvrager stuurt en hoeveel tijd hij heeft; "
                    "stilzetten noemt een andere grond dan een aanvulling."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statustype}: {self.get_soort_display()}"

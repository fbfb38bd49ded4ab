"""The own words of a zaaktype for a message."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from catalogus.berichtwoorden import REGELS, Gebeurtenis, fouten_in_onderwerp, fouten_in_tekst
from catalogus.models.velden import CatalogusModel
from catalogus.models.zaaktype import Zaaktype


class Berichttekst(CatalogusModel):
    """Subject and text of the message of one event, for zaken of this version. Without a row: the words that every
    zaaktype has. Who reads English gets the English words, and without those the English ones of every zaaktype.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="berichtteksten")
    gebeurtenis = models.CharField(max_length=30, choices=Gebeurtenis)
    onderwerp = models.CharField(max_length=150)
    tekst = models.TextField(max_length=5000)
    onderwerp_en = models.CharField(max_length=150, blank=True, verbose_name="onderwerp in het Engels")
    tekst_en = models.TextField(max_length=5000, blank=True, verbose_name="tekst in het Engels")

    class Meta:
        ordering = ["zaaktype", "id"]
        verbose_name_plural = "berichtteksten"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "gebeurtenis"],
                name="berichttekst_uniek",
                violation_error_message="Voor deze gebeurtenis zijn er al eigen woorden.",
            ),
            models.CheckConstraint(
                condition=~Q(onderwerp="") & ~Q(tekst=""),
                name="berichttekst_niet_leeg",
                violation_error_message="Een bericht heeft een onderwerp en een tekst.",
            ),
            models.CheckConstraint(
                condition=Q(onderwerp_en="", tekst_en="") | (~Q(onderwerp_en="") & ~Q(tekst_en="")),
                name="berichttekst_engels_heel",
                violation_error_message="In het Engels horen onderwerp en tekst bij elkaar.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_gebeurtenis_display()

    def clean(self) -> None:
        if fouten := self.fouten():
            raise ValidationError(fouten)

    def fouten(self) -> dict[str, list[str]]:
        """What is not right, by column: values that are not there, or that the text can't do without."""
        regels = REGELS[self.gebeurtenis]
        fouten = {
            "onderwerp": list(fouten_in_onderwerp(regels, self.onderwerp)),
            "tekst": list(fouten_in_tekst(regels, self.tekst)),
        }
        if self.onderwerp_en or self.tekst_en:
            fouten["onderwerp_en"] = list(fouten_in_onderwerp(regels, self.onderwerp_en))
            fouten["tekst_en"] = list(fouten_in_tekst(regels, self.tekst_en))
        return {kolom: zinnen for kolom, zinnen in fouten.items() if zinnen}

    def woorden(self, taal: str) -> tuple[str, str] | None:
        """Subject and text in this language; nothing when there are no own ones."""
        if taal == "nl":
            return self.onderwerp, self.tekst
        return (self.onderwerp_en, self.tekst_en) if self.onderwerp_en else None

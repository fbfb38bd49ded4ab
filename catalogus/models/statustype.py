"""The steps of a zaaktype, and what is checked on the way."""

from django.db import models
from django.db.models import F, Q

from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.models.zaaktype import Zaaktype


class Fase(models.TextChoices):
    """The phases of ``zaken/verloop``; a statustype decorates one with the citizen's words."""

    ONTVANGEN = "ontvangen", "ontvangen"
    IN_BEHANDELING = "in_behandeling", "in behandeling"
    WACHT_OP_AANVRAGER = "wacht_op_aanvrager", "wacht op aanvrager"
    ADVIES = "advies", "advies"
    BESLUIT_VOORGESTELD = "besluit_voorgesteld", "besluit voorgesteld"
    AFGEROND = "afgerond", "afgerond"


class Statustype(CatalogusModel):
    """ZGW ``StatusType``. ``statustekst`` is what the resident reads while the zaak is here."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="statustypen")
    volgnummer = models.PositiveSmallIntegerField(verbose_name="plaats in de volgorde")
    omschrijving = models.CharField(max_length=80, verbose_name="naam")
    omschrijving_generiek = models.CharField(max_length=80, blank=True, verbose_name="algemene naam")
    statustekst = models.CharField(max_length=1000, blank=True, verbose_name="tekst voor de inwoner")
    informeren = models.BooleanField(
        default=False, help_text="de inwoner krijgt een bericht bij deze status", verbose_name="bericht aan de inwoner"
    )
    doorlooptijd = DuurVeld(blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    fase = models.CharField(max_length=20, choices=Fase, blank=True, help_text="leeg: volgt uit de plaats")
    naam_inwoner = models.CharField(
        max_length=80, blank=True, help_text="leeg: de omschrijving", verbose_name="naam voor de inwoner"
    )
    substap_van = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="substappen", verbose_name="hoort onder"
    )
    toon_als_stap = models.BooleanField(default=True, verbose_name="zichtbaar als stap")

    class Meta:
        ordering = ["zaaktype", "volgnummer"]
        verbose_name_plural = "statustypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgnummer"],
                name="statustype_volgnummer_uniek",
                violation_error_message="Dit volgnummer bestaat al bij dit zaaktype.",
            ),
            models.UniqueConstraint(
                fields=["zaaktype", "omschrijving"],
                name="statustype_omschrijving_uniek",
                violation_error_message="Deze status bestaat al bij dit zaaktype.",
            ),
            models.CheckConstraint(
                condition=Q(volgnummer__range=(1, 9999)),
                name="statustype_volgnummer",
                violation_error_message="Een volgnummer loopt van 1 tot en met 9999.",
            ),
            models.CheckConstraint(
                condition=Q(substap_van=None) | ~Q(substap_van=F("id")),
                name="statustype_niet_eigen_substap",
                violation_error_message="Een status is geen substap van zichzelf.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volgnummer}. {self.omschrijving}"

    @property
    def woorden(self) -> str:
        """The name that a resident reads."""
        return self.naam_inwoner or self.omschrijving

    def fase_afgeleid(self, laagste: int, hoogste: int) -> Fase:
        """The phase of this step, given the first and last volgnummer of its zaaktype (ontwerp.md, *Zaak*).

        Without a phase of its own it follows from the place: first ontvangen, highest afgerond, else in behandeling.
        """
        if self.fase:
            return Fase(self.fase)
        if self.volgnummer == hoogste:
            return Fase.AFGEROND
        return Fase.ONTVANGEN if self.volgnummer == laagste else Fase.IN_BEHANDELING


class ChecklistItem(CatalogusModel):
    """ZGW ``CheckListItem``: what a handler checks before a status may be set."""

    statustype = models.ForeignKey(Statustype, models.CASCADE, related_name="checklistitems")
    volgnummer = models.PositiveSmallIntegerField(default=1, verbose_name="plaats in de volgorde")
    itemnaam = models.CharField(max_length=30, verbose_name="naam")
    vraagstelling = models.CharField(max_length=255, verbose_name="vraag")
    toelichting = models.CharField(max_length=1000, blank=True)
    verplicht = models.BooleanField(default=False)

    class Meta:
        ordering = ["statustype", "volgnummer"]
        constraints = [models.UniqueConstraint(fields=["statustype", "itemnaam"], name="checklistitem_uniek")]

    def __str__(self) -> str:
        return self.itemnaam

"""Who takes part in a zaak, and which objects it is about."""

from django.db import models

from catalogus.models.gegeven import Gegeven
from catalogus.models.velden import CatalogusModel
from catalogus.models.zaaktype import Zaaktype


class OmschrijvingGeneriekRol(models.TextChoices):
    """ZGW ``OmschrijvingGeneriekEnum``."""

    ADVISEUR = "adviseur", "adviseur"
    BEHANDELAAR = "behandelaar", "behandelaar"
    BELANGHEBBENDE = "belanghebbende", "belanghebbende"
    BESLISSER = "beslisser", "beslisser"
    INITIATOR = "initiator", "initiator"
    KLANTCONTACTER = "klantcontacter", "klantcontacter"
    ZAAKCOORDINATOR = "zaakcoordinator", "zaakcoördinator"
    MEDE_INITIATOR = "mede_initiator", "mede-initiator"


class Roltype(CatalogusModel):
    """ZGW ``RolType``, with what a party in that role must do and may see."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="roltypen")
    omschrijving = models.CharField(max_length=100, verbose_name="naam")
    omschrijving_generiek = models.CharField(max_length=20, choices=OmschrijvingGeneriekRol, verbose_name="soort rol")
    naam_inwoner = models.CharField(
        max_length=100, blank=True, help_text="leeg: de omschrijving", verbose_name="naam voor de inwoner"
    )
    ziet_zaak = models.BooleanField(
        default=False, help_text="een inwoner in deze rol ziet de zaak in de portal", verbose_name="ziet de zaak"
    )
    toestemming_vereist = models.BooleanField(
        default=False, help_text="zonder zijn toestemming geen besluit", verbose_name="moet toestemming geven"
    )
    toestemming_tekst = models.TextField(
        blank=True, help_text="waarmee die partij instemt", verbose_name="waarvoor toestemming"
    )
    uitnodigen_op = models.ForeignKey(
        Gegeven,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="gegeven met het e-mailadres",
        verbose_name="uitnodigen met",
    )

    class Meta:
        ordering = ["zaaktype", "id"]
        verbose_name_plural = "roltypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "omschrijving"],
                name="roltype_uniek",
                violation_error_message="Deze rol bestaat al bij dit zaaktype.",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Zaakobjecttype(CatalogusModel):
    """ZGW ``ZaakObjectType``: what kind of thing a zaak can be about."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="zaakobjecttypen")
    ander_objecttype = models.BooleanField(default=False, verbose_name="ander soort object")
    objecttype = models.URLField(max_length=200, verbose_name="soort object")
    relatie_omschrijving = models.CharField(max_length=80, verbose_name="relatie")
    statustypen = models.ManyToManyField(
        "catalogus.Statustype", related_name="zaakobjecttypen", blank=True, verbose_name="statussen"
    )
    resultaattypen = models.ManyToManyField(
        "catalogus.Resultaattype", related_name="zaakobjecttypen", blank=True, verbose_name="resultaten"
    )

    class Meta:
        ordering = ["zaaktype", "id"]
        verbose_name_plural = "zaakobjecttypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "relatie_omschrijving"],
                name="zaakobjecttype_uniek",
                violation_error_message="Deze relatie met een object bestaat al bij dit zaaktype.",
            )
        ]

    def __str__(self) -> str:
        return self.relatie_omschrijving

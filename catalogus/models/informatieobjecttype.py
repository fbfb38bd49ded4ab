"""Kinds of document, and where they occur in a zaaktype."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from catalogus.models.catalogus import Catalogus
from catalogus.models.statustype import Statustype
from catalogus.models.velden import CatalogusModel, GeldigheidModel
from catalogus.models.zaaktype import Zaaktype
from catalogus.querysets import GeldigheidQuerySet
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Informatieobjecttype(GeldigheidModel):
    """ZGW ``InformatieObjectType``, versioned by itself; the omschrijving is its identity within the catalogue."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="informatieobjecttypen")
    omschrijving = models.CharField(max_length=80)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(
        choices=Vertrouwelijkheid, default=Vertrouwelijkheid.ZAAKVERTROUWELIJK
    )
    concept = models.BooleanField(default=True)
    informatieobjectcategorie = models.CharField(max_length=80)
    trefwoord = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    omschrijving_generiek_definitie = models.CharField(max_length=255, blank=True)
    omschrijving_generiek_herkomst = models.CharField(max_length=12, blank=True)
    omschrijving_generiek_hierarchie = models.CharField(max_length=80, blank=True)
    omschrijving_generiek_opmerking = models.CharField(max_length=255, blank=True)
    toelichting = models.TextField(blank=True, help_text="wat voor document dit is, in gewone woorden")

    objects = GeldigheidQuerySet.as_manager()

    class Meta:
        ordering = ["omschrijving", "begin_geldigheid"]
        verbose_name_plural = "informatieobjecttypen"
        constraints = [
            models.UniqueConstraint(
                fields=["catalogus", "omschrijving", "begin_geldigheid"], name="informatieobjecttype_uniek"
            ),
            models.UniqueConstraint(
                fields=["catalogus", "omschrijving"],
                condition=Q(concept=False, einde_geldigheid=None),
                name="informatieobjecttype_een_geldig",
                violation_error_message="Er is al een gepubliceerd documenttype met deze naam zonder einddatum.",
            ),
            models.CheckConstraint(
                condition=Q(einde_geldigheid=None) | Q(einde_geldigheid__gte=F("begin_geldigheid")),
                name="informatieobjecttype_volgorde",
                violation_error_message="Het einde van de geldigheid ligt niet voor het begin.",
            ),
            models.CheckConstraint(
                condition=Q(vertrouwelijkheidaanduiding__range=(1, 8)),
                name="informatieobjecttype_vertrouwelijk",
                violation_error_message="De vertrouwelijkheidaanduiding loopt van 1 tot en met 8.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Richting(models.TextChoices):
    INKOMEND = "inkomend", "inkomend"
    INTERN = "intern", "intern"
    UITGAAND = "uitgaand", "uitgaand"


def _namen(**rest: Any) -> "ArrayField[Any, Any]":
    return ArrayField(models.CharField(max_length=100), default=list, db_default=[], blank=True, **rest)


class ZaaktypeInformatieobjecttype(CatalogusModel):
    """ZGW ``ZaakTypeInformatieObjectType``, with who may add and see documents of this kind.

    Roles of staff stand by their code, for the catalogue knows no roles; parties by the roltype of this zaaktype. None
    named: everybody who may otherwise.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="zaaktypeinformatieobjecttypen")
    informatieobjecttype = models.ForeignKey(
        Informatieobjecttype,
        models.PROTECT,
        related_name="zaaktypeinformatieobjecttypen",
        verbose_name="soort document",
    )
    volgnummer = models.PositiveSmallIntegerField(verbose_name="plaats in de volgorde")
    richting = models.CharField(max_length=8, choices=Richting)
    statustype = models.ForeignKey(
        Statustype,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="documenttypen",
        verbose_name="hoort bij de status",
    )
    inwoner_mag_toevoegen = models.BooleanField(default=False)
    inwoner_mag_zien = models.BooleanField(default=True, help_text="beginwaarde; per document te wijzigen")
    rollen_toevoegen = _namen(
        help_text="geen: ieder die documenten mag toevoegen", verbose_name="medewerkers die toevoegen"
    )
    rollen_zien = _namen(
        help_text="geen: ieder die de documenten van de zaak ziet", verbose_name="medewerkers die het zien"
    )
    partijen_toevoegen = _namen(
        help_text="geen: ieder die de zaak in de portal ziet", verbose_name="betrokkenen die toevoegen"
    )
    partijen_zien = _namen(
        help_text="geen: ieder die de zaak in de portal ziet; wie het zelf stuurde, ziet het altijd",
        verbose_name="betrokkenen die het zien",
    )

    class Meta:
        ordering = ["zaaktype", "volgnummer"]
        verbose_name_plural = "zaaktypeinformatieobjecttypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgnummer"],
                name="ziot_volgnummer_uniek",
                violation_error_message="Dit volgnummer bestaat al bij de documenten van dit zaaktype.",
            ),
            models.UniqueConstraint(
                fields=["zaaktype", "informatieobjecttype", "richting"],
                name="ziot_uniek",
                violation_error_message="Dit documenttype staat al met deze richting bij dit zaaktype.",
            ),
            models.CheckConstraint(
                condition=Q(volgnummer__range=(1, 999)),
                name="ziot_volgnummer",
                violation_error_message="Een volgnummer loopt van 1 tot en met 999.",
            ),
            models.CheckConstraint(
                condition=Q(inwoner_mag_toevoegen=False) | Q(richting=Richting.INKOMEND),
                name="ziot_toevoegen_inkomend",
                violation_error_message="Een inwoner kan alleen inkomende documenten toevoegen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.informatieobjecttype} ({self.richting})"

    @property
    def beperkt_zien(self) -> bool:
        return bool(self.rollen_zien or self.partijen_zien)

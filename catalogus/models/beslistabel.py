"""The rules of a product as small decision tables: who may apply, what one gets, what it costs, how long it takes."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Right

from catalogus.beslissen.inhoud import controleer_inhoud
from catalogus.models.product import Product
from catalogus.models.velden import CatalogusModel
from catalogus.querysets import BeslistabelQuerySet


class SoortTabel(models.TextChoices):
    MAG = "mag", "wie het mag aanvragen"
    KRIJGT = "krijgt", "hoeveel iemand krijgt"
    KOSTEN = "kosten", "wat het kost"
    DUUR = "duur", "hoe lang het duurt"


def lege_inhoud() -> dict[str, Any]:
    return {"uitkomst": SoortTabel.MAG.value, "vragen": [], "regels": [], "voorbeelden": []}


_LETTER = Func(Right("soort", 1), function="ascii", output_field=models.IntegerField())
"""The last letter of the kind as a number: g, t, n and r differ."""


class Beslistabel(CatalogusModel):
    """One version of one table of a product. Without a first day it is a draft; with one its contents are fixed (a
    trigger of the database), so that a zaak of that time keeps the outcome of its day.
    """

    product = models.ForeignKey(Product, models.CASCADE, related_name="beslistabellen")
    soort = models.CharField(max_length=6, choices=SoortTabel)
    toelichting = models.TextField(blank=True, help_text="leest de inwoner bij de uitkomst")
    verzonnen_bedragen = models.BooleanField(
        default=False, help_text="de bedragen zijn een voorbeeld; het scherm zegt dat"
    )
    inhoud = models.JSONField(default=lege_inhoud, validators=[controleer_inhoud])
    geldig_van = models.DateField(null=True, blank=True, help_text="leeg: concept")
    geldig_tot = models.DateField(null=True, blank=True, help_text="eerste dag waarop zij niet meer geldt")

    objects = BeslistabelQuerySet.as_manager()

    class Meta:
        ordering = ["product", "soort", F("geldig_van").desc(nulls_first=True)]
        verbose_name_plural = "beslistabellen"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort=KT("inhoud__uitkomst")),
                name="beslistabel_uitkomst_bij_soort",
                violation_error_message="De uitkomsten in de tabel zijn van een andere soort dan de tabel zelf.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot=None) | Q(geldig_tot__gte=F("geldig_van")),
                name="beslistabel_volgorde",
                violation_error_message="De laatste dag ligt na de eerste.",
            ),
            models.UniqueConstraint(
                fields=["product", "soort"],
                condition=Q(geldig_van=None),
                name="beslistabel_een_concept",
                violation_error_message="Er is al een concept van deze tabel.",
            ),
            ExclusionConstraint(  # a range of one bigint, because the embedded PostgreSQL has no btree_gist
                name="beslistabel_versies_overlappen_niet",
                violation_error_message="De geldigheid van twee versies overlapt.",
                expressions=[
                    (Func("product", "product", Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func("geldig_van", "geldig_tot", Value("[)"), function="daterange"), RangeOperators.OVERLAPS),
                    (Func(_LETTER, _LETTER, Value("[]"), function="int4range"), RangeOperators.OVERLAPS),
                ],
                condition=Q(geldig_van__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.get_soort_display()}"

    @property
    def concept(self) -> bool:
        return self.geldig_van is None

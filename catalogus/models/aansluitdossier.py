"""The aansluitdossier: the file of a process that is being connected, what was tested and who agreed (domein.md)."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from catalogus.dossier.patronen import Patroon
from catalogus.models.proces import Proces
from catalogus.models.velden import CatalogusModel


class SoortDossierstap(models.TextChoices):
    """What a process runs through, in this order."""

    DOEL = "doel", _("doel")
    ONTWERP = "ontwerp", _("ontwerp of herontwerp")
    PRE_DPIA = "pre-dpia", _("pre-DPIA")
    DPIA = "dpia", _("DPIA")
    IB_TOETS = "ib-toets", _("IB-toets")
    REALISATIE = "realisatie", _("realisatie")
    TEST = "test", _("test en training")
    LIVE = "live", _("live gaan")
    BEHEER = "beheer", _("beheer")


class Aansluitdossier(CatalogusModel):
    """Who answers for what (functions, no names). The process owner stands on the process itself."""

    proces = models.OneToOneField(Proces, models.PROTECT, related_name="dossier")
    opdrachtgever = models.CharField(max_length=100, blank=True, help_text="functie, geen naam")
    opdrachtgever_plicht = models.TextField(blank=True)
    proceseigenaar_plicht = models.TextField(blank=True)
    functioneel_beheer = models.CharField(max_length=100, blank=True, help_text="functie of afdeling")
    functioneel_beheer_plicht = models.TextField(blank=True)
    technisch_beheer = models.CharField(max_length=100, blank=True, help_text="functie of afdeling")
    technisch_beheer_plicht = models.TextField(blank=True)

    class Meta:
        ordering = ["proces"]
        verbose_name_plural = "aansluitdossiers"

    def __str__(self) -> str:
        return f"Aansluitdossier {self.proces}"


class Verwerker(CatalogusModel):
    """A third party that works with the data for the municipality, under an agreement (AVG art. 28)."""

    dossier = models.ForeignKey(Aansluitdossier, models.CASCADE, related_name="verwerkers")
    naam = models.CharField(max_length=100)
    taak = models.TextField(help_text="wat deze partij met de gegevens doet, en wat zij moet nakomen")
    overeenkomst = models.CharField(max_length=200, help_text="kenmerk van de verwerkersovereenkomst")
    overeenkomst_van = models.DateField()
    overeenkomst_tot = models.DateField(null=True, blank=True, help_text="de eerste dag zonder overeenkomst")
    gestopt_op = models.DateField(
        null=True, blank=True, help_text="vanaf deze dag werkt deze partij niet meer met de gegevens"
    )
    doorgifte = models.CharField(
        max_length=200,
        blank=True,
        help_text="land buiten de EER en de waarborg; leeg: de gegevens blijven binnen de EER",
    )

    class Meta:
        ordering = ["dossier", "naam"]
        verbose_name_plural = "verwerkers"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "naam"],
                name="verwerker_uniek",
                violation_error_message="Deze verwerker staat al in het dossier.",
            ),
            models.CheckConstraint(
                condition=Q(overeenkomst_tot=None) | Q(overeenkomst_tot__gt=F("overeenkomst_van")),
                name="verwerker_overeenkomst_volgorde",
                violation_error_message="Het einde van de overeenkomst ligt na het begin.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def zonder_overeenkomst(self, dag: date) -> bool:
        """It works with the data on this day, and its agreement is over."""
        werkt = self.gestopt_op is None or self.gestopt_op > dag
        return werkt and self.overeenkomst_tot is not None and self.overeenkomst_tot <= dag


class Dossierstap(CatalogusModel):
    """What is written of one step. It may change at any time; what was agreed to is kept in ``Dossierakkoord``."""

    dossier = models.ForeignKey(Aansluitdossier, models.CASCADE, related_name="stappen")
    stap = models.CharField(max_length=10, choices=SoortDossierstap)
    eigenaar = models.CharField(max_length=100, help_text="functie, geen naam")
    bevindingen = models.TextField(blank=True)
    maatregelen = models.TextField(blank=True)
    documenten = models.TextField(blank=True, help_text="waar de stukken staan, een per regel")
    patronen = ArrayField(models.CharField(max_length=12, choices=Patroon), default=list, blank=True)
    antwoorden = models.JSONField(default=dict, blank=True)  # of the pre-DPIA: question to yes or no
    auteurs = ArrayField(models.BigIntegerField(), default=list, blank=True)  # everybody who wrote on it
    gewijzigd_op = models.DateTimeField()

    class Meta:
        ordering = ["dossier", "id"]
        verbose_name_plural = "dossierstappen"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "stap"], name="dossierstap_uniek"),
            models.CheckConstraint(condition=Q(stap__in=SoortDossierstap.values), name="dossierstap_stap"),
        ]

    def __str__(self) -> str:
        return self.get_stap_display()


class Dossierakkoord(CatalogusModel):
    """A sign-off: what stood there then, by somebody who wrote none of it, until a day. It can only be withdrawn."""

    dossierstap = models.ForeignKey(Dossierstap, models.PROTECT, related_name="akkoorden")
    inhoud = models.JSONField()
    auteurs = ArrayField(models.BigIntegerField())
    door_id = models.BigIntegerField()
    op = models.DateTimeField()
    geldig_tot = models.DateField(help_text="de eerste dag waarop het niet meer geldt")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door_id = models.BigIntegerField(null=True, blank=True)
    ingetrokken_reden = models.TextField(blank=True)

    class Meta:
        ordering = ["dossierstap", "-id"]
        verbose_name_plural = "dossierakkoorden"
        constraints = [
            models.CheckConstraint(
                condition=IsNull(
                    Func("auteurs", "door_id", function="array_position", output_field=models.IntegerField()), True
                ),
                name="dossierakkoord_niet_eigen_werk",
                violation_error_message="Wie aan een stap schreef, gaat er niet zelf mee akkoord.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None, ingetrokken_door_id=None, ingetrokken_reden="")
                | (Q(ingetrokken_op__isnull=False, ingetrokken_door_id__isnull=False) & ~Q(ingetrokken_reden="")),
                name="dossierakkoord_intrekking_heel",
                violation_error_message="Intrekken vraagt een reden, een moment en wie het deed.",
            ),
        ]

    def __str__(self) -> str:
        return f"akkoord op {self.op:%d-%m-%Y}"

"""What someone has to do within a zaak."""

from django.db import models
from django.db.models import Q, Value

from catalogus.models.gegeven import Gegeven
from catalogus.models.informatieobjecttype import Informatieobjecttype
from catalogus.models.jsonvormen import controleer_voorwaarde
from catalogus.models.statustype import Statustype
from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.models.zaaktype import Zaaktype


class Uitvoerder(models.TextChoices):
    INWONER = "inwoner", "de inwoner"
    MEDEWERKER = "medewerker", "een medewerker"


class SoortTaak(models.TextChoices):
    UPLOAD = "upload", "document sturen"
    FORMULIER = "formulier", "vragen beantwoorden"
    BEVESTIGEN = "bevestigen", "bevestigen"
    BETALEN_ELDERS = "betalen_elders", "betalen in een ander systeem"
    ONDERTEKENEN_ELDERS = "ondertekenen_elders", "ondertekenen in een ander systeem"
    AFSPRAAK = "afspraak", "afspraak maken"


class Taaktype(CatalogusModel):
    """A task with a term; placed by itself when a status is entered, or by a handler."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="taaktypen")
    volgorde = models.PositiveSmallIntegerField(default=0, db_default=0, verbose_name="plaats in de volgorde")
    naam = models.CharField(max_length=100)
    omschrijving = models.TextField(help_text="wat er moet gebeuren, in gewone woorden")
    uitvoerder = models.CharField(max_length=10, choices=Uitvoerder, default=Uitvoerder.INWONER)
    soort = models.CharField(max_length=20, choices=SoortTaak)
    termijn = DuurVeld(blank=True, help_text="hoeveel tijd men heeft; verplicht bij een taak voor de inwoner")
    blokkerend = models.BooleanField(
        default=False, help_text="de zaak kan niet verder zolang de taak openstaat", verbose_name="houdt de zaak op"
    )
    bij_statustype = models.ForeignKey(
        Statustype,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="taaktypen",
        help_text="leeg: met de hand",
        verbose_name="begint bij de status",
    )
    voorwaarde = models.JSONField(
        default=dict,
        db_default=Value({}, models.JSONField()),
        blank=True,
        validators=[controleer_voorwaarde],
        help_text="wanneer de taak bij die status hoort; leeg: altijd",
    )
    knoptekst = models.CharField(max_length=40, blank=True, verbose_name="tekst op de knop")
    elders_url = models.URLField(
        max_length=1000,
        blank=True,
        help_text="waar betalen, ondertekenen of afspreken gebeurt",
        verbose_name="adres waar het gebeurt",
    )
    informatieobjecttype = models.ForeignKey(
        Informatieobjecttype,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="taaktypen",
        verbose_name="soort document",
    )
    gegevens = models.ManyToManyField(Gegeven, related_name="taaktypen", blank=True, verbose_name="vragen")

    class Meta:
        ordering = ["zaaktype", "volgorde", "id"]
        verbose_name_plural = "taaktypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "naam"],
                name="taaktype_uniek",
                violation_error_message="Deze taak bestaat al bij dit zaaktype.",
            ),
            models.CheckConstraint(
                condition=~Q(uitvoerder=Uitvoerder.INWONER) | ~Q(termijn=""),
                name="taaktype_inwoner_heeft_termijn",
                violation_error_message="Een taak voor de inwoner heeft een termijn.",
            ),
            models.CheckConstraint(
                condition=~Q(soort=SoortTaak.UPLOAD) | Q(informatieobjecttype__isnull=False),
                name="taaktype_upload_wat",
                violation_error_message="Een taak om iets te sturen noemt het documenttype.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

"""Who was given data of a person hears what happened to them (AVG 19)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Kennisgevingssoort(models.TextChoices):
    VERBETERD = "verbeterd", "verbeterd (AVG artikel 16)"
    GEWIST = "gewist", "gewist (AVG artikel 17)"
    BEPERKT = "beperkt", "op slot (AVG artikel 18)"


class Kennisgevingsstand(models.TextChoices):
    OPEN = "open", "moet het nog horen"
    VERTELD = "verteld", "weet het"
    ONMOGELIJK = "onmogelijk", "kan het niet horen, of niet zonder te veel moeite"


class Kennisgeving(BijZaak):
    """One receiver of one gegeven of a zaak, and whether he was told. It belongs to ``zaak``, the request in which this
    was done; ``gegeven`` is the name that the catalogue gives it, never its value. It outlives the zaak.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="kennisgevingen")
    over_zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="+")
    over_nummer = models.CharField(max_length=12, db_default="")
    gegeven = models.CharField(max_length=200)
    ontvanger = models.CharField(max_length=100)
    soort = models.CharField(max_length=12, choices=Kennisgevingssoort)
    sinds = models.DateTimeField()
    stand = models.CharField(max_length=12, choices=Kennisgevingsstand, default=Kennisgevingsstand.OPEN)
    toelichting = models.CharField(max_length=500, blank=True)  # how he was told, or why that can't be
    gedaan_op = models.DateTimeField(null=True)
    gedaan_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "kennisgevingen"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "over_nummer", "gegeven", "ontvanger", "soort"],
                condition=Q(stand="open"),
                name="kennisgeving_een_open",
            ),
            models.CheckConstraint(
                condition=Q(stand="open", gedaan_op=None, gedaan_door=None, toelichting="")
                | ~Q(stand="open") & Q(gedaan_op__isnull=False, gedaan_door__isnull=False) & ~Q(toelichting=""),
                name="kennisgeving_gedaan_met_toelichting",
            ),
        ]

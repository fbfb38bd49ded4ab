"""Running zaken to another version of their zaaktype, together: who asked for it, and what became of each."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from autorisatie import beleid
from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel
from catalogus.models import Zaaktype
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Overzetting(BewaaktModel):
    """An order: the zaken that run on ``van`` go to ``naar``. A worker writes down which they are, and moves them."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    van = models.ForeignKey(Zaaktype, models.PROTECT, related_name="+")
    naar = models.ForeignKey(Zaaktype, models.PROTECT, related_name="+")
    statuskeuzes = models.JSONField(default=dict, blank=True)  # {key of a statustype: key of the one instead of it}
    reden = models.CharField(max_length=500)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    uitgeschreven_op = models.DateTimeField(null=True)  # every zaak has its row
    klaar_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "overzettingen"
        ordering = ["-gevraagd_op", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(van=F("naar")), name="overzetting_naar_een_andere"),
            models.UniqueConstraint(fields=["van"], condition=Q(klaar_op=None), name="overzetting_een_tegelijk"),
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Systeem():
                return rijen
            case Medewerker():
                processen = beleid.processen_met_recht(actor, "zaken_overzetten")
                return rijen if processen is None else rijen.filter(van__proces__in=processen)
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return beleid.beslis_algemeen(actor, recht, proces_id=self.van.proces_id)


class Overzetstand(models.TextChoices):
    WACHT = "wacht", "wacht"
    GEDAAN = "gedaan", "overgezet"
    PAST_NIET = "past_niet", "niet overgezet"


class Overzetregel(BijZaak):
    """One zaak of an order."""

    overzetting = models.ForeignKey(Overzetting, models.CASCADE, related_name="regels")
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="overzetregels")
    stand = models.CharField(max_length=10, choices=Overzetstand, default=Overzetstand.WACHT)
    reden = models.CharField(max_length=500, blank=True)  # why it stayed
    gedaan_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "overzetregels"
        constraints = [
            models.UniqueConstraint(fields=["overzetting", "zaak"], name="overzetregel_eens"),
            models.CheckConstraint(
                condition=Q(stand=Overzetstand.WACHT, gedaan_op=None)
                | (~Q(stand=Overzetstand.WACHT) & Q(gedaan_op__isnull=False)),
                name="overzetregel_gedaan",
            ),
        ]
        indexes = [
            models.Index(fields=["overzetting", "id"], name="overzetregel_wacht", condition=Q(stand="wacht")),
            models.Index(fields=["overzetting", "reden"], name="overzetregel_reden", condition=Q(stand="past_niet")),
        ]

"""The copy of all that is held of a person (AVG 15), from when it was collected until it is released."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.models import Partij
from autorisatie.velden import GeheimVeld
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Achterhoudgrond(models.TextChoices):
    """Why a part is withheld (UAVG 41 lid 1)."""

    ANDEREN = "anderen", "de rechten van een ander (AVG art. 15 lid 4, UAVG art. 41 lid 1 onder i)"
    OPSPORING = "opsporing", "opsporing van een strafbaar feit (UAVG art. 41 lid 1 onder d)"
    TOEZICHT = "toezicht", "toezicht of inspectie (UAVG art. 41 lid 1 onder h)"
    VEILIGHEID = "veiligheid", "de openbare veiligheid (UAVG art. 41 lid 1 onder c)"
    VORDERING = "vordering", "het innen van een vordering (UAVG art. 41 lid 1 onder j)"


class NietVanDeInwoner(BijZaak):
    """What staff check before the resident gets it: he finds the documents at his zaak, and none of these rows."""

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return super().grens(rijen, actor) if isinstance(actor, Medewerker | Systeem) else rijen.none()


class Inzagekopie(NietVanDeInwoner):
    """One per request. ``ook_weg`` (JSON, a list): words that a handler read as those of another."""

    zaak = models.OneToOneField(Zaak, models.CASCADE, related_name="inzagekopie")
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="+")
    verzameld_op = models.DateTimeField()
    ook_weg = GeheimVeld(null=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "inzagekopieën"
        constraints = [
            models.CheckConstraint(
                condition=Q(vrijgegeven_op=None, vrijgegeven_door=None)
                | Q(vrijgegeven_op__isnull=False, vrijgegeven_door__isnull=False),
                name="inzagekopie_vrijgegeven_door_iemand",
            )
        ]

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]


class Inzagedeel(NietVanDeInwoner):
    """One row of some table, as the person would get it. ``inhoud`` (JSON) goes when the copy is released; that a part
    was withheld, and why, stays.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="inzagedelen")
    kopie = models.ForeignKey(Inzagekopie, models.CASCADE, related_name="delen")
    kenmerk = models.CharField(max_length=80)  # table and key: the same row again when collected anew
    over_zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="+")  # decides who may check it
    groep = models.CharField(max_length=20)  # where it stands: a number of a zaak, or a word
    kop = models.CharField(max_length=200)
    inhoud = GeheimVeld(null=True)
    weggehaald = models.PositiveIntegerField(default=0)  # places where something of another was taken out
    grond = models.CharField(max_length=12, choices=Achterhoudgrond, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "inzagedelen"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kopie", "kenmerk"], name="inzagedeel_eens"),
            models.CheckConstraint(
                condition=Q(grond="", toelichting="") | ~Q(grond="") & ~Q(toelichting=""),
                name="inzagedeel_achtergehouden_met_reden",
            ),
        ]
        indexes = [models.Index(fields=["kopie", "groep", "id"], name="inzagedeel_groep")]

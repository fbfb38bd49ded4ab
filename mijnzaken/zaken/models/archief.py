"""Destruction of files whose term is over (Archiefwet): a list, by one; approval, by another; time to think; and what
was destroyed and why, without the data itself.
"""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from autorisatie import beleid
from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel
from catalogus.models import Proces
from mijnzaken.zaken.models.zaak import Zaak


class Lijststand(models.TextChoices):
    OPGESTELD = "opgesteld", "opgesteld"
    VOORGELEGD = "voorgelegd", "voorgelegd aan de archivaris"
    GOEDGEKEURD = "goedgekeurd", "goedgekeurd, bedenktijd loopt"
    UITGEVOERD = "uitgevoerd", "vernietigd"
    AFGEBROKEN = "afgebroken", "afgebroken"


LOPEND = (Lijststand.OPGESTELD, Lijststand.VOORGELEGD, Lijststand.GOEDGEKEURD)


class Vernietigingslijst(BewaaktModel):
    """The zaken of one process whose term is over on ``peildatum``. The process owner judges it, the archivist approves
    it, and until ``bedenktijd_tot`` (last day) either can still stop it.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    proces = models.ForeignKey(Proces, models.PROTECT, related_name="+")
    peildatum = models.DateField()
    stand = models.CharField(max_length=11, choices=Lijststand, default=Lijststand.OPGESTELD)
    opgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    voorgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    voorgelegd_op = models.DateTimeField(null=True)
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True)
    bedenktijd_tot = models.DateField(null=True)
    uitgevoerd_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=500, blank=True)  # why it was sent back or stopped

    class Meta:
        verbose_name_plural = "vernietigingslijsten"
        ordering = ["-opgesteld_op", "-id"]
        indexes = [models.Index(fields=["-opgesteld_op", "-id"], name="vernietigingslijst_op")]
        constraints = [
            models.CheckConstraint(
                condition=Q(goedgekeurd_door=None)
                | ~Q(goedgekeurd_door=F("opgesteld_door")) & ~Q(goedgekeurd_door=F("voorgelegd_door")),
                name="vernietigingslijst_vier_ogen",
            ),
            models.CheckConstraint(
                condition=~Q(stand__in=[Lijststand.GOEDGEKEURD, Lijststand.UITGEVOERD])
                | Q(voorgelegd_door__isnull=False, goedgekeurd_door__isnull=False, bedenktijd_tot__isnull=False),
                name="vernietigingslijst_goedgekeurd",
            ),
            models.CheckConstraint(
                condition=Q(stand=Lijststand.UITGEVOERD) | Q(uitgevoerd_op=None), name="vernietigingslijst_uitgevoerd"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proces}, {self.peildatum:%d-%m-%Y}"

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Systeem():
                return rijen
            case Medewerker() if beleid.mag(actor, "archief"):
                processen = beleid.processen_met_recht(actor, "archief")
                return rijen if processen is None else rijen.filter(proces__in=processen)
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return beleid.beslis_algemeen(actor, recht, proces_id=self.proces_id)


class Vernietigingsregel(BewaaktModel):
    """One zaak on a list. It outlives the zaak, and so holds nothing of a person: it is the declaration."""

    lijst = models.ForeignKey(Vernietigingslijst, models.CASCADE, related_name="regels")
    zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="+")
    zaak_uuid = models.UUIDField()
    nummer = models.CharField(max_length=12)
    zaaktype = models.CharField(max_length=100)  # name and version
    resultaat = models.CharField(max_length=100)
    selectielijstnummer = models.CharField(max_length=10, blank=True)
    einddatum = models.DateField()
    archiefactiedatum = models.DateField()
    afgeschermd = models.BooleanField(default=False)  # its number is then for nobody who reads the list
    uitzondering = models.CharField(max_length=500, blank=True)  # why it stays, by the process owner or the program
    vernietigd_op = models.DateTimeField(null=True)
    aantal_documenten = models.PositiveIntegerField(default=0)
    bestanden = ArrayField(models.CharField(max_length=200), default=list, blank=True)  # content still to remove

    class Meta:
        verbose_name_plural = "vernietigingsregels"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["lijst", "zaak_uuid"], name="vernietigingsregel_eens"),
            models.CheckConstraint(
                condition=Q(uitzondering="") | Q(vernietigd_op=None), name="vernietigingsregel_uitgezonderd_blijft"
            ),
        ]
        indexes = [
            models.Index(fields=["zaak_uuid"], name="vernietigingsregel_zaak"),
            models.Index(fields=["id"], name="vernietigingsregel_bestanden", condition=~Q(bestanden=[])),
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen.filter(lijst__in=Vernietigingslijst.objects.voor(actor).values("pk"))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return self.lijst.beslissing(actor, recht)

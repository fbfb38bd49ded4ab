"""What somebody wants another system to be allowed: it counts when another person said yes."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models.applicatie import Applicatie, Autorisatieregel
from autorisatie.velden import GeheimVeld

WIJZIGEN = frozenset({"applicatie_wijzigen", "applicatie_indienen"})
BESLISSEN = frozenset({"applicatie_goedkeuren", "applicatie_terugsturen"})


class Voorstelstand(models.TextChoices):
    ONTWERP = "ontwerp", "ontwerp"
    INGEDIEND = "ingediend", "wacht op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "goedgekeurd"


class Toegangsvoorstel(BewaaktModel):
    """All that an applicatie would be allowed, as one person wrote it and another approves it. It never changes after.

    ``geheim``: a secret that comes with it; only who wrote the proposal has seen it, once. ``op_versie``: the version
    of the applicatie that it was written on; when that changed meanwhile, it is too late for this proposal.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    applicatie = models.ForeignKey(Applicatie, models.CASCADE, related_name="voorstellen")
    op_versie = models.PositiveIntegerField()
    label = models.CharField(max_length=100)
    heeft_alle_autorisaties = models.BooleanField(default=False)
    alleen_gereed_voor_publicatie = models.BooleanField(default=False)
    netwerken = ArrayField(models.CharField(max_length=43), default=list)  # as those of the applicatie
    verzoeken_per_minuut = models.PositiveIntegerField(null=True)
    geheim = GeheimVeld(null=True)
    overlap_dagen = models.PositiveSmallIntegerField(default=0)  # that the old secret stays good beside the new one
    stand = models.CharField(max_length=11, choices=Voorstelstand, default=Voorstelstand.ONTWERP)
    opgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    reden = models.CharField(max_length=500, blank=True)
    ingediend_op = models.DateTimeField(null=True)
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True)
    teruggestuurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    teruggestuurd_reden = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "toegangsvoorstellen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(opgesteld_door=F("goedgekeurd_door")), name="toegangsvoorstel_vier_ogen"
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_door=None, goedgekeurd_op=None) & ~Q(stand="goedgekeurd")
                | Q(goedgekeurd_door__isnull=False, goedgekeurd_op__isnull=False, stand="goedgekeurd"),
                name="toegangsvoorstel_goedgekeurd_door_iemand",
            ),
            models.CheckConstraint(
                condition=Q(stand="ontwerp") | Q(ingediend_op__isnull=False) & ~Q(reden=""),
                name="toegangsvoorstel_ingediend_met_reden",
            ),
            models.UniqueConstraint(
                fields=["applicatie"], name="toegangsvoorstel_een_open", condition=~Q(stand="goedgekeurd")
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_ontwerp(self) -> bool:
        return self.stand == Voorstelstand.ONTWERP

    @property
    def wacht(self) -> bool:
        return self.stand == Voorstelstand.INGEDIEND

    @property
    def is_te_laat(self) -> bool:
        return self.stand != Voorstelstand.GOEDGEKEURD and self.op_versie != self.applicatie.versie

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Staff, whom the matrix gives the rights to other systems."""
        return rijen if isinstance(actor, Medewerker | Systeem) else rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return None

    def belet(self, recht: str) -> str:
        if self.stand == Voorstelstand.GOEDGEKEURD:
            return "Dit voorstel is goedgekeurd. Er verandert niets meer aan."
        if recht in WIJZIGEN and not self.is_ontwerp:
            return "Dit voorstel wacht op goedkeuring. Laat het terugsturen als u iets wilt veranderen."
        if recht in BESLISSEN and not self.wacht:
            return "Dit voorstel is nog niet ingediend."
        if recht in WIJZIGEN | {"applicatie_goedkeuren"} and self.is_te_laat:
            return "Intussen veranderde wat deze applicatie mag. Gooi dit voorstel weg en maak een nieuw."
        return ""


class Voorstelregel(Autorisatieregel, BewaaktModel):
    """A line that would hold."""

    voorstel = models.ForeignKey(Toegangsvoorstel, models.CASCADE, related_name="regels")

    class Meta(Autorisatieregel.Meta):
        verbose_name_plural = "voorstelregels"

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Reached through a proposal that its door admitted; by itself only the program asks for it."""
        return rijen if isinstance(actor, Systeem) else rijen.none()

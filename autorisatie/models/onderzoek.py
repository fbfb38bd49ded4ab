"""A running inquiry: about whom, by whom, and until when what they read stays hidden from the person himself."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel, Verantwoording
from autorisatie.models.partij import Partij
from catalogus import klok


class Onderzoek(BewaaktModel):
    """Opened by one, approved by another, in force from then until it is released.

    What its onderzoekers read of and do to its subjects meanwhile is logged with its key and withheld from the
    subjects. Its release shows all of it; no line of the log changes for that.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kenmerk = models.CharField(max_length=40, unique=True)
    reden = models.CharField(max_length=1000)
    geopend_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    geopend_op = models.DateTimeField()
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgave_reden = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "onderzoeken"
        indexes = [models.Index(fields=["-geopend_op", "-id"], name="onderzoek_geopend")]
        constraints = [
            models.CheckConstraint(condition=~Q(geopend_door=F("goedgekeurd_door")), name="onderzoek_vier_ogen"),
            models.CheckConstraint(
                condition=Q(goedgekeurd_door=None, goedgekeurd_op=None)
                | Q(goedgekeurd_door__isnull=False, goedgekeurd_op__isnull=False),
                name="onderzoek_goedgekeurd_door_en_op",
            ),
            models.CheckConstraint(
                condition=Q(vrijgegeven_door=None, vrijgegeven_op=None, vrijgave_reden="")
                | Q(vrijgegeven_door__isnull=False, vrijgegeven_op__isnull=False) & ~Q(vrijgave_reden=""),
                name="onderzoek_vrijgegeven_door_op_en_reden",
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def loopt(self) -> bool:
        return self.goedgekeurd_op is not None and self.vrijgegeven_op is None

    @property
    def stand(self) -> str:
        """In the words of the screens."""
        if self.vrijgegeven_op is not None:
            return "vrijgegeven"
        return "loopt" if self.goedgekeurd_op is not None else "wacht op goedkeuring"

    @classmethod
    def lopend(cls) -> Q:
        return Q(goedgekeurd_op__lte=klok.nu(), vrijgegeven_op=None)

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Staff, whom the matrix gives the rights to inquiries; but nobody whose own circle it is about."""
        match actor:
            case Medewerker():
                van_eigen_kring = Onderzoekspartij.objects.systeem("eigen kring").filter(
                    partij__in=actor.uitgesloten_partijen
                )
                return rijen.exclude(pk__in=van_eigen_kring.values("onderzoek"))
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return None

    def belet(self, recht: str) -> str:
        if self.vrijgegeven_op is not None:
            return "Dit onderzoek is vrijgegeven. Er verandert niets meer aan."
        if recht == "onderzoek_goedkeuren" and self.goedgekeurd_op is not None:
            return "Dit onderzoek is al goedgekeurd."
        return ""

    def betrokken_partijen(self) -> list[int]:
        return list(self.partijen.values_list("partij_id", flat=True))

    def verantwoording(self) -> Verantwoording:
        return Verantwoording(
            door="De functionaris gegevensbescherming",
            activiteit="/verwerkingsregister/",
            grondslag="AVG artikel 5 lid 2; UAVG artikel 41",
        )

    def achtergehouden_onder(self) -> int | None:
        return None if self.vrijgegeven_op is not None else self.pk


class _BijOnderzoek(BewaaktModel):
    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Reached through an inquiry that its door admitted; by itself only the program asks for it."""
        return rijen if isinstance(actor, Systeem) else rijen.none()


class Onderzoekspartij(_BijOnderzoek):
    """Somebody whom the inquiry is about."""

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="partijen")
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["onderzoek", "partij"], name="onderzoekspartij_eens")]


class Onderzoeker(_BijOnderzoek):
    """A member of staff who conducts the inquiry."""

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="onderzoekers")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["onderzoek", "gebruiker"], name="onderzoeker_eens")]


def lopende_onderzoeken(gebruiker_id: int) -> dict[int, int]:
    """Partij id -> the inquiry that this member of staff conducts about that partij now; one query."""
    rijen = (
        Onderzoekspartij.objects.systeem("wat blijft achtergehouden")
        .filter(
            onderzoek__in=Onderzoek.objects.systeem("wat blijft achtergehouden").filter(
                Onderzoek.lopend(),
                pk__in=Onderzoeker.objects.systeem("wat blijft achtergehouden")
                .filter(gebruiker=gebruiker_id)
                .values("onderzoek"),
            )
        )
        .order_by("onderzoek_id")
    )
    return dict(rijen.values_list("partij_id", "onderzoek_id"))

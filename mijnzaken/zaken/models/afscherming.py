"""What is shielded, and the glass that was broken to see it."""

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from autorisatie import beleid
from autorisatie.actor import Actor, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Afscherming, Partij
from mijnzaken.zaken import deur
from mijnzaken.zaken.models.betrokkenen import Rol, ZaakToegang
from mijnzaken.zaken.models.zaak import BijZaak, Zaak

BEHEREN = "afscherming_beheren"  # the privacy officer: every shielding and grant, without opening what is behind it
BEKIJKEN = "glasbreuk_bekijken"


class ZaakAfscherming(BijZaak, Afscherming):
    """This zaak is for named persons only. Who may open the zaak finds it, and who guards all shieldings."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="afschermingen")

    class Meta:
        verbose_name_plural = "zaakafschermingen"
        indexes = [models.Index(fields=["-vanaf", "-id"], name="zaakafscherming_open", condition=Q(opgeheven_op=None))]
        constraints = [
            models.UniqueConstraint(fields=["zaak"], condition=Q(opgeheven_op=None), name="zaakafscherming_een_open")
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        if isinstance(actor, Systeem):
            return rijen
        if not isinstance(actor, Medewerker):
            return rijen.none()
        processen = beleid.processen_met_recht(actor, BEHEREN)
        if processen is not None and not processen:
            return super().grens(rijen, actor)
        rijen = rijen if processen is None else rijen.filter(zaak__proces__in=processen)
        return rijen.exclude(zaak__in=_van_de_kring(actor))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Medewerker):
            beheert = beleid.beslis_algemeen(actor, BEHEREN, proces_id=self._zaak().proces_id)
            if beheert:
                return beheert
            if not self._is_genoemd(actor):
                return nee("alleen wie genoemd is, verandert een afscherming")
        return super().beslissing(actor, recht)

    def _is_genoemd(self, actor: Medewerker) -> bool:
        """A named person; who only broke the glass looks, and changes nothing of the shielding."""
        toegangen = ZaakToegang.objects.filter(ZaakToegang.geldend(), user=actor.gebruiker, glasbreuk=None)
        return toegangen.filter(content_object=self.zaak_id).exists()

    def belet(self, recht: str) -> str:
        return "" if self.geldt else "Deze afscherming is al opgeheven."


class PartijAfscherming(BewaaktModel, Afscherming):
    """This person or organisation, and every zaak that it stands in, is for named persons only."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.CASCADE, related_name="afschermingen")

    class Meta:
        verbose_name_plural = "partijafschermingen"
        indexes = [
            models.Index(fields=["-vanaf", "-id"], name="partijafscherming_open", condition=Q(opgeheven_op=None))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["partij"], condition=Q(opgeheven_op=None), name="partijafscherming_een_open"
            )
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Systeem():
                return rijen
            case Medewerker() if beleid.processen_met_recht(actor, BEHEREN) is None:
                return rijen.exclude(partij__in=actor.uitgesloten_partijen)
            case Medewerker():
                return rijen.filter(partij__in=actor.genoemde_partijen).exclude(partij__in=actor.uitgesloten_partijen)
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        """A named person who may shield a partij keeps the shielding that he was named in; else who guards all."""
        if not isinstance(actor, Medewerker):
            return nee("alleen medewerkers")
        return beleid.beslis_algemeen(actor, BEHEREN) or beleid.beslis_algemeen(actor, "partij_afschermen")

    def belet(self, recht: str) -> str:
        return "" if self.geldt else "Deze afscherming is al opgeheven."

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]


class Glasbreuk(BewaaktModel):
    """Somebody typed a zaaknummer and a reason. ``zaak`` is empty for a number that is unknown or not for him; then
    only a keyed hash tells that the same was typed twice. ``toegang`` is what it gave.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="glasbreuken")
    getypt = models.CharField(max_length=64)
    reden = models.CharField(max_length=500)
    moment = models.DateTimeField()
    zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="glasbreuken")
    toegang = models.OneToOneField(ZaakToegang, models.CASCADE, null=True, related_name="glasbreuk")
    gemeld_op = models.DateTimeField(null=True)  # team lead and privacy officer have their message
    gezien_team_op = models.DateTimeField(null=True)
    gezien_team_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gezien_privacy_op = models.DateTimeField(null=True)
    gezien_privacy_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "glasbreuken"
        ordering = ["-moment", "-id"]
        indexes = [
            models.Index(fields=["-moment", "-id"], name="glasbreuk_moment"),
            models.Index(fields=["gebruiker", "-moment"], name="glasbreuk_gebruiker"),
            models.Index(fields=["moment"], name="glasbreuk_te_melden", condition=Q(gemeld_op=None)),
            models.Index(
                fields=["zaak"], name="glasbreuk_nieuw_team", condition=Q(gezien_team_op=None, toegang__isnull=False)
            ),
            models.Index(
                fields=["zaak"],
                name="glasbreuk_nieuw_privacy",
                condition=Q(gezien_privacy_op=None, toegang__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(toegang=None) | Q(zaak__isnull=False), name="glasbreuk_toegang_is_tot_een_zaak"
            ),
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """The team lead: what gave access to a zaak of his processen. The privacy officer: also what gave nothing.
        Nobody what is of his own circle.
        """
        match actor:
            case Systeem():
                return rijen
            case Medewerker():
                processen = beleid.processen_met_recht(actor, BEKIJKEN)
                if not cls.is_toezicht(actor):
                    rijen = rijen.filter(toegang__isnull=False)
                if processen is not None:
                    rijen = rijen.filter(zaak__proces__in=processen)
                return rijen.exclude(zaak__in=_van_de_kring(actor))
        return rijen.none()

    @staticmethod
    def is_toezicht(actor: Medewerker) -> bool:
        """The privacy officer looks over all of the municipality; a team lead over his own zaaktypen."""
        return beleid.processen_met_recht(actor, BEHEREN) is None

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Medewerker) and _is_zelf(actor, self.gebruiker_id, self.gebruiker.partij_id):
            return nee("wie zelf het glas brak, kijkt dat niet na")
        return beleid.beslis_algemeen(actor, recht)

    def zaak_uuid_voor_logboek(self) -> UUID | None:
        """The zaak, when it gave access. No data subject is named here: opening the zaak writes that line."""
        return self._zaak().uuid if self.toegang_id is not None else None

    def _zaak(self) -> Zaak:
        assert self.zaak is not None  # constraint: what gave access is about a zaak
        deur.laat_toe(self.zaak)
        return self.zaak


def _is_zelf(actor: Medewerker, gebruiker_id: int, partij_id: int | None) -> bool:
    """The same person, also with a second account."""
    return actor.gebruiker.pk == gebruiker_id or (partij_id is not None and actor.gebruiker.partij_id == partij_id)


def _van_de_kring(actor: Medewerker) -> Any:
    """The zaken in which the actor's own circle stands, as a subquery."""
    rollen = Rol.objects.systeem("de eigen kring valt buiten elk toezicht").filter(
        partij__in=actor.uitgesloten_partijen
    )
    return rollen.values("zaak")

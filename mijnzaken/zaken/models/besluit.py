"""Advice, hearing, proposal, decision."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from autorisatie import scopes
from autorisatie.actor import Actor, Applicatie
from autorisatie.beslissing import Beslissing, nee
from autorisatie.bewaakt import Verantwoording
from catalogus.models import Besluittype, Resultaattype, Uitkomst, ZaaktypeBesluittype
from mijnzaken.documenten.models import Document
from mijnzaken.zaken import deur
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Adviesaanvraag(BijZaak):
    """A colleague is asked for advice; who advises does not decide."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="adviesaanvragen")
    vraag = models.TextField()
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    adviseur = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="adviesaanvragen")
    gevraagd_op = models.DateTimeField()
    uiterlijk = models.DateField(null=True)
    advies = models.TextField(blank=True)
    gegeven_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "adviesaanvragen"
        ordering = ["gevraagd_op"]
        constraints = [
            models.CheckConstraint(condition=~Q(adviseur=F("gevraagd_door")), name="advies_niet_aan_zichzelf"),
        ]
        indexes = [models.Index(fields=["adviseur"], name="advies_open", condition=Q(gegeven_op=None))]


class Hoorzitting(BijZaak):
    """An objector was heard (Awb 7:2), by somebody who did not prepare the decision (7:5), with a report (7:7)."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="hoorzittingen")
    gehouden_op = models.DateTimeField()
    gehoord_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="hoorzittingen")
    aanwezigen = models.TextField()
    verslag = models.TextField()
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "hoorzittingen"
        ordering = ["gehouden_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gehouden_op__lte=F("vastgelegd_op")), name="hoorzitting_is_gehouden_voor_verslag"
            )
        ]


class Besluitvoorstel(BijZaak):
    """What a handler proposes; somebody else decides (Awb 10:3, four eyes)."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="voorstellen")
    besluitmoment = models.ForeignKey(ZaaktypeBesluittype, models.PROTECT, related_name="+")
    uitkomst = models.CharField(max_length=20, choices=Uitkomst)
    resultaattype = models.ForeignKey(Resultaattype, models.PROTECT, null=True, related_name="+")
    motivering = models.TextField()
    ingangsdatum = models.DateField(null=True)
    vervaldatum = models.DateField(null=True)
    bedrag = models.BigIntegerField(null=True)  # cents
    voorgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    teruggestuurd_op = models.DateTimeField(null=True)
    teruggestuurd_reden = models.TextField(blank=True)
    besloten_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "besluitvoorstellen"
        ordering = ["voorgesteld_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(teruggestuurd_op=None, besloten_op=None), name="voorstel_een_open"
            )
        ]

    @classmethod
    def liggend(cls) -> Q:
        """Neither sent back nor decided on; of a zaak there is one at most."""
        return Q(teruggestuurd_op=None, besloten_op=None)


class Vervalreden(models.TextChoices):
    TIJDELIJK = "tijdelijk", "besluit met tijdelijke werking"
    INGETROKKEN_OVERHEID = "ingetrokken_overheid", "ingetrokken door overheid"
    INGETROKKEN_BELANGHEBBENDE = "ingetrokken_belanghebbende", "ingetrokken o.v.v. belanghebbende"


VAN_APPLICATIES = frozenset({"besluit_bijwerken", "besluit_verwijderen", "besluit_koppelen", "besluit_ontkoppelen"})


class VanBesluit(BijZaak):
    """Base of a decision and what belongs to it: reached by its zaak, which it need not have, or by its kind."""

    class Meta:
        abstract = True

    naar_besluittype = ""

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Another system comes by the kind of decision too, and to nothing of what is shielded."""
        if not isinstance(actor, Applicatie):
            return super().grens(rijen, actor)
        via_zaak = Q(zaak__in=deur.toegankelijk(actor))
        soort = Q() if actor.heeft_alle_autorisaties else Q(**{f"{cls.naar_besluittype}__in": actor.besluittypen})
        return rijen.filter((soort & (Q(zaak=None) | Q(zaak__afgeschermd=False))) | via_zaak)

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Applicatie):
            return scopes.beslis(actor, recht, besluittype_id=self._soort())
        return super().beslissing(actor, recht) if self._heeft_zaak else nee("dit besluit hoort bij geen zaak")

    def belet(self, recht: str) -> str:
        return "" if recht in VAN_APPLICATIES else super().belet(recht)

    def betrokken_partijen(self) -> list[int]:
        return super().betrokken_partijen() if self._heeft_zaak else []

    def zaak_uuid_voor_logboek(self) -> UUID | None:  # type: ignore[override]
        return super().zaak_uuid_voor_logboek() if self._heeft_zaak else None

    def verantwoording(self) -> Verantwoording:
        return super().verantwoording() if self._heeft_zaak else Verantwoording()

    @property
    def _heeft_zaak(self) -> bool:
        return self.zaak_id is not None  # type: ignore[attr-defined, no-any-return]

    def _soort(self) -> int:
        raise NotImplementedError


class Besluit(VanBesluit):
    """ZGW ``Besluit`` 1.1.0, with its outcome, reasons and who decided."""

    naar_besluittype = "besluittype"

    zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="besluiten")
    identificatie = models.CharField(max_length=50)
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    besluittype = models.ForeignKey(Besluittype, models.PROTECT, related_name="+")
    datum = models.DateField()
    toelichting = models.TextField(blank=True)
    bestuursorgaan = models.CharField(max_length=50, blank=True)
    ingangsdatum = models.DateField()
    vervaldatum = models.DateField(null=True)
    vervalreden = models.CharField(max_length=30, choices=Vervalreden, blank=True)
    publicatiedatum = models.DateField(null=True)
    verzenddatum = models.DateField(null=True)
    uiterlijke_reactiedatum = models.DateField(null=True)

    uitkomst = models.CharField(max_length=20, choices=Uitkomst, blank=True)
    bedrag = models.BigIntegerField(null=True)  # cents
    voorstel = models.OneToOneField(Besluitvoorstel, models.PROTECT, null=True, related_name="besluit")
    voorgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    bezwaar_mogelijk = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "besluiten"
        ordering = ["-datum", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verantwoordelijke_organisatie", "identificatie"], name="besluit_identificatie_uniek"
            ),
            models.CheckConstraint(  # nobody approves own work
                condition=Q(voorgesteld_door=None) | Q(besloten_door=None) | ~Q(voorgesteld_door=F("besloten_door")),
                name="besluit_niet_op_eigen_voorstel",
            ),
        ]

    def belet(self, recht: str) -> str:
        """What was decided here, with a letter, no other system changes; it may add a document to it."""
        if recht in ("besluit_bijwerken", "besluit_verwijderen") and self.besloten_door_id is not None:
            return "Dit besluit is hier genomen en verandert niet."
        return super().belet(recht)

    def _soort(self) -> int:
        return self.besluittype_id


class Besluitdocument(VanBesluit):
    """ZGW ``BesluitInformatieObject``."""

    naar_besluittype = "besluit__besluittype"

    zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="+")
    besluit = models.ForeignKey(Besluit, models.CASCADE, related_name="documenten")
    document = models.ForeignKey(Document, models.PROTECT, related_name="besluitdocumenten")

    class Meta:
        verbose_name_plural = "besluitdocumenten"
        constraints = [models.UniqueConstraint(fields=["besluit", "document"], name="besluitdocument_eens")]

    def _soort(self) -> int:
        return self.besluit.besluittype_id

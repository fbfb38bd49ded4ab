"""The outbox: every message that leaves, as a row that was written in the transaction of the fact it tells about."""

from email.utils import parseaddr
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from autorisatie import beleid
from autorisatie.actor import Actor, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Applicatie, Machtiging, Partij, Reikwijdte
from autorisatie.velden import GeheimVeld
from mijnzaken.berichten.soorten import PERSOONLIJK


class Kanaal(models.TextChoices):
    PORTAAL = "portaal", "Mijn Zaken"
    EMAIL = "email", "e-mail"
    SMS = "sms", "sms"
    BRIEF = "brief", "brief"
    WEBHOOK = "webhook", "koppeling"
    OPHALEN = "ophalen", "ophalen bij een ander systeem"


class Stand(models.TextChoices):
    KLAAR = "klaar", "wacht op verzending"
    BEZIG = "bezig", "wordt verzonden"
    VERZONDEN = "verzonden", "verzonden"
    MISLUKT = "mislukt", "mislukt, wordt opnieuw geprobeerd"
    GEPARKEERD = "geparkeerd", "geparkeerd: iemand moet kijken"
    TERUGGEKOMEN = "teruggekomen", "teruggekomen"


WACHTEND = (Stand.KLAAR, Stand.MISLUKT, Stand.BEZIG)


class Bericht(BewaaktModel):
    """One message over one channel to one receiver.

    A message in the portal has left as soon as its transaction commits. Others wait until ``volgende_poging``; while
    one is being sent that is the end of the lease, after which another worker may take it.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sleutel = models.CharField(max_length=200, unique=True)  # idempotency: the same fact makes one message
    partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="berichten")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="berichten")
    kanaal = models.CharField(max_length=8, choices=Kanaal)
    soort = models.CharField(max_length=40)
    taal = models.CharField(max_length=2, default="nl")
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    is_aankondiging = models.BooleanField(default=False)
    hoort_bij = models.ForeignKey("self", models.PROTECT, null=True, related_name="uitgangen")
    adres = models.CharField(max_length=2000, blank=True)  # fixed receiver; empty: looked up at the moment of sending
    over_soort = models.CharField(max_length=40, blank=True)
    over_uuid = models.UUIDField(null=True)
    pad = models.CharField(max_length=255, blank=True)
    kenmerk = models.CharField(max_length=40, blank=True)  # the number that a letter carries, of the zaak
    uiterlijk = models.DateField(null=True)
    bijlagen = ArrayField(models.UUIDField(), default=list, blank=True)  # documents

    status = models.CharField(max_length=12, choices=Stand)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging = models.DateTimeField(null=True)
    fout = models.CharField(max_length=255, blank=True)
    aangemaakt_op = models.DateTimeField()
    verzonden_op = models.DateTimeField(null=True)  # Awb 2:19, 2:20
    verzonden_aan = models.CharField(max_length=2000, blank=True)
    teruggekomen_op = models.DateTimeField(null=True)
    gelezen_op = models.DateTimeField(null=True)
    # W3C Trace Context of the act that made it: the worker that sends it, now or by a sweep, goes on with that trace.
    traceparent = models.CharField(max_length=55, db_default="", default="")
    tracestate = models.CharField(max_length=512, db_default="", default="")

    class Meta:
        verbose_name_plural = "berichten"
        indexes = [
            models.Index(
                fields=["volgende_poging"],
                name="bericht_wachtend",
                condition=Q(status__in=["klaar", "mislukt", "bezig"]),
            ),
            models.Index(
                fields=["partij", "-aangemaakt_op", "-id"], name="bericht_postvak", condition=Q(kanaal="portaal")
            ),
            models.Index(fields=["partij"], name="bericht_ongelezen", condition=Q(kanaal="portaal", gelezen_op=None)),
            models.Index(fields=["-aangemaakt_op", "-id"], name="bericht_geparkeerd", condition=Q(status="geparkeerd")),
            models.Index(fields=["over_uuid", "-aangemaakt_op"], name="bericht_over"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["klaar", "mislukt", "bezig"]) | Q(volgende_poging__isnull=False),
                name="bericht_wachtend_heeft_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status="verzonden") | Q(verzonden_op__isnull=False), name="bericht_verzonden_heeft_moment"
            ),
            models.CheckConstraint(
                condition=~Q(kanaal="portaal") | Q(status="verzonden", partij__isnull=False),
                name="bericht_portaal_is_er_meteen",
            ),
            models.CheckConstraint(
                condition=~Q(onderwerp__regex=r"[\r\n]") & ~Q(adres__regex=r"[\r\n]"), name="bericht_kop_is_een_regel"
            ),
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def message_id(self) -> str:
        """The same at every attempt, so that a mail program shows a duplicate once (RFC 5322, 3.6.4)."""
        domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
        return f"<{self.uuid}@{domein}>"

    @property
    def is_gelezen(self) -> bool:
        return self.gelezen_op is not None

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """A resident: what stands in his own inbox. Staff with ``bericht_opnieuw_verzenden``: what is stuck, to send
        again.
        """
        match actor:
            case Burger():
                eigen = rijen.filter(kanaal=Kanaal.PORTAAL, partij=actor.voor_wie)
                return eigen if actor.namens is None else _onder_machtiging(eigen, actor)
            case Medewerker():
                if not beleid.mag(actor, "bericht_opnieuw_verzenden"):
                    return rijen.none()
                return rijen.filter(status=Stand.GEPARKEERD).exclude(
                    Q(partij__in=actor.uitgesloten_partijen)
                    | Q(partij__afgeschermd=True) & ~Q(partij__in=actor.genoemde_partijen)
                )
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Burger):
            eigen = recht == "bericht_lezen" and self.partij_id == actor.eigen_partij_id
            return ja("eigen postvak") if eigen else nee("niet van u")
        return None

    def belet(self, recht: str) -> str:
        if recht == "bericht_opnieuw_verzenden" and self.status != Stand.GEPARKEERD:
            return "Dit bericht wacht niet meer op iemand."
        return ""

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id] if self.partij_id else []

    def zaak_uuid_voor_logboek(self) -> UUID | None:
        return self.over_uuid if self.over_soort == "zaak" else None


def _onder_machtiging(rijen: Any, actor: Burger) -> Any:
    """The inbox of another is open to who may see everything, but for what is his own (log-in, addresses,
    machtigingen) and for zaken that this machtiging does not open, such as a shielded one. Who may see some zaken
    reads about them at the zaak.

    The door of zaken lies higher; it is asked by name.
    """
    machtiging = actor.machtiging
    if machtiging is None or machtiging.reikwijdte != Reikwijdte.ALLES:
        return rijen.none()
    zaken = apps.get_model("zaken.Zaak").objects.voor(actor).values("uuid")
    return rijen.exclude(soort__in=PERSOONLIJK).filter(
        Machtiging.nog(machtiging.pk), ~Q(over_soort="zaak") | Q(over_uuid__in=zaken)
    )


class Postvakbericht(BewaaktModel):
    """The demo's letter box: each message that left, as its receiver sees it. Filled only with ``settings.DEMO``."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kanaal = models.CharField(max_length=8, choices=Kanaal)
    aan = models.CharField(max_length=2000)
    onderwerp = models.CharField(max_length=255, blank=True)
    tekst = models.TextField()
    message_id = models.CharField(max_length=255, blank=True)
    bestand = models.CharField(max_length=255, blank=True)  # name in the store of a letter's PDF
    ontvangen_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "postvakberichten"
        indexes = [models.Index(fields=["-ontvangen_op", "-id"], name="postvakbericht_moment")]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Closed but for the program; ``/demo/postvak/`` goes through
        :func:`mijnzaken.berichten.inzien.demo_postvak`.
        """
        return rijen if isinstance(actor, Systeem) else rijen.none()


class Notificatie(models.Model):
    """ZGW ``Notificatie``: that something happened, for who subscribed. ``verwerkt_op``: since then there is a message
    for each subscription. What another system tells has its ``client_id``, and full addresses instead of paths.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    client_id = models.CharField(max_length=50, blank=True, db_default="", default="")
    kanaal = models.CharField(max_length=50)
    hoofdobject = models.CharField(max_length=1000)  # path of this installation, or an address elsewhere
    resource = models.CharField(max_length=100)
    resource_pad = models.CharField(max_length=1000)
    actie = models.CharField(max_length=100)
    aanmaakdatum = models.DateTimeField()
    kenmerken = models.JSONField(default=dict, blank=True)
    verwerkt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "notificaties"
        indexes = [
            models.Index(fields=["id"], name="notificatie_wacht", condition=Q(verwerkt_op=None)),
            models.Index(fields=["hoofdobject"], name="notificatie_hoofdobject"),
        ]
        constraints = [  # a thing is made once, also when a screen and an API both tell of it
            models.UniqueConstraint(
                fields=["resource_pad"], name="notificatie_een_begin", condition=Q(actie="create", client_id="")
            )
        ]


class Notificatiekanaal(models.Model):
    """ZGW ``Kanaal`` on which another system publishes; those of this installation are fixed
    (:data:`mijnzaken.berichten.notificaties.EIGEN`)."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    naam = models.CharField(max_length=50, unique=True)
    documentatie_link = models.CharField(max_length=200, blank=True)
    filters = ArrayField(models.CharField(max_length=100), default=list)

    class Meta:
        verbose_name_plural = "notificatiekanalen"


class Abonnement(models.Model):
    """ZGW ``Abonnement``: where a system wants its notifications. ``auth`` is the header that opens its door; nobody
    sees it again.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    applicatie = models.ForeignKey(Applicatie, models.CASCADE, related_name="abonnementen")
    callback_url = models.CharField(max_length=1000)
    auth = GeheimVeld()

    class Meta:
        verbose_name_plural = "abonnementen"


class Abonnementkanaal(models.Model):
    """ZGW ``FilterGroup``: a channel, and the kenmerken that a notification on it must have."""

    abonnement = models.ForeignKey(Abonnement, models.CASCADE, related_name="kanalen")
    naam = models.CharField(max_length=50)
    filters = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "abonnementkanalen"
        ordering = ["id"]
        indexes = [models.Index(fields=["naam"], name="abonnementkanaal_naam")]

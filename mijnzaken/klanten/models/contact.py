"""Klantcontact: a contact over any channel, who took part, what was asked, what it was about."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from autorisatie import standen
from autorisatie.actor import Actor, Burger, Medewerker, Systeem
from autorisatie.actor import Applicatie as Applicatieactor
from autorisatie.beslissing import Beslissing, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Applicatie, Component, Gegevensgroep, Machtiging, Niveau, Partij, Reikwijdte
from autorisatie.verborgen import OverVerborgenZaak
from catalogus.models import Proces, Product
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Richting(models.TextChoices):
    INKOMEND = "inkomend", "van de inwoner"
    UITGAAND = "uitgaand", "van de gemeente"


class RolBetrokkene(models.TextChoices):
    KLANT = "klant", "klant"
    VERTEGENWOORDIGER = "vertegenwoordiger", "vertegenwoordiger"


class Klantcontact(BewaaktModel):
    """Klantinteracties ``Klantcontact``. A call attempt is one too, reached or not. Made once, and never changed; but
    what another system recorded, another system puts right.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    nummer = models.CharField(max_length=10, unique=True, null=True)
    referentienummer = models.CharField(max_length=10, unique=True, null=True)
    kanaal = models.CharField(max_length=50)
    onderwerp = models.CharField(max_length=200)
    inhoud = models.TextField(max_length=10_000, blank=True)
    reactie = models.TextField(max_length=10_000, blank=True)
    indicatie_contact_gelukt = models.BooleanField(null=True)
    hoofd_onderwerp_type = models.CharField(max_length=200, blank=True)
    verdere_actie_ondernomen = models.BooleanField(default=False)
    taal = models.CharField(max_length=3, default="nld")
    vertrouwelijk = models.BooleanField(default=False)
    plaatsgevonden_op = models.DateTimeField()
    metadata = models.JSONField(default=dict, blank=True)

    richting = models.CharField(max_length=8, choices=Richting)
    doel = models.CharField(max_length=255, blank=True)
    zichtbaar_voor_inwoner = models.BooleanField(default=True)
    volgende_poging_op = models.DateTimeField(null=True)
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="klantcontacten")
    applicatie = models.ForeignKey(Applicatie, models.PROTECT, null=True, related_name="klantcontacten")
    vastgelegd_op = models.DateTimeField()

    deden_mee: list[int] | None = None  # who took part, of one that is removed: the log still tells them

    class Meta:
        verbose_name_plural = "klantcontacten"
        ordering = ["-plaatsgevonden_op", "-id"]
        indexes = [
            models.Index(fields=["-plaatsgevonden_op", "-id"], name="klantcontact_moment"),
            models.Index(fields=["medewerker", "-plaatsgevonden_op", "-id"], name="klantcontact_medewerker"),
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """A resident: contacts he took part in. Staff: by the matrix over *contact*, and what they registered
        themselves.

        Contacts about a zaak are also reached through that zaak (:func:`mijnzaken.klanten.inzien.over`).
        """
        match actor:
            case Burger():
                eigen = rijen.filter(_met_partij([actor.eigen_partij_id]), zichtbaar_voor_inwoner=True)
                return eigen if actor.namens is None else _onder_machtiging(eigen, actor)
            case Medewerker():
                mag = Q(medewerker=actor.gebruiker)
                for grond in _algemene_gronden(actor):
                    arm = Q() if grond.processen is None else _over_processen(grond.processen)
                    if grond.voorwaarden.max_vertrouwelijkheid < Vertrouwelijkheid.VERTROUWELIJK:
                        arm &= Q(vertrouwelijk=False)
                    mag |= arm if arm else Q(pk__isnull=False)
                verborgen = _met_partij(actor.uitgesloten_partijen) | _met_afgeschermde(actor.genoemde_partijen)
                return (
                    rijen.filter(mag)
                    .exclude(verborgen)
                    .exclude(
                        OverVerborgenZaak("klanten_onderwerpobject", "klantcontact_id", actor.uitgesloten_partijen)
                    )
                )
            case Applicatieactor() if actor.mag_bij(Component.KIC):
                return _voor_applicatie(rijen, actor)
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Applicatieactor) and self.applicatie_id is None and recht.startswith("klantcontact_"):
            return nee("wat een medewerker vastlegde verandert geen ander systeem")
        return None

    def betrokken_partijen(self) -> list[int]:
        return self.deden_mee if self.deden_mee is not None else _partijen_van(self.pk)

    def zaak_uuid_voor_logboek(self) -> UUID | None:
        rijen = Onderwerpobject.objects.systeem("zaak van een klantcontact").filter(klantcontact=self)
        return rijen.filter(code_objecttype="zaak").values_list("object_uuid", flat=True).first()


def _partijen_van(contact_id: int) -> list[int]:
    rijen = Betrokkene.objects.systeem("betrokkenen van een klantcontact").filter(klantcontact=contact_id)
    return list(rijen.filter(was_partij__isnull=False).values_list("was_partij_id", flat=True))


def _voor_applicatie(rijen: Any, actor: Applicatieactor) -> Any:
    """Another system: not with who is shielded, nor about a zaak that is; what is confidential only if it wrote it."""
    open_ = rijen.exclude(_met_afgeschermde([])).exclude(
        OverVerborgenZaak("klanten_onderwerpobject", "klantcontact_id")
    )
    if actor.heeft_alle_autorisaties:
        return open_
    return open_.filter(Q(vertrouwelijk=False) | Q(applicatie__client_id=actor.client_id))


def _onder_machtiging(rijen: Any, actor: Burger) -> Any:
    """Who acts for another sees contacts only when the machtiging is for everything, and none about a zaak that it does
    not open. The door of zaken lies higher; it is asked by name."""
    machtiging = actor.machtiging
    if machtiging is None or machtiging.reikwijdte != Reikwijdte.ALLES:
        return rijen.none()
    zaken = apps.get_model("zaken.Zaak").objects.voor(actor).values("uuid")
    over = Onderwerpobject.objects.systeem("grens van klantcontacten").filter(
        klantcontact=OuterRef("pk"), code_objecttype="zaak"
    )
    return rijen.filter(Machtiging.nog(machtiging.pk), ~Exists(over.exclude(object_uuid__in=zaken)))


def _algemene_gronden(actor: Medewerker) -> list[Any]:
    """Rows of the matrix over *contact* that ask nothing of a zaak: a contact has no handler or team."""
    return [
        grond
        for grond in standen.gronden(actor)
        if grond.gegevensgroep == Gegevensgroep.CONTACT
        and grond.niveau >= Niveau.KERN
        and not grond.eigen_zaak
        and grond.voorwaarden.teams is None
        and grond.voorwaarden.behandelaar is None
        and grond.voorwaarden.dagen_na_sluiting is None
        and grond.voorwaarden.open_of_gesloten == "alle"
    ]


def _met_partij(partijen: Any) -> Exists:
    rijen = Betrokkene.objects.systeem("grens van klantcontacten")
    return Exists(rijen.filter(klantcontact=OuterRef("pk"), was_partij__in=partijen))


def _met_afgeschermde(genoemd: Any) -> Exists:
    rijen = Betrokkene.objects.systeem("grens van klantcontacten")
    rijen = rijen.filter(klantcontact=OuterRef("pk"), was_partij__afgeschermd=True)
    return Exists(rijen.exclude(was_partij__in=genoemd))


def _over_processen(processen: frozenset[int]) -> Q:
    rijen = Onderwerpobject.objects.systeem("grens van klantcontacten")
    return Q(Exists(rijen.filter(klantcontact=OuterRef("pk"), proces__in=processen)))


class BijContact(BewaaktModel):
    """A row that is reached through its klantcontact, which a door admitted."""

    klantcontact_id: int

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Applicatieactor():
                return rijen.filter(klantcontact__in=Klantcontact.objects.voor(actor).order_by().values("pk"))
            case Systeem():
                return rijen
        return rijen.none()

    def betrokken_partijen(self) -> list[int]:
        return _partijen_van(self.klantcontact_id)


class Contactvraag(BijContact):
    """One of the questions of a contact, with its answer and the product that it is about."""

    klantcontact = models.ForeignKey(Klantcontact, models.CASCADE, related_name="vragen")
    volgnummer = models.PositiveSmallIntegerField()
    vraag = models.TextField(max_length=4000)
    antwoord = models.TextField(max_length=10_000, blank=True)
    product = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "contactvragen"
        ordering = ["volgnummer"]
        constraints = [models.UniqueConstraint(fields=["klantcontact", "volgnummer"], name="contactvraag_volgnummer")]


class Betrokkene(BijContact):
    """Klantinteracties ``Betrokkene``: who took part. A caller who was not identified has no partij."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    klantcontact = models.ForeignKey(Klantcontact, models.CASCADE, related_name="betrokkenen")
    was_partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="betrokkenheden")
    rol = models.CharField(max_length=17, choices=RolBetrokkene, default=RolBetrokkene.KLANT)
    initiator = models.BooleanField(default=True)
    voorletters = models.CharField(max_length=10, blank=True)
    voornaam = models.CharField(max_length=200, blank=True)
    voorvoegsel_achternaam = models.CharField(max_length=10, blank=True)
    achternaam = models.CharField(max_length=200, blank=True)
    organisatienaam = models.CharField(max_length=200, blank=True)
    bezoekadres = models.JSONField(default=dict, blank=True)
    correspondentieadres = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "betrokkenen"
        indexes = [models.Index(fields=["was_partij", "klantcontact"], name="betrokkene_partij")]
        constraints = [
            models.UniqueConstraint(
                fields=["klantcontact", "was_partij"], condition=Q(was_partij__isnull=False), name="betrokkene_eens"
            )
        ]

    @property
    def volledige_naam(self) -> str:
        if self.was_partij is not None:
            return self.was_partij.volledige_naam
        delen = (self.voorletters or self.voornaam, self.voorvoegsel_achternaam, self.achternaam)
        return " ".join(deel for deel in delen if deel) or self.organisatienaam


class Onderwerpobject(BijContact):
    """Klantinteracties ``Onderwerpobject``: what a contact was about, by kind and identity; a zaak by its uuid."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    klantcontact = models.ForeignKey(Klantcontact, models.CASCADE, related_name="onderwerpobjecten")
    was_klantcontact = models.ForeignKey(Klantcontact, models.PROTECT, null=True, related_name="vervolgen")
    code_objecttype = models.CharField(max_length=200, blank=True)  # zaak, product, document, ...
    code_register = models.CharField(max_length=200, default="mijnzaken")
    code_soort_object_id = models.CharField(max_length=200, default="uuid")
    object_id = models.CharField(max_length=200, blank=True)
    object_uuid = models.UUIDField(null=True)
    proces = models.ForeignKey(Proces, models.PROTECT, null=True, related_name="+")  # decides which staff see it

    class Meta:
        verbose_name_plural = "onderwerpobjecten"
        indexes = [
            models.Index(fields=["object_uuid", "klantcontact"], name="onderwerpobject_uuid"),
            models.Index(fields=["proces", "klantcontact"], name="onderwerpobject_proces"),
        ]


class Contactbijlage(BijContact):
    """Klantinteracties ``Bijlage``: a document that holds part of what was said."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    klantcontact = models.ForeignKey(Klantcontact, models.CASCADE, related_name="bijlagen")
    document_uuid = models.UUIDField()

    class Meta:
        verbose_name_plural = "contactbijlagen"

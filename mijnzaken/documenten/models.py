"""Documents with their versions (ZGW Documenten 1.7.0), and files on their way in."""

import uuid
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import InMemoryStorage, storages
from django.db import models
from django.db.models import F, Q

from autorisatie import proef
from autorisatie.actor import Actor, Applicatie, Systeem
from autorisatie.beslissing import Beslissing, nee
from autorisatie.bewaakt import BewaaktModel, laat_toe
from autorisatie.scopes import beslis
from autorisatie.verborgen import OverVerborgenZaak, partijen_van
from catalogus.models import Informatieobjecttype
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Documentstatus(models.TextChoices):
    IN_BEWERKING = "in_bewerking", "in bewerking"
    TER_VASTSTELLING = "ter_vaststelling", "ter vaststelling"
    DEFINITIEF = "definitief", "definitief"
    GEARCHIVEERD = "gearchiveerd", "gearchiveerd"


class Keuringsstand(models.TextChoices):
    WACHT = "wacht", "wacht op controle"
    SCHOON = "schoon", "schoon"
    BESMET = "besmet", "besmet"
    GEWEIGERD = "geweigerd", "geweigerd"
    LEEG = "leeg", "zonder bestand"  # described only, or its parts are still on their way: nothing to judge


class Plaatser(models.TextChoices):
    INWONER = "inwoner", "inwoner"
    MEDEWERKER = "medewerker", "medewerker"
    SYSTEEM = "systeem", "Mijn Zaken"
    APPLICATIE = "applicatie", "ander systeem"


class Algoritme(models.TextChoices):
    """ZGW ``Integriteit.algoritme``; ours is SHA-256."""

    CRC_16 = "crc_16", "CRC-16"
    CRC_32 = "crc_32", "CRC-32"
    CRC_64 = "crc_64", "CRC-64"
    FLETCHER_4 = "fletcher_4", "Fletcher-4"
    FLETCHER_8 = "fletcher_8", "Fletcher-8"
    FLETCHER_16 = "fletcher_16", "Fletcher-16"
    FLETCHER_32 = "fletcher_32", "Fletcher-32"
    HMAC = "hmac", "HMAC"
    MD5 = "md5", "MD5"
    SHA_1 = "sha_1", "SHA-1"
    SHA_256 = "sha_256", "SHA-256"
    SHA_512 = "sha_512", "SHA-512"
    SHA_3 = "sha_3", "SHA-3"


_RELATIE = "documenten_objectinformatieobject"


def _volgens(actor: Applicatie) -> Q:
    """The kinds of document that another system may read, each up to its vertrouwelijkheidaanduiding."""
    gereed = Q(is_gereed_voor_publicatie=True) if actor.alleen_gereed_voor_publicatie else Q()
    if actor.heeft_alle_autorisaties:
        return gereed
    soorten = [
        Q(informatieobjecttype=soort, vertrouwelijkheidaanduiding__lte=hoogste)
        for soort, hoogste in actor.informatieobjecttypen
    ]
    return gereed & reduce(or_, soorten, Q(pk__in=[]))


class Document(BewaaktModel):
    """ZGW ``EnkelvoudigInformatieObject``. Whether the citizen sees it is a flag of its own, not derived from
    confidentiality. It is never served before its content was found clean."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    creatiedatum = models.DateField()
    titel = models.CharField(max_length=200)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=Vertrouwelijkheid)
    is_gereed_voor_publicatie = models.BooleanField(default=False)
    tonen_aan_initiator = models.BooleanField(default=False)  # ours: whether the citizen may see it
    auteur = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=Documentstatus, default=Documentstatus.DEFINITIEF, blank=True)
    inhoud_is_vervallen = models.BooleanField(default=False)
    taal = models.CharField(max_length=3, default="nld")
    link = models.URLField(max_length=200, blank=True)
    beschrijving = models.CharField(max_length=1000, blank=True)
    ontvangstdatum = models.DateField(null=True)
    verzenddatum = models.DateField(null=True)
    indicatie_gebruiksrecht = models.BooleanField(null=True)
    verschijningsvorm = models.TextField(blank=True)
    ondertekening = models.JSONField(default=dict, blank=True)  # soort, datum
    informatieobjecttype = models.ForeignKey(Informatieobjecttype, models.PROTECT, related_name="+")
    trefwoorden = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    lock = models.CharField(max_length=100, blank=True)

    plaatser = models.CharField(max_length=12, choices=Plaatser, default=Plaatser.SYSTEEM)
    keuring = models.CharField(max_length=10, choices=Keuringsstand, default=Keuringsstand.WACHT)
    keuring_bevinding = models.CharField(max_length=255, blank=True)
    gekeurd_op = models.DateTimeField(null=True)
    aangemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "documenten"
        constraints = [
            models.UniqueConstraint(fields=["bronorganisatie", "identificatie"], name="document_identificatie_uniek"),
            models.CheckConstraint(  # drc-005
                condition=Q(ontvangstdatum=None) | ~Q(status__in=["in_bewerking", "ter_vaststelling"]),
                name="document_ontvangen_is_niet_in_bewerking",
            ),
            models.CheckConstraint(
                condition=Q(vertrouwelijkheidaanduiding__range=(1, 8)), name="document_vertrouwelijk"
            ),
            models.CheckConstraint(
                condition=Q(keuring__in=["wacht", "leeg"], gekeurd_op=None)
                | Q(keuring__in=["schoon", "besmet", "geweigerd"], gekeurd_op__isnull=False),
                name="document_keuring_heeft_moment",
            ),
            models.CheckConstraint(condition=Q(plaatser__in=Plaatser.values), name="document_plaatser"),
            models.CheckConstraint(condition=Q(status__in=["", *Documentstatus.values]), name="document_status"),
        ]
        indexes = [models.Index(fields=["aangemaakt_op"], name="document_wacht", condition=Q(keuring="wacht"))]

    def __str__(self) -> str:
        return self.titel

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """A document is reached through its zaak; only the program and another system come without one, and the
        latter by the kind of document, and not to what is shielded.
        """
        match actor:
            case Systeem():
                return rijen
            case Applicatie():
                return rijen.filter(_volgens(actor)).exclude(OverVerborgenZaak(_RELATIE, "document_id"))
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if not isinstance(actor, Applicatie):
            return nee("een document zelf is van wie het bewaart")
        return beslis(
            actor,
            recht,
            informatieobjecttype_id=self.informatieobjecttype_id,
            vertrouwelijkheid=self.vertrouwelijkheidaanduiding,
        )

    def betrokken_partijen(self) -> list[int]:
        return sorted(partijen_van(_RELATIE, "document_id", [self.pk]))

    @property
    def is_schoon(self) -> bool:
        return self.keuring == Keuringsstand.SCHOON

    @property
    def laatste(self) -> "Documentversie":
        """The newest version; from the prefetched rows when there are."""
        return max(self.versies.all(), key=lambda v: v.versie)


def documentenopslag() -> Any:
    """Where content is written. What will be undone is written nowhere: no transaction takes a file back."""
    return InMemoryStorage() if proef.loopt() else storages["documenten"]


class Documentversie(BewaaktModel):
    """One version: its content, and what the document said of itself then.

    The newest has no ``gegevens``: what it says stands on the document. A version that changed words only has no file
    of its own but that of the version ``inhoud_van``, so that a file belongs to one row.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="versies")
    versie = models.PositiveIntegerField(default=1)
    begin_registratie = models.DateTimeField()
    bestand = models.FileField(storage=documentenopslag, max_length=200, blank=True)
    inhoud_van = models.ForeignKey("self", models.CASCADE, null=True, db_index=False, related_name="+")
    bestandsnaam = models.CharField(max_length=255)
    bestandsomvang = models.BigIntegerField(null=True)  # bytes; null: there is no content and none is on its way
    formaat = models.CharField(max_length=255)
    gegevens = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    integriteit_algoritme = models.CharField(max_length=20, choices=Algoritme, default=Algoritme.SHA_256)
    integriteit_waarde = models.CharField(max_length=128)
    integriteit_datum = models.DateField()

    class Meta:
        verbose_name_plural = "documentversies"
        ordering = ["-versie"]
        constraints = [
            models.UniqueConstraint(fields=["document", "versie"], name="documentversie_eens"),
            models.UniqueConstraint(fields=["bestand"], condition=~Q(bestand=""), name="documentversie_bestand_eens"),
            models.CheckConstraint(condition=Q(versie__gte=1, bestandsomvang__gte=0), name="documentversie_getallen"),
            models.CheckConstraint(condition=Q(inhoud_van=None) | Q(bestand=""), name="documentversie_een_bestand"),
        ]
        indexes = [
            models.Index(fields=["inhoud_van"], name="documentversie_inhoud_van", condition=Q(inhoud_van__isnull=False))
        ]

    @property
    def pad(self) -> str:
        """Where its content lies; empty when it has none (yet), or none of any length."""
        return str((self.inhoud_van or self).bestand.name or "")


class BijDocument(BewaaktModel):
    """Base of what belongs to a document: who may reach the document reaches it, and the document decides."""

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen.filter(document__in=Document.objects.voor(actor))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return self._document().beslissing(actor, recht)

    def betrokken_partijen(self) -> list[int]:
        return self._document().betrokken_partijen()

    def _document(self) -> Document:
        document: Document = laat_toe(self.document)  # type: ignore[attr-defined, assignment]
        return document


class Bestandsdeel(BijDocument):
    """ZGW ``BestandsDeel``: a part of a large file on its way in."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="bestandsdelen")
    volgnummer = models.PositiveIntegerField()
    omvang = models.BigIntegerField()
    inhoud = models.FileField(storage=documentenopslag, max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "bestandsdelen"
        constraints = [
            models.UniqueConstraint(fields=["document", "volgnummer"], name="bestandsdeel_eens"),
            models.CheckConstraint(condition=Q(omvang__gte=0), name="bestandsdeel_omvang"),
        ]


class Gebruiksrecht(BijDocument):
    """ZGW ``Gebruiksrechten``."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="gebruiksrechten")
    startdatum = models.DateTimeField()
    einddatum = models.DateTimeField(null=True)
    omschrijving_voorwaarden = models.TextField()

    class Meta:
        verbose_name_plural = "gebruiksrechten"
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum=None) | Q(einddatum__gte=F("startdatum")), name="gebruiksrecht_volgorde"
            )
        ]


class Objecttype(models.TextChoices):
    BESLUIT = "besluit", "besluit"
    ZAAK = "zaak", "zaak"
    VERZOEK = "verzoek", "verzoek"


class ObjectInformatieobject(BijDocument):
    """ZGW ``ObjectInformatieObject``: what a document is about, by kind and uuid."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="objecten")
    object_type = models.CharField(max_length=10, choices=Objecttype)
    object_uuid = models.UUIDField()
    object_url = models.CharField(max_length=1000, blank=True, db_default="")  # of what is kept elsewhere (verzoek)

    class Meta:
        verbose_name_plural = "objectinformatieobjecten"
        constraints = [models.UniqueConstraint(fields=["document", "object_type", "object_uuid"], name="oio_eens")]
        indexes = [models.Index(fields=["object_type", "object_uuid"], name="oio_object")]


class AardRelatie(models.TextChoices):
    AFZENDER = "afzender", "afzender"
    GEADRESSEERDE = "geadresseerde", "geadresseerde"


class Verzending(BijDocument):
    """ZGW ``Verzending`` 1.7: to whom a document went, or from whom it came."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="verzendingen")
    betrokkene = models.URLField(max_length=200, blank=True)
    aard_relatie = models.CharField(max_length=14, choices=AardRelatie)
    toelichting = models.CharField(max_length=200, blank=True)
    ontvangstdatum = models.DateField(null=True)
    verzenddatum = models.DateField(null=True)
    contact_persoon = models.URLField(max_length=1000, blank=True)
    contactpersoonnaam = models.CharField(max_length=40, blank=True)
    binnenlands_correspondentieadres = models.JSONField(default=dict, blank=True)
    buitenlands_correspondentieadres = models.JSONField(default=dict, blank=True)
    correspondentie_postadres = models.JSONField(default=dict, blank=True)
    faxnummer = models.CharField(max_length=15, blank=True)
    emailadres = models.CharField(max_length=100, blank=True)
    mijn_overheid = models.BooleanField(default=False)
    telefoonnummer = models.CharField(max_length=15, blank=True)

    class Meta:
        verbose_name_plural = "verzendingen"


class Upload(BewaaktModel):
    """A file that somebody sent before what it belongs to exists; ``eigenaar`` is a keyed hash of whose it is."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    eigenaar = models.CharField(max_length=64, db_index=True)
    bestand = models.FileField(storage=documentenopslag, max_length=200)
    bestandsnaam = models.CharField(max_length=255)
    bestandsomvang = models.BigIntegerField()  # bytes
    formaat = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    keuring = models.CharField(max_length=10, choices=Keuringsstand, default=Keuringsstand.WACHT)
    keuring_bevinding = models.CharField(max_length=255, blank=True)
    gekeurd_op = models.DateTimeField(null=True)
    aangemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "uploads"
        constraints = [
            models.CheckConstraint(condition=Q(bestandsomvang__gt=0), name="upload_niet_leeg"),
            models.CheckConstraint(
                condition=Q(keuring__in=["wacht", "schoon", "besmet", "geweigerd"]), name="upload_keuring"
            ),
        ]
        indexes = [
            models.Index(fields=["aangemaakt_op"], name="upload_wacht", condition=Q(keuring="wacht")),
            models.Index(fields=["bestand"], name="upload_bestand"),
        ]

    @property
    def pad(self) -> str:
        return str(self.bestand.name)

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen if isinstance(actor, Systeem) else rijen.none()

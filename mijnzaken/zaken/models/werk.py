"""The work in a zaak: tasks, notes, documents, and a draft that is not yet a zaak."""

import json
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from autorisatie.actor import Actor, Anoniem, Applicatie, Burger, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Component, Machtiging, Partij, Reikwijdte
from autorisatie.velden import GeheimVeld
from autorisatie.versleuteling import Geheim
from catalogus.kanaal import Kanaal
from catalogus.models import Actie, SoortTaak, Taaktype, Uitvoerder, Zaaktype
from mijnzaken.documenten.models import Document
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken import deur
from mijnzaken.zaken.models.betrokkenen import Rol
from mijnzaken.zaken.models.elders import Zaakcontact
from mijnzaken.zaken.models.verloop import Opschorting
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Taakstand(models.TextChoices):
    OPEN = "open", "open"
    KLAAR = "klaar", "klaar"
    VERLOPEN = "verlopen", "verlopen"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Taak(BijZaak):
    """Something to do within a zaak, for the citizen or for staff, with a last day."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="taken")
    taaktype = models.ForeignKey(Taaktype, models.PROTECT, null=True, related_name="+")
    titel = models.CharField(max_length=200)
    omschrijving = models.TextField(blank=True)
    uitvoerder = models.CharField(max_length=10, choices=Uitvoerder)
    soort = models.CharField(max_length=20, choices=SoortTaak)
    knoptekst = models.CharField(max_length=40, blank=True)
    informatieobjecttype = models.ForeignKey(
        "catalogus.Informatieobjecttype", models.PROTECT, null=True, related_name="+"
    )
    partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="taken")  # who has to do it
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="taken")
    opschorting = models.OneToOneField(Opschorting, models.SET_NULL, null=True, related_name="taak")
    geplaatst_op = models.DateTimeField()
    geplaatst_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    geplaatst_door_systeem = models.CharField(max_length=50, blank=True, db_default="")  # client_id
    uiterlijk = models.DateField(null=True)  # last day
    stand = models.CharField(max_length=12, choices=Taakstand, default=Taakstand.OPEN)
    gedaan_op = models.DateTimeField(null=True)
    antwoord = models.TextField(blank=True)
    blokkerend = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "taken"
        ordering = [F("uiterlijk").asc(nulls_last=True), "id"]
        indexes = [
            models.Index(fields=["partij", "uiterlijk", "id"], name="taak_partij_open", condition=Q(stand="open")),
            models.Index(fields=["uiterlijk"], name="taak_open", condition=Q(stand="open")),
        ]


class Notitie(BijZaak):
    """ZGW ``ZaakNotitie`` 1.7: append-only, save a concept of another system."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="notities")
    onderwerp = models.CharField(max_length=255)
    tekst = models.TextField()
    aangemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    auteur = models.CharField(max_length=255, blank=True, db_default="")  # as another system names him
    notitie_type = models.CharField(
        max_length=6, choices=[("intern", "intern"), ("extern", "extern")], default="intern"
    )
    status = models.CharField(
        max_length=10, choices=[("concept", "concept"), ("definitief", "definitief")], default="definitief"
    )
    aanmaakdatum = models.DateTimeField()
    wijzigingsdatum = models.DateTimeField()

    class Meta:
        verbose_name_plural = "notities"
        ordering = ["-aanmaakdatum", "-id"]

    @property
    def door(self) -> str:
        """Who wrote it, by name."""
        return self.aangemaakt_door.naam if self.aangemaakt_door is not None else self.auteur


class Zaakdocument(BijZaak):
    """ZGW ``ZaakInformatieObject``: this document belongs to this zaak. Whether the citizen sees it is a flag of the
    document.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakdocumenten")
    document = models.ForeignKey(Document, models.PROTECT, related_name="zaakdocumenten")
    titel = models.CharField(max_length=200, blank=True)
    beschrijving = models.TextField(blank=True)
    registratiedatum = models.DateTimeField()
    vernietigingsdatum = models.DateTimeField(null=True)
    status = models.ForeignKey("zaken.Status", models.SET_NULL, null=True, related_name="zaakdocumenten")
    van_rol = models.ForeignKey(Rol, models.SET_NULL, null=True, related_name="+")
    taak = models.ForeignKey(Taak, models.SET_NULL, null=True, related_name="stukken")  # that it was sent with
    gelezen_door_inwoner_op = models.DateTimeField(null=True)
    gezien_door_behandelaar_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "zaakdocumenten"
        ordering = ["-registratiedatum", "-id"]
        constraints = [models.UniqueConstraint(fields=["zaak", "document"], name="zaakdocument_eens")]
        indexes = [
            models.Index(fields=["zaak"], name="zaakdocument_ongezien", condition=Q(gezien_door_behandelaar_op=None))
        ]

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        """Who may see it takes the mark of new away by reading, also who may only see, and in any state."""
        if recht == "document_lezen" and isinstance(actor, Burger):
            return ja("toegelaten door de zaak")
        return super().beslissing(actor, recht)

    def belet(self, recht: str) -> str:
        return "" if recht == "document_lezen" else super().belet(recht)


class Concept(BewaaktModel):
    """A draft: no zaak, no number. Of one partij, or of gemachtigde and represented together. Destroyed after 30
    days.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    zaaktype = models.ForeignKey(Zaaktype, models.PROTECT, related_name="concepten")
    product = models.ForeignKey("catalogus.Product", models.PROTECT, related_name="+")
    partij = models.ForeignKey(Partij, models.CASCADE, null=True, related_name="concepten")  # null: no log-in asked
    gemachtigde = models.ForeignKey(Partij, models.CASCADE, null=True, related_name="concepten_voor_ander")
    sessie_zoekwaarde = models.CharField(max_length=64, blank=True)  # keyed hash, when there is no partij
    waarden = GeheimVeld()  # JSON: {gegeven.naam: value in stored form}
    bestanden = models.JSONField(default=dict, blank=True)  # {gegeven.naam: [upload uuid, ...]}
    stap = models.PositiveSmallIntegerField(default=1)
    over_besluit = models.ForeignKey("zaken.Besluit", models.CASCADE, null=True, related_name="+")  # an objection
    over_zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="+")
    actie = models.CharField(max_length=10, choices=Actie, default=Actie.AANVRAGEN, db_default=Actie.AANVRAGEN)
    over_product = models.ForeignKey("zaken.InwonerProduct", models.CASCADE, null=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    verloopt_op = models.DateField(db_index=True)
    aangekondigd_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "concepten"
        ordering = ["-gewijzigd_op"]
        indexes = [models.Index(fields=["partij", "-gewijzigd_op"], name="concept_partij")]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Only who fills it in: as himself, or this gemachtigde and this represented together."""
        match actor:
            case Burger(namens=None):
                return rijen.filter(partij=actor.partij)
            case Burger(machtiging=Machtiging()):
                return _onder_machtiging(rijen, actor)
            case Anoniem(sessie=sessie) if sessie:
                return rijen.filter(partij=None, sessie_zoekwaarde=sessie)
            case Systeem():
                return rijen
        return rijen.none()

    def lees_waarden(self) -> dict[str, Any]:
        """What was typed so far: {gegeven.naam: value as it is stored}."""
        waarden: dict[str, Any] = json.loads(self.waarden.tonen())  # type: ignore[union-attr]
        return waarden

    def zet_waarden(self, waarden: dict[str, Any]) -> None:
        self.waarden = Geheim.van(json.dumps(waarden))  # type: ignore[assignment]

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Anoniem):
            return ja("eigen concept") if self.zaaktype.anoniem_toegestaan else nee("log eerst in")
        if not isinstance(actor, Burger):
            return nee("een concept is van wie het invult")
        if actor.betrouwbaarheid < self.zaaktype.betrouwbaarheid_minimaal:
            return nee("voor deze aanvraag is inloggen op een hoger niveau nodig")
        if not actor.mag_handelen:
            return nee("deze machtiging is alleen om te zien")
        return ja("eigen concept")

    def betrokken_partijen(self) -> list[int]:
        return [pk for pk in (self.partij_id, self.gemachtigde_id) if pk]


def _onder_machtiging(rijen: Any, actor: Burger) -> Any:
    """Drafts of this gemachtigde and this represented, as far as the machtiging reaches and while it holds."""
    machtiging: Any = actor.machtiging
    rijen = rijen.filter(Machtiging.nog(machtiging.pk), partij=actor.namens, gemachtigde=actor.partij)
    match machtiging.reikwijdte:
        case Reikwijdte.ALLES:
            return rijen
        case Reikwijdte.PRODUCTEN:
            return rijen.filter(
                Q(product__in=machtiging.producten.values("pk"), over_zaak=None)
                | Q(over_zaak__in=deur.toegankelijk(actor))
            )
    return rijen.filter(over_zaak__in=deur.toegankelijk(actor))


class Aanvraagcode(models.Model):
    """A code from a letter (keyed hash), once good for one application of a proces."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proces = models.ForeignKey("catalogus.Proces", models.CASCADE, related_name="aanvraagcodes")
    code_zoekwaarde = models.CharField(max_length=64, unique=True)
    adres = models.CharField(max_length=255, blank=True)
    geldig_tot = models.DateField()  # last day
    gebruikt_op = models.DateTimeField(null=True)
    zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="+")


class Terugbelgegevens(BijZaak):
    """What a terugbelnotitie has more than another zaak: where and when to call back."""

    zaak = models.OneToOneField(Zaak, models.CASCADE, related_name="terugbel")
    onderwerp = models.CharField(max_length=200)
    vraag = models.TextField()
    voorletters = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=200)
    emailadres = models.EmailField(blank=True)
    telefoonnummer = models.CharField(max_length=20)
    geboortedatum = models.DateField(null=True)
    voorkeursmoment = models.CharField(max_length=100, blank=True)
    buitenlands_nummer = models.BooleanField(default=False)
    engelstalig = models.BooleanField(default=False)
    kenmerk = models.CharField(max_length=80, blank=True)
    adres = models.CharField(max_length=255, blank=True)
    spoed = models.BooleanField(default=False)
    uiterlijk_om = models.DateTimeField()  # 5 working days, 17:00
    over_zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="terugbelnotities")
    product = models.ForeignKey("catalogus.Product", models.PROTECT, null=True, related_name="+")
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    antwoord = models.TextField(blank=True)
    beantwoord_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gewaarschuwd_op = models.DateTimeField(null=True)  # the term passed: tess and the citizen were told

    class Meta:
        verbose_name_plural = "terugbelgegevens"
        indexes = [
            models.Index(fields=["telefoonnummer"], name="terugbel_telefoon"),
            models.Index(fields=["gemaakt_door", "-id"], name="terugbel_maker"),
            models.Index(fields=["uiterlijk_om"], name="terugbel_uiterlijk", condition=Q(gewaarschuwd_op=None)),
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """To another system it is the ``InterneTaak`` of a contact, and goes with that contact."""
        if not isinstance(actor, Applicatie) or not actor.mag_bij(Component.KIC):
            return super().grens(rijen, actor)
        contacten = Klantcontact.objects.voor(actor).order_by().values("uuid")
        van = Zaakcontact.objects.systeem("de interne taken van een contact").filter(klantcontact_uuid__in=contacten)
        return rijen.filter(zaak__afgeschermd=False, zaak__in=van.values("zaak"))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if not isinstance(actor, Applicatie):
            return super().beslissing(actor, recht)
        if recht == "internetaak_verwijderen" and not self.van_ander_systeem:
            return nee("wat een medewerker of een inwoner vroeg neemt geen ander systeem terug")
        return None

    @property
    def van_ander_systeem(self) -> bool:
        """Neither a colleague nor a resident asked it."""
        return self.gemaakt_door_id is None and self.zaak.kanaal != Kanaal.PORTAAL


class Belpoging(BijZaak):
    """A call attempt of a terugbelnotitie: reached or not, and when again."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="belpogingen")
    moment = models.DateTimeField()
    bereikt = models.BooleanField()
    toelichting = models.TextField(blank=True)
    volgende_poging = models.DateTimeField(null=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    klantcontact_uuid = models.UUIDField(null=True)

    class Meta:
        verbose_name_plural = "belpogingen"
        ordering = ["-moment", "-id"]

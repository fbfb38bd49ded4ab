"""Persons, organisations and branches, and how they are related."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models.applicatie import Component
from autorisatie.velden import GeheimVeld
from autorisatie.versleuteling import Geheim, zoekwaarde
from catalogus import klok
from catalogus.tekst import vouw


class SoortPartij(models.TextChoices):
    PERSOON = "persoon", "persoon"
    ORGANISATIE = "organisatie", "organisatie"
    CONTACTPERSOON = "contactpersoon", "contactpersoon"


class Partij(BewaaktModel):
    """Klantinteracties ``Partij`` (Open Klant 0.9), with its identifiers. A branch is an organisatie with a
    vestigingsnummer.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nummer = models.CharField(max_length=10, unique=True, null=True)
    soort_partij = models.CharField(max_length=14, choices=SoortPartij)
    interne_notitie = models.CharField(max_length=1000, blank=True)
    indicatie_geheimhouding = models.BooleanField(default=False)
    indicatie_actief = models.BooleanField(default=True)
    voorkeurstaal = models.CharField(max_length=3, default="nld")

    bsn = GeheimVeld(null=True)
    bsn_zoekwaarde = models.CharField(max_length=64, unique=True, null=True, editable=False)
    pseudo_id = models.CharField(max_length=200, unique=True, null=True)  # eIDAS without BSN
    kvk_nummer = models.CharField(max_length=8, blank=True)
    rsin = models.CharField(max_length=9, blank=True)
    vestigingsnummer = models.CharField(max_length=12, blank=True)
    vestiging_van = models.ForeignKey("self", models.PROTECT, null=True, related_name="vestigingen")

    voorletters = models.CharField(max_length=20, blank=True)
    voornaam = models.CharField(max_length=200, blank=True)
    voorvoegsel_achternaam = models.CharField(max_length=80, blank=True)
    achternaam = models.CharField(max_length=200, blank=True)
    organisatienaam = models.CharField(max_length=500, blank=True)
    zoeknaam = models.CharField(max_length=500, editable=False)
    geslachtsaanduiding = models.CharField(max_length=1, blank=True)
    geboortedatum = models.DateField(null=True)
    overleden_op = models.DateField(null=True)
    failliet_op = models.DateField(null=True)  # an organisation: since the court said so, per the trade register

    straatnaam = models.CharField(max_length=255, blank=True)
    huisnummer = models.PositiveIntegerField(null=True)
    huisletter = models.CharField(max_length=1, blank=True)
    huisnummertoevoeging = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    stad = models.CharField(max_length=255, blank=True)
    land = models.CharField(max_length=2, default="nl")
    nummeraanduiding_id = models.CharField(max_length=255, blank=True)
    correspondentieadres = models.JSONField(default=dict, blank=True)
    afgeschermd = models.BooleanField(default=False)
    bekend_persoon = models.BooleanField(db_default=False, default=False)  # reading about him is looked at (AVG 32)
    aangemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "partijen"
        indexes = [
            models.Index(fields=["zoeknaam", "id"], name="partij_zoeknaam"),
            models.Index(  # the first letters of a name, in whatever order the database sorts
                fields=["zoeknaam", "id"], name="partij_zoeknaam_begin", opclasses=["varchar_pattern_ops", "int8_ops"]
            ),
            models.Index(fields=["geboortedatum", "zoeknaam"], name="partij_geboren"),
            models.Index(fields=["postcode", "huisnummer"], name="partij_adres"),
            models.Index(fields=["kvk_nummer"], name="partij_kvk", condition=~Q(kvk_nummer="")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kvk_nummer"], condition=Q(vestigingsnummer="") & ~Q(kvk_nummer=""), name="partij_kvk_uniek"
            ),
            models.UniqueConstraint(
                fields=["vestigingsnummer"], condition=~Q(vestigingsnummer=""), name="partij_vestiging_uniek"
            ),
            models.CheckConstraint(
                condition=Q(bsn__isnull=True, bsn_zoekwaarde__isnull=True)
                | Q(bsn__isnull=False, bsn_zoekwaarde__isnull=False),
                name="partij_bsn_en_zoekwaarde",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """How the screens call this partij: 'A. de Vries' or the name of the organisation."""
        if self.soort_partij == SoortPartij.ORGANISATIE:
            return self.organisatienaam
        return " ".join(
            d for d in (self.voorletters or self.voornaam, self.voorvoegsel_achternaam, self.achternaam) if d
        )

    @property
    def volledige_naam(self) -> str:
        if self.soort_partij == SoortPartij.ORGANISATIE:
            return self.organisatienaam
        return " ".join(
            d for d in (self.voornaam or self.voorletters, self.voorvoegsel_achternaam, self.achternaam) if d
        )

    @property
    def adresregel(self) -> str:
        toevoeging = f"-{self.huisnummertoevoeging}" if self.huisnummertoevoeging else ""
        return f"{self.straatnaam} {self.huisnummer or ''}{self.huisletter}{toevoeging}".strip()

    @property
    def doet_mee(self) -> bool:
        """May somebody log in as this partij, or act for it? Not after death, nor when it was closed."""
        return self.indicatie_actief and self.overleden_op is None

    @staticmethod
    def doet_mee_als(relatie: str) -> Q:
        """The same as a condition over a foreign key to a partij."""
        return Q(**{f"{relatie}__indicatie_actief": True, f"{relatie}__overleden_op": None})

    @property
    def volgt_register(self) -> bool:
        """Does a register say who this is? Then that says his name and address too, and he himself where he can be
        reached (Awb 2:12); else who recorded him does.
        """
        return bool(self.bsn or self.pseudo_id or self.kvk_nummer or self.rsin or self.vestigingsnummer)

    @property
    def is_organisatie(self) -> bool:
        return self.soort_partij == SoortPartij.ORGANISATIE

    @staticmethod
    def zoekvorm(achternaam: str) -> str:
        """The folded key on which names are sorted and found (there is no ICU collation)."""
        return vouw(achternaam)

    def zet_bsn(self, bsn: str) -> None:
        """Keep a BSN: encrypted, and its keyed hash to find it by."""
        self.bsn = Geheim.van(bsn)
        self.bsn_zoekwaarde = zoekwaarde(bsn)

    def werk_zoeknaam_bij(self) -> None:
        self.zoeknaam = vouw(self.organisatienaam or self.achternaam)

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """A resident finds himself and whom he acts for; staff find who is not shielded and not excluded."""
        match actor:
            case Burger():
                return rijen.filter(pk__in={actor.partij.pk, actor.voor_wie.pk})
            case Medewerker():
                return rijen.filter(cls.zichtbaar_voor(actor))
            case Systeem():
                return rijen
            case Applicatie() if actor.mag_bij(Component.KIC):
                return rijen.filter(afgeschermd=False)
        return rijen.none()

    @staticmethod
    def zichtbaar_voor(actor: Medewerker, naar: str = "") -> Q:
        """Not shielded, or to this named person; never of the own circle. ``naar`` is the path to the partij."""
        open_ = Q(**{f"{naar}afgeschermd": False}) | Q(**{f"{naar}pk__in": actor.genoemde_partijen})
        return open_ & ~Q(**{f"{naar}pk__in": actor.uitgesloten_partijen})

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Burger):
            return ja("eigen gegevens") if actor.voor_wie.pk == self.pk else nee("niet van u")
        return None

    def betrokken_partijen(self) -> list[int]:
        return [self.pk]


class SoortRelatie(models.TextChoices):
    PARTNER = "partner", "partner"
    HUISGENOOT = "huisgenoot", "huisgenoot"
    OUDER = "ouder", "ouder"
    KIND = "kind", "kind"
    BESTUURDER = "bestuurder", "bestuurder van"
    EIGENAAR = "eigenaar", "eigenaar van"


class PartijRelatie(BewaaktModel):
    """A relation that a source states (BRP, KvK), fetched by a task and never while deciding."""

    van = models.ForeignKey(Partij, models.CASCADE, related_name="relaties")
    naar = models.ForeignKey(Partij, models.CASCADE, related_name="relaties_naar")
    soort = models.CharField(max_length=12, choices=SoortRelatie)
    bron = models.CharField(max_length=10, default="brp")
    begin = models.DateField(null=True)
    einde = models.DateField(null=True)
    opgehaald_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["van", "naar", "soort"], name="partijrelatie_eens")]

    @classmethod
    def geldend(cls) -> Q:
        """Until and with its last day."""
        return Q(einde=None) | Q(einde__gte=klok.vandaag())

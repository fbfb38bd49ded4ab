"""Where a partij can be reached, and by which way it said it may be."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from autorisatie import standen
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Component, Gegevensgroep, Niveau, Partij
from mijnzaken.klanten.models.contact import Klantcontact


class SoortDigitaalAdres(models.TextChoices):
    EMAIL = "email", "e-mailadres"
    TELEFOONNUMMER = "telefoonnummer", "telefoonnummer"
    OVERIG = "overig", "anders"


class Kanaal(models.TextChoices):
    """The ways in which the municipality writes to somebody."""

    PORTAAL = "portaal", "Mijn Zaken"
    EMAIL = "email", "e-mail"
    SMS = "sms", "sms"
    POST = "post", "brief"


class Aankondiging(models.TextChoices):
    """How a message in the portal is announced (Awb 2:10); ``geen`` only when the person waived it."""

    EMAIL = "email", "per e-mail"
    SMS = "sms", "per sms"
    GEEN = "geen", "niet"


def _kent_persoonsgegevens(actor: Medewerker) -> bool:
    """Does the matrix let him see the core of personal data at all?"""
    return any(
        grond.gegevensgroep == Gegevensgroep.PERSOONSGEGEVENS and grond.niveau >= Niveau.KERN
        for grond in standen.gronden(actor)
    )


class DigitaalAdres(BewaaktModel):
    """Klantinteracties ``DigitaalAdres``. Rows do not change: a new address is a new row, the old one gets
    ``vervallen_op``. But what another system gave and nobody confirmed, another system puts right.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    verstrekt_door_partij = models.ForeignKey(Partij, models.CASCADE, null=True, related_name="digitale_adressen")
    verstrekt_door_betrokkene = models.ForeignKey(
        "klanten.Betrokkene", models.CASCADE, null=True, related_name="digitale_adressen"
    )
    adres = models.CharField(max_length=254)
    zoekvorm = models.CharField(max_length=254, editable=False)  # klanten.vormen.adres_vorm
    soort_digitaal_adres = models.CharField(max_length=14, choices=SoortDigitaalAdres)
    is_standaard_adres = models.BooleanField(default=False)
    omschrijving = models.CharField(max_length=40, blank=True)
    referentie = models.CharField(max_length=50, blank=True)
    geverifieerd_op = models.DateTimeField(null=True)
    teruggekomen_op = models.DateTimeField(null=True)  # mail to it bounced: not used any more
    vervallen_op = models.DateTimeField(null=True)
    aangemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "digitale adressen"
        indexes = [
            models.Index(fields=["soort_digitaal_adres", "zoekvorm"], name="digitaaladres_zoekvorm"),
            models.Index(fields=["verstrekt_door_partij", "soort_digitaal_adres"], name="digitaaladres_partij"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["verstrekt_door_partij", "soort_digitaal_adres"],
                condition=Q(is_standaard_adres=True, vervallen_op=None),
                name="digitaaladres_een_standaard",
            ),
            models.UniqueConstraint(
                fields=["verstrekt_door_partij", "soort_digitaal_adres", "zoekvorm"],
                condition=Q(vervallen_op=None),
                name="digitaaladres_eens",
            ),
            models.CheckConstraint(
                condition=Q(verstrekt_door_partij__isnull=False) ^ Q(verstrekt_door_betrokkene__isnull=False),
                name="digitaaladres_van_een",
            ),
        ]

    def __str__(self) -> str:
        return self.adres

    @property
    def is_bruikbaar(self) -> bool:
        """May the municipality write to it? Verified, not ended, and mail to it does arrive."""
        return self.geverifieerd_op is not None and self.vervallen_op is None and self.teruggekomen_op is None

    @property
    def is_van_de_persoon(self) -> bool:
        """Did somebody who can log in say that he is reached here?"""
        partij = self.verstrekt_door_partij
        in_gebruik = self.is_standaard_adres or self.geverifieerd_op is not None
        return partij is not None and partij.volgt_register and in_gebruik

    @staticmethod
    def bruikbaar() -> Q:
        return Q(geverifieerd_op__isnull=False, vervallen_op=None, teruggekomen_op=None)

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """One's own; staff those of whom they may know the personal data."""
        match actor:
            case Burger(ziet_persoonlijks=True):
                return rijen.filter(verstrekt_door_partij=actor.voor_wie)
            case Medewerker() if _kent_persoonsgegevens(actor):
                return rijen.filter(Partij.zichtbaar_voor(actor, "verstrekt_door_partij__"))
            case Applicatie() if actor.mag_bij(Component.KIC):
                contacten = Klantcontact.objects.voor(actor).order_by().values("pk")
                van_wie = Q(verstrekt_door_partij__afgeschermd=False)
                van_wie |= Q(verstrekt_door_betrokkene__klantcontact__in=contacten)
                return rijen.filter(van_wie, vervallen_op=None)
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if isinstance(actor, Applicatie) and self.is_van_de_persoon:
            return nee("alleen de persoon zelf zegt waar hij te bereiken is")
        if isinstance(actor, Burger):
            # Awb 2:12: only the person himself says where he can be reached, not who acts for him.
            eigen = actor.namens is None and self.verstrekt_door_partij_id == actor.partij.pk
            return ja("eigen adres") if eigen else nee("alleen de persoon zelf")
        return None

    def betrokken_partijen(self) -> list[int]:
        betrokkene = self.verstrekt_door_betrokkene
        wie = (self.verstrekt_door_partij_id, betrokkene.was_partij_id if betrokkene is not None else None)
        return [pk for pk in wie if pk is not None]


class Adrescontrole(BewaaktModel):
    """A code that was sent to a new address; the code itself is kept as a keyed hash only."""

    digitaal_adres = models.ForeignKey(DigitaalAdres, models.CASCADE, related_name="controles")
    codewaarde = models.CharField(max_length=64)
    verloopt_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "adrescontroles"

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen if isinstance(actor, Systeem) else rijen.none()


class Voorkeur(BewaaktModel):
    """The express consent to be written to by a way (Awb 2:8). A change is a new row (2:12); the old one is
    withdrawn.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.CASCADE, related_name="voorkeuren")
    kanaal = models.CharField(max_length=8, choices=Kanaal)
    ingestemd_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)
    aankondiging = models.CharField(max_length=8, choices=Aankondiging, default=Aankondiging.EMAIL)  # portaal only
    vastgelegd_via = models.CharField(max_length=40)  # how the person said it: portaal, telefoon, balie, papier

    class Meta:
        verbose_name_plural = "voorkeuren"
        constraints = [
            models.UniqueConstraint(
                fields=["partij", "kanaal"], condition=Q(ingetrokken_op=None), name="voorkeur_een_per_kanaal"
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None) | Q(ingetrokken_op__gte=F("ingestemd_op")),
                name="voorkeur_intrekking_na_instemming",
            ),
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Burger(ziet_persoonlijks=True):
                return rijen.filter(partij=actor.voor_wie)
            case Medewerker() if _kent_persoonsgegevens(actor):
                return rijen.filter(Partij.zichtbaar_voor(actor, "partij__"))
            case Systeem():
                return rijen
        return rijen.none()

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]

"""What a resident holds after a decision, what is asked about it, and the check whether it still fits."""

import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from autorisatie.actor import Actor, Burger, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Partij
from catalogus.models import Actie
from mijnzaken.zaken import deur
from mijnzaken.zaken.models.besluit import Besluit
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class InwonerProduct(BewaaktModel):
    """What a resident holds after a decision: a permit, an allowance, with its validity.

    It is never changed by hand: a decision gives it, follows it up (``vorige``) or ends it (``beeindigd_door``).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="producten")
    product = models.ForeignKey("catalogus.Product", models.PROTECT, null=True, related_name="+")
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, related_name="producten")
    zaak = models.ForeignKey(Zaak, models.PROTECT, null=True, related_name="producten")
    naam = models.CharField(max_length=200)
    kenmerk = models.CharField(max_length=100, blank=True)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True)  # last day
    ingetrokken_op = models.DateField(null=True)  # first day on which it no longer holds
    vorige = models.ForeignKey("self", models.SET_NULL, null=True, related_name="opvolgers")
    beeindigd_door = models.ForeignKey(Besluit, models.SET_NULL, null=True, related_name="beeindigde_producten")
    herinneren_op = models.DateField(null=True)
    herinnerd_op = models.DateTimeField(null=True)
    controle_op = models.DateField(null=True)  # the next day on which the holder is asked whether it still fits

    class Meta:
        verbose_name_plural = "producten van inwoners"
        ordering = ["-geldig_van", "-id"]
        indexes = [
            models.Index(fields=["partij", "-geldig_van"], name="inwonerproduct_partij"),
            models.Index(
                fields=["herinneren_op"],
                condition=Q(herinneren_op__isnull=False, herinnerd_op=None),
                name="inwonerproduct_herinneren",
            ),
            models.Index(
                fields=["controle_op"], condition=Q(controle_op__isnull=False), name="inwonerproduct_controle"
            ),
        ]

    def geldt_op(self, dag: date) -> bool:
        """Whether the holder can still rely on it, or will: what starts later counts too."""
        return (self.geldig_tot is None or self.geldig_tot >= dag) and (
            self.ingetrokken_op is None or self.ingetrokken_op > dag
        )

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        match actor:
            case Burger(namens=None):
                return rijen.filter(partij=actor.partij)
            case Burger():  # of the represented himself, never of another party in the same zaak
                rijen = rijen.filter(partij=actor.voor_wie)
            case Systeem():
                return rijen
        return rijen.filter(zaak__in=deur.toegankelijk(actor))

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]


class Productverzoek(BijZaak):
    """What a zaak asks of a product that its applicant already holds: to change, renew or stop it."""

    zaak = models.OneToOneField(Zaak, models.CASCADE, related_name="productverzoek")
    inwonerproduct = models.ForeignKey(InwonerProduct, models.CASCADE, related_name="verzoeken")
    actie = models.CharField(max_length=10, choices=Actie)

    class Meta:
        verbose_name_plural = "verzoeken over een product"
        constraints = [models.CheckConstraint(condition=~Q(actie=Actie.AANVRAGEN), name="productverzoek_over_iets")]


class Productcontrole(BewaaktModel):
    """A task within a product: the holder says before ``uiterlijk`` (last day) whether it still fits."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inwonerproduct = models.ForeignKey(InwonerProduct, models.CASCADE, related_name="controles")
    gevraagd_op = models.DateTimeField()
    uiterlijk = models.DateField()
    bevestigd_op = models.DateTimeField(null=True)
    gewaarschuwd_op = models.DateTimeField(null=True)  # its team lead heard that no answer came

    class Meta:
        verbose_name_plural = "controles van een product"
        ordering = ["uiterlijk", "id"]
        indexes = [
            models.Index(
                fields=["uiterlijk"],
                condition=Q(bevestigd_op=None, gewaarschuwd_op=None),
                name="productcontrole_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["inwonerproduct"], condition=Q(bevestigd_op=None), name="productcontrole_een_open"
            )
        ]

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen.filter(inwonerproduct__in=InwonerProduct.objects.voor(actor).values("pk"))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        if not isinstance(actor, Burger):
            return nee("alleen wie het product heeft, zegt of het nog klopt")
        return ja("eigen product") if actor.mag_handelen else nee("deze machtiging is alleen om te zien")

    def betrokken_partijen(self) -> list[int]:
        return [self.inwonerproduct.partij_id]

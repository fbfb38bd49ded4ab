"""What other systems keep with a partij: account numbers, and the categories in which they count it."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from autorisatie.models import Partij
from autorisatie.velden import GeheimVeld
from autorisatie.versleuteling import Geheim, zoekwaarde
from mijnzaken.klanten.models.van_systemen import VanSystemen


class _BijPartij(VanSystemen):
    """Of a partij that is not shielded; no screen shows it, a copy of his data does (AVG 15)."""

    partij_id: int

    class Meta:
        abstract = True

    @classmethod
    def voor_systemen(cls, rijen: Any) -> Any:
        return rijen.filter(partij__afgeschermd=False)

    def betrokken_partijen(self) -> list[int]:
        return [self.partij_id]


class Rekeningnummer(_BijPartij):
    """Klantinteracties ``Rekeningnummer``. Kept encrypted, and found by its keyed hash, as a BSN is."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.CASCADE, related_name="rekeningnummers")
    iban = GeheimVeld()
    iban_zoekwaarde = models.CharField(max_length=64, editable=False)
    bic = models.CharField(max_length=11, blank=True)
    vastgelegd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "rekeningnummers"
        indexes = [models.Index(fields=["iban_zoekwaarde"], name="rekeningnummer_iban")]
        constraints = [models.UniqueConstraint(fields=["partij", "iban_zoekwaarde"], name="rekeningnummer_eens")]

    def zet_iban(self, iban: str) -> None:
        """Without spaces and in capitals (``catalogus.nummers.iban``)."""
        self.iban = Geheim.van(iban)
        self.iban_zoekwaarde = self.zoekwaarde(iban)

    def toon_iban(self) -> str:
        return str(self.iban.tonen())  # type: ignore[union-attr]

    @staticmethod
    def zoekwaarde(iban: str) -> str:
        return zoekwaarde(iban, soort="iban")


class Categorie(VanSystemen):
    """Klantinteracties ``Categorie``: a name, of no person."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    naam = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "categorieën"
        constraints = [models.UniqueConstraint(fields=["naam"], name="categorie_naam_eens")]

    def __str__(self) -> str:
        return self.naam


class CategorieRelatie(_BijPartij):
    """Klantinteracties ``CategorieRelatie``: from ``begin_datum`` to and with ``eind_datum``, if known."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    partij = models.ForeignKey(Partij, models.CASCADE, related_name="categorierelaties")
    categorie = models.ForeignKey(Categorie, models.PROTECT, related_name="relaties")
    begin_datum = models.DateField(null=True)
    eind_datum = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "categorierelaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(begin_datum=None) | Q(eind_datum=None) | Q(eind_datum__gte=F("begin_datum")),
                name="categorierelatie_einde_na_begin",
            )
        ]

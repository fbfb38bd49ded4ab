"""What another system does with the account numbers and the categories of a partij."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from autorisatie.vergrendeld import opnieuw
from catalogus import klok, nummers
from mijnzaken.klanten.models import Categorie, CategorieRelatie, Rekeningnummer

REDEN = "wat een ander systeem bij een partij bewaart"

# -- account numbers ---------------------------------------------------------------------------------------------------


@handeling("partij_bijwerken", op="autorisatie.Partij")
def rekeningnummer_toevoegen(actor: Applicatie, partij: Partij, velden: Mapping[str, Any]) -> Rekeningnummer:
    """He has this account too. Raises Invoerfout for a number that is none."""
    rij = Rekeningnummer(partij=partij, vastgelegd_op=klok.nu())
    return _bewaar(rij, velden)


@handeling("partij_bijwerken", op="autorisatie.Partij")
def rekeningnummer_wijzigen(
    actor: Applicatie, partij: Partij, rekening: Rekeningnummer, velden: Mapping[str, Any]
) -> Rekeningnummer:
    """It was another number, or another bank. Raises Invoerfout."""
    return _bewaar(opnieuw(partij.rekeningnummers, rekening), velden)


@handeling("partij_ontkoppelen", op="autorisatie.Partij")
def rekeningnummer_weghalen(actor: Applicatie, partij: Partij, rekening: Rekeningnummer) -> None:
    """He has no such account."""
    aantekenen(wat="rekeningnummer")
    opnieuw(partij.rekeningnummers, rekening).delete()


def _bewaar(rij: Rekeningnummer, velden: Mapping[str, Any]) -> Rekeningnummer:
    aantekenen(velden=sorted(velden))  # which, never what
    if "iban" in velden:
        try:
            rij.zet_iban(nummers.iban(velden["iban"]))
        except nummers.OnjuistNummer as fout:
            raise Invoerfout({"iban": str(fout)}) from None
    rij.bic = velden.get("bic", rij.bic)
    rij.save()
    return rij


# -- categories --------------------------------------------------------------------------------------------------------


@handeling("categorie_bijwerken")
def categorie_vastleggen(actor: Applicatie, naam: str) -> Categorie:
    """A name in which partijen can be counted."""
    rij: Categorie = Categorie.objects.create(naam=naam)
    return rij


@handeling("categorie_bijwerken", op="klanten.Categorie")
def categorie_wijzigen(actor: Applicatie, categorie: Categorie, naam: str) -> Categorie:
    """Another name, for all who are counted in it."""
    categorie.naam = naam
    categorie.save(update_fields=["naam"])
    return categorie


@handeling("categorie_verwijderen", op="klanten.Categorie")
def categorie_verwijderen(actor: Applicatie, categorie: Categorie) -> None:
    """Raises OnjuisteToestand while somebody is counted in it."""
    try:
        Categorie.objects.systeem(REDEN).filter(pk=categorie.pk).delete()
    except ProtectedError:
        raise OnjuisteToestand("Er horen nog partijen bij deze categorie.", code="pending-relations") from None


@handeling("partij_bijwerken", op="autorisatie.Partij")
def categorie_geven(actor: Applicatie, partij: Partij, velden: Mapping[str, Any]) -> CategorieRelatie:
    """He is counted in this category. Raises Invoerfout."""
    return _leg_relatie_vast(CategorieRelatie(partij=partij), velden)


@handeling("partij_bijwerken", op="autorisatie.Partij")
def categorierelatie_wijzigen(
    actor: Applicatie, partij: Partij, relatie: CategorieRelatie, velden: Mapping[str, Any]
) -> CategorieRelatie:
    """From or to another day, or in another category. Raises Invoerfout."""
    return _leg_relatie_vast(opnieuw(partij.categorierelaties, relatie), velden)


@handeling("partij_ontkoppelen", op="autorisatie.Partij")
def categorie_afnemen(actor: Applicatie, partij: Partij, relatie: CategorieRelatie) -> None:
    """He was not counted in it after all; who was once has an end date."""
    aantekenen(wat="categorie")
    opnieuw(partij.categorierelaties, relatie).delete()


def _leg_relatie_vast(rij: CategorieRelatie, velden: Mapping[str, Any]) -> CategorieRelatie:
    aantekenen(velden=sorted(velden))
    for kolom, waarde in velden.items():
        setattr(rij, kolom, waarde)
    if rij.begin_datum and rij.eind_datum and rij.eind_datum < rij.begin_datum:
        raise Invoerfout({"eind_datum": _("De laatste dag ligt voor de eerste.")})
    rij.save()
    return rij

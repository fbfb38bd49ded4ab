"""What another system does with a contact that a system recorded, beyond recording it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from autorisatie.actor import Applicatie
from autorisatie.handeling import aantekenen, handeling
from autorisatie.vergrendeld import opnieuw
from mijnzaken.klanten.keuring import keur
from mijnzaken.klanten.models import Betrokkene, Contactbijlage, Klantcontact, Richting


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def klantcontact_wijzigen(actor: Applicatie, contact: Klantcontact, velden: Mapping[str, Any]) -> Klantcontact:
    """Other values for these columns. Raises Invoerfout."""
    keur(velden)
    aantekenen(velden=sorted(velden))
    for kolom, waarde in velden.items():
        setattr(contact, kolom, waarde)
    contact.save(update_fields=list(velden))
    return contact


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def betrokkene_toevoegen(actor: Applicatie, contact: Klantcontact, velden: Mapping[str, Any]) -> Betrokkene:
    """Somebody took part: a partij that the caller's own door admitted, or only a name."""
    betrokkene: Betrokkene = Betrokkene.objects.create(klantcontact=contact, **velden)
    _wie_begon(contact)
    return betrokkene


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def betrokkene_wijzigen(
    actor: Applicatie, contact: Klantcontact, betrokkene: Betrokkene, velden: Mapping[str, Any]
) -> Betrokkene:
    """Other values for these columns; ``klantcontact`` when it was another one that he took part in."""
    eigen: Betrokkene = opnieuw(contact.betrokkenen, betrokkene)
    nieuw = dict(velden)
    if "klantcontact" in velden:
        nieuw["klantcontact"] = klantcontact_wijzigen(actor, velden["klantcontact"], {})  # may he, of that one too?
    for kolom, waarde in nieuw.items():
        setattr(eigen, kolom, waarde)
    eigen.save()
    _wie_begon(contact)
    if eigen.klantcontact_id != contact.pk:
        _wie_begon(eigen.klantcontact)
    return eigen


@handeling("klantcontact_ontkoppelen", op="klanten.Klantcontact")
def betrokkene_verwijderen(actor: Applicatie, contact: Klantcontact, betrokkene: Betrokkene) -> None:
    """He did not take part after all."""
    opnieuw(contact.betrokkenen, betrokkene).delete()
    _wie_begon(contact)


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def bijlage_toevoegen(actor: Applicatie, contact: Klantcontact, velden: Mapping[str, UUID]) -> Contactbijlage:
    """A document (``document_uuid``), which the caller's own door admitted, holds part of what was said."""
    bijlage: Contactbijlage = Contactbijlage.objects.create(klantcontact=contact, **velden)
    return bijlage


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def bijlage_wijzigen(
    actor: Applicatie, contact: Klantcontact, bijlage: Contactbijlage, velden: Mapping[str, Any]
) -> Contactbijlage:
    """It is another document, or of another contact (``klantcontact``)."""
    eigen = opnieuw(contact.bijlagen, bijlage)
    if "klantcontact" in velden:
        velden = {**velden, "klantcontact": klantcontact_wijzigen(actor, velden["klantcontact"], {})}
    for kolom, waarde in velden.items():
        setattr(eigen, kolom, waarde)
    eigen.save()
    return eigen  # type: ignore[no-any-return]


@handeling("klantcontact_ontkoppelen", op="klanten.Klantcontact")
def bijlage_verwijderen(actor: Applicatie, contact: Klantcontact, bijlage: Contactbijlage) -> None:
    """The document holds nothing of it; it stays where it is."""
    opnieuw(contact.bijlagen, bijlage).delete()


def _wie_begon(contact: Klantcontact) -> None:
    """The standard says it of who took part: no initiator among them means that the municipality was."""
    begonnen = list(contact.betrokkenen.values_list("initiator", flat=True))
    richting = Richting.UITGAAND if begonnen and not any(begonnen) else Richting.INKOMEND
    if contact.richting != richting:
        contact.richting = richting
        contact.save(update_fields=["richting"])

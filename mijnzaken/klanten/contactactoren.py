"""Who took part in a contact on the side of the municipality, as another system records it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, ProtectedError

from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from mijnzaken.klanten.contacten import klantcontact_wijzigen
from mijnzaken.klanten.models import WIE, Actorrelatie, Contactactor, Klantcontact

REDEN = "een actor die een ander systeem vastlegde"


@handeling("actor_bijwerken")
def actor_vastleggen(actor: Applicatie, velden: Mapping[str, Any]) -> Contactactor:
    """Somebody who works elsewhere, a queue of his, or a machine."""
    rij: Contactactor = Contactactor.objects.create(**velden)
    return rij


@handeling("actor_bijwerken", op="klanten.Contactactor")
def actor_wijzigen(actor: Applicatie, contactactor: Contactactor, velden: Mapping[str, Any]) -> Contactactor:
    """Other values for these columns."""
    for kolom, waarde in velden.items():
        setattr(contactactor, kolom, waarde)
    contactactor.save(update_fields=list(velden))
    return contactactor


@handeling("actor_verwijderen", op="klanten.Contactactor")
def actor_verwijderen(actor: Applicatie, contactactor: Contactactor) -> None:
    """Raises OnjuisteToestand while a contact says that he took part."""
    try:
        Contactactor.objects.systeem(REDEN).filter(pk=contactactor.pk).delete()
    except ProtectedError:
        raise OnjuisteToestand("Deze actor deed mee aan een contact.", code="pending-relations") from None


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def actor_toevoegen(actor: Applicatie, contact: Klantcontact, wie: Mapping[str, Model]) -> Actorrelatie:
    """He took part too: one of ``WIE``."""
    _deed_nog_niet_mee(contact, wie)
    rij: Actorrelatie = Actorrelatie.objects.create(klantcontact=contact, **wie)
    return rij


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def actorrelatie_wijzigen(
    actor: Applicatie, contact: Klantcontact, relatie: Actorrelatie, velden: Mapping[str, Any]
) -> Actorrelatie:
    """It was somebody else (one of ``WIE``), or in another contact (``klantcontact``)."""
    eigen: Actorrelatie = opnieuw(contact.actorrelaties, relatie)
    wie = {kolom: rij for kolom, rij in velden.items() if kolom in WIE}
    for kolom in WIE if wie else ():
        setattr(eigen, kolom, wie.get(kolom))
    if "klantcontact" in velden:
        eigen.klantcontact = klantcontact_wijzigen(actor, velden["klantcontact"], {})  # may he, of that one too?
    _deed_nog_niet_mee(eigen.klantcontact, wie)
    eigen.save()
    return eigen


@handeling("klantcontact_ontkoppelen", op="klanten.Klantcontact")
def actor_weghalen(actor: Applicatie, contact: Klantcontact, relatie: Actorrelatie) -> None:
    """He did not take part after all."""
    opnieuw(contact.actorrelaties, relatie).delete()


def _deed_nog_niet_mee(contact: Klantcontact, wie: Mapping[str, Model]) -> None:
    """Who recorded it took part already."""
    if any(getattr(contact, kolom, None) == rij for kolom, rij in wie.items()):
        raise Invoerfout({"actor": "Deze actor legde het contact vast."}, {"actor": "unique"})

"""Contacts and requests that another system says a zaak is about (ZGW zrc-024, 025; ``KlantContact``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from autorisatie.actor import Actor, Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from mijnzaken.klanten.contacten import klantcontact_wijzigen
from mijnzaken.klanten.handelingen import Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject, Richting
from mijnzaken.klanten.wissen import wis_contact
from mijnzaken.zaken import stappen
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Besluit, Zaak, Zaakcontact, Zaakverzoek

ZAAK = "zaak"


@dataclass(frozen=True)
class Contact:
    """ZGW ``KlantContact``. ``identificatie`` is how the other system calls it, if it does."""

    moment: datetime
    kanaal: str = ""
    onderwerp: str = ""
    toelichting: str = ""
    identificatie: str = ""


@handeling("zaak_bijwerken", op="zaken.Zaak")
def contact_melden(actor: Actor, zaak: Zaak, contact: Contact) -> Zaakcontact:
    """A contact that somebody had elsewhere, about this zaak: who handles it reads it with the others."""
    open_of_geforceerd(actor, zaak)
    klantcontact = klantcontact_vastleggen(
        actor,
        kanaal=contact.kanaal or "onbekend",
        onderwerp=contact.onderwerp or "Contact over de zaak",
        richting=Richting.INKOMEND,
        deelnemers=(),
        over=[Onderwerp(ZAAK, zaak.uuid, zaak.proces_id)],
        plaatsgevonden_op=contact.moment,
        inhoud=contact.toelichting,
        metadata={
            "zgw": {
                "identificatie": contact.identificatie,
                "kanaal": contact.kanaal,
                "onderwerp": contact.onderwerp,
            }
        },
    )
    rij: Zaakcontact = Zaakcontact.objects.create(zaak=zaak, klantcontact_uuid=klantcontact.uuid)
    stappen.raak_aan(zaak)
    return rij


@handeling("zaak_bijwerken", op="zaken.Zaak")
def contact_koppelen(
    actor: Actor, zaak: Zaak, *, klantcontact: Klantcontact | None = None, url: str = ""
) -> Zaakcontact:
    """A contact of ours was about this zaak, and says so too; or one at an address elsewhere."""
    open_of_geforceerd(actor, zaak)
    uuid = klantcontact.uuid if klantcontact is not None else None
    zelfde = zaak.zaakcontacten.filter(klantcontact_uuid=uuid) if uuid else zaak.zaakcontacten.filter(url=url)
    if zelfde.exists():
        raise Invoerfout({"": "Dit contact hoort al bij de zaak."}, {"": "unique"})
    if klantcontact is not None and not _mag_het_contact(actor, klantcontact):
        raise Invoerfout({"contactmoment": "Op dit adres staat niets."}, {"contactmoment": "bad-url"})
    rij: Zaakcontact = Zaakcontact.objects.create(zaak=zaak, klantcontact_uuid=uuid, url=url)
    if klantcontact is not None:
        rijen = Onderwerpobject.objects.systeem("de relatie staat aan beide kanten")
        rijen.get_or_create(
            klantcontact=klantcontact,
            code_objecttype=ZAAK,
            object_id=str(zaak.uuid),
            object_uuid=zaak.uuid,
            defaults={"proces_id": zaak.proces_id},
        )
    stappen.raak_aan(zaak)
    return rij


@handeling("zaak_bijwerken", op="zaken.Zaak")
def contact_ontkoppelen(actor: Actor, zaak: Zaak, rij: Zaakcontact) -> None:
    """The contact was not about this zaak after all, on neither side."""
    open_of_geforceerd(actor, zaak)
    eigen: Zaakcontact = opnieuw(zaak.zaakcontacten, rij)
    uuid = eigen.klantcontact_uuid
    eigen.delete()
    if uuid is not None:
        rijen = Onderwerpobject.objects.systeem("de relatie staat aan geen van beide kanten")
        rijen.filter(klantcontact__uuid=uuid, object_uuid=zaak.uuid).delete()
    stappen.raak_aan(zaak)


@handeling("zaak_bijwerken", op="zaken.Zaak")
def verzoek_koppelen(actor: Actor, zaak: Zaak, url: str) -> Zaakverzoek:
    """The zaak came of this request."""
    open_of_geforceerd(actor, zaak)
    if zaak.zaakverzoeken.filter(verzoek=url).exists():
        raise Invoerfout({"": "Dit verzoek hoort al bij de zaak."}, {"": "unique"})
    rij: Zaakverzoek = Zaakverzoek.objects.create(zaak=zaak, verzoek=url)
    stappen.raak_aan(zaak)
    return rij


@handeling("zaak_bijwerken", op="zaken.Zaak")
def verzoek_ontkoppelen(actor: Actor, zaak: Zaak, rij: Zaakverzoek) -> None:
    """The zaak did not come of this request."""
    open_of_geforceerd(actor, zaak)
    opnieuw(zaak.zaakverzoeken, rij).delete()
    stappen.raak_aan(zaak)


# -- what a contact was about, by Klantinteracties ---------------------------------------------------------------------


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def onderwerp_toevoegen(actor: Applicatie, contact: Klantcontact, velden: Mapping[str, Any]) -> Onderwerpobject:
    """The contact was about this as well. Is it a zaak of ours, then it stands at that zaak."""
    gezien = _met_zaak(actor, velden)
    rij: Onderwerpobject = Onderwerpobject.objects.create(klantcontact=contact, **gezien)
    return rij


@handeling("klantcontact_bijwerken", op="klanten.Klantcontact")
def onderwerp_wijzigen(
    actor: Applicatie, contact: Klantcontact, onderwerp: Onderwerpobject, velden: Mapping[str, Any]
) -> Onderwerpobject:
    """It was about something else, or another contact was (``klantcontact``)."""
    eigen: Onderwerpobject = opnieuw(contact.onderwerpobjecten, onderwerp)
    nieuw = _met_zaak(actor, velden) if "object_id" in velden else dict(velden)
    if "klantcontact" in velden:
        nieuw["klantcontact"] = klantcontact_wijzigen(actor, velden["klantcontact"], {})  # may he, of that one too?
    _los_van_zaak(eigen)
    for kolom, waarde in nieuw.items():
        setattr(eigen, kolom, waarde)
    eigen.save()
    return eigen


@handeling("klantcontact_ontkoppelen", op="klanten.Klantcontact")
def onderwerp_verwijderen(actor: Applicatie, contact: Klantcontact, onderwerp: Onderwerpobject) -> None:
    """The contact was not about this after all; not at the zaak either."""
    eigen: Onderwerpobject = opnieuw(contact.onderwerpobjecten, onderwerp)
    _los_van_zaak(eigen)
    eigen.delete()


@handeling("klantcontact_verwijderen", op="klanten.Klantcontact")
def klantcontact_verwijderen(actor: Applicatie, contact: Klantcontact) -> None:
    """For good, with who took part and what it was about. Not while somebody still has to call back because of it."""
    zaken = Zaakcontact.objects.systeem("waar dit contact bij hoort").filter(klantcontact_uuid=contact.uuid)
    if zaken.filter(zaak__terugbel__isnull=False).exists():
        raise OnjuisteToestand("Dit contact leidde tot een interne taak.", code="pending-relations")
    zaken.delete()
    contact.deden_mee = contact.betrokken_partijen()
    wis_contact(contact)


def _met_zaak(actor: Applicatie, velden: Mapping[str, Any]) -> dict[str, Any]:
    """These columns, and those by which it is found at a zaak of ours. What this system may not read it can't name."""
    zaak = _zaak_van(velden.get("object_id", ""))
    if zaak is None:
        return {**velden, "object_uuid": None, "proces_id": None}
    if not Zaak.objects.voor(actor.met_scopes(frozenset({"zaken.lezen"}))).filter(pk=zaak.pk).exists():
        raise Invoerfout({"onderwerpobjectidentificator.objectId": "Dit object bestaat niet."})
    return {**velden, "object_uuid": UUID(velden["object_id"]), "proces_id": zaak.proces_id}


def _zaak_van(object_id: str) -> Zaak | None:
    """The zaak that this identity is of, or of whose decision it is."""
    try:
        uuid = UUID(object_id)
    except ValueError:
        return None
    reden = "waar ging dit contact over?"
    zaak = Zaak.objects.systeem(reden).filter(uuid=uuid).first()
    besluit = Besluit.objects.systeem(reden).filter(uuid=uuid).select_related("zaak").first() if zaak is None else None
    return besluit.zaak if besluit is not None else zaak


def _los_van_zaak(onderwerp: Onderwerpobject) -> None:
    """The relation stands at both sides, or at neither."""
    if onderwerp.object_uuid is not None:
        rijen = Zaakcontact.objects.systeem("de relatie staat aan geen van beide kanten")
        contact = onderwerp.klantcontact
        rijen.filter(zaak__uuid=onderwerp.object_uuid, klantcontact_uuid=contact.uuid).delete()


def _mag_het_contact(actor: Actor, klantcontact: Klantcontact) -> bool:
    """What was about zaken of which this system may see none, is not its to show elsewhere (gevaren 2)."""
    rijen = Onderwerpobject.objects.systeem("ging dit contact al ergens over?")
    zaken = rijen.filter(klantcontact=klantcontact, code_objecttype=ZAAK).values_list("object_uuid", flat=True)
    return not zaken or Zaak.objects.voor(actor).filter(uuid__in=list(zaken)).exists()

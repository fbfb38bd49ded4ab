"""What is done with contacts and preferences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from autorisatie.actor import Actor, Applicatie, Medewerker
from autorisatie.fouten import BestaatNiet, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Applicatie as ApplicatieRij
from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.klanten import zoeken
from mijnzaken.klanten.keuring import GesteldeVraag as GesteldeVraag
from mijnzaken.klanten.keuring import keur
from mijnzaken.klanten.models import (
    Aankondiging,
    Betrokkene,
    Contactbijlage,
    Contactvraag,
    Kanaal,
    Klantcontact,
    Onderwerpobject,
    RolBetrokkene,
    Verificatie,
    Voorkeur,
)
from mijnzaken.klanten.verifieren import GELDT, NODIG, te_vaak_mislukt, vergelijk, zelf_aan_het_woord


@dataclass(frozen=True)
class Onderwerp:
    """What a contact is about. Only what the caller's own door admitted may stand here."""

    soort: str  # zaak, product, document
    uuid: UUID
    proces_id: int | None = None


@dataclass(frozen=True)
class Deelnemer:
    """Who took part: a known partij, or somebody who only gave a name."""

    partij: Partij | UUID | None = None
    rol: str = RolBetrokkene.KLANT
    initiator: bool = True
    naam: Mapping[str, str] = field(default_factory=dict)  # voorletters, voornaam, achternaam, ...


@handeling("klantcontact_vastleggen")
def klantcontact_vastleggen(
    actor: Actor,
    *,
    kanaal: str,
    onderwerp: str,
    richting: str,
    deelnemers: Sequence[Deelnemer],
    vragen: Sequence[GesteldeVraag] = (),
    over: Sequence[Onderwerp] = (),
    bijlagen: Sequence[UUID] = (),
    plaatsgevonden_op: datetime | None = None,
    **rest: Any,
) -> Klantcontact:
    """Register a contact, with everything that belongs to it, once and for good (domein.md, "klantcontact").

    ``rest`` may hold inhoud, reactie, indicatie_contact_gelukt, taal, vertrouwelijk, gespreksdoel,
    zichtbaar_voor_inwoner, volgende_poging_op, metadata, nummer (ours, when it has none). Raises Invoerfout, and
    BestaatNiet for a partij that the actor may not see.
    """
    nu = klok.nu()
    keur(
        {
            **rest,
            "kanaal": kanaal,
            "onderwerp": onderwerp,
            "richting": richting,
            "plaatsgevonden_op": plaatsgevonden_op or nu,
        },
        vragen,
    )
    contact = Klantcontact.objects.create(
        kanaal=kanaal.strip(),
        onderwerp=onderwerp.strip(),
        richting=richting,
        plaatsgevonden_op=plaatsgevonden_op or nu,
        vastgelegd_op=nu,
        doel=rest.pop("gespreksdoel", ""),
        medewerker=actor.gebruiker if isinstance(actor, Medewerker) else None,
        applicatie=ApplicatieRij.objects.get(client_id=actor.client_id) if isinstance(actor, Applicatie) else None,
        **rest,
    )
    if not contact.nummer:
        contact.nummer = f"{contact.pk:010d}"
        contact.save(update_fields=["nummer"])
    Betrokkene.objects.bulk_create(_betrokkene(actor, contact, deelnemer) for deelnemer in deelnemers)
    Contactvraag.objects.bulk_create(
        Contactvraag(klantcontact=contact, volgnummer=n, vraag=v.vraag, antwoord=v.antwoord, product_id=v.product_id)
        for n, v in enumerate(vragen, start=1)
    )
    Onderwerpobject.objects.bulk_create(
        Onderwerpobject(
            klantcontact=contact,
            code_objecttype=o.soort,
            object_id=str(o.uuid),
            object_uuid=o.uuid,
            proces_id=o.proces_id,
        )
        for o in over
    )
    Contactbijlage.objects.bulk_create(Contactbijlage(klantcontact=contact, document_uuid=uuid) for uuid in bijlagen)
    return contact  # type: ignore[no-any-return]


def _betrokkene(actor: Actor, contact: Klantcontact, deelnemer: Deelnemer) -> Betrokkene:
    partij = None
    if deelnemer.partij is not None:
        partij = Partij.objects.een(
            actor, deelnemer.partij.uuid if isinstance(deelnemer.partij, Partij) else deelnemer.partij
        )
        if partij is None:
            raise BestaatNiet
    return Betrokkene(
        klantcontact=contact, was_partij=partij, rol=deelnemer.rol, initiator=deelnemer.initiator, **deelnemer.naam
    )


@handeling("beller_zoeken")
def beller_zoeken(actor: Actor, *, soort: str, **gezocht: Any) -> list[Partij]:
    """Find who calls, by an exact match (:func:`mijnzaken.klanten.zoeken.zoek_partijen`); every search is logged."""
    gevonden = zoeken.zoek_partijen(actor, soort, **gezocht)
    aantekenen(soort=soort, gevonden=len(gevonden))
    return gevonden


@handeling("beller_verifieren", op="autorisatie.Partij")
def beller_verifieren(
    actor: Medewerker, partij: Partij, *, antwoorden: Mapping[str, str], gespreksdoel: str, gevonden_op: str = ""
) -> Verificatie:
    """Compare what the caller answered with what is known. ``gelukt`` on the result says whether it is enough.

    Only the kinds of question are kept, never an answer. Raises Invoerfout without a purpose, and OnjuisteToestand when
    it failed so often that somebody may be guessing.
    """
    if not gespreksdoel.strip():
        raise Invoerfout({"gespreksdoel": _("Vul in waarvoor u de gegevens nodig hebt.")})
    if te_vaak_mislukt(partij):
        raise OnjuisteToestand(_("Het controleren mislukte te vaak. Probeer het over een uur opnieuw."))
    goed, fout = vergelijk(partij, antwoorden, gevonden_op=gevonden_op)
    nu = klok.nu()
    gelukt = len(goed) >= NODIG and not fout
    aantekenen(goed=goed, fout=fout, gelukt=gelukt)
    return Verificatie.objects.create(  # type: ignore[no-any-return]
        partij=partij,
        gebruiker=actor.gebruiker,
        goed=goed,
        fout=fout,
        gelukt=gelukt,
        doel=gespreksdoel.strip()[:255],
        moment=nu,
        verloopt_op=nu + GELDT,
    )


@handeling("gesprek_beeindigen", op="klanten.Verificatie")
def gesprek_beeindigen(actor: Actor, verificatie: Verificatie) -> Verificatie:
    """The contact is over: nothing of the caller is shown any more without a new verification."""
    if verificatie.beeindigd_op is None:
        verificatie.beeindigd_op = klok.nu()
        verificatie.save(update_fields=["beeindigd_op"])
    return verificatie


@handeling("voorkeur_wijzigen", op="autorisatie.Partij")
def voorkeur_wijzigen(
    actor: Actor,
    partij: Partij,
    *,
    kanaal: str,
    ingestemd: bool,
    aankondiging: str = Aankondiging.EMAIL,
    vastgelegd_via: str = "portaal",
) -> Voorkeur | None:
    """Record that a person can, or no longer can, be written to by this way (Awb 2:8, 2:12).

    Only the person himself changes it: not who acts for him, and staff only during a verified contact with him. Gives
    the preference that holds now, ``None`` after a withdrawal.
    """
    zelf_aan_het_woord(actor, partij)
    if kanaal not in Kanaal.values or aankondiging not in Aankondiging.values:
        raise Invoerfout({"kanaal": _("Kies een van de mogelijkheden.")})
    lopend = Voorkeur.objects.systeem("voorkeur wijzigen").filter(partij=partij, kanaal=kanaal, ingetrokken_op=None)
    huidig = lopend.select_for_update().first()
    if huidig is not None and ingestemd and huidig.aankondiging == aankondiging:
        return huidig  # type: ignore[no-any-return]
    lopend.update(ingetrokken_op=klok.nu())
    aantekenen(kanaal=kanaal, ingestemd=ingestemd, aankondiging=aankondiging)
    if not ingestemd:
        return None
    return Voorkeur.objects.create(  # type: ignore[no-any-return]
        partij=partij,
        kanaal=kanaal,
        ingestemd_op=klok.nu(),
        aankondiging=aankondiging,
        vastgelegd_via=vastgelegd_via,
    )

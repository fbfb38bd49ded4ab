"""``/actorklantcontacten``: who recorded a contact, and who else took part in it on the side of the municipality.

Who recorded it is one, and a relation with the identity of the contact itself: that one does not change.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Q, Value

from autorisatie import logboek
from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api import lezen, lijst, schrijven
from mijnzaken.api.adressen import adres, laatste_uuid
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.fouten import geen_recht, veldfout
from mijnzaken.api.klantinteracties import actor
from mijnzaken.api.klantinteracties.bij_contact import bij_contact, met_contact
from mijnzaken.api.klantinteracties.gedeeld import LEZEN, naar, niet_leeg, pad, uuids
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.klanten import contactactoren
from mijnzaken.klanten.models import WIE, Actorrelatie, Betrokkene, Klantcontact


def _erbij(wie: Applicatie) -> Rijen:
    return met_contact(Actorrelatie, wie).select_related(*WIE)


def _vastgelegd(wie: Applicatie) -> Rijen:
    iemand = Q(medewerker__isnull=False) | Q(applicatie__isnull=False)
    rijen = Klantcontact.objects.voor(wie).filter(iemand).select_related("medewerker", "applicatie")
    return rijen.annotate(partijen_=uuids(Betrokkene, "klantcontact", kolom="was_partij"))


def _vorm(rij: Any) -> Inhoud:
    contact, wie = (
        (rij.klantcontact, rij.wie) if isinstance(rij, Actorrelatie) else (rij, rij.medewerker or rij.applicatie)
    )
    return {
        "uuid": rij.uuid,
        "url": adres(pad("actorklantcontacten", rij.uuid)),
        "actor": naar("actoren", wie.uuid),
        "klantcontact": naar("klantcontacten", contact.uuid),
    }


# -- reading -----------------------------------------------------------------------------------------------------------


def toon(vraag: Vraag) -> Antwoord:
    """The newest contact first, and of one contact who recorded it first."""
    wie = vraag.lezer(LEZEN)
    gevraagd = vraag.parameters
    vastgelegd = _smal(gevraagd, _vastgelegd(wie), "uuid", ("medewerker", "applicatie"))
    erbij = _smal(gevraagd, _erbij(wie), "klantcontact__uuid", WIE)
    armen = [
        rijen.order_by().annotate(contact_=F(contact), soort_=Value(soort)).values_list("uuid", "contact_", "soort_")
        for soort, (rijen, contact) in enumerate(((vastgelegd, "pk"), (erbij, "klantcontact_id")))
    ]

    def haal(begin: int, hoeveel: int) -> lijst.Blad:
        eerste, tweede = (arm.order_by("-contact_", "uuid")[: begin + hoeveel] for arm in armen)  # each by its index
        alle = eerste.union(tweede, all=True).order_by("-contact_", "soort_", "uuid")
        return _blad(vraag, wie, alle[begin:][:hoeveel]), None

    return lijst.in_bladen(vraag, gevraagd, sum(arm.count() for arm in armen), haal)


def _smal(gevraagd: dict[str, Any], rijen: Rijen, contact: str, kolommen: Iterable[str]) -> Rijen:
    for naam in ("actor", "klantcontact"):
        for parameter in (f"{naam}__uuid", f"{naam}__url"):
            if parameter not in gevraagd:
                continue
            uuid = gevraagd[parameter] if parameter.endswith("uuid") else laatste_uuid(gevraagd[parameter])
            velden = [contact] if naam == "klantcontact" else [f"{kolom}__uuid" for kolom in kolommen]
            mag = Q(pk__in=[])
            for veld in velden if uuid is not None else ():
                mag |= Q(**{veld: uuid})
            rijen = rijen.filter(mag)
    return rijen


def _blad(vraag: Vraag, wie: Applicatie, gevonden: Iterable[tuple[UUID, int, int]]) -> list[Inhoud]:
    op_volgorde = [uuid for uuid, _, _ in gevonden]
    rijen = {rij.uuid: rij for bron in (_vastgelegd(wie), _erbij(wie)) for rij in bron.filter(uuid__in=op_volgorde)}
    if partijen := {pk for rij in rijen.values() for pk in rij.partijen_}:
        logboek.leg_lezing_vast(
            vraag.actor,
            "contact_inzien",
            partijen=partijen,
            doel=lezen.DOEL,
            gegevensgroepen=(Gegevensgroep.CONTACT,),
            bijzonderheden={"lijst": "actorklantcontacten", "aantal": len(op_volgorde)},
        )
    return [_vorm(rijen[uuid]) for uuid in op_volgorde if uuid in rijen]


def lees(vraag: Vraag) -> Antwoord:
    rij = _vastgelegd(vraag.lezer(LEZEN)).filter(uuid=vraag.uuid).first()
    if rij is None:
        return lezen.een(vraag)
    lezen.leg_vast(vraag, ACTORKLANTCONTACTEN, rij)
    return Antwoord(_vorm(rij))


# -- writing -----------------------------------------------------------------------------------------------------------


def _wie(vraag: Vraag) -> dict[str, Any]:
    """Whom the body names, by the column that he is kept in; ApiFout 400 for who is not there, or no longer."""
    niet_leeg(vraag, "actor")
    if "actor" not in vraag.gegevens:
        return {}
    gevonden = actor.vind(vraag.actor, vraag.gegevens["actor"]["uuid"])
    if gevonden is None or not gevonden[1].actief_:
        raise veldfout("actor.uuid", "invalid", "Noem een actor die nu werkt.")
    return dict([gevonden])


def wijzig(vraag: Vraag) -> Antwoord:
    _niet_wie_vastlegde(vraag)
    return schrijven.bijwerken(vraag)


def verwijder(vraag: Vraag) -> Antwoord:
    _niet_wie_vastlegde(vraag)
    return schrijven.verwijderen(vraag)


def _niet_wie_vastlegde(vraag: Vraag) -> None:
    if _vastgelegd(vraag.actor).filter(uuid=vraag.uuid).exists():
        raise geen_recht("Wie een contact vastlegde verandert niet.")


ACTORKLANTCONTACTEN = bij_contact(
    naam="actorklantcontacten",
    soort="actorklantcontact",
    schema="ActorKlantcontact",
    model=Actorrelatie,
    rijen=_erbij,
    vorm=_vorm,
    contact="klantcontact",
    gezegd=_wie,
    toevoegen=contactactoren.actor_toevoegen,
    wijzigen=contactactoren.actorrelatie_wijzigen,
    weghalen=contactactoren.actor_weghalen,
    uniek={"actorrelatie_eens": ("actor", "unique")},
)

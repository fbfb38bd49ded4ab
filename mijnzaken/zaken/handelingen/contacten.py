"""Contacts and requests that another system says a zaak is about (ZGW zrc-024, 025; ``KlantContact``)."""

from dataclasses import dataclass
from datetime import datetime

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from mijnzaken.klanten.handelingen import Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject, Richting
from mijnzaken.zaken import stappen
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Zaak, Zaakcontact, Zaakverzoek
from mijnzaken.zaken.vergrendeld import opnieuw

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


def _mag_het_contact(actor: Actor, klantcontact: Klantcontact) -> bool:
    """What was about zaken of which this system may see none, is not its to show elsewhere (gevaren 2)."""
    rijen = Onderwerpobject.objects.systeem("ging dit contact al ergens over?")
    zaken = rijen.filter(klantcontact=klantcontact, code_objecttype=ZAAK).values_list("object_uuid", flat=True)
    return not zaken or Zaak.objects.voor(actor).filter(uuid__in=list(zaken)).exists()

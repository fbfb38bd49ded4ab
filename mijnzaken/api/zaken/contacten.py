"""``/zaakcontactmomenten``, ``/zaakverzoeken`` and, as older systems have it, ``/klantcontacten`` (Zaken 1.7.0)."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from catalogus import klok
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres, eigen_pad
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.verwijzing import is_van
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.handelingen.contacten import (
    Contact,
    contact_koppelen,
    contact_melden,
    contact_ontkoppelen,
    verzoek_koppelen,
    verzoek_ontkoppelen,
)
from mijnzaken.zaken.models import Zaakcontact, Zaakverzoek

CONTACTEN = "klantinteracties.klantcontacten"

# -- contacts, wherever they are ---------------------------------------------------------------------------------------


def _contacten(actor: Applicatie) -> Rijen:
    return Zaakcontact.objects.voor(actor).select_related(*ZAAKTYPE)


def _contactmoment(rij: Zaakcontact) -> Inhoud:
    return {
        "url": adres(pad("zaakcontactmomenten", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "contactmoment": rij.url or adres(f"/klantinteracties/api/v1/klantcontacten/{rij.klantcontact_uuid}"),
    }


def _koppel_contact(vraag: Vraag) -> Zaakcontact:
    url = vraag.gegevens["contactmoment"]
    if eigen_pad(url, vraag.gastheer) is None:
        verwijzing.elders("contactmoment", url)
        rij: Zaakcontact = contact_koppelen(vraag.actor, genoemde_zaak(vraag), url=url)
        return rij
    contact = verwijzing.rij(vraag, "contactmoment", CONTACTEN)
    rij = contact_koppelen(vraag.actor, genoemde_zaak(vraag), klantcontact=contact)
    return rij


def _ontkoppel_contact(vraag: Vraag, rij: Zaakcontact) -> None:
    contact_ontkoppelen(vraag.actor, rij.zaak, rij)


def _met_contact(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    uuid = is_van(waarde, CONTACTEN, vraag.gastheer)
    return rijen.filter(klantcontact_uuid=uuid) if uuid else rijen.filter(url=waarde)


ZAAKCONTACTMOMENTEN = bij_zaak(
    naam="zaakcontactmomenten",
    soort="zaakcontactmoment",
    gepagineerd=False,
    standaardvolgorde="pk",
    schema="ZaakContactMoment",
    model=Zaakcontact,
    rijen=_contacten,
    vorm=_contactmoment,
    groep=Gegevensgroep.CONTACT,
    filters={"contactmoment": _met_contact},
    aanmaken=_koppel_contact,
    verwijderen=_ontkoppel_contact,
    uniek={"zaakcontact_eens": ("nonFieldErrors", "unique")},
)

# -- contacts of ours, in full -----------------------------------------------------------------------------------------


def _met_inhoud(actor: Applicatie) -> Rijen:
    """With what was said: it comes in the same statement. What is confidential is not told to other systems."""
    contact = Klantcontact.objects.systeem("contacten van zaken die al zijn toegelaten")
    inhoud = contact.filter(uuid=OuterRef("klantcontact_uuid"), vertrouwelijk=False).values(
        inhoud_=JSONObject(
            nummer="nummer",
            moment="plaatsgevonden_op",
            kanaal="kanaal",
            onderwerp="onderwerp",
            inhoud="inhoud",
            metadata="metadata",
        )
    )
    return _contacten(actor).annotate(contact=Subquery(inhoud)).filter(contact__isnull=False)


def _klantcontact(rij: Any) -> Inhoud:
    """As the other system wrote it, where it did; it may leave out what a contact here always has."""
    contact: dict[str, Any] = rij.contact
    zelf: dict[str, str] | None = contact["metadata"].get("zgw")
    return {
        "url": adres(pad("klantcontacten", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "identificatie": (zelf or {}).get("identificatie") or contact["nummer"] or "",
        "datumtijd": parse_datetime(contact["moment"]),
        "kanaal": contact["kanaal"][:20] if zelf is None else zelf["kanaal"],
        "onderwerp": contact["onderwerp"] if zelf is None else zelf["onderwerp"],
        "toelichting": contact["inhoud"][:1000],
    }


def _meld_contact(vraag: Vraag) -> Zaakcontact:
    lijf = vraag.gegevens
    if lijf["datumtijd"] > klok.nu():
        raise veldfout("datumtijd", "future_not_allowed", "Een contact ligt niet in de toekomst.")
    contact = Contact(
        moment=lijf["datumtijd"],
        kanaal=lijf.get("kanaal", ""),
        onderwerp=lijf.get("onderwerp", ""),
        toelichting=lijf.get("toelichting", ""),
        identificatie=lijf.get("identificatie", ""),
    )
    rij: Zaakcontact = contact_melden(vraag.actor, genoemde_zaak(vraag), contact)
    return rij


KLANTCONTACTEN = bij_zaak(
    naam="klantcontacten",
    soort="klantcontact",
    schema="KlantContact",
    model=Zaakcontact,
    rijen=_met_inhoud,
    vorm=_klantcontact,
    groep=Gegevensgroep.CONTACT,
    aanmaken=_meld_contact,
    wisselt=True,
)

# -- requests ----------------------------------------------------------------------------------------------------------


def _verzoeken(actor: Applicatie) -> Rijen:
    return Zaakverzoek.objects.voor(actor).select_related(*ZAAKTYPE)


def _verzoek(rij: Zaakverzoek) -> Inhoud:
    return {
        "url": adres(pad("zaakverzoeken", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "verzoek": rij.verzoek,
    }


def _koppel_verzoek(vraag: Vraag) -> Zaakverzoek:
    """There is no Verzoeken API here, so a request is always of another platform."""
    verwijzing.elders("verzoek", vraag.gegevens["verzoek"])
    rij: Zaakverzoek = verzoek_koppelen(vraag.actor, genoemde_zaak(vraag), vraag.gegevens["verzoek"])
    return rij


def _ontkoppel_verzoek(vraag: Vraag, rij: Zaakverzoek) -> None:
    verzoek_ontkoppelen(vraag.actor, rij.zaak, rij)


ZAAKVERZOEKEN = bij_zaak(
    naam="zaakverzoeken",
    soort="zaakverzoek",
    gepagineerd=False,
    standaardvolgorde="pk",
    schema="ZaakVerzoek",
    model=Zaakverzoek,
    rijen=_verzoeken,
    vorm=_verzoek,
    filters={"verzoek": "verzoek"},
    aanmaken=_koppel_verzoek,
    verwijderen=_ontkoppel_verzoek,
    uniek={"zaakverzoek_eens": ("nonFieldErrors", "unique")},
)

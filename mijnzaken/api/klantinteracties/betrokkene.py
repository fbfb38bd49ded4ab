"""``/betrokkenen`` and ``/onderwerpobjecten``: who took part in a contact, and what it was about."""

from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep, Partij
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.klantinteracties import klantcontact
from mijnzaken.api.klantinteracties.gedeeld import (
    LEZEN,
    genoemd,
    naar,
    niet_leeg,
    op_beide,
    pad,
    postadres,
    uuids,
    via,
)
from mijnzaken.api.klantinteracties.partijfilter import op_partijidentificator
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import contacten
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres, Klantcontact

_NAAM = {
    "voorletters": "voorletters",
    "voornaam": "voornaam",
    "voorvoegselAchternaam": "voorvoegsel_achternaam",
    "achternaam": "achternaam",
}
_VAN = "verstrekt_door_betrokkene"
_ADRESSEN = ("bezoekadres", "correspondentieadres")


def bij_contact(**velden: Any) -> Bron:
    """Its scope, its log, its audit trail and its notification are those of the contact."""
    vast: dict[str, Any] = {
        "pad": f"/{velden['naam']}",
        "lezen": LEZEN,
        "groep": Gegevensgroep.CONTACT,
        "lezing": "contact_inzien",
        "betrokkenen": lambda vraag, rijen: {pk for rij in rijen for pk in rij.partijen_},
        "hoofd": lambda rij: klantcontact.hoofd(rij.klantcontact),
        "weergave": lambda rij: rij.klantcontact.onderwerp,
        "kanaal": "klantcontacten",
    }
    return Bron(**vast | velden)


def met_contact(model: Any, wie: Applicatie) -> Rijen:
    """With its contact and the partijen of that, in one statement."""
    return (
        model.objects.voor(wie)
        .select_related("klantcontact")
        .annotate(partijen_=uuids(Betrokkene, "klantcontact", van="klantcontact", kolom="was_partij"))
    )


def _rijen(wie: Applicatie) -> Rijen:
    rijen = met_contact(Betrokkene, wie).select_related("was_partij")
    return rijen.annotate(adressen_=uuids(DigitaalAdres, _VAN))


def _vorm(rij: Any) -> Inhoud:
    naam = {deel: getattr(rij, kolom) for deel, kolom in _NAAM.items()}
    return {
        "uuid": rij.uuid,
        "url": adres(pad("betrokkenen", rij.uuid)),
        "wasPartij": naar("partijen", rij.was_partij.uuid) if rij.was_partij is not None else None,
        "hadKlantcontact": naar("klantcontacten", rij.klantcontact.uuid),
        "digitaleAdressen": [naar("digitaleadressen", uuid) for uuid in rij.adressen_],
        **{soort: postadres(getattr(rij, soort)) for soort in _ADRESSEN},
        "contactnaam": naam if any(naam.values()) else None,
        "volledigeNaam": rij.volledige_naam,
        "rol": rij.rol,
        "organisatienaam": rij.organisatienaam,
        "initiator": rij.initiator,
    }


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    """The columns that the body gives; a name and an address are given whole."""
    lijf = vraag.gegevens
    velden = {naam: lijf[naam] for naam in ("rol", "organisatienaam", "initiator") if naam in lijf}
    velden |= {soort: lijf[soort] or {} for soort in _ADRESSEN if soort in lijf}
    if "contactnaam" in lijf:
        velden |= {kolom: (lijf["contactnaam"] or {}).get(deel, "") for deel, kolom in _NAAM.items()}
    if "wasPartij" in lijf:
        velden["was_partij"] = genoemd(vraag, "wasPartij", Partij)
    return velden


def _voeg_toe(vraag: Vraag) -> Betrokkene:
    contact = genoemd(vraag, "hadKlantcontact", Klantcontact)
    rij: Betrokkene = contacten.betrokkene_toevoegen(vraag.actor, contact, _gezegd(vraag))
    return rij


def ander_contact(vraag: Vraag, veld: str, rij: Any) -> dict[str, Any]:
    """The contact that the body names, when it is not the one that the row has."""
    if veld not in vraag.gegevens:
        return {}
    niet_leeg(vraag, veld)
    if vraag.gegevens[veld]["uuid"] == rij.klantcontact.uuid:
        return {}
    return {"klantcontact": genoemd(vraag, veld, Klantcontact)}


def _wijzig(vraag: Vraag, rij: Betrokkene) -> Betrokkene:
    velden = _gezegd(vraag) | ander_contact(vraag, "hadKlantcontact", rij)
    nieuw: Betrokkene = contacten.betrokkene_wijzigen(vraag.actor, rij.klantcontact, rij, velden)
    return nieuw


def _verwijder(vraag: Vraag, rij: Betrokkene) -> None:
    contacten.betrokkene_verwijderen(vraag.actor, rij.klantcontact, rij)


BETROKKENEN = bij_contact(
    naam="betrokkenen",
    soort="betrokkene",
    schema="Betrokkene",
    model=Betrokkene,
    rijen=_rijen,
    vorm=_vorm,
    filters={
        **{f"contactnaam{deel[0].upper()}{deel[1:]}": kolom for deel, kolom in _NAAM.items()},
        "organisatienaam": "organisatienaam",
        **op_beide("hadKlantcontact", "klantcontact__uuid"),
        "hadKlantcontact__nummer": "klantcontact__nummer",
        "hadKlantcontact__referentienummer": "klantcontact__referentienummer",
        **op_beide("wasPartij", "was_partij__uuid"),
        "wasPartij__nummer": "was_partij__nummer",
        **op_partijidentificator("wasPartij__partijIdentificator__", "was_partij__in"),
        **op_beide("verstrektedigitaalAdres", via(DigitaalAdres, "uuid", _VAN)),
        "verstrektedigitaalAdres__adres": via(DigitaalAdres, "adres", _VAN),
    },
    uitklap={
        "digitaleAdressen": "klantinteracties.digitaleadressen",
        "wasPartij": "klantinteracties.partijen",
        "hadKlantcontact": "klantinteracties.klantcontacten",
    },
    aanmaken=_voeg_toe,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
    uniek={"betrokkene_eens": ("wasPartij", "unique")},
)

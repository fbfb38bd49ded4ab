"""``/betrokkenen``: who took part in a contact."""

from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Partij
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.klantinteracties.bij_contact import bij_contact, met_contact
from mijnzaken.api.klantinteracties.gedeeld import (
    genoemd,
    naar,
    op_beide,
    pad,
    postadres,
    uuids,
    via,
)
from mijnzaken.api.klantinteracties.partijfilter import op_partijidentificator
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import contacten
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres

_NAAM = {
    "voorletters": "voorletters",
    "voornaam": "voornaam",
    "voorvoegselAchternaam": "voorvoegsel_achternaam",
    "achternaam": "achternaam",
}
_VAN = "verstrekt_door_betrokkene"
_ADRESSEN = ("bezoekadres", "correspondentieadres")


def _rijen(wie: Applicatie) -> Rijen:
    rijen = met_contact(Betrokkene, wie).select_related("was_partij")
    return rijen.annotate(adressen_=uuids(DigitaalAdres, _VAN))


def _vorm(rij: Any) -> Inhoud:
    naam = lees(rij, _NAAM)
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
        velden |= dict.fromkeys(_NAAM.values(), "") | schrijf(lijf["contactnaam"] or {}, Betrokkene, _NAAM)
    if "wasPartij" in lijf:
        velden["was_partij"] = genoemd(vraag, "wasPartij", Partij)
    return velden


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
    contact="hadKlantcontact",
    gezegd=_gezegd,
    toevoegen=contacten.betrokkene_toevoegen,
    wijzigen=contacten.betrokkene_wijzigen,
    weghalen=contacten.betrokkene_verwijderen,
    uniek={"betrokkene_eens": ("wasPartij", "unique")},
)

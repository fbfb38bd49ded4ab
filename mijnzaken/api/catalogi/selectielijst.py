"""What an address in the Selectielijst says: by our copy of the list, else by the list itself (ztc-001, 002)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from catalogus.models import Resultaattype
from catalogus.selectielijst import procestype_bij, resultaat_bij
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import laatste_uuid
from mijnzaken.api.fouten import veldfout


@dataclass(frozen=True)
class Klasse:
    """RESULTAAT of the list, as far as a resultaattype follows from it."""

    procestype: UUID | None
    waardering: str
    bewaartermijn: str
    procestermijn: str


def is_procestype(veld: str, url: str) -> None:
    """ztc-001; ApiFout 400."""
    if procestype_bij(url) is None and "nummer" not in verwijzing.inhoud_elders(veld, url):
        raise veldfout(veld, "invalid-resource", "Op dit adres staat geen procestype.")


def klasse(veld: str, url: str) -> Klasse:
    """ztc-002; ApiFout 400."""
    rij = resultaat_bij(url)
    if rij is not None:
        return Klasse(rij.procestype.uuid, rij.waardering, rij.bewaartermijn, rij.procestermijn)
    inhoud = verwijzing.inhoud_elders(veld, url)
    if "procesType" not in inhoud:
        raise veldfout(veld, "invalid-resource", "Op dit adres staat geen resultaat van de Selectielijst.")
    return Klasse(
        laatste_uuid(_tekst(inhoud, "procesType")),
        _tekst(inhoud, "waardering"),
        _tekst(inhoud, "bewaartermijn"),
        _tekst(inhoud, "procestermijn"),
    )


def generieke_omschrijving(veld: str, url: str) -> str:
    """The word for what a resultaattypeomschrijving refers to; what our catalogue uses already is not asked again."""
    bekend = Resultaattype.objects.filter(resultaattypeomschrijving=url).exclude(omschrijving_generiek="")
    if woord := bekend.values_list("omschrijving_generiek", flat=True).first():
        return str(woord)
    woord = _tekst(verwijzing.inhoud_elders(veld, url), "omschrijving")[:80]
    if not woord:
        raise veldfout(veld, "invalid-resource", "Op dit adres staat geen resultaattypeomschrijving.")
    return woord


def _tekst(inhoud: dict[str, Any], naam: str) -> str:
    waarde = inhoud.get(naam)
    return waarde if isinstance(waarde, str) else ""

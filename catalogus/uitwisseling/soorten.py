"""The kinds of document and decision that a zaaktype refers to, and that other zaaktypen share with it."""

from collections.abc import Iterator
from typing import Any

from catalogus.models import Besluittype, Informatieobjecttype, Zaaktype
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vorm import Rij, Vorm, naar_buiten
from catalogus.uitwisseling.vormen import DELEN, ZAAKTYPE

Soort = Informatieobjecttype | Besluittype

SOORTEN: dict[str, Vorm] = {naam: DELEN[naam] for naam in ("informatieobjecttypen", "besluittypen")}
"""In the order in which they refer to each other."""


def genoemd(vorm: Vorm, rij: Rij) -> dict[str, set[str]]:
    """Per kind the names that a row in normal form refers to."""
    namen: dict[str, set[str]] = {naam: set() for naam in SOORTEN}
    for verwijzing in naar_buiten(vorm, rij):
        if verwijzing.collectie in namen:
            namen[verwijzing.collectie].add(verwijzing.waarde)
    return namen


def nieuwste(collectie: str, namen: set[str]) -> dict[str, Any]:
    """The rows of these names that are here, the newest of each."""
    rijen: Any = SOORTEN[collectie].model._default_manager.filter(omschrijving__in=namen)
    return {rij.omschrijving: rij for rij in rijen.order_by("id")}


def van_versie(versie: Zaaktype) -> dict[str, list[Soort]]:
    """What a version refers to, by name; the documents in which its decisions are laid down come along."""
    namen = genoemd(ZAAKTYPE, rij_van(ZAAKTYPE, versie))
    besluittypen = nieuwste("besluittypen", namen["besluittypen"])
    for besluittype in besluittypen.values():
        namen["informatieobjecttypen"] |= {doc.omschrijving for doc in besluittype.informatieobjecttypen.all()}
    gevonden = {"informatieobjecttypen": nieuwste("informatieobjecttypen", namen["informatieobjecttypen"])}
    gevonden["besluittypen"] = besluittypen
    return {collectie: [rijen[naam] for naam in sorted(rijen)] for collectie, rijen in gevonden.items()}


def nog_concept(versie: Zaaktype) -> list[Soort]:
    """What starts to hold when this version is published: no kind of that name holds yet."""
    return [rij for rijen in van_versie(versie).values() for rij in rijen if rij.concept and not _geldt_al(rij)]


def publiceer(versie: Zaaktype) -> None:
    for rij in nog_concept(versie):
        rij.concept = False
        rij.save(update_fields=["concept"])


def namen(rijen: list[Soort]) -> Iterator[str]:
    """Each as a person calls it: 'documenttype Aanvraag'."""
    for rij in rijen:
        yield f"{'documenttype' if isinstance(rij, Informatieobjecttype) else 'besluittype'} {rij.omschrijving}"


def _geldt_al(rij: Soort) -> bool:
    gelijke = type(rij).objects.filter(catalogus_id=rij.catalogus_id, omschrijving=rij.omschrijving, concept=False)
    return gelijke.filter(einde_geldigheid=None).exists()

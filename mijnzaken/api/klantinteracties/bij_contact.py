"""What belongs to a contact: who took part, what it was about, its documents. Each is reached through its contact,
which says too whether it may be changed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.bron import Bron, Rijen
from mijnzaken.api.klantinteracties import klantcontact
from mijnzaken.api.klantinteracties.gedeeld import LEZEN, genoemd, niet_leeg, uuids
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten.models import Betrokkene, Klantcontact

Gezegd = Callable[[Vraag], Mapping[str, Any]]


def bij_contact(
    *,
    contact: str,
    gezegd: Gezegd,
    toevoegen: Callable[..., Any],
    wijzigen: Callable[..., Any],
    weghalen: Callable[..., Any],
    **velden: Any,
) -> Bron:
    """Its scope, its log, its audit trail and its notification are those of the contact, which the body names as
    ``contact``. ``gezegd`` gives the columns that a body says; the rest are handelingen on the contact.
    """

    def aanmaken(vraag: Vraag) -> Any:
        return toevoegen(vraag.actor, genoemd(vraag, contact, Klantcontact), gezegd(vraag))

    def bijwerken(vraag: Vraag, rij: Any) -> Any:
        return wijzigen(vraag.actor, rij.klantcontact, rij, {**gezegd(vraag), **_ander_contact(vraag, contact, rij)})

    def verwijderen(vraag: Vraag, rij: Any) -> None:
        weghalen(vraag.actor, rij.klantcontact, rij)

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
    return Bron(**vast | velden, aanmaken=aanmaken, bijwerken=bijwerken, verwijderen=verwijderen)


def met_contact(model: Any, wie: Applicatie) -> Rijen:
    """With its contact and the partijen of that, in one statement."""
    return (
        model.objects.voor(wie)
        .select_related("klantcontact")
        .annotate(partijen_=uuids(Betrokkene, "klantcontact", van="klantcontact", kolom="was_partij"))
    )


def _ander_contact(vraag: Vraag, veld: str, rij: Any) -> dict[str, Any]:
    """The contact that the body names, when it is not the one that the row has."""
    niet_leeg(vraag, veld)
    if veld not in vraag.gegevens or vraag.gegevens[veld]["uuid"] == rij.klantcontact.uuid:
        return {}
    return {"klantcontact": genoemd(vraag, veld, Klantcontact)}

"""What stands with a partij: account numbers, and the categories in which it is counted."""

from collections.abc import Callable, Mapping
from typing import Any

from autorisatie.models import Gegevensgroep, Partij
from mijnzaken.api.bron import Bron
from mijnzaken.api.klantinteracties import partij
from mijnzaken.api.klantinteracties.gedeeld import genoemd, zelfde
from mijnzaken.api.vraag import Vraag


def bij_partij(
    *,
    gezegd: Callable[[Vraag], Mapping[str, Any]],
    toevoegen: Callable[..., Any],
    wijzigen: Callable[..., Any],
    weghalen: Callable[..., Any],
    **velden: Any,
) -> Bron:
    """Its scope, log, audit trail and notifications are those of the partij, which stays the same. ``gezegd`` gives the
    columns that a body says; the rest are handelingen on the partij.
    """

    def aanmaken(vraag: Vraag) -> Any:
        return toevoegen(vraag.actor, genoemd(vraag, "partij", Partij), gezegd(vraag))

    def bijwerken(vraag: Vraag, rij: Any) -> Any:
        zelfde(vraag, "partij", rij.partij)
        return wijzigen(vraag.actor, rij.partij, rij, gezegd(vraag))

    def verwijderen(vraag: Vraag, rij: Any) -> None:
        weghalen(vraag.actor, rij.partij, rij)

    vast: dict[str, Any] = {
        "pad": f"/{velden['naam']}",
        "lezen": partij.LEZEN,
        "groep": Gegevensgroep.PERSOONSGEGEVENS,
        "lezing": "gegevens_inzien",
        "betrokkenen": lambda vraag, rijen: {rij.partij_id for rij in rijen},
        "hoofd": lambda rij: partij.hoofd(rij.partij),
        "weergave": lambda rij: velden["soort"],
        "kanaal": "partijen",
    }
    return Bron(**vast | velden, aanmaken=aanmaken, bijwerken=bijwerken, verwijderen=verwijderen)

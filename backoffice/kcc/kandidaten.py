"""Who was found, before he is verified: enough for the agent to tell two people at one address apart, no more."""

from dataclasses import dataclass
from uuid import UUID

from autorisatie.models import Partij


@dataclass(frozen=True)
class Kandidaat:
    uuid: UUID
    naam: str
    bij: str


def kandidaat(partij: Partij) -> Kandidaat:
    """'A.M. de V…' and '29…'; an organisation is public and keeps its name."""
    if partij.is_organisatie:
        return Kandidaat(partij.uuid, partij.naam, partij.stad)
    delen = (partij.voorletters, partij.voorvoegsel_achternaam, f"{partij.achternaam[:1]}…")
    return Kandidaat(
        partij.uuid, " ".join(deel for deel in delen if deel), f"{partij.postcode[:2]}…" if partij.postcode else ""
    )

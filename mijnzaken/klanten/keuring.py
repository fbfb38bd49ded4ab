"""What a contact must be before it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from autorisatie.fouten import Invoerfout
from catalogus import klok
from mijnzaken.klanten.models import Richting

LANGSTE_VRAAG, LANGSTE_TEKST, LANGSTE_ONDERWERP = 4_000, 10_000, 200  # characters
EIGEN_NUMMER = 10  # digits; ours begin with a nought


@dataclass(frozen=True)
class GesteldeVraag:
    """One question in a contact, its answer, and the catalogue product that it is about."""

    vraag: str
    antwoord: str = ""
    product_id: int | None = None


def keur(velden: Mapping[str, Any], vragen: Sequence[GesteldeVraag] = ()) -> None:
    """Raises Invoerfout for what is wrong among the columns that are given; what is not given stays as it was."""
    fouten: dict[str, str] = {}
    onderwerp = velden.get("onderwerp")
    if "kanaal" in velden and not velden["kanaal"].strip():
        fouten["kanaal"] = _("Kies hoe het contact ging.")
    if onderwerp is not None and not onderwerp.strip():
        fouten["onderwerp"] = _("Vul in waar het contact over ging.")
    elif onderwerp is not None and len(onderwerp) > LANGSTE_ONDERWERP:
        fouten["onderwerp"] = _("Gebruik ten hoogste 200 tekens.")
    if "richting" in velden and velden["richting"] not in Richting.values:
        fouten["richting"] = _("Kies wie het contact begon.")
    if "plaatsgevonden_op" in velden and velden["plaatsgevonden_op"] > klok.nu():
        fouten["plaatsgevonden_op"] = _("Een contact kan niet in de toekomst liggen.")
    if any(len(v.vraag) > LANGSTE_VRAAG or len(v.antwoord) > LANGSTE_TEKST or not v.vraag.strip() for v in vragen):
        fouten["vragen"] = _("Vul bij elke vraag iets in, ten hoogste 4.000 tekens.")
    for veld in ("inhoud", "reactie"):
        if len(velden.get(veld, "")) > LANGSTE_TEKST:
            fouten[veld] = _("Gebruik ten hoogste 10.000 tekens.")
    nummer = velden.get("nummer") or ""
    if len(nummer) == EIGEN_NUMMER and nummer.startswith("0") and nummer.isdecimal():
        fouten["nummer"] = _("Dit nummer geven wij zelf aan een contact.")
    if fouten:
        raise Invoerfout(fouten)

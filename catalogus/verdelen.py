"""Which team gets a new zaak: the rules of its zaaktype, in their order."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from catalogus.formulieren.adres import OnjuistAdres, lees_postcode
from catalogus.formulieren.opslag import OnjuisteWaarde, uit_opslag
from catalogus.formulieren.voorwaarden import voorwaarde
from catalogus.models import Gegeven, SoortGegeven, Team, Verdeelregel, Zaaktype
from catalogus.vastevraag import SLEUTEL, onthouden

Antwoorden = Mapping[str, Any]


def team_voor(
    zaaktype: Zaaktype, *, product_id: int | None = None, antwoorden: Antwoorden | None = None, postcode: str = ""
) -> Team:
    """``antwoorden`` in stored form. ``postcode`` of the applicant: it counts when the answers name no address."""
    regels = _regels().alle(zaaktype.pk)
    if not regels:
        return zaaktype.proces.team
    antwoorden = antwoorden or {}
    cijfers = _cijfers(_postcode_in(zaaktype.gegevens.all(), antwoorden) or postcode)
    return next((r.team for r in regels if _past(r, product_id, antwoorden, cijfers)), zaaktype.proces.team)


@onthouden
def _regels() -> QuerySet[Verdeelregel]:
    return Verdeelregel.objects.filter(zaaktype=SLEUTEL).select_related("team__afdeling")


def _past(regel: Verdeelregel, product_id: int | None, antwoorden: Antwoorden, cijfers: int | None) -> bool:
    if regel.product_id is not None and regel.product_id != product_id:
        return False
    return _in_gebied(regel, cijfers) and voorwaarde(regel.voorwaarde, antwoorden)


def _in_gebied(regel: Verdeelregel, cijfers: int | None) -> bool:
    if regel.postcode_van is None or regel.postcode_tot is None:
        return True
    return cijfers is not None and regel.postcode_van <= cijfers <= regel.postcode_tot


def _postcode_in(gegevens: Iterable[Gegeven], antwoorden: Antwoorden) -> str:
    """Of the first address in the form that was filled in."""
    for gegeven in gegevens:
        if gegeven.soort == SoortGegeven.ADRES and antwoorden.get(gegeven.naam):
            try:
                return str(uit_opslag(gegeven.soort, antwoorden[gegeven.naam]).postcode)
            except OnjuisteWaarde:
                continue
    return ""


def _cijfers(postcode: str) -> int | None:
    try:
        return int(lees_postcode(postcode)[:4])
    except OnjuistAdres:
        return None

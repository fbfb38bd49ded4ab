"""Telling those who were given data of a person what happened to them (AVG 19)."""

from collections.abc import Sequence
from uuid import UUID

from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from mijnzaken.zaken import stappen
from mijnzaken.zaken.models import Kennisgevingsstand, Zaak


@handeling("kennisgeving_afmelden", op="zaken.Zaak")
def kennisgeving_afmelden(
    actor: Medewerker, verzoek: Zaak, *, kennisgevingen: Sequence[UUID], stand: str, toelichting: str
) -> int:
    """These receivers were told, or can't be told, or only with too much effort: then it says why. Gives how many."""
    if stand not in (Kennisgevingsstand.VERTELD, Kennisgevingsstand.ONMOGELIJK):
        raise Invoerfout({"stand": "Kies of deze ontvangers het weten."})
    if not toelichting.strip():
        raise Invoerfout({"toelichting": "Schrijf hoe en wanneer u het vertelde, of waarom dat niet kan."})
    open_ = verzoek.kennisgevingen.filter(stand=Kennisgevingsstand.OPEN, uuid__in=kennisgevingen)
    aantal: int = open_.update(
        stand=stand, toelichting=toelichting.strip()[:500], gedaan_op=klok.nu(), gedaan_door=actor.gebruiker
    )
    if not aantal:
        raise Invoerfout({"kennisgevingen": "Kies ten minste een ontvanger die het nog moet horen."})
    stappen.raak_aan(verzoek)
    aantekenen(aantal=aantal, stand=stand)
    return aantal

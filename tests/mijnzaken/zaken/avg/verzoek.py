"""A request for access of anna, who also holds a zaak with everything in it, and what became of it."""

import json
from typing import Any

from mijnzaken.zaken.avg.onderhoud import verzamel
from mijnzaken.zaken.avg.overzicht import velden_van
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.models import Inzagedeel, Inzagekopie, Zaak
from tests.fabrieken import REDEN, medewerker, registreer, ververs


def vraag_inzage(naam: str = "anna", door: str = "lotte") -> Zaak:
    """Asked, taken up, and collected by the scheduler."""
    zaak = registreer(naam, "avg-inzage")
    in_behandeling_nemen(medewerker(door), zaak)
    verzamel()
    return ververs(zaak)


def kopie_van(zaak: Zaak) -> Inzagekopie:
    kopie: Inzagekopie = Inzagekopie.objects.systeem(REDEN).get(zaak=zaak)
    return kopie


def delen_van(zaak: Zaak) -> list[Inzagedeel]:
    return list(Inzagedeel.objects.systeem(REDEN).filter(zaak=zaak))


def alles(zaak: Zaak) -> str:
    """Every value that was collected, as one text."""
    return json.dumps([velden_van(deel) for deel in delen_van(zaak)], ensure_ascii=False)


def van_soort(zaak: Zaak, label: str) -> list[dict[str, Any]]:
    """The fields of each part of one table, by name."""
    delen = [deel for deel in delen_van(zaak) if deel.kenmerk.startswith(f"{label}:")]
    return [{veld["naam"]: veld["woorden"] for veld in velden_van(deel)} for deel in delen]

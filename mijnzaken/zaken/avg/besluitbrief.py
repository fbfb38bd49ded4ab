"""What the decision on a request of a data subject says more than other decisions: what went and what stays, who was
told (AVG 19), and who supervises (AVG 12 lid 4).
"""

from collections.abc import Iterable
from typing import Any

from django.utils import translation

from mijnzaken.zaken.avg import RECHTEN
from mijnzaken.zaken.models import Besluit, Kennisgeving, Kennisgevingsstand, Wisregel, Zaak


def voor_besluit(zaak: Zaak, rij: Besluit) -> dict[str, Any]:
    """Fields of the letter ``besluit``; nothing, and no query, for another zaak."""
    if zaak.proces.identificatie not in RECHTEN:
        return {}
    resultaattype = rij.voorstel.resultaattype if rij.voorstel else None
    regels = op_volgorde(zaak.wisregels.order_by("pk"))
    kennisgevingen = list(zaak.kennisgevingen.order_by("pk"))
    return {
        "onderwerp": f"Besluit op uw verzoek: {zaak.titel}",
        "kop": resultaattype.naam_inwoner if resultaattype else "",
        "inleiding": "U deed een verzoek over uw persoonsgegevens. In deze brief leest u wat wij besluiten, en waarom.",
        "gewist": [_wat(regel) for regel in regels if regel.gewist_op is not None],
        "gebleven": [_blijft(regel) for regel in regels if regel.gewist_op is None],
        "verteld": [_wie(k) for k in kennisgevingen if k.stand == Kennisgevingsstand.VERTELD],
        "niet_verteld": [_wie(k) for k in kennisgevingen if k.stand == Kennisgevingsstand.ONMOGELIJK],
        "toezicht": True,
    }


def op_volgorde(regels: Iterable[Wisregel]) -> list[Wisregel]:
    """A gegeven that was pointed out comes after the zaak that it stands in, wherever its line was made."""
    rijen = list(regels)
    eerste: dict[str, int] = {}
    for plek, regel in enumerate(rijen):
        eerste.setdefault(regel.nummer, plek)
    plekken = sorted(
        range(len(rijen)), key=lambda plek: (eerste[rijen[plek].nummer] if rijen[plek].nummer else plek, plek)
    )
    return [rijen[plek] for plek in plekken]


def _wie(rij: Kennisgeving) -> str:
    return f"{rij.ontvanger}: {rij.gegeven}, {rij.get_soort_display()}"  # type: ignore[attr-defined]


def _wat(regel: Wisregel) -> str:
    delen = [regel.omschrijving, regel.nummer and f"zaak {regel.nummer}"]
    if regel.nummer and regel.documenten:
        delen.append("1 document" if regel.documenten == 1 else f"{regel.documenten} documenten")
    if not regel.nummer and regel.aantal > 1:
        delen.append(f"{regel.aantal} keer")
    return ", ".join(deel for deel in delen if deel)


def _blijft(regel: Wisregel) -> dict[str, str]:
    """``waarom`` ends with the article; ``tot`` is a date, empty when nobody knows."""
    with translation.override("nl"):  # as the letter is
        grond = str(regel.get_grond_display())
    zinnen = [regel.uitleg, f"{grond[:1].upper()}{grond[1:]}.", regel.bron and f"{regel.bron}."]
    return {
        "wat": _wat(regel),
        "waarom": " ".join(zin for zin in zinnen if zin),
        "tot": regel.tot.isoformat() if regel.tot else "",
    }

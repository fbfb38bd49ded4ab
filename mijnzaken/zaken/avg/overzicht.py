"""What the resident gets: an overview to read (PDF/UA) and the same as a file for a program (JSON)."""

import json
from itertools import groupby
from typing import Any

from django.conf import settings

from catalogus import klok
from mijnzaken.berichten.brieven import maak_brief
from mijnzaken.zaken.avg.tabel import BERICHTEN, CONTACT, GEBRUIK, MACHTIGINGEN, PERSOON
from mijnzaken.zaken.models import Achterhoudgrond, Inzagedeel, Zaak

GROEPEN = {
    PERSOON: "Over uzelf",
    CONTACT: "Contact met u",
    BERICHTEN: "Berichten aan u",
    MACHTIGINGEN: "Machtigingen",
    GEBRUIK: "Wie uw gegevens gebruikte",
}
_VOLGORDE = [PERSOON, CONTACT, MACHTIGINGEN]  # then the zaken, then what is long
_LAATST = [BERICHTEN, GEBRUIK]


def groepnaam(groep: str, soort: str | None = None) -> str:
    """What a group is called; ``soort`` is the kind of a zaak."""
    return GROEPEN.get(groep) or f"Zaak {groep}{f': {soort}' if soort else ''}"


def op_volgorde(groep: str) -> tuple[int, str]:
    if groep in _VOLGORDE:
        return _VOLGORDE.index(groep), ""
    return (len(_VOLGORDE) + 1 + _LAATST.index(groep), "") if groep in _LAATST else (len(_VOLGORDE), groep)


def velden_van(deel: Inzagedeel) -> list[dict[str, Any]]:
    """What a part holds; nothing once the copy was released."""
    gelezen: list[dict[str, Any]] = json.loads(deel.inhoud.tonen()) if deel.inhoud else []  # type: ignore[union-attr]
    return gelezen


def als_pdf(kop: dict[str, Any], zaak: Zaak, delen: list[Inzagedeel]) -> bytes:
    """``kop`` is that of every letter of the zaak."""
    return maak_brief(
        "inzage",
        kop
        | {
            "onderwerp": "Overzicht van uw persoonsgegevens",
            "verzameld_op": klok.datum(zaak.inzagekopie.verzameld_op).isoformat(),
            "groepen": [
                {
                    "kop": groepnaam(groep, _soort(van_groep)),
                    "delen": [
                        {
                            "kop": deel.kop,
                            "velden": [{"label": v["label"], "waarde": v["woorden"]} for v in velden_van(deel)],
                        }
                        for deel in van_groep
                    ],
                }
                for groep, van_groep in _per_groep(delen)
            ],
            "achtergehouden": [f"{groepnaam(groep)}: {kop_}. {reden}" for groep, kop_, reden in _achtergehouden(delen)],
        },
        norm="ua-1",
    )


def als_json(zaak: Zaak, delen: list[Inzagedeel]) -> bytes:
    inhoud = {
        "soort": "overzicht van persoonsgegevens (AVG artikel 15)",
        "verwerkingsverantwoordelijke": settings.GEMEENTE["volledige_naam"],
        "kenmerk": zaak.nummer,
        "verzameld_op": zaak.inzagekopie.verzameld_op.isoformat(),
        "onderdelen": [
            {
                "onderdeel": groepnaam(groep, _soort(van_groep)),
                "gegevens": [
                    {
                        "soort": deel.kop,
                        "velden": [
                            {"naam": v["naam"], "label": v["label"], "waarde": v["waarde"]} for v in velden_van(deel)
                        ],
                    }
                    for deel in van_groep
                ],
            }
            for groep, van_groep in _per_groep(delen)
        ],
        "niet_opgenomen": [
            {"onderdeel": groepnaam(groep), "soort": kop, "reden": reden}
            for groep, kop, reden in _achtergehouden(delen)
        ],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1).encode()


def _per_groep(delen: list[Inzagedeel]) -> list[tuple[str, list[Inzagedeel]]]:
    gaan = sorted((deel for deel in delen if not deel.grond), key=lambda deel: op_volgorde(deel.groep))
    return [(groep, list(van_groep)) for groep, van_groep in groupby(gaan, key=lambda deel: deel.groep)]


def _soort(delen: list[Inzagedeel]) -> str:
    return next((deel.over_zaak.titel for deel in delen if deel.over_zaak is not None), "")


def _achtergehouden(delen: list[Inzagedeel]) -> list[tuple[str, str, str]]:
    """That something is withheld and on which ground; why in this case is for the file (UAVG 41 lid 2 h)."""
    return [(deel.groep, deel.kop, f"Grond: {Achterhoudgrond(deel.grond).label}") for deel in delen if deel.grond]

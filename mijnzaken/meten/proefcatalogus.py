"""Two hundred zaaktypen more than the example has, over their own teams, and twenty that nobody ever asks for."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from catalogus.models import Proces, Zaaktype
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees


@dataclass(frozen=True)
class Proefteam:
    """``processen`` is how many zaaktypen it handles."""

    naam: str
    processen: int


# The first has 1 zaaktype, the first two 20 together, all of TEAMS together 200.
TEAMS = (
    Proefteam("Proefteam 01", 1),
    Proefteam("Proefteam 02", 19),
    *(Proefteam(f"Proefteam {nummer:02d}", 9) for nummer in range(3, 23)),
)
STIL = Proefteam("Proefteam zonder zaken", 20)
KAAL = Proefteam("Proefteam zonder zaaktypen", 0)
_TERMIJNEN = ("P6W", "P8W", "P13W")


def zet_klaar() -> None:
    """The catalogue of the example when there is none yet, and the zaaktypen for the measurement; repeated: nothing."""
    if not Zaaktype.objects.exists():
        laad(lees(paden(DEMOSTAD)))
    if Proces.objects.filter(identificatie=f"proef-{sum(t.processen for t in TEAMS):03d}").exists():
        return
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "proef.json"
        pad.write_text(json.dumps(_bestand()))
        laad(lees([pad]))


def _bestand() -> dict[str, Any]:
    teams = [{"naam": team.naam} for team in (*TEAMS, STIL, KAAL)]
    processen: list[dict[str, Any]] = []
    for team in TEAMS:
        for _ in range(team.processen):
            processen.append(_proces(f"proef-{len(processen) + 1:03d}", team.naam))
    processen += [_proces(f"proef-stil-{nummer:02d}", STIL.naam) for nummer in range(1, STIL.processen + 1)]
    begin = {"concept": False, "begin_geldigheid": "2018-01-01"}
    return {
        "soort": "mijnzaken-catalogus",
        "formaat": 1,
        "catalogus": {"domein": "PROEF", "rsin": settings.GEMEENTE["rsin"], "contactpersoon_beheer_naam": "Beheer"},
        "diensten": [
            {
                "naam": "Proefdienst",
                "directeur": "directeur",
                "afdelingen": [{"naam": "Proefafdeling", "teams": teams}],
            }
        ],
        "informatieobjecttypen": [{"omschrijving": "Proefstuk", "informatieobjectcategorie": "bijlage", **begin}],
        "besluittypen": [{"omschrijving": "Proefbesluit", "reactietermijn": "P6W", **begin}],
        "processen": processen,
    }


def _proces(identificatie: str, team: str) -> dict[str, Any]:
    nummer = int(identificatie.rpartition("-")[2])
    naam = f"Proefaanvraag {identificatie.removeprefix('proef-')}"
    return {
        "identificatie": identificatie,
        "naam": naam,
        "groep": "proef",
        "team": team,
        "proceseigenaar": "hoofd",
        "versies": [_versie(naam, _TERMIJNEN[nummer % len(_TERMIJNEN)])],
    }


def _versie(naam: str, termijn: str) -> dict[str, Any]:
    resultaat = {
        "selectielijstklasse": "https://selectielijst.example/1",
        "archiefnominatie": "vernietigen",
        "archiefactietermijn": "P20Y",
        "brondatum_afleidingswijze": "afgehandeld",
        "besluittypen": ["Proefbesluit"],
    }
    return {
        "versienummer": 1,
        "stand": "gepubliceerd",
        "begin_geldigheid": "2018-01-01",
        "omschrijving": naam,
        "doel": "Meten hoe snel het programma is.",
        "aanleiding": "Iemand vraagt iets aan.",
        "handeling_initiator": "Aanvragen",
        "onderwerp": "Een proef",
        "handeling_behandelaar": "Behandelen",
        "doorlooptijd": termijn,
        "referentieproces_naam": "Meten",
        "verantwoordelijke": "Proefdienst",
        "termijnregime": "redelijk",
        "termijn_grondslag": "Awb 4:13 lid 2",
        "opschortingsgronden": ["aanvulling"],
        "publiekstermijn": "Binnen een redelijke termijn.",
        "doel_inwoner": "Om te meten.",
        "wat_gebeurt_er": "Wij kijken ernaar.",
        "bewaarreden": "Om later te kunnen meten.",
        "statustypen": [
            {"volgnummer": 1, "omschrijving": "Ontvangen", "statustekst": "Wij hebben uw aanvraag."},
            {"volgnummer": 2, "omschrijving": "In behandeling", "statustekst": "Wij zijn bezig."},
            {"volgnummer": 9, "omschrijving": "Klaar", "statustekst": "Uw zaak is klaar."},
        ],
        "formulierstappen": [{"volgnummer": 1, "titel": "Vragen"}],
        "gegevens": [
            {
                "naam": "vraag",
                "definitie": "De vraag",
                "label": "Wat is uw vraag?",
                "soort": "tekst",
                "stap": 1,
                "doel": "Antwoorden.",
                "grondslag": "Awb 4:2",
            }
        ],
        "roltypen": [
            {"omschrijving": "Aanvrager", "omschrijving_generiek": "initiator", "ziet_zaak": True},
            {"omschrijving": "Behandelaar", "omschrijving_generiek": "behandelaar"},
        ],
        "zaaktypeinformatieobjecttypen": [
            {
                "informatieobjecttype": "Proefstuk",
                "volgnummer": 1,
                "richting": "inkomend",
                "inwoner_mag_toevoegen": True,
            }
        ],
        "besluitmomenten": [{"besluittype": "Proefbesluit", "volgorde": 1}],
        "resultaattypen": [
            {"omschrijving": "Verleend", "omschrijving_generiek": "Verleend", "uitkomst": "toegekend", **resultaat},
            {"omschrijving": "Geweigerd", "omschrijving_generiek": "Geweigerd", "uitkomst": "afgewezen", **resultaat},
        ],
        "taaktypen": [
            {
                "naam": "Stuur een stuk",
                "omschrijving": "Wij missen een stuk.",
                "soort": "upload",
                "termijn": "P2W",
                "knoptekst": "Sturen",
                "informatieobjecttype": "Proefstuk",
                "bij_statustype": "In behandeling",
            }
        ],
    }

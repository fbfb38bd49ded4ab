"""A small catalogue to build on, and the whole catalogue of Demostad, loaded once per file of tests."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from catalogus.models import Zaaktype
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import Verslag, laad
from catalogus.uitwisseling.lezen import lees

Bestand = dict[str, Any]
Laden = Callable[..., Verslag]

KLEIN: Bestand = {
    "soort": "mijnzaken-catalogus",
    "formaat": 1,
    "catalogus": {"domein": "PROEF", "rsin": "002564440", "contactpersoon_beheer_naam": "Beheer"},
    "diensten": [
        {"naam": "Dienst", "directeur": "directeur", "afdelingen": [{"naam": "Afdeling", "teams": [{"naam": "Team"}]}]}
    ],
    "informatieobjecttypen": [
        {
            "omschrijving": "Bijlage",
            "informatieobjectcategorie": "bijlage",
            "concept": False,
            "begin_geldigheid": "2020-01-01",
        }
    ],
    "besluittypen": [
        {"omschrijving": "Besluit", "reactietermijn": "P6W", "concept": False, "begin_geldigheid": "2020-01-01"}
    ],
    "processen": [
        {
            "identificatie": "proef",
            "naam": "Proef",
            "groep": "proef",
            "team": "Team",
            "proceseigenaar": "hoofd",
            "versies": [
                {
                    "versienummer": 1,
                    "stand": "gepubliceerd",
                    "begin_geldigheid": "2020-01-01",
                    "omschrijving": "Proef",
                    "doel": "Proberen.",
                    "aanleiding": "Iemand wil iets.",
                    "handeling_initiator": "Aanvragen",
                    "onderwerp": "Iets",
                    "handeling_behandelaar": "Behandelen",
                    "doorlooptijd": "P8W",
                    "referentieproces_naam": "Proberen",
                    "verantwoordelijke": "Team",
                    "termijnregime": "redelijk",
                    "termijn_grondslag": "Awb 4:13 lid 2",
                    "opschortingsgronden": ["aanvulling"],
                    "publiekstermijn": "Binnen 8 weken.",
                    "doel_inwoner": "Om het te proberen.",
                    "wat_gebeurt_er": "Wij kijken ernaar.",
                    "bewaarreden": "Voor later.",
                    "statustypen": [
                        {"volgnummer": 1, "omschrijving": "Ontvangen", "statustekst": "Ontvangen."},
                        {
                            "volgnummer": 2,
                            "omschrijving": "Bezig",
                            "statustekst": "Bezig.",
                            "checklistitems": [{"itemnaam": "Compleet", "vraagstelling": "Is alles er?"}],
                        },
                        {"volgnummer": 9, "omschrijving": "Klaar", "statustekst": "Klaar."},
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
                        {"omschrijving": "Aanvrager", "omschrijving_generiek": "initiator", "ziet_zaak": True}
                    ],
                    "zaaktypeinformatieobjecttypen": [
                        {
                            "informatieobjecttype": "Bijlage",
                            "volgnummer": 1,
                            "richting": "inkomend",
                            "inwoner_mag_toevoegen": True,
                        }
                    ],
                    "besluitmomenten": [{"besluittype": "Besluit", "volgorde": 1}],
                    "mandaten": [{"besluittype": "Besluit", "rol": "teamleider", "tot_bedrag": 500000}],
                    "statusgevolgen": [
                        {
                            "statustype": "Bezig",
                            "soort": "aanvulling",
                            "grond": "aanvulling",
                            "titel": "Een bijlage",
                            "uitleg": "Wij missen een bijlage.",
                            "termijn": "P2W",
                            "informatieobjecttype": "Bijlage",
                        }
                    ],
                    "verdeelregels": [
                        {"volgorde": 1, "team": "Team", "voorwaarde": {"gegeven": "vraag", "is": "Hoe laat is het?"}}
                    ],
                    "resultaattypen": [
                        {
                            "omschrijving": "Verleend",
                            "omschrijving_generiek": "Verleend",
                            "selectielijstklasse": "https://selectielijst.example/1",
                            "uitkomst": "toegekend",
                            "archiefnominatie": "vernietigen",
                            "archiefactietermijn": "P5Y",
                            "brondatum_afleidingswijze": "afgehandeld",
                            "besluittypen": ["Besluit"],
                        }
                    ],
                    "taaktypen": [
                        {
                            "naam": "Stuur iets",
                            "omschrijving": "Stuur het.",
                            "soort": "upload",
                            "termijn": "P2W",
                            "knoptekst": "Sturen",
                            "informatieobjecttype": "Bijlage",
                            "bij_statustype": "Bezig",
                            "voorwaarde": {"gegeven": "vraag", "ingevuld": True},
                        }
                    ],
                }
            ],
        }
    ],
}


@pytest.fixture
def klein() -> Bestand:
    """A file that is right; a test breaks one thing in it."""
    return copy.deepcopy(KLEIN)


@pytest.fixture
def laad_bestand(tmp_path: Path) -> Laden:
    """Write a file as JSON and load it; text is written as it is."""

    def _laad(inhoud: Bestand | str | bytes) -> Verslag:
        pad = tmp_path / "proef.json"
        if isinstance(inhoud, dict):
            inhoud = json.dumps(inhoud, indent=1)
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        return laad(lees([pad]))

    return _laad


@pytest.fixture
def zaaktype(db: None, klein: Bestand, laad_bestand: Laden) -> Zaaktype:
    """The published version of the small catalogue."""
    laad_bestand(klein)
    return Zaaktype.objects.get()


@pytest.fixture(scope="module")
def demostad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The catalogue of the example municipality, for all tests of one file."""
    with django_db_blocker.unblock():
        buitenste = transaction.atomic()
        buitenste.__enter__()
        try:
            laad(lees(paden(DEMOSTAD)))
            yield
        finally:
            transaction.set_rollback(True)
            buitenste.__exit__(None, None, None)

"""How many queries a page of the resident costs: a number that does not grow with what there is to show."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mijnzaken.zaken.handelingen import behandelen, documenten, taken
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import burger, dien_in, medewerker, registreer, upload

Tellen = Callable[[Client, str], int]


@pytest.fixture
def tel() -> Tellen:
    def tel_(client: Client, adres: str) -> int:
        client.get(adres)  # what is kept in memory for every visitor, is there now
        with CaptureQueriesContext(connection) as vragen:
            antwoord: Any = client.get(adres)
            assert antwoord.status_code == 200
            b"".join(antwoord) if antwoord.streaming else antwoord.content
        return len(vragen)

    return tel_


def _document(zaak: Zaak, nummer: int) -> None:
    actor = burger("anna")
    stuk = upload(eigenaar_bij_zaak(actor, zaak.uuid), f"stuk-{nummer}.pdf")
    documenten.document_toevoegen(actor, zaak, upload=stuk, titel=f"Stuk {nummer}")


def _taak(zaak: Zaak, nummer: int) -> None:
    dag = date(2026, 4, 1)
    taken.taak_plaatsen(medewerker("vera"), zaak, titel=f"Taak {nummer}", omschrijving="Doe dit.", uiterlijk=dag)


HOOGSTENS = {"/mijn/": 30, "/mijn/zaken/": 25, "/mijn/taken/": 20, "/mijn/berichten/": 20}


@pytest.mark.parametrize("adres,hoogstens", HOOGSTENS.items())
def test_lijsten_groeien_niet_met_het_aantal_zaken(anna: Client, tel: Tellen, adres: str, hoogstens: int) -> None:
    for _ in range(5):
        registreer("anna")
    met_vijf = tel(anna, adres)
    for _ in range(15):
        registreer("anna")
    assert tel(anna, adres) == met_vijf
    assert met_vijf <= hoogstens


def test_zaakpagina_groeit_niet_met_documenten_taken_en_berichten(anna: Client, tel: Tellen) -> None:
    zaak = dien_in("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    _document(zaak, 1)
    _taak(zaak, 1)
    adres = f"/mijn/zaken/{zaak.uuid}/"
    met_een = tel(anna, adres)
    for nummer in range(2, 11):
        _document(zaak, nummer)
        _taak(zaak, nummer)
    assert tel(anna, adres) == met_een
    assert met_een <= 60

"""An agent at the desk, and anna who can be found by telephone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, partij

NUMMER = "+31610000137"
GOED = {"doel": "vraag over een zaak", "geboortedatum": "17-5-1984", "adres": "2900 AB 12"}


@pytest.fixture
def mila(ingelogd: Inloggen) -> Client:
    return ingelogd("mila")


@pytest.fixture
def verifieer(mila: Client) -> Callable[..., Any]:
    """Find somebody and let the answers be compared; gives the answer of the last page."""

    def doe(zoek: str = NUMMER, **antwoorden: str) -> Any:
        mila.post(reverse("kcc_zoeken"), {"zoek": zoek})
        return mila.post(reverse("kcc_controleren"), GOED | antwoorden)

    return doe


@pytest.fixture
def anna_aan_de_lijn(verifieer: Callable[..., Any], mila: Client) -> Client:
    antwoord = verifieer()
    assert antwoord.status_code == 302, antwoord.content.decode()[:2000]
    return mila


def notitie_van(zoek: str) -> Zaak:
    gevonden: Zaak = Zaak.objects.systeem(REDEN).select_related("terugbel").get(terugbel__onderwerp=zoek)
    return gevonden


def telefoon_van(naam: str) -> str:
    adressen = DigitaalAdres.objects.systeem(REDEN).filter(
        verstrekt_door_partij=partij(naam), soort_digitaal_adres="telefoonnummer"
    )
    return str(adressen.first().adres)

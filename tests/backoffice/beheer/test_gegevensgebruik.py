"""omar sees what a zaaktype asks and what less would do; looking changes nothing."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogus.gegevensgebruik import kleiner, punten, score
from catalogus.models import Gegeven
from tests.fabrieken import zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]


def _pagina() -> str:
    soort = zaaktype("parkeervergunning-bewoners")
    return f"/backoffice/beheer/zaaktypen/{soort.proces.identificatie}/{soort.versienummer}/gegevensgebruik/"


def test_het_scherm_toont_de_score_van_het_zaaktype(ingelogd: Inloggen) -> None:
    soort = zaaktype("parkeervergunning-bewoners")
    tekst = ingelogd("omar").get(_pagina()).content.decode()
    assert f"Score: {score(punten(g) for g in soort.gegevens.all())}" in tekst
    for gegeven in soort.gegevens.all():
        assert f'value="{gegeven.naam}"' in tekst


def test_een_kleinere_verzameling_toont_het_verschil_en_verandert_niets(ingelogd: Inloggen) -> None:
    rijen = [punten(g) for g in zaaktype("parkeervergunning-bewoners").gegevens.all()]
    blijft = [rij.gegeven.naam for rij in rijen[2:]]
    voor = list(Gegeven.objects.order_by("pk").values())
    tekst = ingelogd("omar").get(_pagina(), {"kijk": "1", "blijft": blijft}).content.decode()
    assert f"Zonder deze 2 gegevens daalt de score van {score(rijen)} naar {kleiner(rijen, blijft)}." in tekst
    assert list(Gegeven.objects.order_by("pk").values()) == voor


def test_alles_uitvinken_laat_niets_over(ingelogd: Inloggen) -> None:
    antwoord = ingelogd("omar").get(_pagina(), {"kijk": "1"})
    assert "naar 0." in antwoord.content.decode()


def test_een_onbekende_naam_doet_niet_mee(ingelogd: Inloggen) -> None:
    antwoord = ingelogd("omar").get(_pagina(), {"kijk": "1", "blijft": ["bestaat_niet"]})
    assert "naar 0." in antwoord.content.decode()
    assert 'value="bestaat_niet"' not in antwoord.content.decode()


def test_het_aantal_vragen_aan_de_database_groeit_niet_met_de_gegevens(ingelogd: Inloggen) -> None:
    omar, soort = ingelogd("omar"), zaaktype("parkeervergunning-bewoners")
    omar.get(_pagina())
    with CaptureQueriesContext(connection) as eerst:
        omar.get(_pagina())
    Gegeven.objects.bulk_create(
        Gegeven(zaaktype=soort, naam=f"extra_{n}", definitie="x", label=f"Extra {n}", soort="tekst") for n in range(200)
    )
    with CaptureQueriesContext(connection) as daarna:
        assert "Extra 199" in omar.get(_pagina()).content.decode()
    assert len(daarna) == len(eerst)


def test_de_link_staat_op_de_pagina_van_de_versie(ingelogd: Inloggen) -> None:
    pagina = _pagina()
    assert pagina in ingelogd("petra").get(pagina.removesuffix("gegevensgebruik/")).content.decode()

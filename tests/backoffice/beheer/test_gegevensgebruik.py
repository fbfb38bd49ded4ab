"""omar sees what a zaaktype asks and what less would do; looking changes nothing."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogus.gegevensgebruik import kleiner, punten, score
from catalogus.models import Gegeven, Zaaktype
from mijnzaken.inrichting.handelingen import zaaktype_versie_maken
from tests.fabrieken import medewerker, zaaktype

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


def _concept() -> Zaaktype:
    soort = zaaktype("parkeervergunning-bewoners")
    nieuw: Zaaktype = zaaktype_versie_maken(medewerker("omar"), soort, proces=soort.proces)
    return nieuw


def _zonder_antwoorden() -> Zaaktype:
    """A concept of which nobody answered what its gegevens must stand up to."""
    versie = _concept()
    versie.gegevens.update(minder="", doelbinding="")
    return versie


ANTWOORDEN = {
    "doel": "Om de auto te herkennen.",
    "grondslag": "Parkeerverordening artikel 3",
    "minder": "Nee, zonder kenteken kan niemand controleren.",
    "bron": "aanvrager",
    "ontvangers": "RDW, Nationaal Parkeerregister\r\n\r\nParkeerbedrijf",
    "doelbinding": "alleen",
    "juistheid": "3",
    "actualiteit": "3",
    "vertrouwelijkheid": "2",
    "beschikbaarheid": "2",
    "onweerlegbaarheid": "1",
}


def test_omar_beantwoordt_de_vragen_van_een_gegeven(ingelogd: Inloggen) -> None:
    omar, versie = ingelogd("omar"), _zonder_antwoorden()
    gegeven = versie.gegevens.get(naam="kenteken")
    lijst = f"/backoffice/beheer/zaaktypen/parkeervergunning-bewoners/{versie.versienummer}/gegevensgebruik/"
    assert f"{lijst}{gegeven.pk}/" in omar.get(lijst).content.decode()
    assert "Van 0 van de" in omar.get(lijst).content.decode()
    assert omar.post(f"{lijst}{gegeven.pk}/", ANTWOORDEN)["Location"] == lijst
    gegeven.refresh_from_db()
    assert (gegeven.minder, gegeven.doelbinding) == (ANTWOORDEN["minder"], "alleen")
    assert gegeven.ontvangers == ["RDW, Nationaal Parkeerregister", "Parkeerbedrijf"]
    tekst = omar.get(lijst).content.decode()
    assert "Van 1 van de" in tekst
    assert "zonder kenteken kan niemand controleren" in tekst
    versie.refresh_from_db()
    assert medewerker("omar").gebruiker.pk in versie.auteurs


def test_wat_niet_past_wordt_geweigerd_en_blijft_staan(ingelogd: Inloggen) -> None:
    omar, versie = ingelogd("omar"), _zonder_antwoorden()
    gegeven = versie.gegevens.get(naam="kenteken")
    adres = f"/backoffice/beheer/zaaktypen/parkeervergunning-bewoners/{versie.versienummer}/gegevensgebruik/"
    antwoord = omar.post(f"{adres}{gegeven.pk}/", ANTWOORDEN | {"doelbinding": "alles"})
    assert antwoord.status_code == 422
    assert ANTWOORDEN["minder"] in antwoord.content.decode()
    assert Gegeven.objects.get(pk=gegeven.pk).minder == ""


def test_een_gepubliceerde_versie_en_wie_niet_mag_schrijven_krijgen_geen_formulier(ingelogd: Inloggen) -> None:
    gegeven = zaaktype("parkeervergunning-bewoners").gegevens.get(naam="kenteken")
    assert ingelogd("omar").get(f"{_pagina()}{gegeven.pk}/").status_code == 404
    assert f"{_pagina()}{gegeven.pk}/" not in ingelogd("omar").get(_pagina()).content.decode()
    versie = _concept()
    adres = f"/backoffice/beheer/zaaktypen/parkeervergunning-bewoners/{versie.versienummer}/gegevensgebruik/"
    eigen = versie.gegevens.get(naam="kenteken")
    assert ingelogd("petra").get(f"{adres}{eigen.pk}/").status_code == 404
    assert ingelogd("omar").get(f"{adres}{gegeven.pk}/").status_code == 404, "of another version"


def test_de_antwoorden_gaan_mee_naar_een_volgende_versie_en_staan_in_de_verschillen(ingelogd: Inloggen) -> None:
    soort = zaaktype("parkeervergunning-bewoners")
    soort.gegevens.filter(naam="kenteken").update(minder="Nee.", doelbinding="alleen")
    gegeven = _concept().gegevens.get(naam="kenteken")
    assert (gegeven.minder, gegeven.doelbinding) == ("Nee.", "alleen")
    adres = f"/backoffice/beheer/zaaktypen/parkeervergunning-bewoners/{gegeven.zaaktype.versienummer}/"
    ingelogd("omar").post(f"{adres}gegevensgebruik/{gegeven.pk}/", ANTWOORDEN)
    assert "zonder kenteken kan niemand controleren" in ingelogd("petra").get(adres).content.decode()

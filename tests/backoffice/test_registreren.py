"""Registering an application that came on paper or was spoken."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalogus import klok
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, partij

PAD = "/backoffice/zaken/registreren/subsidie-verkeerslawaai/"


def velden(**anders: Any) -> dict[str, Any]:
    return {
        "actie": "registreer",
        "sleutel": str(uuid.uuid4()),
        "partij": str(partij("anna").uuid),
        "kanaal": "papier",
        "ontvangen_op": (klok.vandaag() - timedelta(days=9)).isoformat(),
        "omschrijving": "Spoorlaan 12",
        "g-bouwjaar": "1960",
        "g-rol_woning": "eigenaar_bewoner",
        **anders,
    }


def zaken() -> Any:
    return Zaak.objects.systeem(REDEN).filter(proces__identificatie="subsidie-verkeerslawaai")


def test_alleen_wat_het_recht_dekt(ingelogd: Inloggen) -> None:
    client = ingelogd("sanne")
    inhoud = client.get(reverse("zaak_registreren")).content.decode()
    assert "subsidie-verkeerslawaai" in inhoud
    assert "parkeervergunning" not in inhoud
    assert client.get("/backoffice/zaken/registreren/parkeervergunning-bewoners/").status_code == 404
    assert client.get("/backoffice/zaken/registreren/terugbelnotitie/").status_code == 404
    assert client.get("/backoffice/zaken/registreren/bestaat-niet/").status_code == 404
    assert ingelogd("omar").get(reverse("zaak_registreren")).status_code == 404


def test_met_de_echte_dag_van_ontvangst(ingelogd: Inloggen) -> None:
    client, gegevens = ingelogd("sanne"), velden()
    antwoord = client.post(PAD, gegevens)
    zaak = zaken().get()
    assert antwoord.headers["Location"] == reverse("zaak", args=[zaak.nummer])
    assert zaak.ontvangstdatum == klok.vandaag() - timedelta(days=9)
    assert zaak.kanaal == "papier"
    assert zaak.aanvragernaam == partij("anna").naam
    assert zaak.gegevenswaarden.get(gegeven__naam="bouwjaar").waarde == 1960
    assert zaak.uiterlijke_einddatum is not None
    nog_eens = client.post(PAD, gegevens)  # a double click
    assert nog_eens.headers["Location"] == antwoord.headers["Location"]
    assert zaken().count() == 1


def test_wie_geen_zaken_mag_zien_gaat_terug_naar_de_keuze(ingelogd: Inloggen) -> None:
    assert ingelogd("mila").post(PAD, velden()).headers["Location"] == reverse("zaak_registreren")
    assert zaken().count() == 1


def test_zoeken_houdt_wat_er_al_stond(ingelogd: Inloggen) -> None:
    anna = partij("anna")
    zoek = {
        **velden(partij="", omschrijving="Mijn regel"),
        "actie": "zoek",
        "zoek-soort": "naam_geboortedatum",
        "zoek-achternaam": anna.achternaam,
        "zoek-geboortedatum": anna.geboortedatum.isoformat(),
    }
    antwoord = ingelogd("sanne").post(PAD, zoek)
    assert antwoord.status_code == 200
    assert [p.pk for p in antwoord.context["gevonden"]] == [anna.pk]
    inhoud = antwoord.content.decode()
    assert all(deel in inhoud for deel in ("Mijn regel", 'value="1960"', str(anna.uuid)))
    assert zaken().count() == 0


@pytest.mark.parametrize(
    "gezocht",
    [
        {},
        {"zoek-soort": "bsn", "zoek-bsn": "abc"},
        {"zoek-soort": "adres", "zoek-postcode": "x"},
        {"zoek-soort": "kvk", "zoek-kvk": "1"},
        {"zoek-soort": "telefoon", "zoek-telefoon": "<b>"},
        {"zoek-soort": "email", "zoek-email": "geen"},
        {"zoek-soort": "anders"},
        {"zoek-soort": "adres", "zoek-huisnummer": "9" * 30},
        {"zoek-soort": "naam_geboortedatum", "zoek-achternaam": "x" * 999},
    ],
)
def test_onvolledig_zoeken_zegt_wat_ontbreekt(ingelogd: Inloggen, gezocht: dict[str, str]) -> None:
    antwoord = ingelogd("sanne").post(PAD, {**velden(omschrijving="Mijn regel"), "actie": "zoek", **gezocht})
    assert antwoord.status_code == 422
    assert antwoord.context["zoekformulier"].errors
    assert "Mijn regel" in antwoord.content.decode()


@pytest.mark.parametrize(
    "fout",
    [
        {"ontvangen_op": ""},
        {"ontvangen_op": "31-02-2026"},
        {"ontvangen_op": "2999-01-01"},
        {"ontvangen_op": "0001-01-01"},
        {"kanaal": ""},
        {"kanaal": "duif"},
        {"partij": ""},
        {"partij": "x"},
        {"partij": str(uuid.uuid4())},
        {"omschrijving": "x" * 200},
        {"toelichting": "a\x00b"},
        {"g-bouwjaar": "oud"},
        {"g-telefoon": "12"},
    ],
)
def test_onjuiste_waarde_komt_terug(ingelogd: Inloggen, fout: dict[str, str]) -> None:
    antwoord = ingelogd("sanne").post(PAD, velden(toelichting="Mijn uitleg") | fout)
    assert antwoord.status_code == 422
    assert zaken().count() == 0
    assert "toelichting" in fout or "Mijn uitleg" in antwoord.content.decode()


def test_zonder_aanvrager_kan_ook(ingelogd: Inloggen) -> None:
    assert ingelogd("sanne").post(PAD, velden(partij="niemand")).status_code == 302
    assert zaken().get().aanvragernaam == ""


def test_een_onzinnige_sleutel_maakt_gewoon_een_zaak(ingelogd: Inloggen) -> None:
    assert ingelogd("sanne").post(PAD, velden(sleutel="' OR 1=1")).status_code == 302


def test_terug_na_een_verlopen_sessie(ingelogd: Inloggen) -> None:
    """No lost word: what is posted too late is kept, and the page is there after logging in again."""
    client: Client = ingelogd("sanne")
    with klok.op_moment(klok.nu() + timedelta(hours=1)):
        antwoord = client.post(PAD, velden(omschrijving="Mijn regel"))
        assert antwoord.status_code == 302
        assert "inloggen" in antwoord.headers["Location"]
    assert zaken().count() == 0

"""The screens on which data are corrected, and on which it is kept who was told."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.models import Kennisgeving, Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, dien_in, medewerker, registreer, ververs


@pytest.fixture
def verzoek(gemeente: None, db: None) -> Zaak:
    zaak = registreer("anna", "avg-rectificatie")
    in_behandeling_nemen(medewerker("lotte"), zaak)
    return ververs(zaak)


@pytest.fixture
def eigen(gemeente: None, db: None) -> Zaak:
    return ververs(dien_in("anna"))


def tekst(client: Client, naam: str, *delen: str) -> str:
    antwoord = client.get(reverse(naam, args=delen))
    assert antwoord.status_code == 200, naam
    return antwoord.content.decode()


def test_van_verzoek_naar_gegeven_naar_ontvanger(ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak) -> None:
    lotte = ingelogd("lotte")
    assert reverse("rectificatie", args=[verzoek.nummer]) in tekst(lotte, "zaak", verzoek.nummer)
    lijst = tekst(lotte, "rectificatie", verzoek.nummer)
    adres = reverse("verbeteren", args=[verzoek.nummer, eigen.nummer, "kenteken"])
    assert "K-123-BB" in lijst
    assert adres in lijst
    pagina = tekst(lotte, "verbeteren", verzoek.nummer, eigen.nummer, "kenteken")
    assert 'value="K-123-BB"' in pagina
    assert "RDW, Nationaal Parkeerregister" in pagina
    fout = lotte.post(adres, {"waarde": "K-456-CC", "reden": ""})
    assert fout.status_code == 422
    assert "K-456-CC" in fout.content.decode()
    assert lotte.post(adres, {"waarde": "", "reden": "x"}).status_code == 422
    assert lotte.post(adres, {"waarde": "K-456-CC", "reden": "Zo staat het bij de RDW."}).status_code == 302
    assert "K-456-CC" in tekst(lotte, "rectificatie", verzoek.nummer)
    assert "Nog 1 keer vertellen" in tekst(lotte, "zaak", verzoek.nummer)
    assert "RDW, Nationaal Parkeerregister" in tekst(lotte, "kennisgevingen", verzoek.nummer)
    rij = Kennisgeving.objects.systeem(REDEN).get()
    horen = reverse("kennisgevingen", args=[verzoek.nummer])
    leeg = lotte.post(horen, {"kennisgevingen": str(rij.uuid), "stand": "verteld", "toelichting": ""})
    assert leeg.status_code == 422
    assert "checked" in leeg.content.decode()
    assert lotte.post(horen, {"kennisgevingen": "geen-uuid", "stand": "verteld", "toelichting": "x"}).status_code == 404
    goed = {"kennisgevingen": str(rij.uuid), "stand": "verteld", "toelichting": "Mail van vandaag."}
    assert lotte.post(horen, goed).status_code == 302
    klaar = tekst(lotte, "kennisgevingen", verzoek.nummer)
    assert "Mail van vandaag." in klaar
    assert "Zij weten het." in tekst(lotte, "zaak", verzoek.nummer)


@pytest.mark.parametrize("naam", ["vera", "tess", "omar", "fleur"])
def test_voor_wie_dit_niet_doet_bestaat_het_niet(ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak, naam: str) -> None:
    client = ingelogd(naam)
    for adres in (
        reverse("rectificatie", args=[verzoek.nummer]),
        reverse("verbeteren", args=[verzoek.nummer, eigen.nummer, "kenteken"]),
        reverse("kennisgevingen", args=[verzoek.nummer]),
    ):
        assert client.get(adres).status_code == 404


def test_een_gegeven_van_een_ander_en_wat_er_niet_is_bestaan_niet(
    ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak
) -> None:
    lotte, van_bram = ingelogd("lotte"), ververs(dien_in("bram"))
    for van, naam in ((van_bram.nummer, "kenteken"), (eigen.nummer, "bestaat_niet"), (verzoek.nummer, "naam")):
        assert lotte.get(reverse("verbeteren", args=[verzoek.nummer, van, naam])).status_code == 404
    assert lotte.get(reverse("kennisgevingen", args=[verzoek.nummer])).status_code == 404
    assert lotte.get(reverse("rectificatie", args=[eigen.nummer])).status_code == 404


def test_een_andere_zaak_kost_geen_vraag_meer(ingelogd: Inloggen, eigen: Zaak) -> None:
    assert "mz-banner--info" not in tekst(ingelogd("vera"), "zaak", eigen.nummer)


def test_per_zaak_een_regel_in_het_logboek_en_verder_geen_vragen_per_gegeven(
    ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak, django_assert_max_num_queries: Any
) -> None:
    lotte = ingelogd("lotte")
    tekst(lotte, "rectificatie", verzoek.nummer)
    with django_assert_max_num_queries(45):
        tekst(lotte, "rectificatie", verzoek.nummer)

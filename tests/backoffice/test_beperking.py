"""The screen on which data are put on the lock, and what others see of it."""

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.models import Beperking, Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, burger, dien_in, medewerker, registreer, ververs
from tests.oidc.hulp import als


@pytest.fixture
def verzoek(gemeente: None, db: None) -> Zaak:
    zaak = registreer("anna", "avg-beperking")
    in_behandeling_nemen(medewerker("lotte"), zaak)
    return ververs(zaak)


@pytest.fixture
def eigen(gemeente: None, db: None) -> Zaak:
    zaak = ververs(dien_in("anna"))
    in_behandeling_nemen(medewerker("vera"), zaak)
    return ververs(zaak)


def pad(zaak: Zaak) -> str:
    return reverse("beperking", args=[zaak.nummer])


def tekst(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode()


def zet(client: Client, verzoek: Zaak, eigen: Zaak, **velden: str) -> int:
    waarden = {"stap": "op_slot", "zaken": str(eigen.uuid), "op-grond": "juistheid", "op-toelichting": "Kenteken."}
    return client.post(pad(verzoek), waarden | velden).status_code


def test_van_verzoek_naar_slot_naar_eraf(ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak) -> None:
    lotte = ingelogd("lotte")
    assert pad(verzoek) in tekst(lotte, reverse("zaak", args=[verzoek.nummer]))
    assert eigen.nummer in tekst(lotte, pad(verzoek))
    assert zet(lotte, verzoek, eigen) == 302
    pagina = tekst(lotte, pad(verzoek))
    assert "kloppen er gegevens niet" in pagina
    assert "Vertel wanneer het slot eraf gaat" in pagina
    waarden = {"stap": "van_slot", "zaken": str(eigen.uuid), "van-weer_vanaf": "2099-01-04", "van-reden": "Klopt."}
    assert lotte.post(pad(verzoek), waarden).status_code == 302
    assert "Het slot gaat eraf op 4 januari 2099" in tekst(lotte, pad(verzoek))


def test_de_behandelaar_en_de_inwoner_lezen_waarom_en_de_knoppen_zijn_weg(
    ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak
) -> None:
    vera = ingelogd("vera")
    adres = reverse("zaak", args=[eigen.nummer])
    assert "Besluit voorstellen" in tekst(vera, adres)
    assert zet(ingelogd("lotte"), verzoek, eigen) == 302
    pagina = tekst(vera, adres)
    assert "Deze zaak staat op slot: misschien kloppen er gegevens niet" in pagina
    assert "Kenteken." in pagina
    assert "Besluit voorstellen" not in pagina
    geweigerd = vera.get(reverse("zaak_handeling", args=[eigen.nummer, "besluit_voorstellen"]), follow=True)
    assert "staat op slot" in geweigerd.content.decode()
    anna = Client()
    als(anna, burger("anna").partij)
    portaal = tekst(anna, reverse("mijn_zaak", args=[eigen.uuid]))
    assert "Wij gebruiken deze gegevens nu niet" in portaal
    assert "Kenteken." not in portaal


def test_wat_niet_kan_komt_terug_met_wat_getypt_was(ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak) -> None:
    lotte = ingelogd("lotte")
    antwoord = lotte.post(
        pad(verzoek), {"stap": "op_slot", "zaken": str(eigen.uuid), "op-grond": "", "op-toelichting": "Getypt."}
    )
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Getypt." in pagina
    assert f'value="{eigen.uuid}" id="zaak-{eigen.uuid}" checked' in pagina
    assert lotte.post(pad(verzoek), {"stap": "op_slot", "zaken": "geen-uuid", "op-grond": "bezwaar"}).status_code == 404
    assert lotte.post(pad(verzoek), {"stap": "van_slot", "van-reden": "x"}).status_code == 422
    assert not Beperking.objects.systeem(REDEN).exists()


@pytest.mark.parametrize("naam", ["vera", "tess", "omar", "fleur"])
def test_voor_wie_dit_niet_doet_bestaat_het_niet(ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak, naam: str) -> None:
    client = ingelogd(naam)
    assert client.get(pad(verzoek)).status_code == 404
    assert zet(client, verzoek, eigen) == 404


def test_bij_een_ander_soort_zaak_bestaat_het_niet(ingelogd: Inloggen, db: None) -> None:
    inzage = registreer("anna", "avg-inzage")
    in_behandeling_nemen(medewerker("lotte"), inzage)
    assert ingelogd("lotte").get(pad(inzage)).status_code == 404


def test_hoeveel_zaken_er_ook_zijn_het_scherm_vraagt_even_veel(
    ingelogd: Inloggen, verzoek: Zaak, eigen: Zaak, django_assert_max_num_queries: object
) -> None:
    lotte = ingelogd("lotte")
    zet(lotte, verzoek, eigen)
    for nummer in range(4):
        dien_in("anna", kenteken=f"K-12{nummer}-BB")
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        tekst(lotte, pad(verzoek))

"""The screens on which a copy for access is checked."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen, notitie_schrijven
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import burger, dien_in, medewerker, registreer, ververs
from tests.mijnzaken.zaken.avg.verzoek import delen_van, vraag_inzage
from tests.oidc.hulp import als

pytestmark = pytest.mark.usefixtures("opslagmap")


@pytest.fixture
def zaak(gemeente: None, db: None) -> Zaak:
    eigen = ververs(dien_in("anna"))
    notitie_schrijven(medewerker("vera"), eigen, onderwerp="Buurman", tekst="Mevrouw Kwik en Kwak belden hierover.")
    return vraag_inzage()


def pad(zaak: Zaak, groep: str = "") -> str:
    return reverse("inzagegroep", args=[zaak.nummer, groep]) if groep else reverse("inzagekopie", args=[zaak.nummer])


def tekst(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode()


def test_van_de_zaak_naar_het_overzicht_naar_een_groep_en_vrijgeven(ingelogd: Inloggen, zaak: Zaak) -> None:
    lotte = ingelogd("lotte")
    assert pad(zaak) in tekst(lotte, reverse("zaak", args=[zaak.nummer]))
    overzicht = tekst(lotte, pad(zaak))
    for woord in ("Over uzelf", "Wie uw gegevens gebruikte", "Kijk elke groep na", "Geef het overzicht vrij"):
        assert woord in overzicht
    eigen = next(deel.groep for deel in delen_van(zaak) if deel.kenmerk.startswith("zaken.Notitie"))
    groep = tekst(lotte, pad(zaak, eigen))
    assert "gegevens van een ander" in groep
    assert "Mevrouw Kwik" not in groep
    assert lotte.post(pad(zaak), {"stap": "weghalen", "tekst": "Kwak"}).status_code == 302
    assert "Kwak" not in tekst(lotte, pad(zaak, eigen))
    assert lotte.post(pad(zaak), {"stap": "vrijgeven"}).status_code == 302
    klaar = tekst(lotte, pad(zaak))
    assert "Vrijgegeven" in klaar
    assert "Geef het overzicht vrij" not in klaar


def test_de_inwoner_vindt_overzicht_en_bestand_bij_zijn_zaak(ingelogd: Inloggen, zaak: Zaak) -> None:
    anna = Client()
    als(anna, burger("anna").partij)
    voor = tekst(anna, reverse("mijn_zaak", args=[zaak.uuid]))
    assert "Overzicht van uw persoonsgegevens" not in voor
    ingelogd("lotte").post(pad(zaak), {"stap": "vrijgeven"})
    na = tekst(anna, reverse("mijn_zaak", args=[zaak.uuid]))
    assert na.count("Overzicht van uw persoonsgegevens") >= 2


def test_het_bsn_staat_niet_op_het_scherm(ingelogd: Inloggen, zaak: Zaak) -> None:
    bsn = burger("anna").partij.bsn
    assert bsn is not None
    pagina = tekst(ingelogd("lotte"), pad(zaak, "persoon"))
    assert bsn.tonen() not in pagina
    assert "niet op dit scherm" in pagina


def test_achterhouden_vraagt_een_keuze_en_een_reden_en_bewaart_wat_getypt_was(ingelogd: Inloggen, zaak: Zaak) -> None:
    lotte = ingelogd("lotte")
    deel = next(d for d in delen_van(zaak) if d.groep == "persoon")
    adres = pad(zaak, "persoon")
    niets = lotte.post(adres, {"grond": "toezicht", "toelichting": "Loopt nog."})
    assert niets.status_code == 422
    assert "Loopt nog." in niets.content.decode()
    zonder = lotte.post(adres, {"delen": deel.pk, "grond": "toezicht"})
    assert zonder.status_code == 422
    goed = lotte.post(adres, {"delen": deel.pk, "grond": "toezicht", "toelichting": "Loopt nog."})
    assert goed.status_code == 302
    assert "achtergehouden" in tekst(lotte, adres)


@pytest.mark.parametrize("naam", ["vera", "tess", "omar", "fleur"])
def test_voor_wie_dit_niet_doet_bestaat_het_niet(ingelogd: Inloggen, zaak: Zaak, naam: str) -> None:
    client = ingelogd(naam)
    assert client.get(pad(zaak)).status_code == 404
    assert client.get(pad(zaak, "persoon")).status_code == 404
    assert client.post(pad(zaak), {"stap": "vrijgeven"}).status_code == 404


def test_een_andere_zaak_en_een_andere_groep_bestaan_niet(ingelogd: Inloggen, zaak: Zaak) -> None:
    lotte = ingelogd("lotte")
    wissing = registreer("anna", "avg-wissing")
    in_behandeling_nemen(medewerker("lotte"), wissing)
    assert lotte.get(pad(wissing)).status_code == 404
    assert lotte.get(pad(zaak, "bestaat-niet")).status_code == 404
    assert "inzagekopie" not in tekst(lotte, reverse("zaak", args=[wissing.nummer]))


def test_hoeveel_er_ook_is_een_scherm_vraagt_even_veel(
    ingelogd: Inloggen, zaak: Zaak, django_assert_max_num_queries: Any
) -> None:
    lotte = ingelogd("lotte")
    lotte.get(pad(zaak))
    with django_assert_max_num_queries(40):
        lotte.get(pad(zaak))
    with django_assert_max_num_queries(40):
        lotte.get(pad(zaak, "berichten"))


def test_voor_er_iets_verzameld_is_zegt_het_scherm_dat(ingelogd: Inloggen, db: None) -> None:
    zaak = registreer("anna", "avg-inzage")
    lotte = ingelogd("lotte")
    assert "nog niets verzameld" in tekst(lotte, pad(zaak))
    assert lotte.post(pad(zaak), {"stap": "vrijgeven"}).status_code == 200

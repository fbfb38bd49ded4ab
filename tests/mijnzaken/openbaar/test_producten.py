"""What the public reads of a product, the small check that keeps nothing, and the catalogue for machines."""

import json
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from catalogus import klok
from catalogus.models import Beslistabel, Kostenregel, Product, Productvertaling, Thema
from catalogus.templatetags.mz import datum
from mijnzaken.zaken.ervaring import MINSTENS
from mijnzaken.zaken.models import Concept
from tests.fabrieken import REDEN, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]
PARKEREN = "/producten/parkeervergunning-bewoners/"
SC = {
    "p": "http://standaarden.overheid.nl/product/terms/",
    "d": "http://purl.org/dc/terms/",
    "o": "http://standaarden.overheid.nl/owms/terms/",
}


@pytest.fixture
def product() -> Product:
    return Product.objects.get(slug="parkeervergunning-bewoners")


def test_alles_van_een_product_staat_op_zijn_pagina(client: Client) -> None:
    tekst = client.get(PARKEREN).content.decode()
    for stuk in (
        "Parkeerverordening Demostad, artikel 3", "Stadhuisplein 1", "Tweede vergunning",
        "2 weken", "Kom ik in aanmerking?", "Dit bedrag is een voorbeeld en niet echt.",
    ):  # fmt: skip
        assert stuk in tekst, stuk


def test_de_notitie_voor_14070_staat_nergens_buiten(client: Client, product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(interne_notitie_14070="geheimwoord")
    for pad in (PARKEREN, f"{PARKEREN}product.jsonld", "/samenwerkende-catalogi.xml", f"{PARKEREN}check/"):
        assert "geheimwoord" not in client.get(pad).content.decode(), pad


def test_wat_niet_gepubliceerd_is_bestaat_buiten_niet(client: Client, product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(gepubliceerd_van=None)
    for pad in (PARKEREN, f"{PARKEREN}product.jsonld", f"{PARKEREN}check/"):
        assert client.get(pad).status_code == 404, pad
    for pad in ("/sitemap.xml", "/samenwerkende-catalogi.xml"):
        assert "parkeervergunning-bewoners" not in client.get(pad).content.decode(), pad


def test_kosten_komen_uit_de_tabel_van_vandaag(client: Client, product: Product) -> None:
    product.kostenregels.all().delete()
    Kostenregel.objects.create(product=product, van_cent=1234, geldig_van=date(2020, 1, 1), geldig_tot=date(2021, 1, 1))
    Kostenregel.objects.create(product=product, van_cent=5678, geldig_van=date(2021, 1, 1), eenheid="per jaar")
    straks = klok.vandaag() + timedelta(days=40)
    Kostenregel.objects.create(product=product, van_cent=9999, geldig_van=straks, omschrijving="Straks")
    tekst = client.get(PARKEREN).content.decode()
    assert "€\u00a056,78 per jaar" in tekst
    assert "12,34" not in tekst
    assert f"vanaf {datum(straks)}" in tekst


def test_wie_engels_leest_krijgt_engels_en_wat_niet_vertaald_is_zegt_dat(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    tekst = client.get(PARKEREN).content.decode()
    assert '<h1 lang="en">Residents’ parking permit</h1>' in tekst
    assert '<dd lang="nl">Parkeerverordening' in tekst
    zonder = client.get("/producten/bezwaar-maken/").content.decode()
    assert '<h1 lang="en">Object to a decision</h1>' in zonder
    assert '<div class="mz-stapel" lang="nl">' in zonder


def test_tekst_van_een_beheerder_wordt_geen_script(client: Client, product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(
        tekst="<script>alert(1)</script> [x](javascript:alert(2))",
        vraag_antwoord=[{"vraag": "<b>x</b>", "antwoord": "<img src=x onerror=alert(3)>"}],
    )
    tekst = client.get(PARKEREN).content.decode()
    assert "<script>alert" not in tekst
    assert 'href="javascript' not in tekst
    assert "<img src=x" not in tekst


def test_de_check_zegt_de_uitkomst_en_bewaart_niets(client: Client) -> None:
    antwoorden = {"houder": "zelf", "soort_aanvraag": "nieuw", "eigen_plek": "ja"}
    sessies = Session.objects.count()
    antwoord = client.post(f"{PARKEREN}check/", antwoorden)
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "Ja, dat kan." in tekst
    assert "€\u00a096,00 per jaar" in tekst
    assert Session.objects.count() == sessies
    assert Concept.objects.systeem(REDEN).count() == 0


def test_de_check_vraagt_eerst_wat_hij_moet_weten(client: Client) -> None:
    tekst = client.post(f"{PARKEREN}check/", {"houder": "zelf", "soort_aanvraag": "nieuw"}).content.decode()
    assert "Beantwoord eerst: Heeft u een garage of een eigen parkeerplek?" in tekst


def test_een_product_zonder_regels_heeft_geen_check(client: Client, product: Product) -> None:
    assert client.get("/producten/woo-verzoek/check/").status_code == 404
    Beslistabel.objects.filter(product=product).delete()
    assert "aanmerking" not in client.get(PARKEREN).content.decode()


def test_schema_org_staat_op_een_eigen_adres(client: Client) -> None:
    assert f'href="{PARKEREN}product.jsonld"' in client.get(PARKEREN).content.decode()
    antwoord = client.get(f"{PARKEREN}product.jsonld")
    gegevens = json.loads(antwoord.content)
    assert antwoord["Content-Type"].startswith("application/ld+json")
    assert gegevens["@type"] == "GovernmentService"
    assert {"96.00", "0.00"} < {aanbod["price"] for aanbod in gegevens["offers"]}
    assert gegevens["sameAs"].startswith("http://standaarden.overheid.nl/owms/terms/")


def test_de_feed_van_samenwerkende_catalogi_heeft_elk_product_in_zijn_talen(client: Client, product: Product) -> None:
    wortel = ElementTree.fromstring(client.get("/samenwerkende-catalogi.xml").content)
    assert wortel.tag == f"{{{SC['p']}}}scproducten"
    rijen = wortel.findall("p:scproduct", SC)
    assert len(rijen) == Product.objects.count() + Productvertaling.objects.count()
    (rij,) = [
        r for r in rijen
        if r.findtext("p:meta/p:owmskern/d:title", "", SC) == product.naam
    ]  # fmt: skip
    upl = rij.find("p:meta/p:scmeta/p:uniformeProductnaam", SC)
    assert upl is not None
    assert product.upl is not None
    assert (upl.text, upl.attrib["resourceIdentifier"]) == (product.upl.naam, product.upl.uri)
    assert rij.findtext("p:meta/p:scmeta/p:onlineAanvragen", "", SC) == "digid"
    assert rij.findtext("p:meta/p:owmskern/d:language", "", SC) == "nl"


def test_de_sitemap_en_robots_wijzen_de_weg(client: Client) -> None:
    assert f"Sitemap: {settings.BASISADRES}/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert f"<loc>{settings.BASISADRES}{PARKEREN}</loc>" in client.get("/sitemap.xml").content.decode()


def test_een_typefout_krijgt_een_voorstel_dat_iets_vindt(client: Client) -> None:
    tekst = client.get("/producten/", {"zoek": "parkeervergunnign"}).content.decode()
    assert '<a href="?zoek=parkeervergunning">parkeervergunning</a>' in tekst
    assert "Bedoelde u" not in client.get("/producten/", {"zoek": "qqqqqqqq"}).content.decode()


def test_alle_producten_gaan_per_bladzijde(client: Client) -> None:
    Product.objects.bulk_create(
        Product(naam=f"Proef {n:03}", slug=f"proef-{n}", samenvatting="x", gepubliceerd_van=date(2020, 1, 1))
        for n in range(60)
    )
    eerste = client.get("/producten/").content.decode()
    assert 'rel="next"' in eerste
    assert "Terugbelverzoek" not in eerste
    blad = client.get("/producten/").context["volgende"]
    assert "Terugbelverzoek" in client.get(f"/producten/{blad}").content.decode()


def test_vaak_aangevraagd_is_wat_er_vaak_is_aangevraagd(client: Client) -> None:
    assert "Vaak aangevraagd" not in client.get("/").content.decode()
    for soort, aantal in (("parkeervergunning-bewoners", MINSTENS), ("woo-verzoek", MINSTENS + 1), ("klacht", 1)):
        for _nummer in range(aantal):
            registreer("anna", soort)
    cache.clear()
    antwoord = client.get("/")
    assert "Vaak aangevraagd" in antwoord.content.decode()
    assert [rij.slug for rij in antwoord.context["producten"]] == ["woo-verzoek", "parkeervergunning-bewoners"]
    Product.objects.filter(slug="woo-verzoek").update(gepubliceerd_tot=klok.vandaag())
    assert [rij.slug for rij in client.get("/").context["producten"]] == ["parkeervergunning-bewoners"]


def test_een_onderwerp_zonder_product_staat_er_niet(client: Client) -> None:
    Thema.objects.create(naam="Zonder iets", slug="zonder-iets")
    for pad in ("/", "/producten/"):
        assert "Zonder iets" not in client.get(pad).content.decode(), pad

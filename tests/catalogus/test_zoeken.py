"""A visitor finds a product by its words, by their beginning, and sees why it was found."""

from datetime import date, timedelta

import pytest

from catalogus.models import Product, UplNaam, Zoekwoord
from catalogus.zoeken import bedoelde_u, zoek
from catalogus.zoekwoorden import trigrammen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demostad")]

DAG = date(2026, 11, 23)


def gevonden(vraag: str) -> list[str]:
    return [treffer.product.slug for treffer in zoek(vraag, DAG)]


@pytest.mark.parametrize(
    "vraag, eerste",
    [
        ("geluid", "subsidie-sanering-verkeerslawaai"),
        ("geluidsoverlast", "subsidie-sanering-verkeerslawaai"),
        ("kapotte lantaarn", "melding-openbare-ruimte"),
        ("parkeren", "parkeervergunning-bewoners"),
        ("parkeerverg", "parkeervergunning-bewoners"),
        ("schuld", "hulp-bij-schulden"),
        ("DAKKAPEL", "omgevingsvergunning-dakkapel"),
        ("wob", "woo-verzoek"),
        ("bezwaar maken", "bezwaar-maken"),
        ("terugbellen", "terugbelverzoek"),
        ("inzage gegevens", "inzage-persoonsgegevens"),
    ],
)
def test_een_bezoeker_vindt_het_product(vraag: str, eerste: str) -> None:
    assert gevonden(vraag)[0] == eerste


def test_een_deel_van_een_samenstelling_telt_ook() -> None:
    assert {"parkeervergunning-bewoners", "omgevingsvergunning-dakkapel"} <= set(gevonden("vergunning"))


def test_de_landelijke_naam_telt_ook() -> None:
    assert gevonden("overheidsinformatie") == ["woo-verzoek"]


def test_alle_woorden_moeten_er_zijn() -> None:
    assert gevonden("geluid parkeervergunning") == []


@pytest.mark.parametrize(
    "vraag", ["", "   ", "!?&|:*()'\\", "\x00", "xyzzy", "x" * 5000, "a " * 3000, "'; drop table", "💡"]
)
def test_rare_vragen_geven_geen_fout(vraag: str) -> None:
    zoek(vraag, DAG)


def test_het_fragment_wijst_het_woord_aan_zonder_opmaak() -> None:
    product = Product.objects.get(slug="klacht-over-de-gemeente")
    product.tekst = "## Kop\n\nEen **bijzonder** <script>alert(1)</script> woord: ombudsmannen."
    product.save()
    (treffer,) = (treffer for treffer in zoek("ombudsman", DAG) if treffer.product == product)
    raak = [deel.tekst for deel in treffer.fragment if deel.raak]
    heel = "".join(deel.tekst for deel in treffer.fragment)
    assert raak
    assert all("ombuds" in tekst.lower() for tekst in raak)
    assert not set("#*\x02\x03") & set(heel)


def test_een_product_van_morgen_of_gisteren_is_er_vandaag_niet() -> None:
    product = Product.objects.get(slug="klacht-over-de-gemeente")
    for van, tot in ((DAG + timedelta(days=1), None), (date(2020, 1, 1), DAG), (None, None)):
        product.gepubliceerd_van, product.gepubliceerd_tot = van, tot
        product.save()
        assert product.slug not in gevonden("klacht")
    product.gepubliceerd_van, product.gepubliceerd_tot = DAG, DAG + timedelta(days=1)
    product.save()
    assert product.slug in gevonden("klacht")


def test_interne_notities_zijn_niet_te_vinden() -> None:
    Product.objects.filter(slug="hulp-bij-schulden").update(interne_notitie_14070="geheimwoord")
    assert gevonden("geheimwoord") == []


def test_zoeken_kost_twee_vragen_hoeveel_er_ook_is(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    naam = UplNaam.objects.create(naam="proefnaam", uri="http://upl.example/proef")
    Product.objects.bulk_create(
        Product(naam=f"Proefproduct {n}", slug=f"proef-{n}", samenvatting="Iets.", gepubliceerd_van=DAG, upl=naam)
        for n in range(60)
    )
    with django_assert_num_queries(2):
        treffers = zoek("proefproduct", DAG)
        assert {treffer.product.upl.naam for treffer in treffers} == {"proefnaam"}
    assert len(treffers) == 25


def test_wie_engels_leest_vindt_in_het_engels() -> None:
    (treffer,) = zoek("complaint", DAG, taal="en")
    assert (treffer.product.slug, treffer.vertaling and treffer.vertaling.naam) == (
        "klacht-over-de-gemeente", "Complaint about the municipality",
    )  # fmt: skip
    assert gevonden("complaint") == []


@pytest.mark.parametrize(
    "getypt, bedoeld",
    [
        ("parkeervergunnign", "parkeervergunning"),
        ("dakkapal", "dakkapel"),
        ("kapotte lantaren", "kapotte lantaarn"),
        ("bezwar", "bezwaar"),
        ("geluid", ""),
        ("qqqqqqqq", ""),
    ],
)
def test_een_typefout_krijgt_een_woord_van_de_catalogus(getypt: str, bedoeld: str) -> None:
    assert bedoelde_u(getypt, DAG) == bedoeld


def test_een_voorstel_dat_niets_vindt_komt_er_niet() -> None:
    Zoekwoord.objects.create(woord="zeppelin", trigrammen=trigrammen("zeppelin"))
    assert bedoelde_u("zepelin", DAG) == ""

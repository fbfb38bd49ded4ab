"""Products change by a handeling that leaves a line; what was not named stays as another left it."""

from datetime import date

import pytest

from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.models import Auditregel
from catalogus.models import Kostenregel, Kruistabelregel, Proces, Product, UplLading, UplNaam, Zoekwoord
from mijnzaken.inrichting import aanbod
from tests.fabrieken import medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]


def _product() -> Product:
    return Product.objects.get(slug="parkeervergunning-bewoners")


def test_een_nieuw_product_staat_nog_niet_op_de_website() -> None:
    product = aanbod.product_opstellen(
        medewerker("omar"), {"naam": "Groen dak", "slug": "groen-dak", "samenvatting": "Subsidie voor sedumplanten."}
    )
    assert not Product.objects.gepubliceerd_op(date(2026, 3, 2)).filter(pk=product.pk).exists()
    assert Zoekwoord.objects.filter(woord="sedumplanten").exists()
    assert Auditregel.objects.filter(handeling="product_wijzigen", bijzonderheden__product="groen-dak").exists()


def test_wie_iets_anders_wijzigde_verliest_het_niet() -> None:
    twee_keer = _product(), _product()
    aanbod.product_wijzigen(medewerker("omar"), twee_keer[0], {"contact": "Bel ons."})
    aanbod.product_wijzigen(medewerker("omar"), twee_keer[1], {"doelgroep": "Iedereen"})
    assert (_product().contact, _product().doelgroep) == ("Bel ons.", "Iedereen")


@pytest.mark.parametrize("wie", ["sanne", "petra", "mila", "ruud"])
def test_alleen_de_functioneel_beheerder_wijzigt_een_product(wie: str) -> None:
    with pytest.raises(GeenRecht):
        aanbod.product_wijzigen(medewerker(wie), _product(), {"contact": "x"})
    with pytest.raises(GeenRecht):
        aanbod.kruistabel_wijzigen(medewerker(wie), _product(), "stoppen", None)


def test_een_bedrag_dat_niet_kan_wordt_geweigerd_met_de_reden() -> None:
    waarden = {"soort": "bereik", "van_cent": 200, "tot_cent": 100, "geldig_van": date(2026, 1, 1)}
    with pytest.raises(Invoerfout, match="in die volgorde"):
        aanbod.productdeel_bewaren(medewerker("omar"), _product(), Kostenregel(), waarden)


def test_de_kruistabel_heeft_per_actie_een_proces_en_kan_leeg() -> None:
    product, klacht = _product(), Proces.objects.get(identificatie="klacht")
    aanbod.kruistabel_wijzigen(medewerker("omar"), product, "stoppen", klacht)
    assert Kruistabelregel.objects.get(product=product, actie="stoppen").proces == klacht
    aanbod.kruistabel_wijzigen(medewerker("omar"), product, "stoppen", None)
    assert not Kruistabelregel.objects.filter(product=product, actie="stoppen").exists()


def test_het_verslag_van_de_upl_blijft_bewaard_met_de_producten_die_het_raakt() -> None:
    naam = _product().upl
    assert naam is not None
    anders = UplNaam(naam="parkeren voor bewoners", uri=naam.uri, bestuurslagen=["gemeente"])
    aanbod.upl_laden(medewerker("omar"), [anders], "lijst.csv")
    lading = UplLading.objects.get()
    (geraakt,) = [v for v in lading.verschillen if v["uri"] == naam.uri]
    assert (geraakt["soort"], geraakt["was"], geraakt["producten"]) == (
        "gewijzigd", naam.naam, ["Parkeervergunning bewoners"],
    )  # fmt: skip
    assert lading.door == medewerker("omar").gebruiker.naam
    assert lading.aantal_verdwenen == UplNaam.objects.filter(vervallen=True).count() > 0

"""Walk 8: omar changes a product and makes a decision table; a visitor reads the one and tries the other."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from catalogus.models import Beslistabel, Product
from tests.browser.conftest import BREEDTES, Iemand

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
WOO = "/backoffice/beheer/producten/woo-verzoek/"


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_8_een_product_en_zijn_regels(iemand: Maak, breedte: int) -> None:
    omar = iemand("omar", breedte)
    pagina = omar.ga("/backoffice/beheer/producten/")
    omar.klik("Openbare informatie opvragen (Woo)", "link")
    omar.klik("Teksten", "link")
    pagina.get_by_label("Contact").fill("Kom **langs** bij het Woo-team.")
    omar.klik("Voorbeeld tonen")
    expect(pagina.locator("aside strong", has_text="langs")).to_be_visible()
    assert "langs" not in Product.objects.get(slug="woo-verzoek").contact
    omar.klik("Opslaan")
    assert "langs" in Product.objects.get(slug="woo-verzoek").contact

    omar.klik("Regels", "link")
    pagina.locator("form[action$='/regels/nieuw/duur/'] button").click()
    omar.kijk()
    omar.klik("Vraag uit het formulier", "link")
    pagina.get_by_label("Vraag uit het formulier").select_option("namens")
    omar.klik("Opslaan")
    for antwoord, duur in (("pers", "2 weken"), ("", "4 weken")):
        omar.klik("Nieuwe regel", "link")
        if antwoord:
            pagina.locator(f"input[name=als_namens][value={antwoord}]").check()
        pagina.get_by_label("Hoe lang").fill(duur)
        omar.klik("Opslaan")
    pagina.locator("input[name=p-namens][value=pers]").check()
    omar.klik("Uitproberen")
    expect(pagina.get_by_role("status").filter(has_text="2 weken")).to_be_visible()
    pagina.get_by_label("Naam van het voorbeeld").fill("voor een krant")
    omar.klik("Bewaren als voorbeeld")
    expect(pagina.get_by_text("klopt", exact=True)).to_be_visible()
    omar.klik("In gebruik nemen")
    expect(pagina.get_by_text("De tabel is klaar en geldt vanaf de dag die u koos.")).to_be_visible()
    assert Beslistabel.objects.get(product__slug="woo-verzoek").geldig_van is not None

    bezoeker = iemand("", breedte)
    bezoeker.ga("/producten/woo-verzoek/")
    assert "Kom langs bij het Woo-team." in bezoeker.tekst()
    bezoeker.klik("Kom ik in aanmerking?", "link")
    bezoeker.pagina.locator("input[name=namens][value=pers]").check()
    bezoeker.klik("Bekijk de uitkomst")
    assert "2 weken" in bezoeker.tekst()


def test_andere_bureaus_van_het_aanbod(iemand: Maak) -> None:
    for breedte in BREEDTES.values():
        omar = iemand("omar", breedte)
        for pad in (
            "producten/nieuw/", "producten/parkeervergunning-bewoners/kosten/",
            "producten/parkeervergunning-bewoners/vragen/", "producten/parkeervergunning-bewoners/engels/",
            "producten/parkeervergunning-bewoners/delen/bedragen/nieuw/", "kruistabel/", "upl/",
            "producten/inzage-persoonsgegevens/upl/",
        ):  # fmt: skip
            omar.ga(f"/backoffice/beheer/{pad}")
        bezoeker = iemand("", breedte)
        for pad in ("/producten/?zoek=parkeervergunnign", "/producten/melding-openbare-ruimte/check/"):
            bezoeker.ga(pad)

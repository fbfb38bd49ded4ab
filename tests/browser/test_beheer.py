"""Walk 7: omar makes a version of a zaaktype, petra publishes it; who applies then follows it, who waited does not."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from catalogus.models import Stand
from mijnzaken.zaken.models import Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN, zaaktype

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
SOORT = "parkeervergunning-bewoners"
PROCES = f"/backoffice/beheer/zaaktypen/{SOORT}/"


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_7_nieuwe_versie_van_een_zaaktype(iemand: Maak, breedte: int) -> None:
    omar, oud = iemand("omar", breedte), zaaktype(SOORT)
    pagina = omar.ga("/backoffice/beheer/")
    omar.klik("Zaaktypen", "link")
    omar.klik("Parkeervergunning bewoners", "link")
    omar.klik("Nieuwe versie maken")
    assert "Er is nog niets veranderd." in omar.tekst()

    omar.klik("Algemeen wijzigen", "link")
    pagina.locator("[name=doel_inwoner]").fill("Zo kunt u dicht bij huis parkeren.")
    pagina.locator("[name=doorlooptijd]").fill("P6W")
    omar.klik("Opslaan")
    nieuw = oud.proces.versies.get(stand=Stand.CONCEPT)
    kenteken = nieuw.gegevens.get(naam="kenteken")
    pagina.locator(f"a[href$='/gegevens/{kenteken.pk}/']").click()
    omar.kijk()
    pagina.locator("[name=label]").fill("Het kenteken van uw auto")
    omar.klik("Opslaan")
    assert "Zo kunt u dicht bij huis parkeren." in omar.tekst()
    assert "Er is nog niets veranderd." not in omar.tekst()
    assert pagina.get_by_role("button", name="Publiceren").count() == 0

    petra = iemand("petra", breedte)
    petra.ga(f"{PROCES}{nieuw.versienummer}/")
    assert "kenteken" in petra.tekst().lower()
    petra.klik("Publiceren")
    expect(petra.pagina.get_by_text(f"Versie {nieuw.versienummer} geldt vanaf nu voor nieuwe zaken.")).to_be_visible()
    assert zaaktype(SOORT) == nieuw

    anna = iemand("anna", breedte)
    anna.ga("/mijn/aanvragen/parkeervergunning-bewoners/")
    anna.klik("Beginnen")
    begonnen = anna.pagina.url
    for stap in range(1, 6):
        anna.pagina.goto(begonnen.replace("stap=1", f"stap={stap}"))
        if anna.pagina.get_by_label("Het kenteken van uw auto").count():
            break
    else:
        raise AssertionError("de nieuwe vraag staat niet in het formulier")
    lopend = Zaak.objects.systeem(REDEN).filter(proces=oud.proces)
    assert {zaak.zaaktype_id for zaak in lopend} == {oud.pk}


def test_andere_bureaus_van_beheer(iemand: Maak) -> None:
    for wie, paginas in {
        "omar": ["producten/", "producten/parkeervergunning-bewoners/", "berichten/"],
        "ruud": ["", "rechten/"], "fleur": ["logboek/"], "henk": ["archief/"],
    }.items():  # fmt: skip
        for breedte in BREEDTES.values():
            mens = iemand(wie, breedte)
            for pagina in paginas:
                mens.ga(f"/backoffice/beheer/{pagina}")

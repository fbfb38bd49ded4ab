"""The walks of staff: a zaak from the work list to the decision that the resident reads, and a call that comes in."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from catalogus import klok
from catalogus.models import Product
from mijnzaken.zaken.models import Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN, dien_in, ververs
from tests.mijnzaken.documenten.proefbestanden import pdf

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]


def handel(mens: Iemand, zaak: Zaak, naam: str, knop: str, **velden: str) -> None:
    """Open the page of this handeling, fill it in and do it."""
    pagina = mens.ga(f"/backoffice/zaken/{zaak.nummer}/{naam}/")
    for veld, waarde in velden.items():
        invoer = pagina.locator(f"main [name={veld}]")
        if invoer.first.get_attribute("type") == "radio":
            pagina.locator(f"main [name={veld}][value={waarde}]").check()
        elif invoer.first.evaluate("e => e.tagName") == "SELECT":
            invoer.select_option(label=waarde)
        else:
            invoer.fill(waarde)
    mens.klik(knop)
    assert f"/zaken/{zaak.nummer}/" in mens.pagina.url
    assert naam not in mens.pagina.url, mens.tekst()


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_4_5_behandelen_tot_en_met_het_besluit(iemand: Maak, tmp_path: Path, breedte: int) -> None:
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    sanne, anna = iemand("sanne", breedte), iemand("anna", breedte)
    sanne.ga("/backoffice/")
    sanne.ga(f"/backoffice/zaken/?zoek={zaak.nummer}")
    expect(sanne.pagina.get_by_text(zaak.nummer).first).to_be_visible()
    sanne.ga(f"/backoffice/zaken/{zaak.nummer}/")
    handel(sanne, zaak, "in_behandeling_nemen", "In behandeling nemen")

    handel(
        sanne, zaak, "aanvulling_vragen", "Vraag de aanvulling", titel="Stuur de koopakte",
        uiterlijk=(klok.vandaag() + timedelta(days=14)).isoformat(),
    )  # fmt: skip
    anna.ga(f"/mijn/zaken/{zaak.uuid}/")
    assert "De termijn staat stil" in anna.tekst()
    anna.klik("Document sturen", "link")
    akte = tmp_path / "akte.pdf"
    akte.write_bytes(pdf())
    anna.pagina.locator("#bestanden-kies").set_input_files(akte)
    expect(anna.pagina.locator("input[type=hidden][name=bestanden]")).to_have_count(1)
    anna.klik("Versturen", exact=True)
    assert ververs(zaak).opschortingen.filter(beeindigd_op=None).count() == 0

    handel(sanne, zaak, "advies_vragen", "Vraag advies", adviseur="K. El Amrani", vraag="Klopt de berekening?")
    karim = iemand("karim", breedte)
    handel(karim, zaak, "adviseren", "Advies versturen", advies="Ja, de berekening klopt.")
    handel(
        sanne, zaak, "besluit_voorstellen", "Voorstel doen", uitkomst="toegekend",
        motivering="U krijgt de subsidie, omdat uw woning te veel lawaai krijgt.",
    )  # fmt: skip
    sanne.ga(f"/backoffice/zaken/{zaak.nummer}/")
    assert sanne.pagina.get_by_role("link", name="Besluiten", exact=True).count() == 0
    tess = iemand("tess", breedte)
    handel(tess, zaak, "besluiten", "Neem dit besluit")

    anna.ga(f"/mijn/zaken/{zaak.uuid}/")
    assert "omdat uw woning te veel lawaai krijgt" in anna.tekst()
    expect(anna.pagina.get_by_role("link", name="Besluit lezen").first).to_be_visible()
    tess.ga("/backoffice/sturing/")


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_6_een_vraag_aan_de_telefoon_wordt_teruggebeld(iemand: Maak, breedte: int) -> None:
    mila = iemand("mila", breedte)
    pagina = mila.ga("/backoffice/14070/")
    pagina.locator("#q").fill("parkeervergunning")
    mila.klik("Zoeken")
    expect(pagina.locator("#treffers").get_by_text("Parkeervergunning bewoners").first).to_be_visible()
    mila.ga("/backoffice/14070/")
    pagina.locator("[name=zoek]").fill("0610000137")
    mila.klik("Zoek de klant")
    pagina.locator("[name=doel]").select_option(index=1)
    pagina.locator("[name=geboortedatum]").fill("17-5-1984")
    pagina.locator("[name=adres]").fill("2900AB 12")
    mila.klik("Antwoorden controleren")
    mila.ga("/backoffice/14070/klant/")
    assert "Parkeervergunning" in mila.tekst()
    mila.ga("/backoffice/14070/contact/")
    product = Product.objects.get(slug="subsidie-sanering-verkeerslawaai")
    mila.ga(f"/backoffice/14070/terugbelnotitie/?product={product.slug}")
    pagina.locator("[name=onderwerp]").fill("Meting in huis")
    pagina.locator("main textarea[name=vraag]").fill("Moet ik thuis zijn bij de meting?")
    mila.klik("Terugbelnotitie maken")
    notitie = Zaak.objects.systeem(REDEN).latest("pk")
    mila.ga("/backoffice/terugbelnotities/")
    assert notitie.nummer in mila.tekst()

    karim = iemand("karim", breedte)
    karim.ga("/backoffice/terugbelnotities/")
    karim.ga(f"/backoffice/terugbelnotities/{notitie.nummer}/")
    assert "Moet ik thuis zijn bij de meting?" in karim.tekst()
    karim.pagina.locator("[name=antwoord-antwoord]").fill("Ja, een uur lang.")
    karim.klik("Beantwoorden en afsluiten")
    anna = iemand("anna", breedte)
    anna.ga("/mijn/contact/")
    assert "Ja, een uur lang." in anna.tekst()

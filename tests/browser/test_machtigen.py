"""The walk of two people: wil asks bram, bram says yes and acts, wil stops it while his form is open."""

from collections.abc import Callable

import pytest

from autorisatie.models import Machtiging
from mijnzaken.bronnen.proefnummers import proef_bsn
from mijnzaken.zaken.models import Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN, partij

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_aanbieden_aanvaarden_handelen_en_stoppen(iemand: Maak, breedte: int) -> None:
    Machtiging.objects.systeem(REDEN).filter(gever=partij("wil")).delete()
    wil, bram = iemand("wil", breedte), iemand("bram", breedte)
    _biedt_aan(wil)
    _zegt_ja_en_kiest(bram)
    bram.ga("/mijn/contact/vraag/")
    bram.pagina.get_by_label("Wat is uw vraag?").fill("Mijn moeder wil weten hoe het ervoor staat")

    wil.ga("/mijn/machtigingen/")
    wil.klik("Stoppen")
    assert "De machtiging is meteen gestopt" in wil.tekst()

    voor = Zaak.objects.systeem(REDEN).count()
    bram.pagina.get_by_label("Waar gaat uw vraag over?").select_option(index=1)
    bram.pagina.get_by_label("Op welk nummer kunnen wij u bellen?").fill("06 12345678")
    bram.pagina.locator("main form button[type=submit]").click()
    bram.kijk()
    assert "Intussen is de machtiging gestopt" in bram.tekst()
    assert "bewaren wij een dag" in bram.tekst()
    assert Zaak.objects.systeem(REDEN).count() == voor
    bram.klik("Lees wat er is gebeurd", "link")
    assert "niet meer namens Wilhelmina Jansen" in bram.tekst()
    bram.klik("Naar mijn eigen zaken", "link")
    assert bram.pagina.locator(".mz-namens--ander").count() == 0


def _biedt_aan(wil: Iemand) -> None:
    pagina = wil.ga("/mijn/machtigingen/aanbieden/")
    pagina.get_by_label("Burgerservicenummer of KvK-nummer").fill(proef_bsn(5))
    pagina.get_by_label("Achternaam van die persoon").fill("Jansen")
    pagina.get_by_label("Voor al mijn zaken").check()
    assert not pagina.get_by_text("Welke onderwerpen?").is_visible()
    pagina.get_by_label("Meekijken en regelen").check()
    wil.klik("Machtiging aanbieden")
    assert "Uw aanbod staat klaar" in wil.tekst()
    assert "Nog geen antwoord" in wil.tekst()


def _zegt_ja_en_kiest(bram: Iemand) -> None:
    bram.ga("/mijn/")
    assert "Wilhelmina Jansen vraagt of u zaken wilt regelen" in bram.tekst()
    bram.klik("Antwoorden", "link")
    bram.klik("Ja, dat doe ik")
    bram.klik("Regelen")  # the first by name
    assert "U handelt namens Wilhelmina Jansen" in bram.pagina.locator("header ~ section").first.inner_text()

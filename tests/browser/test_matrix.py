"""Walk 8: ruud drafts a change of the matrix, saskia sees who wins and approves, and it works from the next request."""

from collections.abc import Callable

import pytest

from autorisatie.models import Matrixversie
from mijnzaken.zaken.models import Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
MATRIX = "/backoffice/beheer/rechten/matrix/"


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_8_van_ontwerp_tot_een_recht_dat_werkt(iemand: Maak, breedte: int) -> None:
    zaak = Zaak.objects.systeem(REDEN).filter(proces__identificatie="parkeervergunning-bewoners").first()
    assert zaak is not None
    sanne = iemand("sanne", breedte)
    antwoord = sanne.pagina.goto(f"/backoffice/zaken/{zaak.nummer}/")
    assert antwoord is not None
    assert antwoord.status == 404

    ruud = iemand("ruud", breedte)
    pagina = ruud.ga("/backoffice/beheer/")
    ruud.klik("Rechten", "link")
    ruud.klik("Autorisatiematrix", "link")
    ruud.klik("Ontwerp maken", "link")
    pagina.locator("[name=toelichting]").fill("Behandelaars van Geluid helpen bij Parkeren.")
    ruud.klik("Ontwerp maken")
    ruud.klik("Regel toevoegen", "link")
    pagina.locator("[name=rol]").select_option(label="Behandelaar")
    pagina.locator("[name=scope]").select_option("proces")
    pagina.locator("[name=proces]").select_option(label=zaak.proces.naam)
    pagina.locator("[name=niveau_zaak]").select_option("3")
    ruud.klik("Opslaan in het ontwerp")
    assert f"Behandelaar, het zaaktype {zaak.proces.naam}" in ruud.tekst()
    ruud.klik("Ter goedkeuring indienen")
    assert "wacht op goedkeuring" in ruud.tekst()
    ontwerp = Matrixversie.objects.order_by("-nummer")[0]

    saskia = iemand("saskia", breedte)
    saskia.ga(f"{MATRIX}versies/{ontwerp.nummer}/")
    saskia.klik("Bekijk wie wint en wie verliest", "link")
    assert "S. Kaya" in saskia.tekst()
    assert "Zaak: de kern" in saskia.tekst()
    saskia.klik("Goedkeuren", "link")
    saskia.klik("Goedkeuren")
    assert "geldt nu" in saskia.tekst()

    sanne.ga(f"/backoffice/zaken/{zaak.nummer}/")
    ruud.ga("/backoffice/beheer/rechten/waarom/")
    pagina.locator("[name=gebruikersnaam]").fill("sanne")
    pagina.locator("[name=zaaknummer]").fill(zaak.nummer)
    ruud.klik("Uitzoeken")
    assert "Ja, deze persoon ziet de zaak" in ruud.tekst()
    assert f"het zaaktype {zaak.proces.naam}, versie {ontwerp.nummer}" in ruud.tekst()


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_de_kamers_van_de_rechten(iemand: Maak, breedte: int) -> None:
    fleur = iemand("fleur", breedte)
    for pagina in ("", "matrix/", "matrix/versies/1/", "matrix/versies/1/zaaktype/?zaaktype=klacht", "herziening/"):
        fleur.ga(f"/backoffice/beheer/rechten/{pagina}")
    iemand("petra", breedte).ga("/backoffice/beheer/rechten/herziening/autorisatiebeheerder/")

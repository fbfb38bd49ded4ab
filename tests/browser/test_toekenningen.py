"""A role from question to end, and a deputy, as people do it; axe looks at every page, wide and narrow."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from autorisatie.models import Gebruiker, Toekenning
from catalogus import klok
from tests.browser.conftest import BREEDTES, Iemand

pytestmark = [pytest.mark.browser]
Maak = Callable[..., Iemand]
ROLLEN = "/backoffice/beheer/rechten/toekenningen/"


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_een_rol_vragen_goedkeuren_en_beeindigen(iemand: Maak, breedte: int) -> None:
    henk = Gebruiker.objects.get(gebruikersnaam="henk")
    ruud = iemand("ruud", breedte)
    ruud.ga("/backoffice/beheer/rechten/")
    ruud.klik("Rollen", "link", exact=True)
    ruud.pagina.get_by_label("Zoeken op naam").fill("postma")
    ruud.klik("Zoeken")
    ruud.klik("H. Postma", "link")
    ruud.klik("Rol aanvragen", "link")
    ruud.klik("Aanvragen")
    assert "Kies een rol." in ruud.tekst()
    ruud.pagina.get_by_label("Welke rol?").select_option(label="Proceseigenaar")
    ruud.pagina.get_by_label("Waarom heeft deze collega de rol nodig?").fill("Helpt mee bij het publiceren")
    ruud.klik("Aanvragen")
    expect(ruud.pagina.get_by_text("Een ander moet dit nog goedkeuren.")).to_be_visible()
    ruud.ga(f"{ROLLEN}wachtend/")
    assert "U vroeg dit aan. Een ander keurt het goed." in ruud.tekst()

    saskia = iemand("saskia", breedte)
    saskia.ga(f"{ROLLEN}wachtend/")
    saskia.pagina.get_by_role("button", name="Proceseigenaar voor H. Postma").click()
    expect(saskia.pagina.get_by_text("H. Postma heeft de rol Proceseigenaar.")).to_be_visible()
    saskia.ga(f"{ROLLEN}herzien/")
    iemand("henk", breedte).ga("/backoffice/beheer/rechten/mijn/")

    rij = Toekenning.objects.get(Toekenning.geldend(), gebruiker=henk, rol__code="proceseigenaar")
    saskia.ga(f"{ROLLEN}{rij.uuid}/verlengen/")
    saskia.ga(f"{ROLLEN}{rij.uuid}/beeindigen/")
    saskia.pagina.get_by_label("Waarom?").fill("Klaar met helpen")
    saskia.klik("Nu beëindigen")
    assert "Klaar met helpen" in saskia.tekst()


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_tess_regelt_wie_waarneemt_voor_karim(iemand: Maak, breedte: int) -> None:
    tess = iemand("tess", breedte)
    tess.ga("/backoffice/")
    tess.klik("mijn rollen", "link")
    tess.klik("Waarneming regelen", "link")
    tess.klik("K. El Amrani", "link")
    tess.pagina.get_by_label("Wie neemt waar?").select_option(label="S. Kaya")
    tess.pagina.get_by_label("Tot en met").fill((klok.vandaag() + timedelta(days=5)).isoformat())
    tess.pagina.get_by_label("Waarom?").fill("Verlof")
    tess.klik("Waarneming instellen")
    expect(tess.pagina.get_by_text("De waarneming staat klaar.")).to_be_visible()
    sanne = iemand("sanne", breedte)
    sanne.ga("/backoffice/")
    assert "Waarneming voor K. El Amrani" in sanne.tekst()
    sanne.ga("/backoffice/beheer/rechten/mijn/")
    tess.klik("S. Kaya voor K. El Amrani")
    assert "K. El Amrani\tS. Kaya" not in tess.tekst()

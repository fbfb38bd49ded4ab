"""The form and the case handler use the table of the product: the same one, of the day of receipt."""

import pytest
from django.test import Client
from django.urls import reverse

from catalogus.models import Beslistabel
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import begin_concept, burger, dien_in, partij
from tests.oidc.hulp import als

SUBSIDIE = "subsidie-verkeerslawaai"


@pytest.mark.parametrize(
    "bouwjaar, regel, uitkomst", [(1995, 1, "Nee, waarschijnlijk niet."), (1960, 3, "Ja, dat kan.")]
)
def test_de_behandelaar_ziet_de_uitkomst_en_welke_regel_besliste(
    ingelogd: Inloggen, bouwjaar: int, regel: int, uitkomst: str
) -> None:
    zaak = dien_in("anna", SUBSIDIE, bouwjaar=bouwjaar)
    tekst = ingelogd("sanne").get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert uitkomst in tekst
    assert f"Regel {regel} besliste" in tekst


def test_een_tabel_van_na_de_ontvangst_telt_niet_mee(ingelogd: Inloggen) -> None:
    zaak = dien_in("anna", SUBSIDIE)
    assert zaak.ontvangstdatum is not None
    Beslistabel.objects.filter(product=zaak.product).update(geldig_tot=zaak.ontvangstdatum)
    tekst = ingelogd("sanne").get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert "Wat onze regels zeggen" not in tekst


def test_wie_aanvraagt_leest_de_uitkomst_en_mag_toch_versturen(gemeente: None, db: None) -> None:
    concept = begin_concept(burger("anna"), SUBSIDIE, bouwjaar=1995)
    adres = f"/mijn/aanvragen/{concept.product.slug}/?concept={concept.uuid}&stap=9"
    tekst = als(Client(), partij("anna")).get(adres).content.decode()
    assert "Wat onze regels zeggen" in tekst
    assert "De subsidie is voor woningen die er op 1 maart 1986 al stonden." in tekst
    assert "Dit is een hulp, geen besluit." in tekst
    assert "indienen" in tekst

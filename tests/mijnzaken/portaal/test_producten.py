"""*Mijn producten*: what one holds, what one can ask of it, and whether it still fits."""

from datetime import date

import pytest
from django.urls import reverse

from mijnzaken.zaken import productonderhoud
from mijnzaken.zaken.models import InwonerProduct, Productcontrole
from tests.fabrieken import burger
from tests.producthouders import geef_vergunning, op

pytestmark = pytest.mark.django_db


@pytest.fixture
def vergunning(gemeente: None, op_maandag: object) -> InwonerProduct:
    return geef_vergunning()


def test_de_inwoner_verlengt_vanaf_mijn_producten(vergunning, inloggen):
    anna = inloggen("anna")
    pagina = anna.get(reverse("mijn_producten")).content.decode()
    adres = f"{reverse('aanvragen', args=[vergunning.product.slug])}?voor={vergunning.uuid}&amp;actie=verlengen"
    assert adres in pagina
    begin = anna.get(adres.replace("&amp;", "&"))
    assert "geldig tot en met 30 april 2027" in begin.content.decode()
    naar = anna.post(adres.replace("&amp;", "&"))
    assert naar.status_code == 302
    assert anna.get(naar.url).status_code == 200
    for vals in ("actie=aanvragen", "actie=iets", ""):
        fout = f"{reverse('aanvragen', args=[vergunning.product.slug])}?voor={vergunning.uuid}&{vals}"
        assert anna.get(fout).status_code == 404
    assert inloggen("bram").get(adres.replace("&amp;", "&")).status_code == 404


def test_de_vraag_of_alles_klopt_staat_bij_taken_en_bij_het_product(vergunning, inloggen):
    with op(date(2026, 11, 1)):
        productonderhoud.vraag_controles()
        anna = inloggen("anna")
        assert "Klopt alles nog?" in anna.get(reverse("mijn_taken")).content.decode()
        assert "Ja, alles klopt nog" in anna.get(reverse("mijn_producten")).content.decode()
        controle = Productcontrole.objects.voor(burger("anna")).get()
        antwoord = anna.post(reverse("mijn_product_klopt", args=[controle.uuid]), follow=True)
        assert "Bedankt" in antwoord.content.decode()
        assert "Ja, alles klopt nog" not in antwoord.content.decode()

"""A draft of what nobody can apply for any more explains itself, and holds no form that leads nowhere."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from catalogus import klok
from catalogus.models import Product, Stand, Zaaktype
from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import REDEN, begin_concept, burger, zaaktype

SOORT, SLUG = "subsidie-verkeerslawaai", "subsidie-sanering-verkeerslawaai"
PAGINA = f"/mijn/aanvragen/{SLUG}/"


def _eindig_proces() -> None:
    gisteren = klok.vandaag() - timedelta(days=1)
    Zaaktype.objects.filter(pk=zaaktype(SOORT).pk).update(
        begin_geldigheid=gisteren, einde_geldigheid=klok.vandaag(), stand=Stand.BEEINDIGD
    )


def _eindig_product() -> None:
    Product.objects.filter(slug=SLUG).update(gepubliceerd_tot=klok.vandaag())


@pytest.mark.parametrize("eindig", [_eindig_proces, _eindig_product])
def test_een_concept_van_wat_voorbij_is_legt_zich_uit(anna: Client, eindig: Callable[[], None]) -> None:
    concept = begin_concept(burger("anna"), SOORT)
    eindig()
    for stap in ("", "&stap=1", "&stap=99"):
        pagina = anna.get(f"{PAGINA}?concept={concept.uuid}{stap}")
        tekst = pagina.content.decode()
        assert pagina.status_code == 200
        assert "kunt u dit niet meer aanvragen" in tekst
        assert reverse("mijn_contact_vraag") in tekst
        assert 'name="volgende"' not in tekst
        assert "later versturen" not in tekst
    for gestuurd in ({"volgende": "1"}, {"indienen": "1"}):
        assert anna.post(f"{PAGINA}?concept={concept.uuid}&stap=1", gestuurd).status_code == 409
    assert not Zaak.objects.systeem(REDEN).exists()
    assert anna.post(reverse("concept_weggooien", args=[concept.uuid])).status_code == 302
    assert not Concept.objects.systeem(REDEN).exists()


def test_wie_begint_aan_wat_voorbij_is_leest_op_het_product_waarom(anna: Client) -> None:
    zaaktype(SOORT)
    _eindig_proces()
    for antwoord in (anna.get(PAGINA), anna.post(PAGINA)):
        assert antwoord["Location"] == f"/producten/{SLUG}/"
    assert "niet meer aanvragen" in anna.get(f"/producten/{SLUG}/").content.decode()


def test_andermans_concept_van_een_product_dat_weg_is_bestaat_niet(
    inloggen: Callable[..., Client], anna: Client
) -> None:
    concept = begin_concept(burger("anna"), SOORT)
    _eindig_product()
    bram = inloggen("bram")
    assert bram.get(f"{PAGINA}?concept={concept.uuid}").status_code == 404
    assert bram.get(PAGINA).status_code == 404


def test_een_melding_zonder_inloggen_die_voorbij_is_legt_zich_uit(gemeente: None, client: Client, db: None) -> None:
    soort = zaaktype("melding-openbare-ruimte")
    product = Product.objects.get(kruistabel__proces=soort.proces)
    adres = reverse("aanvragen_openbaar", args=[product.slug])
    begonnen = client.post(adres)["Location"]
    Zaaktype.objects.filter(pk=soort.pk).update(
        begin_geldigheid=klok.vandaag() - timedelta(days=1), einde_geldigheid=klok.vandaag(), stand=Stand.BEEINDIGD
    )
    tekst = client.get(begonnen).content.decode()
    assert "kunt u dit niet meer aanvragen" in tekst
    assert 'name="volgende"' not in tekst
    assert Client().get(adres)["Location"] == f"/producten/{product.slug}/"

"""omar sees what does not fit and has the zaken moved; a team lead moves one from its own page."""

from collections.abc import Callable

import pytest
from django.test import Client

from autorisatie.actor import Systeem
from catalogus.versies import kopieer, publiceer
from mijnzaken.zaken.models import Overzetting, Zaak
from mijnzaken.zaken.overzetten import opdracht
from mijnzaken.zaken.stappen import huidige_status
from tests.fabrieken import REDEN, dien_in, ververs, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SOORT = "parkeervergunning-bewoners"
PROCES = f"/backoffice/beheer/zaaktypen/{SOORT}/"


def _pagina(versienummer: int) -> str:
    return f"{PROCES}{versienummer}/overzetten/"


@pytest.fixture
def zaak(gemeente: None) -> Zaak:
    """On a version that ended today; the status that it has got another name."""
    zaak = dien_in("anna")
    versie = kopieer(zaaktype(SOORT), auteur_id=None)
    versie.statustypen.filter(omschrijving=_status(zaak)).update(omschrijving="Binnen")
    publiceer(versie, door_id=None)
    return ververs(zaak)


def _status(zaak: Zaak) -> str:
    status = huidige_status(zaak)
    assert status is not None
    return status.statustype.omschrijving


def test_omar_kiest_een_status_en_ziet_hoe_ver_het_is(zaak: Zaak, ingelogd: Inloggen) -> None:
    adres = _pagina(zaak.zaaktype.versienummer)
    omar = ingelogd("omar")
    assert adres in omar.get(PROCES).content.decode()
    tekst = omar.get(adres).content.decode()
    assert "Er loopt 1 zaak op de oude versie." in tekst
    assert "blijven, tenzij u hieronder kiest" in tekst
    assert zaak.nummer not in tekst
    oud = zaak.zaaktype.statustypen.get(omschrijving=_status(zaak))
    waarden = {f"status_{oud.pk}": str(zaaktype(SOORT).statustypen.get(omschrijving="Binnen").pk), "reden": ""}
    antwoord = omar.post(adres, waarden)
    assert antwoord.status_code == 422
    assert " selected" in antwoord.content.decode()
    assert omar.post(adres, waarden | {"reden": "Nieuwe regels."})["Location"] == adres
    tekst = omar.get(adres).content.decode()
    assert "Dit loopt nog." in tekst
    assert "Waarom zet u de zaken over?" not in tekst
    opdracht.voer_uit(Systeem("proef"))
    assert "Overgezet: 1. Wacht nog: 0." in omar.get(adres).content.decode()
    assert _status(ververs(zaak)) == "Binnen"


def test_wie_niets_kiest_leest_daarna_waarom_zaken_bleven(zaak: Zaak, ingelogd: Inloggen) -> None:
    adres = _pagina(zaak.zaaktype.versienummer)
    omar = ingelogd("omar")
    omar.post(adres, {"reden": "Nieuwe regels."})
    opdracht.voer_uit(Systeem("proef"))
    tekst = omar.get(adres).content.decode()
    assert "Niet overgezet:" in tekst
    assert "1: De status" in tekst


def test_wat_afgeschermd_is_staat_in_geen_getal(zaak: Zaak, ingelogd: Inloggen) -> None:
    adres = _pagina(zaak.zaaktype.versienummer)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    tekst = ingelogd("omar").get(adres).content.decode()
    assert "Er lopen 0 zaken" in tekst
    assert "geen tegenhanger" not in tekst


def test_de_pagina_is_er_alleen_voor_een_oudere_versie_en_voor_wie_het_mag(zaak: Zaak, ingelogd: Inloggen) -> None:
    adres = _pagina(zaak.zaaktype.versienummer)
    assert ingelogd("omar").get(_pagina(zaaktype(SOORT).versienummer)).status_code == 404
    petra = ingelogd("petra")
    assert petra.post(adres, {"reden": "x"}).status_code == 404
    assert adres not in petra.get(PROCES).content.decode()
    assert not Overzetting.objects.systeem(REDEN).exists()


def test_een_teamleider_zet_een_zaak_over_op_haar_eigen_pagina(zaak: Zaak, ingelogd: Inloggen) -> None:
    peter, adres = ingelogd("peter"), f"/backoffice/zaken/{zaak.nummer}/"
    pagina = f"{adres}zaak_overzetten/"
    assert pagina in peter.get(adres).content.decode()
    assert pagina not in ingelogd("vera").get(adres).content.decode()
    assert "Wat niet past" in peter.get(pagina).content.decode()
    assert peter.post(pagina, {"reden": "Nieuwe regels."}).status_code == 422
    binnen = zaaktype(SOORT).statustypen.get(omschrijving="Binnen")
    assert peter.post(pagina, {"reden": "Nieuwe regels.", "statustype": str(binnen.pk)}).status_code == 302
    assert ververs(zaak).zaaktype == zaaktype(SOORT)
    assert pagina not in peter.get(adres).content.decode()

"""The screens of the archive: from list to declaration, by two people."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalogus import klok
from mijnzaken.zaken import archiefonderhoud
from mijnzaken.zaken.models import Lijststand, Vernietigingslijst
from tests.fabrieken import REDEN, VANDAAG
from tests.mijnzaken.berichten.brievenbus import lees, tekst
from tests.mijnzaken.zaken.test_vernietigen import (
    DAARNA,
    GEHEIM,
    SOORT,
    SYSTEEM,
    goedgekeurd,
    lijst,
    stand,
    verlopen,
    voer_uit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
Inloggen = Callable[[str], Client]


def adres(rij: Vernietigingslijst) -> str:
    return reverse("beheer_vernietigingslijst", args=[rij.uuid])


def stuur(client: Client, rij: Vernietigingslijst, stap: str, **velden: Any) -> int:
    return client.post(adres(rij), {"stap": f"vernietiging_{stap}", **velden}).status_code


def test_van_lijst_tot_verklaring(ingelogd: Inloggen) -> None:
    blijft, gaat = verlopen(), verlopen("wil")
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        antwoord = ingelogd("petra").post(reverse("beheer_archief"), {"proces": SOORT})
    rij = Vernietigingslijst.objects.systeem(REDEN).get()
    assert antwoord["Location"] == adres(rij)
    petra, henk = ingelogd("petra"), ingelogd("henk")
    assert stuur(petra, rij, "uitzonderen", regels=rij.regels.get(nummer=blijft.nummer).pk, reden="Een klacht") == 302
    assert stuur(petra, rij, "voorleggen") == 302
    assert stuur(henk, rij, "goedkeuren", bedenktijd_tot=klok.vandaag() + timedelta(days=14)) == 302
    voer_uit()
    pagina = henk.get(adres(rij)).content.decode()
    assert "Verklaring van vernietiging" in pagina
    assert gaat.nummer in pagina
    assert "blijft: Een klacht" in pagina
    assert stand(rij).stand == Lijststand.UITGEVOERD


def test_de_verklaring_is_een_document_om_te_bewaren_zonder_de_gegevens_zelf(ingelogd: Inloggen) -> None:
    zaak, dicht = verlopen(), verlopen("wil", afgeschermd=True)
    rij, henk = goedgekeurd(), ingelogd("henk")
    adres_pdf = reverse("beheer_verklaring", args=[rij.uuid])
    assert henk.get(adres_pdf).status_code == 404, "er is nog niets vernietigd"
    nacht = DAARNA.replace(hour=23, minute=30)  # by the clock of the municipality it is the next day
    with klok.op_moment(nacht):
        archiefonderhoud.voer_lijsten_uit(SYSTEEM)
    assert adres_pdf in henk.get(adres(rij)).content.decode()
    antwoord = henk.get(adres_pdf)
    assert antwoord["Content-Type"] == "application/pdf"
    assert b"<pdfaid:part>3</pdfaid:part>" in lees(antwoord.content).root_object["/Metadata"].get_object().get_data()
    inhoud = tekst(antwoord.content)
    for woord in ("Verklaring van vernietiging", zaak.nummer, "Goedgekeurd", "een afgeschermde zaak", str(rij.uuid)):
        assert woord in inhoud
    assert f"vernietigd op {(nacht + timedelta(hours=2)).day}" in inhoud
    assert dicht.nummer not in inhoud
    assert GEHEIM not in inhoud
    assert ingelogd("sanne").get(adres_pdf).status_code == 404


def test_zonder_reden_komt_de_bladzijde_terug_met_wat_gekozen_was(ingelogd: Inloggen) -> None:
    verlopen()
    rij, petra = lijst(), ingelogd("petra")
    regel = rij.regels.get()
    antwoord = petra.post(adres(rij), {"stap": "vernietiging_uitzonderen", "regels": regel.pk, "reden": ""})
    assert antwoord.status_code == 422
    assert "Schrijf waarom deze zaken niet weg mogen." in antwoord.content.decode()
    assert f'id="regel-{regel.pk}" aria-label="Zaak {regel.nummer} blijft" checked' in antwoord.content.decode()


def test_wie_een_stap_niet_mag_of_te_laat_is_krijgt_haar_niet(ingelogd: Inloggen) -> None:
    verlopen()
    rij = lijst()
    assert stuur(ingelogd("henk"), rij, "voorleggen") == 404
    assert stuur(ingelogd("petra"), rij, "goedkeuren", bedenktijd_tot="2026-04-01") == 404
    assert ingelogd("sanne").get(adres(rij)).status_code == 404


def test_het_nummer_van_een_afgeschermde_zaak_staat_niet_op_de_bladzijde(ingelogd: Inloggen) -> None:
    zaak = verlopen(afgeschermd=True)
    pagina = ingelogd("henk").get(adres(lijst())).content.decode()
    assert zaak.nummer not in pagina
    assert "een afgeschermde zaak" in pagina


def test_de_bladzijde_stelt_een_vast_aantal_vragen(ingelogd: Inloggen, django_assert_max_num_queries: Any) -> None:
    verlopen(), verlopen("wil"), verlopen("bram")
    rij, henk = lijst(), ingelogd("henk")
    henk.get(adres(rij))
    with django_assert_max_num_queries(14):
        henk.get(adres(rij))

"""Situation 109 of gevaren.md: a DPIA is withdrawn while the process runs."""

import pytest
from django.test import Client

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.models import Proces, SoortDossierstap
from mijnzaken.inrichting.dossiers import dossierakkoord_intrekken
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.handelingen.concepten import indienen
from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import (
    REDEN,
    begin_concept,
    burger,
    dien_in,
    gebruiker,
    medewerker,
    partij,
    registreer,
    ververs,
    zaaktype,
)
from tests.oidc.hulp import als
from tests.producthouders import besluit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
PARKEREN = "parkeervergunning-bewoners"
ZIN = "Een nieuwe aanvraag kan nu even niet."


def trek_in(identificatie: str = PARKEREN, soort: str = SoortDossierstap.DPIA) -> None:
    proces = Proces.objects.get(identificatie=identificatie)
    dossierakkoord_intrekken(medewerker("fleur"), soort, "Er is een risico gemist.", proces=proces)


def test_109_een_ingetrokken_dpia_stopt_nieuwe_aanvragen_en_laat_lopende_zaken_met_rust():
    lopend, concept = dien_in("anna"), begin_concept(burger("anna"), PARKEREN)
    trek_in()
    aantal = Zaak.objects.systeem(REDEN).count()
    for nieuw in (lambda: dien_in("wil"), lambda: registreer("wil"), lambda: indienen(burger("anna"), concept)):
        with pytest.raises(OnjuisteToestand, match=ZIN):
            nieuw()
    assert Zaak.objects.systeem(REDEN).count() == aantal
    assert Concept.objects.systeem(REDEN).filter(pk=concept.pk).exists(), "what was typed is kept"
    in_behandeling_nemen(medewerker("vera"), lopend)
    assert ververs(lopend).behandelaar == gebruiker("vera")


def test_109_de_inwoner_leest_waarom_en_krijgt_geen_knop():
    browser = als(Client(), partij("anna"))
    concept = begin_concept(burger("anna"), PARKEREN)
    product = f"/producten/{PARKEREN}/"
    knop = f'href="/mijn/aanvragen/{PARKEREN}/"'
    assert knop in browser.get(product).content.decode()
    trek_in()
    tekst = browser.get(product).content.decode()
    assert knop not in tekst
    assert ZIN in tekst
    stap = browser.get(f"/mijn/aanvragen/{PARKEREN}/?concept={concept.uuid}&stap=1").content.decode()
    assert ZIN in stap
    controle = browser.get(f"/mijn/aanvragen/{PARKEREN}/?concept={concept.uuid}&stap=99").content.decode()
    assert ZIN in controle
    assert 'name="indienen"' not in controle
    Concept.objects.systeem(REDEN).filter(pk=concept.pk).delete()
    assert browser.get(f"/mijn/aanvragen/{PARKEREN}/")["Location"] == product


def test_109_ook_wie_niet_inlogt_kan_niets_nieuws_melden():
    slug = zaaktype("melding-openbare-ruimte").proces.kruistabel.select_related("product")[0].product.slug
    adres = f"/aanvragen/{slug}/"
    assert Client().get(adres).status_code == 200
    trek_in("melding-openbare-ruimte", SoortDossierstap.IB_TOETS)
    for antwoord in (Client().get(adres), Client().post(adres)):
        assert antwoord["Location"] == f"/producten/{slug}/"


def test_109_een_toets_die_verloopt_stopt_vanzelf():
    tot = Proces.objects.get(identificatie=PARKEREN).getoetst_tot
    assert tot is not None
    op_die_dag = klok.op_moment(klok.nu().replace(year=tot.year, month=tot.month, day=tot.day))
    with op_die_dag, pytest.raises(OnjuisteToestand, match=ZIN):
        registreer("anna")


def test_109_bezwaar_tegen_een_besluit_kan_altijd_want_die_termijn_loopt():
    genomen = besluit(dien_in("anna"))
    trek_in("bezwaar", SoortDossierstap.IB_TOETS)
    assert dien_in("anna", "bezwaar", over_besluit=genomen).proces.identificatie == "bezwaar"
    with pytest.raises(OnjuisteToestand, match=ZIN):
        dien_in("anna", "bezwaar")


def test_109_de_medewerker_kan_het_niet_meer_kiezen():
    browser = als(Client(), gebruiker("vera"))
    lijst = "/backoffice/zaken/registreren/"
    assert f"{lijst}{PARKEREN}/" in browser.get(lijst).content.decode()
    trek_in()
    assert f"{lijst}{PARKEREN}/" not in browser.get(lijst).content.decode()
    assert browser.get(f"{lijst}{PARKEREN}/").status_code == 404

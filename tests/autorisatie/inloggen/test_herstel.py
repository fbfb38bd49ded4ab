"""What was typed when the session had ended comes back, to the same person in the same role, for a day."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.http import urlencode

from autorisatie import herstel, sessie
from autorisatie.models import BewaardFormulier, Gebruiker, Machtiging, Partij
from autorisatie.tasks import ruim_op
from catalogus import klok
from tests.oidc.aanbieder import Aanbieder, Bezoeker
from tests.oidc.fixtures import HIER, log_in
from tests.oidc.hulp import als, later, open_formulier

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paginas", "middelen")]
BRIEF = "/mijn/brief/"


def verstuur_te_laat(browser: Client, pad: str = BRIEF, **anders: Any) -> Any:
    formulier = open_formulier(browser, pad)
    with later(16):
        return browser.post(pad, {**formulier, "tekst": "Het lawaai <b>'s nachts</b>", "dagen": ["ma", "wo"], **anders})


def test_komt_terug_bij_dezelfde_persoon(aanbieder: Aanbieder, anna: Partij) -> None:
    browser = als(Client(enforce_csrf_checks=True), anna)
    naar = verstuur_te_laat(browser)
    terug = log_in(browser, aanbieder, "digid", "anna", f"?{naar['Location'].split('?')[1]}")
    assert terug["Location"] == BRIEF
    pagina = browser.get(BRIEF)
    inhoud = pagina.content.decode()
    assert "U was uitgelogd. Wat u typte staat er nog." in inhoud
    assert "Het lawaai &lt;b&gt;&#x27;s nachts&lt;/b&gt;</textarea>" in inhoud
    assert inhoud.count(" selected") == 2  # Monday and Wednesday
    assert " checked" not in inhoud
    assert open_formulier(browser, BRIEF)  # looking does not use it up
    assert browser.post(BRIEF, {**open_formulier(browser, BRIEF), "tekst": "storing"}).status_code == 500
    assert "lawaai" in browser.get(BRIEF).content.decode()  # our failure does not cost the words
    antwoord = browser.post(BRIEF, {**open_formulier(browser, BRIEF), "tekst": "nog eens"})
    assert antwoord.content.decode() == "verstuurd: nog eens"
    assert "U was uitgelogd" not in browser.get(BRIEF).content.decode()
    assert not BewaardFormulier.objects.exists()


def test_komt_terug_in_een_andere_browser_van_dezelfde_persoon(aanbieder: Aanbieder, anna: Partij) -> None:
    verstuur_te_laat(als(Client(), anna))
    elders = Client()
    log_in(elders, aanbieder, "digid", "anna")
    assert "lawaai" in elders.get(BRIEF).content.decode()


def test_komt_nooit_bij_een_ander(aanbieder: Aanbieder, anna: Partij, bram: Partij) -> None:
    browser = als(Client(), anna)
    verstuur_te_laat(browser)
    log_in(browser, aanbieder, "digid", "bram")
    assert "lawaai" not in browser.get(BRIEF).content.decode()
    assert BewaardFormulier.objects.count() == 1
    BewaardFormulier.objects.update(persoon=_persoon(bram))  # somebody changes the row in the database
    log_in(browser, aanbieder, "digid", "bram")
    assert "lawaai" not in browser.get(BRIEF).content.decode()


def test_staat_versleuteld_in_de_database(anna: Partij) -> None:
    verstuur_te_laat(als(Client(), anna))
    rij = BewaardFormulier.objects.get()
    assert b"lawaai" not in bytes(rij.inhoud)
    assert str(anna.pk) != rij.persoon


def test_een_medewerker_krijgt_zijn_werk_terug(aanbieder: Aanbieder, sanne: Gebruiker) -> None:
    browser = als(Client(enforce_csrf_checks=True), sanne)
    naar = verstuur_te_laat(browser, "/backoffice/bureau/")
    assert naar["Location"] == f"/inloggen/medewerker/?{urlencode({'next': '/backoffice/bureau/'})}"
    terug = Bezoeker(aanbieder).ga(browser.get(naar["Location"])["Location"], "sub-sanne")
    assert browser.get(terug.removeprefix(HIER))["Location"] == "/backoffice/bureau/"
    assert "lawaai" in browser.get("/backoffice/bureau/").content.decode()


def test_een_dag_en_niet_langer(aanbieder: Aanbieder, anna: Partij) -> None:
    browser = als(Client(), anna)
    verstuur_te_laat(browser)
    with later(24 * 60 + 17):
        log_in(browser, aanbieder, "digid", "anna")
        assert "lawaai" not in browser.get(BRIEF).content.decode()
        assert ruim_op() == 1
    assert not BewaardFormulier.objects.exists()


def test_bestanden_worden_genoemd_en_niet_bewaard(aanbieder: Aanbieder, anna: Partij) -> None:
    browser = als(Client(), anna)
    verstuur_te_laat(browser, bijlage=SimpleUploadedFile("tekening <1>.pdf", b"%PDF-geheim"))
    log_in(browser, aanbieder, "digid", "anna")
    inhoud = browser.get(BRIEF).content.decode()
    assert "Kies deze bestanden opnieuw: tekening &lt;1&gt;.pdf" in inhoud
    assert "geheim" not in inhoud


def test_namens_een_ander_komt_terug_in_die_rol(aanbieder: Aanbieder, anna: Partij, bram: Partij) -> None:
    machtiging = _machtiging(anna, bram)
    browser = _namens(als(Client(), bram), machtiging)
    verstuur_te_laat(browser)
    log_in(browser, aanbieder, "digid", "bram")
    assert browser.session["burger"]["namens"] == anna.pk
    assert "lawaai" in browser.get(BRIEF).content.decode()


def test_na_het_einde_van_de_machtiging_niet_meer(aanbieder: Aanbieder, anna: Partij, bram: Partij) -> None:
    machtiging = _machtiging(anna, bram)
    browser = _namens(als(Client(), bram), machtiging)
    verstuur_te_laat(browser)
    machtiging.beeindigd_op, machtiging.einde_reden = klok.nu(), "ingetrokken"
    machtiging.save()
    log_in(browser, aanbieder, "digid", "bram")
    assert browser.session["burger"]["namens"] is None
    assert "lawaai" not in browser.get(BRIEF).content.decode()


def test_een_andere_rol_in_dezelfde_sessie_is_een_ander(anna: Partij, bram: Partij) -> None:
    browser = als(Client(), bram)
    formulier = open_formulier(browser, BRIEF)
    _namens(browser, _machtiging(anna, bram))
    assert browser.post(BRIEF, {**formulier, "tekst": "van Bram zelf"}).status_code == 409


def test_opnieuw_ingelogd_in_een_ander_tabblad(aanbieder: Aanbieder, anna: Partij) -> None:
    """The CSRF token of the first tab is of before the log-in; what was typed there still comes back."""
    browser = Client(enforce_csrf_checks=True)
    log_in(browser, aanbieder, "digid", "anna")
    oud = open_formulier(browser, BRIEF)
    log_in(browser, aanbieder, "digid", "anna")
    browser.get(BRIEF)
    antwoord = browser.post(BRIEF, {**oud, "tekst": "uit het eerste tabblad"}, headers={"Origin": HIER})
    assert (antwoord.status_code, antwoord["Location"]) == (302, BRIEF)
    assert "uit het eerste tabblad</textarea>" in browser.get(BRIEF).content.decode()


def test_een_vreemde_site_laat_niets_achter(aanbieder: Aanbieder, anna: Partij) -> None:
    browser = Client(enforce_csrf_checks=True)
    log_in(browser, aanbieder, "digid", "anna")
    formulier = open_formulier(browser, BRIEF)
    for afzender in ({"Origin": "https://kwaad.example"}, {}):
        antwoord = browser.post(BRIEF, {"_wie": formulier["_wie"], "tekst": "kwaad"}, headers=afzender)
        assert antwoord.status_code == 403
    assert not BewaardFormulier.objects.exists()


def test_een_ander_ingelogd_bewaart_het_voor_wie_het_typte(aanbieder: Aanbieder, anna: Partij, bram: Partij) -> None:
    browser = Client(enforce_csrf_checks=True)
    log_in(browser, aanbieder, "digid", "anna")
    van_anna = open_formulier(browser, BRIEF)
    log_in(browser, aanbieder, "digid", "bram")
    browser.get(BRIEF)
    antwoord = browser.post(BRIEF, {**van_anna, "tekst": "van Anna"}, headers={"Origin": HIER})
    assert antwoord.status_code == 409
    assert "bewaren wij een dag" in antwoord.content.decode()
    assert "van Anna" not in browser.get(BRIEF).content.decode()
    log_in(browser, aanbieder, "digid", "anna")
    assert "van Anna" in browser.get(BRIEF).content.decode()


@pytest.mark.parametrize("wie", ["", "x", "b" + "0" * 32 + "." + "0" * 16 + "." + "0" * 16])
def test_een_verzonnen_vingerafdruk_bewaart_niets(client: Client, wie: str) -> None:
    client.post("/open/", {"tekst": "x", "_wie": wie})
    client.post("/sessie/bewaren/", {"tekst": "x", "_wie": wie})
    assert not BewaardFormulier.objects.exists()


def test_een_open_formulier_van_wie_uitgelogd_is_wordt_niet_van_niemand(anna: Partij) -> None:
    browser = als(Client(), anna)
    antwoord = verstuur_te_laat(browser, "/open/")
    assert antwoord.status_code == 302
    assert b"verstuurd" in Client().post("/open/", {"tekst": "van een bezoeker"}).content


def test_htmx_en_scripts_horen_het_in_hun_eigen_taal(client: Client, anna: Partij) -> None:
    als(client, anna)
    with later(16):
        htmx = client.post(BRIEF, {"tekst": "x"}, headers={"HX-Request": "true", "Referer": f"{HIER}{BRIEF}?a=1"})
        assert htmx.status_code == 204
        assert htmx["HX-Redirect"] == "/inloggen/?next=%2Fmijn%2Fbrief%2F%3Fa%3D1"
        script = client.post(BRIEF, {"tekst": "x"}, headers={"Accept": "application/json"})
        assert script.status_code == 401


def test_de_pagina_geeft_zelf_af_wat_er_staat(aanbieder: Aanbieder, anna: Partij) -> None:
    browser = als(Client(enforce_csrf_checks=True), anna)
    formulier = open_formulier(browser, BRIEF)
    kop = {"X-Actie": BRIEF, "Referer": f"{HIER}{BRIEF}"}
    assert browser.post("/sessie/bewaren/", {**formulier, "tekst": "a"}, headers=kop).status_code == 204
    assert not BewaardFormulier.objects.exists()  # still logged in: nothing to keep
    with later(16):
        assert browser.post("/sessie/bewaren/", {**formulier, "tekst": "half af"}, headers=kop).status_code == 204
    log_in(browser, aanbieder, "digid", "anna")
    assert "half af</textarea>" in browser.get(BRIEF).content.decode()


def test_een_knop_zonder_tekst_bewaart_niets(anna: Partij) -> None:
    browser = als(Client(), anna)
    with later(16):
        assert browser.post(BRIEF).status_code == 302
    assert not BewaardFormulier.objects.exists()


def test_hooguit_tien_en_niet_te_groot(anna: Partij) -> None:
    browser = als(Client(), anna)
    for _ in range(herstel.AANTAL + 2):
        verstuur_te_laat(als(browser, anna))
    assert BewaardFormulier.objects.count() == herstel.AANTAL
    BewaardFormulier.objects.all().delete()
    antwoord = verstuur_te_laat(als(browser, anna), meer="x" * herstel.MAXIMUM)
    assert antwoord.status_code == 302
    assert not BewaardFormulier.objects.exists()


def _persoon(partij: Partij) -> str:
    return "b" + sessie.persoonsleutel("burger", partij.pk)


def _machtiging(gever: Partij, gemachtigde: Partij) -> Machtiging:
    nu = klok.nu()
    return Machtiging.objects.create(
        gever=gever,
        gemachtigde=gemachtigde,
        reikwijdte="alles",
        geldig_van=klok.vandaag(),
        aangeboden_op=nu,
        aanvaard_op=nu,
    )


def _namens(browser: Client, machtiging: Machtiging) -> Client:
    sessie_ = browser.session
    sessie_["burger"] = {**sessie_["burger"], "namens": machtiging.gever_id, "machtiging": machtiging.pk}
    sessie_.save()
    return browser

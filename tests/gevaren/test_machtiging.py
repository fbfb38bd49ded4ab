"""Situations 31 to 38 and 48 of gevaren.md: who acts for another sees that alone, and nothing of it afterwards."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, GeenRecht
from autorisatie.machtigen import Aanbod, machtiging_aanbieden, machtiging_beeindigen
from autorisatie.models import Machtiging, Partij
from catalogus import klok
from catalogus.models import Product
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.bronnen import tasks
from mijnzaken.bronnen.gebeurtenissen import verwerk
from mijnzaken.zaken.documenten import document_inzien
from mijnzaken.zaken.handelingen.afronden import intrekken
from mijnzaken.zaken.handelingen.documenten import document_toevoegen
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.machtigingen import laat_vervallen, meld
from mijnzaken.zaken.models import Concept, Taak, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import REDEN, begin_concept, burger, dien_in, gemachtigde, medewerker, partij, registreer, upload
from tests.mijnzaken.rolverdeling import machtig, namens
from tests.oidc.hulp import als, open_formulier

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def bram_voor_wil() -> tuple[Client, Machtiging]:
    """Bram's browser, in which he acts for his mother."""
    machtiging: Machtiging = Machtiging.objects.systeem(REDEN).get(gever=partij("wil"), gemachtigde=partij("bram"))
    browser = als(Client(), partij("bram"))
    browser.post("/mijn/machtigingen/wissel/", {"machtiging": machtiging.uuid})
    return browser, machtiging


def document_van(zaak: Zaak, actor: Burger) -> Any:
    stuk = upload(eigenaar_bij_zaak(actor, zaak.uuid))
    document_toevoegen(actor, zaak, upload=stuk, titel="Stuk")
    document = zaak.zaakdocumenten.order_by("-pk")[0].document
    document.keuring, document.gekeurd_op = "schoon", klok.nu()  # the scanner looked
    document.save(update_fields=["keuring", "gekeurd_op"])
    return document


def test_31_ingetrokken_tijdens_een_sessie_werkt_meteen_en_zegt_wat_er_is_gebeurd() -> None:
    zaak = dien_in("wil")
    browser, machtiging = bram_voor_wil()
    assert browser.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 200
    onderweg = gemachtigde("bram", "wil")  # a request that began before
    machtiging_beeindigen(burger("wil"), machtiging)
    assert not Zaak.objects.voor(onderweg).exists()
    with pytest.raises(BestaatNiet):
        intrekken(onderweg, zaak)
    scherm = browser.get(f"/mijn/zaken/{zaak.uuid}/", follow=True).content.decode()
    assert "De machtiging is gestopt" in scherm
    assert "gestopt door wie de machtiging gaf" in scherm
    assert zaak.nummer not in scherm
    assert browser.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 404


def test_32_een_formulier_dat_open_stond_wordt_niet_verstuurd_en_gaat_niet_verloren() -> None:
    zaak = dien_in("wil")
    browser, machtiging = bram_voor_wil()
    pad = f"/mijn/zaken/{zaak.uuid}/intrekken/"
    formulier = open_formulier(browser, pad)
    machtiging_beeindigen(burger("wil"), machtiging)
    antwoord = browser.post(pad, {**formulier, "reden": "Mijn moeder wil het niet meer"})
    scherm = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Intussen is de machtiging gestopt" in scherm
    assert "bewaren wij een dag" in scherm
    assert Zaak.objects.systeem(REDEN).get(pk=zaak.pk).einddatum is None
    # It comes back to him only in that role.
    assert "Mijn moeder" not in browser.get("/mijn/", follow=True).content.decode()
    opnieuw = machtig(partij("wil"), partij("bram"))
    browser.get("/mijn/machtigingen/gestopt/")
    browser.post("/mijn/machtigingen/wissel/", {"machtiging": opnieuw.uuid})
    sessie = browser.session
    sessie["te_herstellen"] = True
    sessie.save()
    assert "Mijn moeder wil het niet meer" in browser.get(pad).content.decode()


def test_33_een_ander_onderwerp_dan_genoemd_bestaat_niet() -> None:
    genoemd, ander = dien_in("wil"), registreer("wil", "schuldhulpverlening")
    machtiging = machtig(partij("wil"), partij("anna"), "producten")
    machtiging.producten.add(Product.objects.get(slug="parkeervergunning-bewoners"))
    anna = namens(machtiging)
    assert [z.pk for z in lijst(anna, Filter()).rijen] == [genoemd.pk]
    assert Zaak.objects.een(anna, ander.uuid) is None
    with pytest.raises(GeenRecht):
        begin_concept(anna, "subsidie-verkeerslawaai")
    begin_concept(anna, "parkeervergunning-bewoners")


def test_34_de_vertegenwoordigde_overlijdt() -> None:
    zaak = dien_in("wil")
    browser, machtiging = bram_voor_wil()
    wil = partij("wil")
    wil.overleden_op = klok.vandaag()
    wil.save(update_fields=["overleden_op"])
    assert browser.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 302  # at once, before any task ran
    assert als(Client(), wil).get("/mijn/").status_code == 302  # and nobody logs in as her any more
    assert verwerk(wil) == 1
    machtiging.refresh_from_db()
    assert machtiging.einde_reden == "overleden"
    meld()
    rijen = Bericht.objects.systeem(REDEN).filter(soort="machtiging_beeindigd", kanaal=Kanaal.PORTAAL)
    assert [b.partij for b in rijen] == [partij("bram")]  # nobody writes to the dead


def test_35_van_rol_wisselen_toont_niets_van_wat_er_stond() -> None:
    van_wil, van_bram = dien_in("wil"), dien_in("bram")
    browser, _ = bram_voor_wil()
    formulier = open_formulier(browser, f"/mijn/zaken/{van_wil.uuid}/intrekken/")
    browser.post("/mijn/machtigingen/wissel/")
    antwoord = browser.get("/mijn/zaken/")
    assert van_wil.nummer not in antwoord.content.decode()
    assert antwoord["Cache-Control"] == "no-store, private"
    assert browser.get(f"/mijn/zaken/{van_bram.uuid}/").status_code == 200
    # A tab that was left open in the other role sends nothing in this one.
    assert browser.post(f"/mijn/zaken/{van_bram.uuid}/intrekken/", formulier).status_code == 409


@pytest.mark.parametrize("dag,mag", [(date(2027, 1, 27), True), (date(2027, 1, 28), False)])
def test_36_op_de_dag_dat_het_kind_18_wordt_is_het_voorbij(dag: date, mag: bool) -> None:
    finn, anna = partij("persoon-4"), partij("anna")  # born on 28 January 2009
    machtiging = Machtiging.objects.systeem(REDEN).get(gever=finn, gemachtigde=anna, aard="ouder")
    zaak = registreer("persoon-4")
    moment = klok.nu().replace(year=dag.year, month=dag.month, day=dag.day, hour=0, minute=30)
    with klok.op_moment(moment):
        ouder = Burger(anna, namens=finn, machtiging=machtiging)
        assert ouder.rolcode == "wettelijk_vertegenwoordiger"
        assert machtiging.geldt is mag
        assert Zaak.objects.voor(ouder).filter(pk=zaak.pk).exists() is mag
        laat_vervallen()
        machtiging.refresh_from_db()
        assert machtiging.einde_reden == ("" if mag else "meerderjarig")


def test_37_eigen_en_vertegenwoordigd_raken_nooit_gemengd() -> None:
    van_wil, van_bram = dien_in("wil"), dien_in("bram")
    concept_wil, concept_bram = (
        begin_concept(wie, "parkeervergunning-bewoners") for wie in (gemachtigde("bram", "wil"), burger("bram"))
    )
    for actor, zaak, concept in (
        (gemachtigde("bram", "wil"), van_wil, concept_wil),
        (burger("bram"), van_bram, concept_bram),
    ):
        assert [z.pk for z in lijst(actor, Filter()).rijen] == [zaak.pk]
        assert set(Concept.objects.voor(actor)) == {concept}
        assert set(Taak.objects.voor(actor).values_list("partij", flat=True)) <= {actor.voor_wie.pk}
        assert set(Bericht.objects.voor(actor).values_list("partij", flat=True)) == {actor.voor_wie.pk}
    browser, _ = bram_voor_wil()
    for pad in ("", "taken/", "berichten/", "zaken/", "zaken/?toon=afgerond", "producten/", "contact/"):
        assert van_bram.nummer not in browser.get(f"/mijn/{pad}").content.decode(), pad
    assert browser.get(f"/mijn/zaken/{van_bram.uuid}/").status_code == 404


def test_38_machtigingen_vormen_geen_keten() -> None:
    """Wil let bram act, anna let wil act: bram does not reach anna, and lets nobody in on his mother's behalf."""
    van_anna = dien_in("anna")
    machtig(partij("anna"), partij("wil"))
    bram = gemachtigde("bram", "wil")
    assert Zaak.objects.een(bram, van_anna.uuid) is None
    assert not Machtiging.objects.voor(bram).exists()
    aanbod = Aanbod("900000001", "Korenaar", "alles", True, klok.vandaag())
    with pytest.raises(GeenRecht):
        machtiging_aanbieden(bram, aanbod)
    browser, _ = bram_voor_wil()
    assert browser.get("/mijn/machtigingen/aanbieden/").status_code == 404


def test_48_een_verwijzing_naar_een_bestand_werkt_niet_meer_na_het_intrekken() -> None:
    zaak = dien_in("wil")
    stuk = document_van(zaak, burger("wil"))
    browser, machtiging = bram_voor_wil()
    adres = f"/documenten/{stuk.uuid}/"
    assert browser.get(adres).status_code == 200
    onderweg = gemachtigde("bram", "wil")
    machtiging_beeindigen(burger("wil"), machtiging)
    assert browser.get(adres).status_code == 404
    with pytest.raises(BestaatNiet):
        document_inzien(onderweg, stuk.uuid)


def test_34_een_curator_neemt_het_over_van_wie_zelf_iemand_machtigde() -> None:
    """BW 3:72: by curatele the person's own machtigingen end; the register's curator acts from now on."""
    stefan, peter = partij("persoon-40"), partij("persoon-11")
    assert Machtiging.objects.systeem(REDEN).filter(gever=stefan, gemachtigde=peter, aard="curator").count() == 1
    eigen = machtig(stefan, partij("anna"))
    Machtiging.objects.systeem(REDEN).filter(gever=stefan, aard="curator").delete()
    tasks.werk_relaties_bij(stefan.pk)
    eigen.refresh_from_db()
    assert eigen.einde_reden == "curatele"


def test_34_een_faillissement_beeindigt_wat_het_bedrijf_gaf() -> None:
    korenaar = partij("korenaar")
    gegeven = machtig(korenaar, partij("anna"))
    Partij.objects.systeem(REDEN).filter(pk=korenaar.pk).update(failliet_op=klok.vandaag() - timedelta(days=1))
    korenaar.refresh_from_db()
    assert verwerk(korenaar) == 1
    gegeven.refresh_from_db()
    assert gegeven.einde_reden == "failliet"
    assert verwerk(korenaar) == 0
    assert medewerker("sanne").rolcode == "medewerker"

"""omar proposes to end a process without a new version, petra decides; the product says so and what runs goes on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel
from catalogus import klok, versies
from catalogus.models import Proces, Product, Stand, Zaaktype
from catalogus.templatetags.mz import datum
from mijnzaken.aanvragen.productblad import productblad
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting import einde
from mijnzaken.zaken.handelingen import concepten
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from tests.fabrieken import begin_concept, burger, dien_in, medewerker, ververs, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SOORT, PRODUCT = "subsidie-verkeerslawaai", "subsidie-sanering-verkeerslawaai"


@pytest.fixture
def versie(gemeente: None, db: None) -> Zaaktype:
    return zaaktype(SOORT)


def adres(versie: Zaaktype, stap: str = "") -> str:
    return f"/backoffice/beheer/zaaktypen/{SOORT}/{versie.versienummer}/{stap and stap + '/'}"


def stel_voor(versie: Zaaktype, dagen: int = 30) -> Zaaktype:
    per = klok.vandaag() + timedelta(days=dagen)
    return einde.einde_voorstellen(medewerker("omar"), versie, proces=versie.proces, per=per, reden="Geen geld meer.")


def test_twee_mensen_stoppen_een_proces(versie: Zaaktype, ingelogd: Inloggen) -> None:
    omar, petra, per = ingelogd("omar"), ingelogd("petra"), klok.vandaag() + timedelta(days=30)
    tekst = omar.get(adres(versie, "beeindigen")).content.decode()
    assert "Subsidie" in tekst
    assert "Die gaan gewoon door." in tekst
    vandaag = klok.vandaag().isoformat()
    for fout in ({"per": vandaag, "reden": "x"}, {"per": "", "reden": "x"}, {"per": per, "reden": " "}):
        assert omar.post(adres(versie, "beeindigen"), fout).status_code == 422
    goed = {"per": per.isoformat(), "reden": "Geen geld meer."}
    assert omar.post(adres(versie, "beeindigen"), goed)["Location"] == adres(versie)
    assert omar.get(adres(versie, "beeindigen")).status_code == 404
    assert omar.post(adres(versie, "beeindigen/vaststellen")).status_code == 404
    versie.refresh_from_db()
    assert (versie.einde_voorgesteld, versie.einde_geldigheid) == (per, None)
    assert "Geen geld meer." in petra.get(adres(versie)).content.decode()
    assert petra.post(adres(versie, "beeindigen/vaststellen"))["Location"] == adres(versie)
    versie.refresh_from_db()
    assert (versie.einde_voorgesteld, versie.einde_geldigheid, versie.stand) == (None, per, Stand.GEPUBLICEERD)
    regel = Auditregel.objects.filter(handeling="zaaktype_publiceren").latest("pk")
    assert regel.bijzonderheden["per"] == per.isoformat()
    assert "Zaken die lopen, gaan door." in petra.get(adres(versie)).content.decode()


def test_niemand_stelt_vast_wat_hij_zelf_voorstelde(versie: Zaaktype) -> None:
    stel_voor(versie)
    Zaaktype.objects.filter(pk=versie.pk).update(einde_voorgesteld_door_id=medewerker("petra").gebruiker.pk)
    with pytest.raises(GeenRecht):
        einde.einde_vaststellen(medewerker("petra"), versie, proces=versie.proces)
    with pytest.raises(GeenRecht):
        einde.einde_voorstellen(medewerker("petra"), versie, proces=versie.proces, per=klok.vandaag(), reden="x")


def test_wie_erover_gaat_hoort_van_het_voorstel_en_ziet_het_staan(versie: Zaaktype, ingelogd: Inloggen) -> None:
    petra = ingelogd("petra")
    lijst = "/backoffice/beheer/zaaktypen/"
    assert "wacht op goedkeuring" not in petra.get(lijst).content.decode()
    stel_voor(versie)
    assert "wacht op goedkeuring" in petra.get(lijst).content.decode()
    brieven = Bericht.objects.systeem("test").filter(soort="einde_voorgesteld")
    ontvangers = [brief.gebruiker for brief in brieven]
    assert medewerker("petra").gebruiker in ontvangers
    assert medewerker("omar").gebruiker not in ontvangers
    assert adres(versie) in brieven[0].tekst
    assert "Geen geld meer." not in brieven[0].tekst  # that is behind the log-in
    einde.einde_afwijzen(medewerker("petra"), versie, proces=versie.proces)
    with klok.op_moment(klok.nu() + timedelta(hours=1)):
        stel_voor(versie)
    assert brieven.all().count() == 2 * len(ontvangers)
    assert "wacht op goedkeuring" in petra.get(lijst).content.decode()


def test_wie_het_voorstelde_hoort_dat_het_is_afgewezen_en_wie_het_zelf_weghaalt_niet(versie: Zaaktype) -> None:
    stel_voor(versie)
    einde.einde_intrekken(medewerker("omar"), versie, proces=versie.proces)
    brieven = Bericht.objects.systeem("test").filter(soort="einde_afgewezen")
    assert not brieven.exists()
    per = stel_voor(versie).einde_voorgesteld
    einde.einde_afwijzen(medewerker("petra"), versie, proces=versie.proces)
    brief = brieven.get()
    assert brief.gebruiker == medewerker("omar").gebruiker
    assert brief.onderwerp == "Voorstel afgewezen: Subsidie sanering verkeerslawaai gaat door"
    assert str(datum(per)) in brief.tekst
    assert adres(versie) in brief.tekst
    Zaaktype.objects.filter(pk=stel_voor(versie).pk).update(einde_voorgesteld_door_id=medewerker("petra").gebruiker.pk)
    einde.einde_afwijzen(medewerker("petra"), versie, proces=versie.proces)
    assert brieven.count() == 1


def test_een_voorstel_gaat_weg_en_dan_gaat_het_proces_door(versie: Zaaktype, ingelogd: Inloggen) -> None:
    for wie, stap in (("petra", "beeindigen/afwijzen"), ("omar", "beeindigen/intrekken")):
        stel_voor(versie)
        assert ingelogd(wie).post(adres(versie, stap)).status_code == 302
        versie.refresh_from_db()
        assert versie.einde_voorgesteld is None
    for doe in (einde.einde_vaststellen, einde.einde_afwijzen):
        with pytest.raises(OnjuisteToestand):
            doe(medewerker("petra"), versie, proces=versie.proces)


def test_wat_voorbij_is_of_een_opvolger_heeft_eindigt_niet_zo(versie: Zaaktype) -> None:
    stel_voor(versie)
    Zaaktype.objects.filter(pk=versie.pk).update(einde_voorgesteld=klok.vandaag())
    with pytest.raises(OnjuisteToestand, match="voorbij"):
        einde.einde_vaststellen(medewerker("petra"), versie, proces=versie.proces)
    concept = versies.kopieer(versie, auteur_id=None)
    with pytest.raises(OnjuisteToestand):
        stel_voor(concept)
    with pytest.raises(Invoerfout):
        stel_voor(versie, dagen=0)


def test_het_product_zegt_het_en_lopende_zaken_gaan_door(
    versie: Zaaktype, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    zaak = dien_in("anna", SOORT)
    klad = begin_concept(burger("anna"), SOORT)
    stel_voor(versie)
    einde.einde_vaststellen(medewerker("petra"), versie, proces=versie.proces)
    product = Product.objects.get(slug=PRODUCT)
    blad = productblad(product)
    assert (blad.laatste_dag, blad.gestopt) == (klok.vandaag() + timedelta(days=29), "")
    assert "U kunt dit aanvragen tot en met" in client.get(f"/producten/{PRODUCT}/").content.decode()

    gisteren = klok.vandaag() - timedelta(days=1)
    Zaaktype.objects.filter(pk=versie.pk).update(
        begin_geldigheid=gisteren, einde_geldigheid=klok.vandaag(), stand=Stand.BEEINDIGD
    )
    assert productblad(product).gestopt.startswith("Vanaf ")
    tekst = client.get(f"/producten/{PRODUCT}/").content.decode()
    assert "kunt u dit niet meer aanvragen" in tekst
    assert f"/aanvragen/{PRODUCT}/" not in tekst
    with pytest.raises(OnjuisteToestand, match="niet meer aanvragen"):
        concepten.indienen(burger("anna"), klad)
    in_behandeling_nemen(medewerker("sanne"), ververs(zaak))
    assert Proces.objects.get(pk=zaak.proces_id).actief
